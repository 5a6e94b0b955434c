// SPDX-License-Identifier: LGPL-2.1-or-later
// The functions no driver of ours serves yet. Each is one row of a table: UNSUPPORTED(FROM, result, name,
// types of the arguments…), and fails with VIR_ERR_NO_SUPPORT, or earlier when its handle is none. A function
// that gets a body of its own loses its row.
#pragma once

#include "api/objects.hpp"
#include "api/stream.hpp"

namespace vireo::api {

template <class H>
void check_any(H* handle, const char* function) {
  check(handle, Access::read, function);
}
/// A list of domains.
inline void check_any(virDomainPtr* handles, const char* function) {
  if (!handles || !*handles)
    throw bad_argument(function, "doms", fmt::format("doms in {} must not be NULL", function));
  check(*handles, Access::read, function);
}

/// The connection on which to report; null when there is none.
template <class H>
virConnectPtr connection_of(H* handle) noexcept {
  return H::valid(handle) ? &HandleKind<H>::connection(*handle) : nullptr;
}
inline virConnectPtr connection_of(virDomainPtr*) noexcept { return nullptr; }

template <class R, class H>
R fail_unsupported(int from, const char* function, H handle) noexcept {
  reset_last_error();
  try {
    check_any(handle, function);
    throw Error(VIR_ERR_NO_SUPPORT, from, function);
  } catch (...) {
    report_exception(function, from, connection_of(handle));
  }
  return Result<R>::failure;
}

}  // namespace vireo::api

#define UNSUPPORTED(from, result, name, handle_type, ...)                 \
  extern "C" result name(handle_type handle __VA_OPT__(, ) __VA_ARGS__) { \
    return vireo::api::fail_unsupported<result>(from, #name, handle);     \
  }
