// SPDX-License-Identifier: LGPL-2.1-or-later
// The connection behind a virConnectPtr: the driver's connection, the program's error function, and what
// turns the driver's events into calls from the program's event loop. Everything that hangs on it (domains,
// streams, event functions) holds a reference.
#pragma once

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <memory>
#include <mutex>

#include "api/error_state.hpp"
#include "api/handle.hpp"
#include "driver/connection.hpp"

namespace vireo::api {

class EventDelivery;
class IdlePump;

/// A connection's own error function and last error.
struct ConnectionErrors {
  std::mutex mutex;
  ErrorSlot last;
  virErrorFunc function = nullptr;
  void* data = nullptr;
};

}  // namespace vireo::api

struct _virConnect final : vireo::api::Handle<_virConnect, 0x76436f6e> {
  _virConnect(vireo::driver::ConnectionPtr connection, bool is_readonly);
  ~_virConnect();

  /// Runs a task of the driver on the calling thread.
  template <class T>
  T run(vireo::Task<T> task) {
    return driver->loop().run(std::move(task));
  }

  vireo::driver::ConnectionPtr driver;
  const bool readonly;
  vireo::api::ConnectionErrors error;
  std::shared_ptr<vireo::api::EventDelivery> events;
  std::shared_ptr<vireo::api::IdlePump> pump;
  std::once_flag type_once;
  std::string type;  ///< virConnectGetType hands out a pointer to it
};

namespace vireo::api {

/// Calls `f` as a task of the connection's loop: for what touches state that lives there.
template <class F>
Task<std::invoke_result_t<F>> as_task(F f) {
  co_return f();
}

}  // namespace vireo::api
