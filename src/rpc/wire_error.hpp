// SPDX-License-Identifier: LGPL-2.1-or-later
// The error as it crosses the wire, and its way to and from ErrorData.
#pragma once

#include "base/error.hpp"
#include "rpc/xdr.hpp"

namespace vireo::rpc {

struct WireNetwork {
  std::string name;
  Uuid uuid;
};

struct WireError {
  std::int32_t code = 0;
  std::int32_t domain = 0;
  std::optional<std::string> message;
  std::int32_t level = 0;
  std::optional<driver::DomainRef> dom;
  std::optional<std::string> str1, str2, str3;
  std::int32_t int1 = 0, int2 = 0;
  std::optional<WireNetwork> network;
};

WireError to_wire(const ErrorData& data);
ErrorData from_wire(const WireError& error);

/// The function is not there: "this function is not supported by the connection driver: NAME".
Error unsupported_function(std::string_view function);
/// The error in flight, ready for the caller of `function`: a driver's "not supported" gets its name.
ErrorData call_error(std::string_view function) noexcept;

}  // namespace vireo::rpc
