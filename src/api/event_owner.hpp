// SPDX-License-Identifier: LGPL-2.1-or-later
// Shared ownership through the `opaque` pointer of the program's event loop: the loop holds a reference until
// it has called the free function.
#pragma once

#include <memory>

namespace vireo::api {

template <class T>
void* own(std::shared_ptr<T> object) {
  return new std::shared_ptr<T>(std::move(object));
}
template <class T>
T& owner(void* opaque) {
  return **static_cast<std::shared_ptr<T>*>(opaque);
}
/// Keeps the object for the time of a call, which may end with its removal.
template <class T>
std::shared_ptr<T> shared_owner(void* opaque) {
  return *static_cast<std::shared_ptr<T>*>(opaque);
}
template <class T>
void disown(void* opaque) {
  delete static_cast<std::shared_ptr<T>*>(opaque);
}

}  // namespace vireo::api
