// SPDX-License-Identifier: LGPL-2.1-or-later
// The last place for an error that nobody caught: the log.
#pragma once

#include <exception>
#include <string_view>

#include "base/error.hpp"

namespace vireo {

/// Logs `error` as having escaped from `where`.
void report_escaped(std::string_view where, const ErrorData& error) noexcept;
void report_escaped(std::string_view where, std::exception_ptr error) noexcept;

}  // namespace vireo
