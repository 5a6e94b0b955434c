// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/escaped.hpp"

#include "base/logging.hpp"

namespace vireo {

static Logger log{"base.loop"};

void report_escaped(std::string_view where, const ErrorData& error) noexcept {
  log.error("{} ended with an error: {}", where, error.message);
}

void report_escaped(std::string_view where, std::exception_ptr error) noexcept {
  try {
    std::rethrow_exception(error);
  } catch (...) {
    report_escaped(where, current_error());
  }
}

}  // namespace vireo
