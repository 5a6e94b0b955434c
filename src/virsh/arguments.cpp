// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/arguments.hpp"

#include <cctype>
#include <cerrno>
#include <climits>
#include <cstdlib>

#include "virsh/failure.hpp"

namespace vireo::virsh {
namespace {

Failure bad_number(std::string_view value, std::string_view option) {
  return failure("Numeric value '{}' for <{}> option is malformed or out of range", value, option);
}

bool has_minus(const std::string& s) {
  size_t at = s.find_first_not_of(" \t\n\v\f\r");
  return at != s.npos && s[at] == '-';
}

/// Bytes of one unit of `suffix`, or 0. Decimal units are spelled kB, binary ones k or KiB.
unsigned long long unit(std::string suffix) {
  for (char& c : suffix) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (suffix == "b" || suffix == "byte" || suffix == "bytes") return 1;
  unsigned long long base = 1024;
  if (suffix.size() == 2 && suffix[1] == 'b') {
    base = 1000;
  } else if (suffix.size() != 1 && !(suffix.size() == 3 && suffix.ends_with("ib"))) {
    return 0;
  }
  size_t power = std::string_view("kmgtpe").find(suffix[0]);
  if (power == std::string_view::npos) return 0;
  unsigned long long value = base;
  while (power-- > 0) value *= base;
  return value;
}

}  // namespace

const Arguments::Given* Arguments::find(std::string_view name) const {
  for (const Given& g : given_) {
    if (g.option->name == name) return &g;
  }
  return nullptr;
}

bool Arguments::has(std::string_view name) const { return find(name) != nullptr; }

std::optional<std::string> Arguments::text(std::string_view name) const {
  const Given* given = find(name);
  if (!given) return std::nullopt;
  if (given->value.empty() && !given->option->empty_ok) {
    throw failure("Failed to get option '{}': Option argument is empty", name);
  }
  return given->value;
}

/// As it was typed: that an empty text is no number is for the number's own error to say.
std::optional<std::string> Arguments::raw(std::string_view name) const {
  const Given* given = find(name);
  return given ? std::optional(given->value) : std::nullopt;
}

std::string Arguments::text_or(std::string_view name, std::string_view fallback) const {
  return text(name).value_or(std::string(fallback));
}

std::vector<std::string> Arguments::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const Given& g : given_) {
    if (g.option->name == name) values.push_back(g.value);
  }
  return values;
}

std::optional<long long> Arguments::signed_number(std::string_view name, long long min, long long max) const {
  auto value = raw(name);
  if (!value) return std::nullopt;
  char* end = nullptr;
  errno = 0;
  long long parsed = std::strtoll(value->c_str(), &end, 10);
  if (errno || end == value->c_str() || *end || parsed < min || parsed > max) throw bad_number(*value, name);
  return parsed;
}

std::optional<unsigned long long> Arguments::unsigned_number(std::string_view name,
                                                             unsigned long long max) const {
  auto value = raw(name);
  if (!value) return std::nullopt;
  char* end = nullptr;
  errno = 0;
  unsigned long long parsed = std::strtoull(value->c_str(), &end, 10);
  if (errno || end == value->c_str() || *end || has_minus(*value) || parsed > max) {
    throw bad_number(*value, name);
  }
  return parsed;
}

std::optional<int> Arguments::integer(std::string_view name) const {
  auto value = signed_number(name, INT_MIN, INT_MAX);
  return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

std::optional<unsigned> Arguments::count(std::string_view name) const {
  auto value = unsigned_number(name, UINT_MAX);
  return value ? std::optional<unsigned>(static_cast<unsigned>(*value)) : std::nullopt;
}

std::optional<unsigned long long> Arguments::scaled(std::string_view name, unsigned long long scale,
                                                    unsigned long long max) const {
  auto value = raw(name);
  if (!value) return std::nullopt;
  auto bad =
      fmt::format("Scaled numeric value '{}' for <{}> option is malformed or out of range", *value, name);
  char* end = nullptr;
  errno = 0;
  unsigned long long amount = std::strtoull(value->c_str(), &end, 10);
  if (errno || end == value->c_str() || has_minus(*value)) throw Failure(bad);
  while (*end == ' ' || *end == '\t') ++end;
  unsigned long long factor = *end ? unit(end) : scale;
  if (factor == 0) throw Failure(bad, fmt::format("invalid argument: unknown suffix '{}'", end));
  if (amount && amount > max / factor) {
    throw Failure(bad, fmt::format("numerical overflow: value too large: {}{}", amount, end));
  }
  return amount * factor;
}

std::optional<int> Arguments::timeout(std::string_view name) const {
  auto value = raw(name);
  if (!value) return std::nullopt;
  auto seconds = signed_number(name, INT_MIN, INT_MAX);
  if (*seconds < 1 || *seconds > INT_MAX / 1000) throw bad_number(*value, name);
  return static_cast<int>(*seconds) * 1000;
}

void Arguments::exclusive(std::string_view one, std::string_view other) const {
  if (has(one) && has(other)) throw failure("Options --{} and --{} are mutually exclusive", one, other);
}

void Arguments::exclusive(std::initializer_list<std::string_view> names) const {
  for (auto one = names.begin(); one != names.end(); ++one) {
    for (auto other = one + 1; other != names.end(); ++other) exclusive(*one, *other);
  }
}

}  // namespace vireo::virsh
