// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/picture.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace vireo::test_driver {

namespace {

constexpr std::uint32_t width = 160, height = 120;

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
  return bytes;
}

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xffffffff;
  for (unsigned char byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

std::uint32_t adler32(std::string_view bytes) {
  std::uint32_t low = 1, high = 0;
  for (unsigned char byte : bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high << 16 | low;
}

std::string chunk(std::string_view type, std::string_view data) {
  const auto body = std::string(type) + std::string(data);
  return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(crc32(body));
}

/// Lines of grey, each behind the number of its filter (none).
std::string pixels() {
  std::string lines;
  for (std::uint32_t y = 0; y < height; ++y) {
    lines += '\0';
    for (std::uint32_t x = 0; x < width; ++x) lines += static_cast<char>(x + y);
  }
  return lines;
}

/// A zlib stream of one block that is stored as it is: it must be shorter than 64 KiB.
std::string stored(std::string_view data) {
  static_assert((width + 1) * height < 65536);
  const auto size = static_cast<std::uint16_t>(data.size());
  std::string stream("\x78\x01\x01", 3);
  for (const auto word : {size, static_cast<std::uint16_t>(~size)}) {
    stream += static_cast<char>(word & 0xff);
    stream += static_cast<char>(word >> 8);
  }
  return stream + std::string(data) + big_endian(adler32(data));
}

}  // namespace

std::vector<std::byte> test_picture() {
  // Eight bits of grey; compression, filter and interlacing are the standard's zeros.
  const std::string form("\x08\0\0\0\0", 5);
  const auto file = std::string("\x89PNG\r\n\x1a\n", 8) +
                    chunk("IHDR", big_endian(width) + big_endian(height) + form) +
                    chunk("IDAT", stored(pixels())) + chunk("IEND", "");
  const auto* first = reinterpret_cast<const std::byte*>(file.data());
  return {first, first + file.size()};
}

}  // namespace vireo::test_driver
