// SPDX-License-Identifier: LGPL-2.1-or-later
// From a method to its row, whatever table it stands in: row_of<&Lifecycle::create>().number.
#pragma once

#include <concepts>
#include <tuple>

#include "rpc/rows_console.hpp"
#include "rpc/rows_devices.hpp"
#include "rpc/rows_domains.hpp"
#include "rpc/rows_host.hpp"
#include "rpc/rows_lifecycle.hpp"
#include "rpc/rows_session.hpp"

namespace vireo::rpc {

template <class C>
consteval const auto& rows_of() {
  if constexpr (std::same_as<C, driver::Host>)
    return host_rows;
  else if constexpr (std::same_as<C, driver::Domains>)
    return domains_rows;
  else if constexpr (std::same_as<C, driver::Lifecycle>)
    return lifecycle_rows;
  else if constexpr (std::same_as<C, driver::Devices>)
    return devices_rows;
  else if constexpr (std::same_as<C, driver::Console>)
    return console_rows;
  else
    return session_rows;
}

/// The types of a driver method: what it is a member of, what it takes and returns.
template <class M>
struct Signature;
template <class C, class R, class... A>
struct Signature<Task<R> (C::*)(A...)> {
  using Class = C;
  using Result = R;
  using Arguments = std::tuple<A...>;
};

template <auto Method>
constexpr const Row<Method>& row_of() {
  return rows_of<typename Signature<decltype(Method)>::Class>().template row<Method>();
}

}  // namespace vireo::rpc
