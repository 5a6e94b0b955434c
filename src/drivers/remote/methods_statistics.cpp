// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_statistics.hpp"

namespace vireo::remote {

void add_statistics_methods(RemoteMethods& table) { add_methods(table, rpc::statistics_rows); }

}  // namespace vireo::remote
