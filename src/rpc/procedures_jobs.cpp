// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/dispatch.hpp"
#include "rpc/procedures.hpp"
#include "rpc/rows_jobs.hpp"

namespace vireo::rpc {

std::span<const Procedure> jobs_procedures() noexcept {
  static constexpr auto procedures = make_procedures(jobs_rows);
  return procedures;
}

}  // namespace vireo::rpc
