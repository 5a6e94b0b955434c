// SPDX-License-Identifier: LGPL-2.1-or-later
// Flag checks every driver does first: what a function does not know it refuses; and which definitions of a
// domain the VIR_DOMAIN_AFFECT_… flags mean.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/error.hpp"

namespace vireo::driver {

/// An argument of an API function that makes no sense, in libvirt's form: the message alone, the function and
/// the argument's name beside it.
Error invalid_argument(std::string_view function, std::string_view argument, std::string message,
                       int domain = VIR_FROM_NONE);

/// Throws VIR_ERR_INVALID_ARG when `flags` has bits outside `known`. `function` is the name in the message,
/// whose form programs match: "unsupported flags (0x4) in function virDomainReset".
void check_flags(std::uint32_t flags, std::uint32_t known, std::string_view function,
                 int domain = VIR_FROM_NONE);

/// The definitions a change is for.
struct Affected {
  bool live = false;
  bool config = false;
};
/// VIR_DOMAIN_AFFECT_CURRENT (neither flag) is the live one while the domain is active. Throws
/// VIR_ERR_OPERATION_INVALID when the domain is not running or has no persistent definition.
Affected affected(std::uint32_t flags, bool active, bool persistent);
/// For reading: true for the live definition, false for the persistent one. Both at once is refused.
bool reads_live(std::uint32_t flags, bool active, bool persistent);

/// VIR_ERR_OPERATION_INVALID "domain is not running".
Error not_running();

}  // namespace vireo::driver
