// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_lifecycle.hpp"

namespace vireo::remote {

void add_lifecycle_methods(RemoteMethods& table) { add_methods(table, rpc::lifecycle_rows); }

}  // namespace vireo::remote
