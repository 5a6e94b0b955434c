// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_domains.hpp"

namespace vireo::remote {

void add_domains_methods(RemoteMethods& table) { add_methods(table, rpc::domains_rows); }

}  // namespace vireo::remote
