// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/uri.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  allowing_errors([&] {
    auto text = vireo::Uri::parse(as_text(data, size)).to_string();
    // What was written once is written the same ever after.
    FUZZ_REQUIRE(vireo::Uri::parse(text).to_string() == text);
  });
  return 0;
}
