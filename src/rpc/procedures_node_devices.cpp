// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/dispatch.hpp"
#include "rpc/procedures.hpp"
#include "rpc/rows_node_devices.hpp"

namespace vireo::rpc {

std::span<const Procedure> node_devices_procedures() noexcept {
  static constexpr auto procedures = make_procedures(node_devices_rows);
  return procedures;
}

}  // namespace vireo::rpc
