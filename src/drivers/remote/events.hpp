// SPDX-License-Identifier: LGPL-2.1-or-later
// Events of a remote connection: one registration at the daemon for each (kind, domain), spread here to all
// who asked for it. Uses the newest form of registration that the daemon has.
#pragma once

#include <map>

#include "driver/events.hpp"
#include "drivers/remote/caller.hpp"
#include "rpc/rows_session.hpp"

namespace vireo::remote {

class RemoteEvents final : public driver::Events {
 public:
  explicit RemoteEvents(Channel& channel) : channel_(channel) {}

  Task<int> subscribe(int event_id, std::optional<driver::DomainRef> domain,
                      driver::EventHandler handler) override;
  Task<void> unsubscribe(int subscription) override;
  /// Called by whoever reads the socket.
  void deliver(const rpc::ReceivedEvent& event);

 private:
  struct Subscription {
    int event_id;
    std::optional<Uuid> domain;
    std::shared_ptr<driver::EventHandler> handler;
  };
  using Key = std::pair<int, std::optional<Uuid>>;

  bool has_callbacks();
  void register_remote(const Key& key, const std::optional<driver::DomainRef>& domain);
  void deregister_remote(const Key& key);
  bool concerns(const Subscription& subscription, const rpc::ReceivedEvent& event) const;

  Channel& channel_;
  std::mutex calling_;  ///< one registration at a time: registrations at the daemon are counted here
  std::optional<bool> has_callbacks_;

  std::mutex mutex_;  ///< everything below
  std::map<int, Subscription> subscriptions_;
  std::map<Key, std::int32_t> callbacks_;  ///< numbers that the daemon gave
  std::map<Key, unsigned> users_;
  std::deque<rpc::ReceivedEvent> early_;  ///< of callbacks whose number we have not read yet
  int next_ = 0;
  std::uint64_t order_ = 0;
};

}  // namespace vireo::remote
