// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_migration.hpp"

namespace vireo::remote {

void add_migration_methods(RemoteMethods& table) { add_methods(table, rpc::migration_rows); }

}  // namespace vireo::remote
