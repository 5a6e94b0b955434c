// SPDX-License-Identifier: LGPL-2.1-or-later
// The wire layout of a type as text, derived exactly as xdr.hpp derives the bytes. For the wire lock test.
#pragma once

#include <string>

#include "rpc/xdr.hpp"

namespace vireo::rpc {

/// "int", "unsigned hyper", "string?", "{string uuid int}<16384>" …
template <class T>
std::string layout() {
  if constexpr (std::same_as<T, std::string>)
    return "string";
  else if constexpr (std::same_as<T, Uuid>)
    return "uuid";
  else if constexpr (std::same_as<T, double>)
    return "double";
  else if constexpr (std::same_as<T, driver::TypedValue>)
    return "typed_value";
  else if constexpr (std::same_as<T, char>)
    return "char";
  else if constexpr (std::integral<T>) {
    constexpr const char* names[] = {"char", "short", "int", "hyper"};
    return std::string(std::is_signed_v<T> ? "" : "unsigned ") + names[std::countr_zero(sizeof(T))];
  } else if constexpr (is_optional<T>)
    return layout<typename T::value_type>() + "?";
  else if constexpr (is_list<T>)
    return layout<typename T::value_type>() + "<" + std::to_string(T::max) + ">";
  else if constexpr (is_opaque<T>)
    return "opaque<" + std::to_string(T::max) + ">";
  else if constexpr (is_char_array<T>)
    return "char[" + std::to_string(std::tuple_size_v<T>) + "]";
  else {
    std::string text = "{";
    [&text]<std::size_t... I>(std::index_sequence<I...>) {
      ((text += (I ? " " : "") + layout<boost::pfr::tuple_element_t<I, T>>()), ...);
    }
    (std::make_index_sequence<boost::pfr::tuple_size_v<T>>());
    return text + "}";
  }
}

}  // namespace vireo::rpc
