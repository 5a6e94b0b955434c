// SPDX-License-Identifier: LGPL-2.1-or-later
// What all opaque handles of the C interface have in common: a magic number that tells a live handle of the
// right kind from any other pointer, and a count of references. The last unref() deletes the handle.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

namespace vireo::api {

template <class Self, std::uint32_t Magic>
class Handle {
 public:
  Handle(const Handle&) = delete;

  static bool valid(const Self* handle) noexcept {
    return handle && handle->magic_.load(std::memory_order_relaxed) == Magic;
  }
  void ref() noexcept { references_.fetch_add(1, std::memory_order_relaxed); }
  /// False when the last reference is being given back on another thread.
  bool try_ref() noexcept {
    int now = references_.load(std::memory_order_relaxed);
    while (now > 0)
      if (references_.compare_exchange_weak(now, now + 1, std::memory_order_relaxed)) return true;
    return false;
  }
  /// The number of references left.
  int unref() noexcept {
    int left = references_.fetch_sub(1, std::memory_order_acq_rel) - 1;
    if (left == 0) delete static_cast<Self*>(this);
    return left;
  }

 protected:
  Handle() = default;
  ~Handle() { magic_.store(0, std::memory_order_relaxed); }

 private:
  std::atomic<std::uint32_t> magic_{Magic};
  std::atomic<int> references_{1};
};

/// A counted reference to a handle.
template <class H>
class Ref {
 public:
  Ref() = default;
  explicit Ref(H& handle) noexcept : handle_(&handle) { handle_->ref(); }
  /// Empty when the handle is on its way out; the caller keeps its memory from going meanwhile.
  static Ref try_take(H& handle) noexcept {
    Ref taken;
    if (handle.try_ref()) taken.handle_ = &handle;
    return taken;
  }
  Ref(Ref&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Ref& operator=(Ref&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  ~Ref() {
    if (handle_) handle_->unref();
  }
  H* get() const noexcept { return handle_; }
  H* operator->() const noexcept { return handle_; }
  H& operator*() const noexcept { return *handle_; }
  explicit operator bool() const noexcept { return handle_; }

 private:
  H* handle_ = nullptr;
};

}  // namespace vireo::api
