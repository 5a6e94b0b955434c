// SPDX-License-Identifier: LGPL-2.1-or-later
// The driver of everything that lives in a daemon.
#pragma once

#include <memory>

#include "driver/registry.hpp"

namespace vireo::remote {

std::unique_ptr<driver::Driver> make_driver();

}  // namespace vireo::remote
