// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_saving.hpp"

namespace vireo::remote {

void add_saving_methods(RemoteMethods& table) { add_methods(table, rpc::saving_rows); }

}  // namespace vireo::remote
