// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/saved_image.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

#include "base/error.hpp"
#include "base/unique_fd.hpp"

namespace vireo::test_driver {

namespace {

constexpr std::string_view magic{"TestGuestMagic", 15};  // with its NUL
constexpr std::uint32_t longest = 16u << 20;

/// The file is the user's choice, perhaps a device: it is opened as it is, not replaced.
void write(const std::string& path, std::string_view content, std::string_view failure) {
  const auto fail = [&](std::string_view what) -> Error {
    return system_error(errno, VIR_FROM_TEST, fmt::format("{}{}", failure, what));
  };
  UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0600));
  if (!file) throw fail("");
  while (!content.empty()) {
    const auto written = ::write(file.get(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      Error error = fail("write failed");
      ::unlink(path.c_str());
      throw error;
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Reads until `size` bytes or the end.
std::string read(const UniqueFd& file, std::size_t size, std::string_view failure) {
  std::string bytes(size, '\0');
  std::size_t count = 0;
  errno = 0;
  while (count < size) {
    const auto got = ::read(file.get(), bytes.data() + count, size - count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) throw system_error(errno, VIR_FROM_TEST, failure);
    count += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace

void write_image(const std::string& path, std::string_view xml, std::string_view failure) {
  const auto length = static_cast<std::uint32_t>(xml.size());
  std::string content(magic);
  content.append(reinterpret_cast<const char*>(&length), sizeof length);
  content += xml;
  write(path, content, failure);
}

void write_core(const std::string& path, std::string_view failure) { write(path, magic, failure); }

std::string read_image(const std::string& path) {
  UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!file) throw system_error(errno, VIR_FROM_TEST, fmt::format("cannot read domain image '{}'", path));
  if (read(file, magic.size(), fmt::format("incomplete save header in '{}'", path)) != magic)
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "mismatched header magic");
  std::uint32_t length = 0;
  const auto bytes = read(file, sizeof length, fmt::format("failed to read metadata length in '{}'", path));
  std::memcpy(&length, bytes.data(), sizeof length);
  if (length < 1 || length > longest)
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "length of metadata out of range");
  return read(file, length, fmt::format("incomplete metadata in '{}'", path));
}

}  // namespace vireo::test_driver
