// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_agent.hpp"

namespace vireo::remote {

void add_agent_methods(RemoteMethods& table) { add_methods(table, rpc::agent_rows); }

}  // namespace vireo::remote
