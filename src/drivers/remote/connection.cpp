// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/connection.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "base/loop.hpp"

namespace vireo::remote {
namespace {

using rpc::Auth;
using rpc::SessionCalls;

constexpr std::int32_t feature_remote = 2;
constexpr std::int32_t feature_keepalive = 10;
constexpr auto close_patience = std::chrono::seconds(5);

}  // namespace

RemoteConnection::RemoteConnection(UniqueFd socket, const driver::OpenRequest& request,
                                   const std::string& uri)
    : channel_(std::move(socket), *this), others_(*this), host_(*this, request.text), events_(channel_) {
  others_.each([this](auto& capability) { offer(capability); });
  offer<driver::Host>(host_);
  offer<driver::Events>(events_);
  open(request, uri);
}

/// Says goodbye, so that what ends with the connection has ended when we return; a daemon that does not
/// answer is left alone.
RemoteConnection::~RemoteConnection() {
  on_close({});
  on_wanted_change({});
  if (!channel_.alive()) return;
  try {
    Channel::Pending goodbye(channel_);
    channel_.post(goodbye, rpc::row_of<&SessionCalls::close>().number, [](rpc::Encoder&) {});
    goodbye.wait(Clock::now() + close_patience);
  } catch (const Error&) {
  }
}

/// Two calls in one packet train: a daemon that wants no authentication has us open in one round trip.
void RemoteConnection::open(const driver::OpenRequest& request, const std::string& uri) {
  const auto put_open = [&](rpc::Encoder& out) {
    out.put(std::optional<std::string>(uri));
    out.put(static_cast<std::uint32_t>(request.readonly ? VIR_CONNECT_RO : 0));
  };
  constexpr auto open_number = rpc::row_of<&SessionCalls::open>().number;
  Channel::Pending list(channel_), opening(channel_);
  channel_.post(list, rpc::row_of<&SessionCalls::auth_list>().number, [](rpc::Encoder&) {});
  channel_.post(opening, open_number, put_open);
  const auto offered = decode_result<driver::List<std::int32_t, 20>>(list.wait());
  const auto offers = [&](Auth auth) {
    return std::ranges::find(offered, static_cast<std::int32_t>(auth)) != offered.end();
  };
  const bool none = offered.empty() || offers(Auth::none);
  try {
    opening.wait();
    return;
  } catch (const Error& refused) {
    // A daemon with threads may have looked at the second call before the first had let us in.
    if (refused.code() != VIR_ERR_RPC && none) throw;
  }
  if (!none) {
    if (!offers(Auth::polkit))
      throw error(VIR_ERR_AUTH_FAILED, VIR_FROM_REMOTE, "unsupported authentication type {}",
                  offered.front());
    channel_.call(rpc::row_of<&SessionCalls::auth_polkit>().number, [](rpc::Encoder&) {});
  }
  decode_result<void>(channel_.call(open_number, put_open));
}

Loop& RemoteConnection::loop() noexcept {
  static thread_local Loop own;
  return own;
}

std::int32_t RemoteConnection::ask_feature(std::int32_t feature) {
  const auto payload = channel_.call(rpc::row_of<&SessionCalls::supports_feature>().number,
                                     [feature](rpc::Encoder& out) { out.put(feature); });
  return decode_result<std::int32_t>(payload);
}

Task<std::int32_t> RemoteConnection::supports_feature(std::int32_t feature) {
  co_return feature == feature_remote ? 1 : ask_feature(feature);
}

bool RemoteConnection::set_keepalive(int interval, unsigned count) {
  // The daemon starts pinging us when asked: only then somebody must be there to answer.
  if (interval > 0 && ask_feature(feature_keepalive) == 0) return false;
  return channel_.start_keepalive(interval, count);
}

void RemoteConnection::on_close(driver::CloseHandler handler) {
  const bool wanted = static_cast<bool>(handler);
  {
    std::lock_guard lock(handlers_mutex_);
    if (wanted == static_cast<bool>(close_handler_)) return void(close_handler_ = std::move(handler));
    close_handler_ = std::move(handler);
  }
  if (!wanted) return;
  try {  // the daemon tells when its own hypervisor has gone; one that cannot is no reason to fail
    channel_.call(rpc::row_of<&SessionCalls::register_close>().number, [](rpc::Encoder&) {});
  } catch (const Error&) {
  }
}

void RemoteConnection::on_wanted_change(std::function<void()> listener) {
  std::lock_guard lock(handlers_mutex_);
  wanted_handler_ = std::move(listener);
}

void RemoteConnection::on_closed(int reason) {
  std::lock_guard lock(handlers_mutex_);
  if (std::exchange(closed_, true) || !close_handler_) return;
  const auto handler = close_handler_;
  handler(reason);
}

void RemoteConnection::on_wanted_change() {
  std::lock_guard lock(handlers_mutex_);
  const auto handler = wanted_handler_;
  if (handler) handler();
}

}  // namespace vireo::remote
