// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/dispatch.hpp"
#include "rpc/procedures.hpp"
#include "rpc/rows_network_ports.hpp"

namespace vireo::rpc {

std::span<const Procedure> network_ports_procedures() noexcept {
  static constexpr auto procedures = make_procedures(network_ports_rows);
  return procedures;
}

}  // namespace vireo::rpc
