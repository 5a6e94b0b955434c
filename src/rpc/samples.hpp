// SPDX-License-Identifier: LGPL-2.1-or-later
// For tests: values with something in every member, so that a mix-up of members shows.
#pragma once

#include "rpc/xdr.hpp"

namespace vireo::rpc {

template <class T>
T sample(int seed = 1) {
  T value{};
  if constexpr (std::same_as<T, bool>)
    value = true;
  else if constexpr (std::integral<T> || std::same_as<T, double>)
    value = static_cast<T>(seed);
  else if constexpr (std::same_as<T, std::string>)
    value = "text " + std::to_string(seed);
  else if constexpr (std::same_as<T, Uuid>)
    value.bytes = {1, 2, 3, static_cast<std::uint8_t>(seed)};
  else if constexpr (std::same_as<T, driver::TypedValue>)
    value = std::string("typed");
  else if constexpr (is_optional<T>)
    value = sample<typename T::value_type>(seed);
  else if constexpr (is_list<T>)
    value = T(std::vector{sample<typename T::value_type>(seed), sample<typename T::value_type>(seed + 1)});
  else if constexpr (is_opaque<T>)
    value.bytes = {static_cast<unsigned char>(seed), 0, 255};
  else if constexpr (is_char_array<T>)
    value[0] = static_cast<char>(seed);
  else if constexpr (!std::is_empty_v<T>)
    boost::pfr::for_each_field(
        value, [&seed](auto& field) { field = sample<std::remove_cvref_t<decltype(field)>>(seed++); });
  return value;
}

template <class... A>
Bytes encoded(const A&... values) {
  Bytes bytes;
  Encoder out(bytes);
  (out.put(values), ...);
  return bytes;
}

}  // namespace vireo::rpc
