// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/escaped.hpp"

#include <cstdio>

namespace vireo {

void report_escaped(std::string_view where, const ErrorData& error) noexcept {
  std::fprintf(stderr, "error escaped from %.*s: %s\n", static_cast<int>(where.size()), where.data(),
               error.message.c_str());
}

void report_escaped(std::string_view where, std::exception_ptr error) noexcept {
  try {
    std::rethrow_exception(error);
  } catch (...) {
    report_escaped(where, current_error());
  }
}

}  // namespace vireo
