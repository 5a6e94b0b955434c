// SPDX-License-Identifier: LGPL-2.1-or-later
// Takes a connection's events from the driver, in its loop and in the middle of its work, to the program's
// functions, called later from the program's event loop, in order. Each function registered holds a reference
// to the connection. Functions may remove themselves and others; what they own is freed after they have
// returned.
#pragma once

#include <libvirt/libvirt.h>

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

#include "api/handle.hpp"
#include "driver/events.hpp"

namespace vireo::api {

class EventDelivery : public std::enable_shared_from_this<EventDelivery> {
 public:
  using AnyFunction = void (*)();

  /// One registered function; call_listener() casts it back to the type its event needs.
  struct Listener {
    int id = -1;
    int event_id = 0;
    bool legacy = false;
    AnyFunction function = nullptr;
    void* opaque = nullptr;
    virFreeCallback free = nullptr;
    int subscription = -1;  ///< of the driver
    bool removed = false;
    Ref<_virConnect> connection;
  };
  using ListenerPtr = std::shared_ptr<Listener>;

  /// Subscribes with the driver. Throws VIR_ERR_INTERNAL_ERROR when the program has no event loop.
  int add(_virConnect& connection, Listener listener, std::optional<driver::DomainRef> domain);
  /// Removes by number; false when there is none. `legacy` ones are numbered, too, but not told of.
  void remove(_virConnect& connection, int id);
  void remove_legacy(_virConnect& connection, AnyFunction function);

  void set_close_function(_virConnect& connection, virConnectCloseFunc function, void* opaque,
                          virFreeCallback free);
  void clear_close_function(_virConnect& connection, virConnectCloseFunc function);

  /// Nothing is delivered any more. Only when no function is registered any more.
  void stop();

 private:
  struct Pending {
    ListenerPtr listener;
    driver::DomainEvent event;
  };
  struct CloseFunction {
    virConnectCloseFunc function = nullptr;
    void* opaque = nullptr;
    virFreeCallback free = nullptr;
    Ref<_virConnect> connection;
  };

  void closed(int reason);
  bool start_timer();
  void enqueue(ListenerPtr listener, driver::DomainEvent event);
  void deliver();
  void deliver_close(int reason);
  void remove(_virConnect& connection, const ListenerPtr& listener);
  void release(std::vector<ListenerPtr> gone);

  std::mutex mutex_;
  std::vector<ListenerPtr> listeners_;
  std::deque<Pending> pending_;
  std::vector<ListenerPtr> gone_;  ///< removed during delivery
  CloseFunction close_;
  std::optional<int> close_reason_;
  bool delivering_ = false;
  int timer_ = -1;
  int next_id_ = 0;
};

/// Calls the listener's function with the event in the arguments its kind has.
void call_listener(const EventDelivery::Listener& listener, virDomainPtr domain,
                   const driver::EventPayload& event);

}  // namespace vireo::api
