// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/uuid.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (auto uuid = vireo::Uuid::parse(as_text(data, size)))
    FUZZ_REQUIRE(vireo::Uuid::parse(uuid->to_string()) == uuid);
  return 0;
}
