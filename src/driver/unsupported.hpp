// SPDX-License-Identifier: LGPL-2.1-or-later
// "Not supported" in one place: the body of every capability method a driver does not override.
#pragma once

#include "base/error.hpp"

namespace vireo::driver {

/// Thrown without the function's name; the edge (C API or RPC session) knows it and puts it in.
[[noreturn]] inline void unsupported() { throw Error(VIR_ERR_NO_SUPPORT, VIR_FROM_NONE, ""); }

}  // namespace vireo::driver
