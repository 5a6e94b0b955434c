// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_filter_bindings.hpp"

namespace vireo::remote {

void add_filter_bindings_methods(RemoteMethods& table) { add_methods(table, rpc::filter_bindings_rows); }

}  // namespace vireo::remote
