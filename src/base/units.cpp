// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/units.hpp"

#include <charconv>
#include <limits>
#include <optional>
#include <string>

#include "base/error.hpp"

namespace vireo {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

/// Bytes of one `unit`; nullopt for an unknown one.
std::optional<std::uint64_t> factor(std::string_view unit, std::uint64_t default_scale) {
  auto name = lower(unit);
  if (name.empty()) return default_scale;
  if (name == "b" || name == "byte" || name == "bytes") return 1;
  auto power = std::string_view("kmgtpe").find(name.front());
  if (power == std::string_view::npos) return std::nullopt;
  auto ending = std::string_view(name).substr(1);
  std::uint64_t base = ending == "b" ? 1000 : 1024, result = base;
  if (ending != "" && ending != "b" && ending != "ib") return std::nullopt;
  while (power-- > 0) result *= base;
  return result;
}

}  // namespace

std::uint64_t scale_to_bytes(std::uint64_t value, std::string_view unit, std::uint64_t default_scale,
                             std::uint64_t limit) {
  auto scale = factor(unit, default_scale);
  if (!scale) throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "unknown suffix '{}'", unit);
  if (*scale != 0 && value > limit / *scale)
    throw error(VIR_ERR_OVERFLOW, VIR_FROM_NONE, "value too large: {}{}", value, unit);
  return value * *scale;
}

std::uint64_t scale_to_kib(std::uint64_t value, std::string_view unit) {
  auto bytes = scale_to_bytes(value, unit, 1024, std::numeric_limits<std::int64_t>::max());
  return bytes / 1024 + (bytes % 1024 != 0);
}

std::uint64_t parse_bytes(std::string_view text, std::uint64_t default_scale, std::uint64_t limit) {
  std::uint64_t value = 0;
  auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (ec == std::errc::result_out_of_range)
    throw error(VIR_ERR_OVERFLOW, VIR_FROM_NONE, "value too large: {}", text);
  if (ec != std::errc()) throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "'{}' is not a size", text);
  auto unit = text.substr(static_cast<std::size_t>(end - text.data()));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  return scale_to_bytes(value, unit, default_scale, limit);
}

}  // namespace vireo
