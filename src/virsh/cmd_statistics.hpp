// SPDX-License-Identifier: LGPL-2.1-or-later
// Commands that print a domain's counters.
#pragma once

#include "virsh/option.hpp"

namespace vireo::virsh {
std::vector<Command> statistics_commands();
}  // namespace vireo::virsh
