// SPDX-License-Identifier: LGPL-2.1-or-later
// A domain's XML: what is accepted must be written such that it reads back as the same value.
#include "fuzz.hpp"
#include "model/domain_xml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace vireo::model;
  allowing_errors([&] {
    const Domain said = parse_domain(as_text(data, size), {.complete = false});
    const std::string text = format_domain(said, {.secure = true, .inactive = true});
    const Domain again = parse_domain(text, {.complete = false});
    FUZZ_REQUIRE(format_domain(again, {.secure = true, .inactive = true}) == text);
  });
  allowing_errors([&] { parse_domain(as_text(data, size), {.inactive = false}); });
  return 0;
}
