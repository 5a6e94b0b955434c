// SPDX-License-Identifier: LGPL-2.1-or-later
// What reading and growing lists of typed parameters share.
#pragma once

#include "api/call.hpp"

namespace vireo::api {

/// "int", "uint" …
const char* typed_parameter_name(int type) noexcept;

/// call() for functions without a handle: -1 and the last error when `what` throws.
template <class F>
int typed_params_call(const char* function, F what) noexcept {
  reset_last_error();
  try {
    return what();
  } catch (...) {
    report_exception(function, VIR_FROM_NONE, nullptr);
    return -1;
  }
}

}  // namespace vireo::api
