// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_tuning.hpp"

namespace vireo::remote {

void add_tuning_methods(RemoteMethods& table) { add_methods(table, rpc::tuning_rows); }

}  // namespace vireo::remote
