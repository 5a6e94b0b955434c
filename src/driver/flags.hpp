// SPDX-License-Identifier: LGPL-2.1-or-later
// Flag checks every driver does first: what a function does not know it refuses.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/error.hpp"

namespace vireo::driver {

/// Throws VIR_ERR_INVALID_ARG when `flags` has bits outside `known`. `function` is the name in the message,
/// whose form programs match: "unsupported flags (0x4) in function virDomainReset".
inline void check_flags(std::uint32_t flags, std::uint32_t known, std::string_view function,
                        int domain = VIR_FROM_NONE) {
  if (flags & ~known)
    throw error(VIR_ERR_INVALID_ARG, domain, "unsupported flags (0x{:x}) in function {}", flags & ~known,
                function);
}

}  // namespace vireo::driver
