// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_console.hpp"

namespace vireo::remote {

void add_console_methods(RemoteMethods& table) { add_methods(table, rpc::console_rows); }

}  // namespace vireo::remote
