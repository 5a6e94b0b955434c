// SPDX-License-Identifier: LGPL-2.1-or-later
// The drivers this library opens connections with.
#pragma once

#include "driver/registry.hpp"

namespace vireo::api {

/// Made at the first use, with the library's drivers; lives until the process ends.
driver::Registry& registry();

/// Ends a connection: on the loop when its driver lives in this process and shares state with others.
void close_driver(driver::ConnectionPtr connection);

}  // namespace vireo::api
