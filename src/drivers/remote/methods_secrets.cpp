// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_secrets.hpp"

namespace vireo::remote {

void add_secrets_methods(RemoteMethods& table) { add_methods(table, rpc::secrets_rows); }

}  // namespace vireo::remote
