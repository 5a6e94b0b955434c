// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/types.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "xml/declare.hpp"

namespace vireo::model {

namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::optional<Mac> Mac::parse(std::string_view text) noexcept {
  Mac mac;
  std::size_t at = 0;
  for (std::size_t i = 0; i < mac.bytes.size(); ++i) {
    int value = -1;
    for (int digits = 0; digits < 2 && at < text.size() && digit(text[at]) >= 0; ++digits)
      value = (value < 0 ? 0 : value * 16) + digit(text[at++]);
    if (value < 0) return std::nullopt;
    mac.bytes[i] = static_cast<std::uint8_t>(value);
    if (i + 1 < mac.bytes.size() && (at >= text.size() || text[at++] != ':')) return std::nullopt;
  }
  return at == text.size() ? std::optional(mac) : std::nullopt;
}

std::string Mac::to_string() const { return fmt::format("{:02x}", fmt::join(bytes, ":")); }

const xml::Codec Mac::codec{[](void* field, std::string_view text, const xml::Item&) {
                              const auto mac = Mac::parse(text);
                              if (mac) *static_cast<Mac*>(field) = *mac;
                              return mac.has_value();
                            },
                            [](const void* field, std::string& out, const xml::Item&) {
                              out += static_cast<const Mac*>(field)->to_string();
                              return true;
                            },
                            nullptr};

}  // namespace vireo::model
