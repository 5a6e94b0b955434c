// SPDX-License-Identifier: LGPL-2.1-or-later
// The picture that screenshots of pretended guests show, as PNG.
#pragma once

#include <cstddef>
#include <vector>

namespace vireo::test_driver {

std::vector<std::byte> test_picture();

}  // namespace vireo::test_driver
