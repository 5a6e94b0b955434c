// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_hotplug.hpp"

namespace vireo::remote {

void add_hotplug_methods(RemoteMethods& table) { add_methods(table, rpc::hotplug_rows); }

}  // namespace vireo::remote
