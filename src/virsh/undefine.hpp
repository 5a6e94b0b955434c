// SPDX-License-Identifier: LGPL-2.1-or-later
// The command `undefine`: a file of its own because it can also delete the domain's disks.
#pragma once

#include "virsh/option.hpp"

namespace vireo::virsh {
Command undefine_command();
}  // namespace vireo::virsh
