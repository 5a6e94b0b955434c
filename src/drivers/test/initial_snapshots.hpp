// SPDX-License-Identifier: LGPL-2.1-or-later
// The snapshots a domain of a node file begins with.
#pragma once

#include "drivers/test/hypervisor.hpp"

namespace vireo::test_driver {

/// Its <active> says whether it is the current one; its parent must have been added. Throws VIR_ERR_XML_ERROR
/// and what snapshots throw.
void add_snapshot(Domain& domain, const std::string& xml);

}  // namespace vireo::test_driver
