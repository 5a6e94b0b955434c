// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/uuid.hpp"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>

#include "base/error.hpp"

namespace vireo {
namespace {

constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<Uuid> Uuid::parse(std::string_view text) noexcept {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  Uuid uuid;
  for (auto& byte : uuid.bytes) {
    while (!text.empty() && (text.front() == '-' || text.front() == ' ')) text.remove_prefix(1);
    if (text.size() < 2) return std::nullopt;
    int high = digit(text[0]), low = digit(text[1]);
    if (high < 0 || low < 0) return std::nullopt;
    byte = static_cast<std::uint8_t>(high << 4 | low);
    text.remove_prefix(2);
  }
  if (!text.empty()) return std::nullopt;
  return uuid;
}

Uuid Uuid::generate() {
  Uuid uuid;
  std::size_t got = 0;
  while (got < uuid.bytes.size()) {
    auto n = ::getrandom(uuid.bytes.data() + got, uuid.bytes.size() - got, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw system_error(errno, VIR_FROM_NONE, "cannot generate a UUID");
    got += static_cast<std::size_t>(n);
  }
  uuid.bytes[6] = (uuid.bytes[6] & 0x0f) | 0x40;
  uuid.bytes[8] = (uuid.bytes[8] & 0x3f) | 0x80;
  return uuid;
}

std::string Uuid::to_string() const {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += digits[bytes[i] >> 4];
    text += digits[bytes[i] & 15];
  }
  return text;
}

bool Uuid::is_plausible() const noexcept {
  return std::ranges::any_of(bytes, [&](std::uint8_t byte) { return byte != bytes[0]; });
}

}  // namespace vireo
