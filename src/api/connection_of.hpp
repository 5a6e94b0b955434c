// SPDX-License-Identifier: LGPL-2.1-or-later
// Functions on a connection that are not about domains: their errors are of the subject's own domain.
#pragma once

#include "api/call.hpp"

namespace vireo::api {

/// A connection as handle of a call whose errors are of domain `From`.
template <int From>
struct ConnectionOf {
  _virConnect* connection;
  static bool valid(const ConnectionOf* handle) noexcept { return _virConnect::valid(handle->connection); }
};
template <int From>
struct HandleKind<ConnectionOf<From>> {
  static constexpr int invalid = VIR_ERR_INVALID_CONN, domain = From, from = From;
  static _virConnect& connection(ConnectionOf<From>& handle) { return *handle.connection; }
};

/// call() on a connection.
template <int From, class F>
auto call_of(virConnectPtr connection, Access access, F what,
             const char* function = __builtin_FUNCTION()) noexcept {
  ConnectionOf<From> handle{connection};
  return call(&handle, access, std::move(what), function);
}

}  // namespace vireo::api
