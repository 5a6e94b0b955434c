// SPDX-License-Identifier: LGPL-2.1-or-later
// The command `list`: a file of its own because of its many filters.
#pragma once

#include "virsh/option.hpp"

namespace vireo::virsh {
Command list_command();
}  // namespace vireo::virsh
