// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/dispatch.hpp"
#include "rpc/procedures.hpp"
#include "rpc/rows_networks.hpp"

namespace vireo::rpc {

std::span<const Procedure> networks_procedures() noexcept {
  static constexpr auto procedures = make_procedures(networks_rows);
  return procedures;
}

}  // namespace vireo::rpc
