// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_jobs.hpp"

namespace vireo::remote {

void add_jobs_methods(RemoteMethods& table) { add_methods(table, rpc::jobs_rows); }

}  // namespace vireo::remote
