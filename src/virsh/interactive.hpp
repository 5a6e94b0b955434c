// SPDX-License-Identifier: LGPL-2.1-or-later
// The prompt: line editing, history and completion on a terminal, plain lines otherwise.
#pragma once

#include "virsh/shell.hpp"

namespace vireo::virsh {

/// Until the input ends or a command leaves the shell.
void run_interactive(Shell& shell);

}  // namespace vireo::virsh
