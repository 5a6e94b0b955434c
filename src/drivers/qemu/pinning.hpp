// SPDX-License-Identifier: LGPL-2.1-or-later
// On which of the host's processors a guest's threads run. Done while the guest is still stopped: threads
// that QEMU makes later inherit it.
#pragma once

#include <sys/types.h>

#include <vector>

#include "model/domain.hpp"

namespace vireo::qemu {

/// <vcpu cpuset>, <vcpupin> and <emulatorpin>. `vcpus`: thread ids by number. Throws VIR_ERR_SYSTEM_ERROR.
void pin_threads(const model::Domain& live, pid_t process, const std::vector<int>& vcpus);

}  // namespace vireo::qemu
