// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/dispatch.hpp"
#include "rpc/procedures.hpp"
#include "rpc/rows_checkpoints.hpp"

namespace vireo::rpc {

std::span<const Procedure> checkpoints_procedures() noexcept {
  static constexpr auto procedures = make_procedures(checkpoints_rows);
  return procedures;
}

}  // namespace vireo::rpc
