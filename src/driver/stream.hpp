// SPDX-License-Identifier: LGPL-2.1-or-later
// A stream of bytes between a caller and something of a domain (console, channel), and the capability that
// opens them. A stream lives on its connection's loop and is used by one party.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "base/task.hpp"
#include "driver/capability.hpp"
#include "driver/types.hpp"

namespace vireo::driver {

enum class Readiness : unsigned { none = 0, readable = 1, writable = 2, error = 4, hangup = 8 };

class ByteStream {
 public:
  virtual ~ByteStream() = default;  ///< aborts unless finished
  /// Reads what is there: nullopt when nothing is yet, 0 at the end. Throws when the stream has failed.
  virtual std::optional<std::size_t> try_read(std::span<std::byte> to) = 0;
  /// Writes what fits without waiting: nullopt when nothing does.
  virtual std::optional<std::size_t> try_write(std::span<const std::byte> from) = 0;
  /// Waits until one of the wanted states (bit-or of Readiness) holds, or the stream has ended or failed.
  virtual Task<unsigned> wait(unsigned wanted) = 0;
  /// Calls `listener` on the loop's thread whenever readiness may have changed; empty to stop.
  virtual void on_change(std::function<void()> listener) = 0;
  virtual unsigned readiness() const = 0;
  /// Orderly end: everything written has arrived, or throws.
  virtual Task<void> finish() = 0;
  virtual void abort() noexcept = 0;
};

using StreamPtr = std::unique_ptr<ByteStream>;

/// A stream, and what the call that opens it says about it.
template <class R>
struct StreamWith {
  StreamPtr stream;
  R value{};
};

template <class R>
inline constexpr bool opens_stream = false;
template <>
inline constexpr bool opens_stream<StreamPtr> = true;
template <class R>
inline constexpr bool opens_stream<StreamWith<R>> = true;

class Console : public Capability {
 public:
  using Capability::Capability;
  /// `device`: alias of a serial, console or parallel device; without, the first console or serial.
  virtual Task<StreamPtr> open_console(DomainRef domain, std::optional<std::string> device,
                                       std::uint32_t flags) {
    return other<&Console::open_console>(domain, device, flags);
  }
  virtual Task<StreamPtr> open_channel(DomainRef domain, std::optional<std::string> name,
                                       std::uint32_t flags) {
    return other<&Console::open_channel>(domain, name, flags);
  }
};

}  // namespace vireo::driver
