// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/wire_error.hpp"

namespace vireo::rpc {
namespace {

/// Texts may be longer than what the protocol carries.
std::string carried(const std::string& text) { return text.substr(0, string_max); }

std::optional<std::string> carried(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  return carried(*text);
}

}  // namespace

WireError to_wire(const ErrorData& data) {
  WireError error;
  error.code = data.code;
  error.domain = data.domain;
  error.message = carried(data.message);
  error.level = data.level;
  error.str1 = carried(data.str1);
  error.str2 = carried(data.str2);
  error.str3 = carried(data.str3);
  error.int1 = data.int1;
  error.int2 = data.int2;
  return error;
}

ErrorData from_wire(const WireError& error) {
  ErrorData data;
  data.code = error.code;
  data.domain = error.domain;
  data.level = error.level;
  data.message = error.message.value_or("");
  data.str1 = error.str1;
  data.str2 = error.str2;
  data.str3 = error.str3;
  data.int1 = error.int1;
  data.int2 = error.int2;
  return data;
}

Error unsupported_function(std::string_view function) {
  return Error(VIR_ERR_NO_SUPPORT, VIR_FROM_DOM, std::string(function));
}

ErrorData call_error(std::string_view function) noexcept {
  ErrorData data = current_error();
  try {
    if (data.code == VIR_ERR_NO_SUPPORT && !data.str2) return unsupported_function(function).data();
  } catch (...) {
    return current_error();
  }
  return data;
}

}  // namespace vireo::rpc
