// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/dispatch.hpp"
#include "rpc/procedures.hpp"
#include "rpc/rows_filter_bindings.hpp"

namespace vireo::rpc {

std::span<const Procedure> filter_bindings_procedures() noexcept {
  static constexpr auto procedures = make_procedures(filter_bindings_rows);
  return procedures;
}

}  // namespace vireo::rpc
