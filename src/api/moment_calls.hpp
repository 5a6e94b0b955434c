// SPDX-License-Identifier: LGPL-2.1-or-later
// What the functions of snapshots and checkpoints do alike, as `what` of a call_from(): handles that keep
// their domain's, look-ups and lists.
#pragma once

#include "api/call_from.hpp"
#include "api/object_calls.hpp"

namespace vireo::api {

/// The domain of a domain's handle, or of its snapshot's or checkpoint's.
inline _virDomain& domain_of(_virDomain& handle) { return handle; }
template <class H>
_virDomain& domain_of(H& handle) {
  return *handle.owner;
}

/// A method whose result is a snapshot or checkpoint, as a new handle H.
template <class H, auto Method, class Self, class... Args>
H* moment(Self& self, Args... args) {
  return new H(domain_of(self.handle), self.template run<Method>(args...));
}

template <class H, auto Method, class... Args>
auto gives_moment(Args... args) {
  return [=](auto& self) { return moment<H, Method>(self, args...); };
}

/// The same with a text that must be there.
template <class H, auto Method>
auto gives_moment_for(const char* text, const char* argument, unsigned flags) {
  return [=](auto& self) {
    self.not_null(text, argument);
    return moment<H, Method>(self, text, flags);
  };
}

/// `what` of virDomainListAll… and …ListAllChildren: Method(need_results, flags) → Counted.
template <class H, auto Method>
auto lists_moments(H*** handles, unsigned flags) {
  return [=](auto& self) {
    if (handles) *handles = nullptr;
    auto found = self.template run<Method>(handles != nullptr, flags);
    if (!handles) return static_cast<int>(found.count);
    *handles = handle_array<H>(found.items,
                               [&](auto& item) { return new H(domain_of(self.handle), std::move(item)); });
    return static_cast<int>(found.items.size());
  };
}

/// `what` of …ListNames: Method(max, flags).
template <auto Method>
auto lists_moment_names(char** names, int max, unsigned flags) {
  return [=](auto& self) {
    self.not_negative(max, "nameslen");
    if (max) self.not_null(names, "names");
    const auto found = self.template run<Method>(max, flags);
    const auto count = std::min<std::size_t>(found.size(), max);
    std::transform(found.begin(), found.begin() + count, names, c_string);
    return static_cast<int>(count);
  };
}

inline auto says_name() {
  return [](auto& self) { return self.handle.reference.name.c_str(); };
}
inline auto says_domain() {
  return [](auto& self) { return self.handle.owner.get(); };
}

}  // namespace vireo::api
