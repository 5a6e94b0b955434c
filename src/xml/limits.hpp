// SPDX-License-Identifier: LGPL-2.1-or-later
// How much of a foreign document is looked at before it is refused.
#pragma once

#include <cstddef>

namespace vireo::xml {

struct Limits {
  std::size_t bytes = 16u << 20;  ///< size of the document; a wire string is at most 4 MiB
  unsigned depth = 256;           ///< elements inside each other
  unsigned attributes = 256;      ///< of one element
  std::size_t elements = 500'000;
};

}  // namespace vireo::xml
