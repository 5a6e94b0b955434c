// SPDX-License-Identifier: LGPL-2.1-or-later
// The table behind error_text(); a static constant, indexed by code without gaps.
#pragma once

#include <span>

namespace vireo {

struct ErrorText {
  int code;
  const char* plain;   ///< the message of an error that has no detail
  const char* format;  ///< with one %s for the detail
};

std::span<const ErrorText> error_texts();

}  // namespace vireo
