// SPDX-License-Identifier: LGPL-2.1-or-later
// What every fuzz target uses. An Error is a fair answer to bad input; any other exception, and a broken
// promise, ends the program.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/error.hpp"

#define FUZZ_REQUIRE(condition)                                            \
  do {                                                                     \
    if (!(condition)) {                                                    \
      std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                        \
    }                                                                      \
  } while (false)

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

template <class F>
void allowing_errors(F f) {
  try {
    f();
  } catch (const vireo::Error&) {
  }
}
