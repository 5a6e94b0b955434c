// SPDX-License-Identifier: LGPL-2.1-or-later
#pragma once

#include <string>

#include "drivers/qemu/emulator.hpp"

namespace vireo::qemu {

/// The <domainCapabilities> of one emulator and machine. Pure.
std::string format_domain_capabilities(const Emulator& emulator, const qmp::MachineType& machine, bool kvm);

}  // namespace vireo::qemu
