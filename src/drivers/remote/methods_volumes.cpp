// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_volumes.hpp"

namespace vireo::remote {

void add_volumes_methods(RemoteMethods& table) { add_methods(table, rpc::volumes_rows); }

}  // namespace vireo::remote
