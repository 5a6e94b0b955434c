// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/logging.hpp"
#include "base/units.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto text = as_text(data, size);
  allowing_errors([&] { FUZZ_REQUIRE(vireo::parse_bytes(text, 1024, 1u << 30) <= 1u << 30); });
  allowing_errors([&] { vireo::scale_to_kib(size, text); });
  allowing_errors([&] {
    auto filters = vireo::parse_log_filters(text);
    FUZZ_REQUIRE(vireo::parse_log_filters(to_string(filters)) == filters);
  });
  allowing_errors([&] {
    auto outputs = vireo::parse_log_outputs(text);
    FUZZ_REQUIRE(vireo::parse_log_outputs(to_string(outputs)) == outputs);
  });
  return 0;
}
