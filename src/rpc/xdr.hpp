// SPDX-License-Identifier: LGPL-2.1-or-later
// XDR (RFC 4506) derived from C++ types: integers, strings, optional, driver::List, driver::Opaque, arrays of
// characters, Uuid, typed parameters, and any aggregate of these, member by member in declaration order.
// Decoding reads what others wrote: every length is checked against the bytes that are there before anything
// is allocated; whatever does not fit throws DecodeError.
#pragma once

#include <array>
#include <bit>
#include <boost/pfr/core.hpp>
#include <boost/pfr/tuple_size.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/uuid.hpp"
#include "driver/types.hpp"

namespace vireo::rpc {

using Bytes = std::vector<std::byte>;

inline constexpr std::uint32_t string_max = 4194304;

/// What was received is not what the type says. The edge turns it into libvirt's error.
class DecodeError : public std::exception {
 public:
  const char* what() const noexcept override { return "malformed XDR"; }
};

template <class T>
inline constexpr bool is_list = false;
template <class T, std::uint32_t Max>
inline constexpr bool is_list<driver::List<T, Max>> = true;
template <class T>
inline constexpr bool is_opaque = false;
template <std::uint32_t Max>
inline constexpr bool is_opaque<driver::Opaque<Max>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_char_array = false;
template <std::size_t N>
inline constexpr bool is_char_array<std::array<char, N>> = true;
template <class T>
concept Word = std::integral<T> && sizeof(T) <= 4;
template <class T>
concept Hyper = std::integral<T> && sizeof(T) == 8;

/// Appends to a buffer that the caller owns and may reuse.
class Encoder {
 public:
  explicit Encoder(Bytes& out) noexcept : out_(out) {}

  void word(std::uint32_t value);
  void hyper(std::uint64_t value);
  /// Bytes and padding up to a multiple of four; no length.
  void raw(std::span<const std::byte> bytes);
  /// Throws VIR_ERR_RPC when longer than the protocol's limit.
  void string(std::string_view text);
  void typed(const driver::TypedValue& value);
  /// Throws VIR_ERR_RPC when `count` is above `max`.
  void count(std::size_t count, std::uint32_t max);

  template <class T>
  void put(const T& value) {
    if constexpr (Word<T>)
      word(static_cast<std::uint32_t>(static_cast<std::int64_t>(value)));
    else if constexpr (Hyper<T>)
      hyper(static_cast<std::uint64_t>(value));
    else if constexpr (std::same_as<T, double>)
      hyper(std::bit_cast<std::uint64_t>(value));
    else if constexpr (std::same_as<T, std::string>)
      string(value);
    else if constexpr (std::same_as<T, Uuid>)
      raw(std::as_bytes(std::span(value.bytes)));
    else if constexpr (std::same_as<T, driver::TypedValue>)
      typed(value);
    else if constexpr (is_optional<T>) {
      word(value ? 1 : 0);
      if (value) put(*value);
    } else if constexpr (is_list<T>) {
      count(value.size(), T::max);
      for (const auto& item : value) put(item);
    } else if constexpr (is_opaque<T>) {
      count(value.bytes.size(), T::max);
      raw(std::as_bytes(std::span(value.bytes)));
    } else if constexpr (is_char_array<T>) {
      for (const char c : value) put(c);
    } else if constexpr (!std::is_empty_v<T>)
      boost::pfr::for_each_field(value, [this](const auto& field) { put(field); });
  }

 private:
  Bytes& out_;
};

/// Fewest bytes a value of the type takes on the wire: bounds the count of a list before it is allocated.
template <class T>
consteval std::size_t min_wire_size() {
  if constexpr (Hyper<T> || std::same_as<T, double>)
    return 8;
  else if constexpr (std::same_as<T, Uuid>)
    return 16;
  else if constexpr (std::same_as<T, driver::TypedValue>)
    return 8;
  else if constexpr (is_char_array<T>)
    return 4 * std::tuple_size_v<T>;
  else if constexpr (Word<T> || std::same_as<T, std::string> || is_optional<T> || is_list<T> || is_opaque<T>)
    return 4;
  else
    return []<std::size_t... I>(std::index_sequence<I...>) {
      return (std::size_t{0} + ... + min_wire_size<boost::pfr::tuple_element_t<I, T>>());
    }
  (std::make_index_sequence<boost::pfr::tuple_size_v<T>>());
}

/// Reads from bytes that outlive it.
class Decoder {
 public:
  explicit Decoder(std::span<const std::byte> bytes) noexcept : bytes_(bytes) {}

  std::uint32_t word();
  std::uint64_t hyper();
  /// A view of `size` bytes; skips the padding too.
  std::span<const std::byte> raw(std::size_t size);
  std::string string();
  driver::TypedValue typed();
  /// A count that is within `max` and for which `item_size` bytes each are there.
  std::uint32_t count(std::uint32_t max, std::size_t item_size);
  std::size_t remaining() const noexcept { return bytes_.size(); }
  /// Throws unless everything was consumed.
  void finish() const;

  template <class T>
  T get() {
    T value{};
    read(value);
    return value;
  }

  template <class T>
  void read(T& value) {
    if constexpr (Word<T>)
      value = narrow<T>(word());
    else if constexpr (Hyper<T>)
      value = static_cast<T>(hyper());
    else if constexpr (std::same_as<T, double>)
      value = std::bit_cast<double>(hyper());
    else if constexpr (std::same_as<T, std::string>)
      value = string();
    else if constexpr (std::same_as<T, Uuid>)
      std::memcpy(value.bytes.data(), raw(16).data(), 16);
    else if constexpr (std::same_as<T, driver::TypedValue>)
      value = typed();
    else if constexpr (is_optional<T>) {
      if (flag()) read(value.emplace());
    } else if constexpr (is_list<T>) {
      const std::uint32_t n = count(T::max, min_wire_size<typename T::value_type>());
      value.reserve(n);
      for (std::uint32_t i = 0; i < n; ++i) read(value.emplace_back());
    } else if constexpr (is_opaque<T>) {
      const auto bytes = raw(count(T::max, 1));
      const auto* first = reinterpret_cast<const unsigned char*>(bytes.data());
      value.bytes.assign(first, first + bytes.size());
    } else if constexpr (is_char_array<T>) {
      for (char& c : value) read(c);
    } else if constexpr (!std::is_empty_v<T>)
      boost::pfr::for_each_field(value, [this](auto& field) { read(field); });
  }

 private:
  bool flag();

  template <class T>
  static T narrow(std::uint32_t word) {
    if constexpr (sizeof(T) == 4)
      return static_cast<T>(word);
    else if constexpr (std::same_as<T, char>) {  // peers disagree whether it is signed
      const auto value = static_cast<std::int32_t>(word);
      if (value < -128 || value > 255) throw DecodeError();
      return static_cast<char>(value);
    } else {
      const std::int64_t value =
          std::is_signed_v<T> ? std::int64_t{static_cast<std::int32_t>(word)} : std::int64_t{word};
      if (value < std::numeric_limits<T>::min() || value > std::numeric_limits<T>::max()) throw DecodeError();
      return static_cast<T>(value);
    }
  }

  std::span<const std::byte> bytes_;
};

}  // namespace vireo::rpc
