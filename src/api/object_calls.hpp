// SPDX-License-Identifier: LGPL-2.1-or-later
// What the functions of all kinds of objects do alike, as `what` of a call(): lists, look-ups, references.
#pragma once

#include <algorithm>

#include "api/objects.hpp"

namespace vireo::api {

inline Uuid uuid_of(const unsigned char* bytes) {
  Uuid uuid;
  std::copy_n(bytes, uuid.bytes.size(), uuid.bytes.begin());
  return uuid;
}
inline Uuid uuid_of_text(const char* function, const char* argument, const char* text) {
  const auto uuid = Uuid::parse(text);
  if (!uuid)
    throw bad_argument(function, argument, fmt::format("{} in {} must be a valid UUID", argument, function));
  return *uuid;
}

/// `what` of the three look-ups by name, UUID and UUID as text: Method(value).
template <auto Method>
auto looks_up_name(const char* name, const char* argument) {
  return [=](auto& self) {
    self.not_null(name, argument);
    return self.template run<Method>(name);
  };
}
template <auto Method>
auto looks_up_uuid(const unsigned char* uuid, const char* argument) {
  return [=](auto& self) {
    self.not_null(uuid, argument);
    return self.template run<Method>(uuid_of(uuid));
  };
}
template <auto Method>
auto looks_up_uuid_text(const char* uuid, const char* argument) {
  return [=](auto& self) {
    self.not_null(uuid, argument);
    return self.template run<Method>(uuid_of_text(self.function, argument, uuid));
  };
}

/// `what` of a method that takes an XML text first.
template <auto Method, class... Args>
auto takes_xml(const char* xml, const char* argument, Args... args) {
  return [=](auto& self) {
    self.not_null(xml, argument);
    return self.template run<Method>(xml, args...);
  };
}

/// `what` of virConnectList…: fills at most `max` names, each the caller's to free; returns how many.
template <auto Method, class... Args>
auto lists_names(char** names, const char* argument, int max, const char* max_argument, Args... args) {
  return [=](auto& self) {
    self.not_negative(max, max_argument);
    if (max) self.not_null(names, argument);
    const auto found = self.template run<Method>(args..., max);
    const auto count = std::min<std::size_t>(found.size(), max);
    std::transform(found.begin(), found.begin() + count, names, c_string);
    return static_cast<int>(count);
  };
}

/// A null-terminated array of handles. The caller frees each and the array.
template <class H, class Items, class Make>
H** handle_array(Items& items, Make make) {
  auto** array = static_cast<H**>(std::calloc(items.size() + 1, sizeof(H*)));
  if (!array) throw std::bad_alloc();
  std::transform(items.begin(), items.end(), array, make);
  return array;
}

/// `what` of virConnectListAll…: Method(need_results, flags) → Listing.
template <auto Method, class H>
auto lists_all(H*** handles, unsigned flags) {
  return [=](auto& self) {
    if (handles) *handles = nullptr;
    auto found = self.template run<Method>(handles != nullptr, flags);
    if (!handles) return static_cast<int>(found.count);
    _virConnect& connection = self.connection();
    *handles = handle_array<H>(found.items, [&](auto& item) { return new H(connection, std::move(item)); });
    return static_cast<int>(found.items.size());
  };
}

/// `what` of virXxxRef and virXxxFree.
inline auto takes_reference() {
  return [](auto& self) { self.handle.ref(); };
}
inline auto gives_reference_back() {
  return [](auto& self) { self.handle.unref(); };
}
/// `what` of virXxxGetConnect: no reference is taken.
inline auto says_connection() {
  return [](auto& self) { return self.handle.connection.get(); };
}
inline auto copies_uuid(unsigned char* to, const char* argument) {
  return [=](auto& self) {
    self.not_null(to, argument);
    const Uuid& uuid = self.handle.reference.uuid;
    std::copy(uuid.bytes.begin(), uuid.bytes.end(), to);
  };
}
inline auto prints_uuid(char* to, const char* argument) {
  return [=](auto& self) {
    self.not_null(to, argument);
    std::strcpy(to, self.handle.reference.uuid.to_string().c_str());
  };
}

}  // namespace vireo::api
