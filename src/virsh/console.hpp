// SPDX-License-Identifier: LGPL-2.1-or-later
// A domain's console on this terminal, until the escape key, the domain's end or the other side's hang-up.
#pragma once

#include <string>

#include "virsh/handles.hpp"
#include "virsh/shell.hpp"

namespace vireo::virsh {

/// `device` may be empty. Throws Failure; the terminal is as before in every case.
void run_console(Shell& shell, const Domain& domain, const std::string& device, unsigned flags);

}  // namespace vireo::virsh
