// SPDX-License-Identifier: LGPL-2.1-or-later
// What makes a definition impossible for QEMU, with the incumbent's codes.
#pragma once

#include "drivers/qemu/emulator.hpp"
#include "model/domain.hpp"

namespace vireo::qemu {

/// When it is defined. Throws VIR_ERR_CONFIG_UNSUPPORTED and, where the incumbent does, others.
void validate_definition(const model::Domain& domain, const Emulator& emulator);

/// What the incumbent lets be defined and refuses to start.
void validate_start(const model::Domain& domain, const Emulator& emulator);

}  // namespace vireo::qemu
