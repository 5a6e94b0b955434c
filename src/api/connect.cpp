// SPDX-License-Identifier: LGPL-2.1-or-later
// Opening, closing and watching connections.
#include "api/connect.hpp"

#include "api/authenticate.hpp"
#include "api/call.hpp"
#include "api/drivers.hpp"
#include "api/event_delivery.hpp"
#include "api/idle_pump.hpp"

using namespace vireo::api;
using vireo::Error;
namespace driver = vireo::driver;

_virConnect::_virConnect(driver::ConnectionPtr connection, bool is_readonly)
    : driver(std::move(connection)),
      readonly(is_readonly),
      events(std::make_shared<EventDelivery>()),
      pump(IdlePump::start(*driver)) {}

_virConnect::~_virConnect() {
  if (pump) pump->stop();
  events->stop();
  close_driver(std::move(driver));
}

namespace {

virConnectPtr open_connection(const char* name, unsigned flags, virConnectAuthPtr auth,
                              const char* function) noexcept {
  reset_last_error();
  try {
    auto connection = registry().open(optional_text(name), flags, ask_through(auth));
    return new _virConnect(std::move(connection), flags & VIR_CONNECT_RO);
  } catch (...) {
    report_exception(function, VIR_FROM_NONE, nullptr);
    return nullptr;
  }
}

}  // namespace

extern "C" {

virConnectPtr virConnectOpen(const char* name) { return open_connection(name, 0, nullptr, __func__); }

virConnectPtr virConnectOpenReadOnly(const char* name) {
  return open_connection(name, VIR_CONNECT_RO, nullptr, __func__);
}

virConnectPtr virConnectOpenAuth(const char* name, virConnectAuthPtr auth, unsigned int flags) {
  return open_connection(name, flags, auth, __func__);
}

int virConnectClose(virConnectPtr conn) {
  reset_last_error();
  // Whether others hold it still, as the incumbent answers, not how many do.
  if (_virConnect::valid(conn)) return conn->unref() > 0 ? 1 : 0;
  report(Error(VIR_ERR_INVALID_CONN, VIR_FROM_NONE, __func__).data(), nullptr);
  return -1;
}

int virConnectRef(virConnectPtr conn) {
  return call(conn, Access::read, [](auto& self) { self.handle.ref(); });
}

int virConnectIsAlive(virConnectPtr conn) {
  return call(conn, Access::read, [](auto& self) { return int(self.handle.driver->is_alive()); });
}

int virConnectIsEncrypted(virConnectPtr conn) {
  return call(conn, Access::read, [](auto& self) { return int(self.handle.driver->is_encrypted()); });
}

int virConnectIsSecure(virConnectPtr conn) {
  return call(conn, Access::read, [](auto& self) { return int(self.handle.driver->is_secure()); });
}

int virConnectSetKeepAlive(virConnectPtr conn, int interval, unsigned int count) {
  return call(conn, Access::read, [=](auto& self) {
    auto& driver = *self.handle.driver;
    bool done =
        self.handle.run(as_task([&, interval, count] { return driver.set_keepalive(interval, count); }));
    return done ? 0 : 1;
  });
}

int virConnectRegisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb, void* opaque,
                                    virFreeCallback freecb) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(reinterpret_cast<void*>(cb), "cb");
    self.handle.events->set_close_function(self.handle, cb, opaque, freecb);
  });
}

int virConnectUnregisterCloseCallback(virConnectPtr conn, virConnectCloseFunc cb) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(reinterpret_cast<void*>(cb), "cb");
    self.handle.events->clear_close_function(self.handle, cb);
  });
}
}
