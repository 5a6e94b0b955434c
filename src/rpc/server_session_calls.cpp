// SPDX-License-Identifier: LGPL-2.1-or-later
// What the session answers itself: authentication, opening, features, events.
#include <libvirt/libvirt.h>
#include <unistd.h>

#include "base/error.hpp"
#include "rpc/server_session.hpp"

namespace vireo::rpc {
namespace {

enum Feature : std::int32_t {
  typed_param_string = 9,
  keepalive_messages = 10,
  event_callbacks = 14,
  close_callbacks = 15,
};

}  // namespace

Task<driver::List<std::int32_t, 20>> ServerSession::auth_list() {
  Auth auth = service_.auth;
  if (auth == Auth::polkit && peer_.uid == 0) {  // polkit would ask root about root
    auth = Auth::none;
    authenticated_ = true;
  }
  co_return std::vector{static_cast<std::int32_t>(authenticated_ ? Auth::none : auth)};
}

Task<std::int32_t> ServerSession::auth_polkit() {
  if (authenticated_ || service_.auth != Auth::polkit)
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_RPC, "client tried an authentication that was not offered");
  if (!setup_.polkit)
    throw Error(VIR_ERR_AUTH_UNAVAILABLE, VIR_FROM_POLKIT, "this daemon has no polkit authentication");
  co_await setup_.polkit(peer_, service_.readonly);
  authenticated_ = true;
  co_return 1;
}

Task<void> ServerSession::open(std::optional<std::string> uri, std::uint32_t flags) {
  if (connection_) throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_RPC, "connection already open");
  if (service_.readonly) flags |= VIR_CONNECT_RO;
  connection_ = setup_.open(std::move(uri), flags);
  readonly_ = (flags & VIR_CONNECT_RO) != 0;
  co_return;
}

Task<void> ServerSession::close() {
  // The driver's connection goes now, so that what ends with it (guests that are to be destroyed with their
  // client) has ended when the caller is answered; calls still in progress keep it until end().
  if (running_ == 1 && parked_.empty()) {
    streams_.abort_all();
    connection_.reset();
  }
  finished_ = true;
  co_return;
}

Task<std::int32_t> ServerSession::supports_feature(std::int32_t feature) {
  switch (feature) {
    case keepalive_messages:  // asking means: I answer pings
      if (!keepalive_.running())
        keepalive_.start(limits_.keepalive_interval, limits_.keepalive_count, Clock::now());
      co_return 1;
    case typed_param_string:
    case event_callbacks:
    case close_callbacks:
      co_return 1;
    default:
      break;
  }
  if (!connection_) co_return 0;
  co_return co_await connection_->supports_feature(feature);
}

Task<void> ServerSession::set_identity(driver::List<driver::TypedParam, 20> params, std::uint32_t flags) {
  if (flags != 0) throw error(VIR_ERR_INVALID_ARG, VIR_FROM_RPC, "unsupported flags ({:#x})", flags);
  if (service_.readonly || (peer_.uid != 0 && peer_.uid != geteuid()))
    throw Error(VIR_ERR_OPERATION_DENIED, VIR_FROM_RPC, "this client may not speak for others");
  identity_ = std::move(params);
  co_return;
}

Task<std::int32_t> ServerSession::register_lifecycle() {
  co_await events_.register_kind(connection().get<driver::Events>(), driver::LifecycleEvent::id);
  co_return 0;
}

Task<std::int32_t> ServerSession::deregister_lifecycle() {
  co_await events_.deregister_kind(connection().get<driver::Events>(), driver::LifecycleEvent::id);
  co_return 0;
}

Task<void> ServerSession::register_kind(std::int32_t event_id) {
  co_await events_.register_kind(connection().get<driver::Events>(), event_id);
}

Task<void> ServerSession::deregister_kind(std::int32_t event_id) {
  co_await events_.deregister_kind(connection().get<driver::Events>(), event_id);
}

Task<std::int32_t> ServerSession::register_callback(std::int32_t event_id,
                                                    std::optional<driver::DomainRef> domain) {
  co_return co_await events_.register_callback(connection().get<driver::Events>(), event_id,
                                               std::move(domain));
}

Task<void> ServerSession::deregister_callback(std::int32_t callback) {
  co_await events_.deregister_callback(connection().get<driver::Events>(), callback);
}

Task<void> ServerSession::register_close() {
  connection().on_close([this](int reason) {
    emit([reason](Bytes& out) {
      Header header;
      header.procedure = connection_closed;
      header.type = Type::event;
      PacketBuilder packet(out, header);
      packet.encoder().put(std::int32_t{reason});
      packet.finish();
    });
  });
  co_return;
}

Task<void> ServerSession::unregister_close() {
  connection().on_close({});
  co_return;
}

}  // namespace vireo::rpc
