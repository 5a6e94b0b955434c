// SPDX-License-Identifier: LGPL-2.1-or-later
// The administrator's scripts for the tap of an <interface type='ethernet'>: run as this process, with the
// tap's name as the one argument. They may hang: each has a deadline.
#pragma once

#include <string>

#include "base/loop.hpp"
#include "base/task.hpp"
#include "model/domain.hpp"

namespace vireo::qemu {

/// Throws VIR_ERR_INTERNAL_ERROR with the script's own words when it fails, VIR_ERR_SYSTEM_ERROR when it
/// cannot be started, VIR_ERR_OPERATION_TIMEOUT when it does not end; then it is killed.
Task<void> run_tap_script(Loop& loop, std::string script, std::string tap);

/// The <script> of every interface that has one, in order.
Task<void> run_up_scripts(Loop& loop, model::Domain live);
/// The <downscript> likewise; a failure is logged, the others run all the same.
Task<void> run_down_scripts(Loop& loop, model::Domain live);
bool has_down_script(const model::Domain& live);

}  // namespace vireo::qemu
