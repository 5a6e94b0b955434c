// SPDX-License-Identifier: LGPL-2.1-or-later
// call() for functions whose subject is not that of their handle: looking for a pool starts at a connection,
// yet what goes wrong is an error of storage (VIR_FROM_STORAGE).
#pragma once

#include "api/call.hpp"

namespace vireo::api {

/// A handle for calls whose errors are of domain `From`.
template <int From, class H>
struct HandleFor {
  H* handle;
  static bool valid(const HandleFor* self) noexcept { return H::valid(self->handle); }
};
template <int From, class H>
struct HandleKind<HandleFor<From, H>> {
  static constexpr int invalid = HandleKind<H>::invalid, from = From;
  static constexpr int domain = std::is_same_v<H, _virConnect> ? From : HandleKind<H>::domain;
  static _virConnect& connection(HandleFor<From, H>& self) { return HandleKind<H>::connection(*self.handle); }
};

template <int From, class H, class F>
auto call_of(H* handle, Access access, F what, const char* function = __builtin_FUNCTION()) noexcept {
  HandleFor<From, H> self{handle};
  return call(&self, access, std::move(what), function);
}

}  // namespace vireo::api
