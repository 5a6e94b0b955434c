// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/cpuset.hpp"

#include <bitset>
#include <charconv>

#include "model/words.hpp"

namespace vireo::model {

namespace {

constexpr std::size_t most = 1024;

bool read_number(std::string_view& text, std::size_t& value) {
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || value >= most) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

void skip_space(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n'))
    text.remove_prefix(1);
}

/// One of "3", "3-5", "^3".
bool read_part(std::string_view& text, std::bitset<most>& set) {
  skip_space(text);
  const bool out = text.starts_with('^');
  if (out) text.remove_prefix(1);
  std::size_t first = 0;
  if (!read_number(text, first)) return false;
  std::size_t last = first;
  skip_space(text);
  if (!out && text.starts_with('-')) {
    text.remove_prefix(1);
    skip_space(text);
    if (!read_number(text, last) || last < first) return false;
    skip_space(text);
  }
  for (std::size_t i = first; i <= last; ++i) set[i] = !out;
  return true;
}

}  // namespace

std::optional<std::vector<unsigned>> parse_cpuset(std::string_view text) {
  std::bitset<most> set;
  for (;;) {
    if (!read_part(text, set)) return std::nullopt;
    if (text.empty()) break;
    if (text.front() != ',') return std::nullopt;
    text.remove_prefix(1);
  }
  std::vector<unsigned> numbers;
  for (unsigned i = 0; i < most; ++i) {
    if (set[i]) numbers.push_back(i);
  }
  return numbers;
}

std::string format_cpuset(const std::vector<unsigned>& numbers) {
  std::string out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    out += fmt::format("{}{}", out.empty() ? "" : ",", numbers[i]);
    if (last > i) out += fmt::format("-{}", numbers[last]);
    i = last + 1;
  }
  return out;
}

const xml::Codec cpuset_codec{[](void* field, std::string_view text, const xml::Item&) {
                                const auto numbers = parse_cpuset(text);
                                if (!numbers)
                                  throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE,
                                              "Failed to parse bitmap '{}'", text);
                                *static_cast<std::string*>(field) = format_cpuset(*numbers);
                                return true;
                              },
                              [](const void* field, std::string& out, const xml::Item&) {
                                const auto& value = *static_cast<const std::string*>(field);
                                out += value;
                                return !value.empty();
                              },
                              nullptr};

}  // namespace vireo::model
