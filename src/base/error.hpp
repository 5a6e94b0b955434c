// SPDX-License-Identifier: LGPL-2.1-or-later
// The one exception type of the project. It is thrown where the cause is known and caught at the edges
// (C API, RPC session, main), which turn it into libvirt's error. Nothing in between logs and rethrows.
#pragma once

#include <fmt/format.h>
#include <libvirt/virterror.h>

#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace vireo {

/// What libvirt's virError carries, as a value. `code` and `domain` are the numbers of virterror.h.
struct ErrorData {
  int code = VIR_ERR_INTERNAL_ERROR;
  int domain = VIR_FROM_NONE;
  int level = VIR_ERR_ERROR;
  std::string message;              ///< whole text, e.g. "Domain not found: no domain with matching name 'a'"
  std::optional<std::string> str1;  ///< libvirt: the format of the code, e.g. "Domain not found: %s"
  std::optional<std::string> str2;  ///< libvirt: the detail that filled it in
  std::optional<std::string> str3;
  int int1 = -1;
  int int2 = -1;
  bool operator==(const ErrorData&) const = default;
};

class Error : public std::exception {
 public:
  /// `detail` is put behind the code's fixed opening words ("Domain not found: …"); empty: the code's words
  /// only.
  Error(int code, int domain, std::string detail);
  /// Takes over an error made elsewhere (from the wire, from another thread) unchanged.
  explicit Error(ErrorData data) : data_(std::move(data)) {}

  const char* what() const noexcept override { return data_.message.c_str(); }
  const ErrorData& data() const noexcept { return data_; }
  int code() const noexcept { return data_.code; }
  int domain() const noexcept { return data_.domain; }

  /// The same error with `cause` appended to its text and detail: outer text short, causes after it.
  Error caused_by(const std::exception& cause) const;

 private:
  ErrorData data_;
};

/// throw error(VIR_ERR_NO_DOMAIN, VIR_FROM_QEMU, "no domain with matching name '{}'", name);
template <class... Args>
Error error(int code, int domain, fmt::format_string<Args...> format, Args&&... args) {
  return Error(code, domain, fmt::format(format, std::forward<Args>(args)...));
}

/// VIR_ERR_SYSTEM_ERROR with errno's text behind the message and errno in int1, as libvirt does.
Error system_error(int errno_value, int domain, std::string_view message);

/// The system's text of an errno value. Thread-safe.
std::string errno_text(int errno_value);

/// libvirt's fixed text of a code: "Domain not found: %s", or without detail "Domain not found".
std::string_view error_text(int code, bool with_detail);

/// The error in flight as data: an Error unchanged, bad_alloc as VIR_ERR_NO_MEMORY, system_error (also
/// Asio's) as VIR_ERR_SYSTEM_ERROR, anything else as VIR_ERR_INTERNAL_ERROR. For the edges only; call it
/// inside a catch block.
ErrorData current_error() noexcept;

}  // namespace vireo
