// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/config.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  allowing_errors([&] {
    auto config = vireo::Config::parse(as_text(data, size), "fuzz");
    for (auto key : {"a", "b", "listen_tls", "log_outputs"}) {
      allowing_errors([&] { config.string(key); });
      allowing_errors([&] { config.strings(key); });
      allowing_errors([&] { config.integer(key, -5, 5); });
      allowing_errors([&] { config.unsigned_integer(key); });
      allowing_errors([&] { config.boolean(key); });
    }
    config.refuse_unknown();
  });
  return 0;
}
