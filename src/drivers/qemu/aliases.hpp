// SPDX-License-Identifier: LGPL-2.1-or-later
// The names by which QEMU knows a running guest's devices. Names the user chose ("ua-…") stay.
#pragma once

#include "model/domain.hpp"

namespace vireo::qemu {

void assign_aliases(model::Domain& domain);

}  // namespace vireo::qemu
