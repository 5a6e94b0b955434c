// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/dispatch.hpp"
#include "rpc/procedures.hpp"
#include "rpc/rows_interfaces.hpp"

namespace vireo::rpc {

std::span<const Procedure> interfaces_procedures() noexcept {
  static constexpr auto procedures = make_procedures(interfaces_rows);
  return procedures;
}

}  // namespace vireo::rpc
