// SPDX-License-Identifier: LGPL-2.1-or-later
// The last error of each thread and the functions that are told of errors. Strings inside a virError are
// malloc'ed: programs free them with virFreeError or virResetError.
#pragma once

#include <libvirt/virterror.h>

#include <string>

#include "base/error.hpp"

namespace vireo::api {

/// A virError that frees its strings.
class ErrorSlot {
 public:
  ErrorSlot() = default;
  ErrorSlot(const ErrorSlot&) = delete;
  ~ErrorSlot() { clear(); }
  void clear() noexcept;
  void set(const ErrorData& data) noexcept;
  void set(const virError& other) noexcept;
  bool empty() const noexcept { return error_.code == VIR_ERR_OK; }
  virError& get() noexcept { return error_; }

 private:
  virError error_{};
};

/// The calling thread's.
ErrorSlot& last_error() noexcept;

/// At the start of every call: nearly always nothing to do.
inline void reset_last_error() noexcept {
  if (auto& last = last_error(); !last.empty()) last.clear();
}

/// Keeps the error as the thread's last and as the connection's, and tells it once to the connection's error
/// function, else to the process's, else prints it. `connection` may be null.
void report(const ErrorData& data, virConnectPtr connection) noexcept;

/// As virDefaultErrorFunc prints it, without the line's end.
std::string describe(const virError& error);

/// "QEMU Driver" …; empty for VIR_FROM_NONE.
const char* error_domain_name(int domain) noexcept;

/// VIR_ERR_INVALID_ARG as the C interface reports its own arguments: function and argument in str1 and str2.
Error bad_argument(const char* function, const char* argument, std::string text);

/// Deep copy; false when memory is short. `to` is overwritten, not freed.
bool copy_error(const virError& from, virError& to) noexcept;

}  // namespace vireo::api
