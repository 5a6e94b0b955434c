// SPDX-License-Identifier: LGPL-2.1-or-later
// A handle as the functions about one subject see it: what these refuse is an error of the subject's domain
// (VIR_FROM_INTERFACE …), not of the handle's. call(about<From>(conn), …).
#pragma once

#include "api/call.hpp"

namespace vireo::api {

/// Never made: a pointer to one is a pointer to an H, checked before it is used.
template <class H, int From>
struct HandleAbout {
  static bool valid(const HandleAbout* handle) noexcept {
    return H::valid(reinterpret_cast<const H*>(handle));
  }
};

template <class H, int From>
struct HandleKind<HandleAbout<H, From>> {
  static constexpr int invalid = HandleKind<H>::invalid, from = From;
  static constexpr int domain = std::is_same_v<H, _virConnect> ? From : HandleKind<H>::domain;
  static _virConnect& connection(HandleAbout<H, From>& handle) {
    return HandleKind<H>::connection(reinterpret_cast<H&>(handle));
  }
};

template <int From, class H>
HandleAbout<H, From>* about(H* handle) noexcept {
  return reinterpret_cast<HandleAbout<H, From>*>(handle);
}

}  // namespace vireo::api
