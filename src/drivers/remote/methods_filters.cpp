// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_filters.hpp"

namespace vireo::remote {

void add_filters_methods(RemoteMethods& table) { add_methods(table, rpc::filters_rows); }

}  // namespace vireo::remote
