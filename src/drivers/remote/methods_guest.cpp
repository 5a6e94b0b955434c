// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_guest.hpp"

namespace vireo::remote {

void add_guest_methods(RemoteMethods& table) { add_methods(table, rpc::guest_rows); }

}  // namespace vireo::remote
