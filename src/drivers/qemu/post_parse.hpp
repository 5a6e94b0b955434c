// SPDX-License-Identifier: LGPL-2.1-or-later
// What this driver adds to a definition before it is stored: machine, emulator, implied devices, models and
// addresses, as the incumbent chooses them for QEMU. Pure: the emulator's answers are known beforehand.
#pragma once

#include "drivers/qemu/emulator.hpp"
#include "drivers/qemu/settings.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {

/// Throws VIR_ERR_CONFIG_UNSUPPORTED for a type that is not QEMU's.
void check_domain_type(const model::Domain& domain);

model::DomainHooks make_hooks(EmulatorPtr emulator, const Settings& settings);

}  // namespace vireo::qemu
