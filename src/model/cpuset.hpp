// SPDX-License-Identifier: LGPL-2.1-or-later
// Sets of processor or node numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vireo::model {

/// Reads "0-3,^2,8" (white space allowed); the sorted numbers, or nullopt when the text is none of that or a
/// number is 1024 or more.
std::optional<std::vector<unsigned>> parse_cpuset(std::string_view text);

/// "0-1,3,8" of sorted numbers.
std::string format_cpuset(const std::vector<unsigned>& numbers);

}  // namespace vireo::model
