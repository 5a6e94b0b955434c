// SPDX-License-Identifier: LGPL-2.1-or-later
// The same bytes, in one piece or in two, give the same number of messages, or an error either way.
#include "drivers/qemu/qmp.hpp"
#include "fuzz.hpp"

namespace {

int messages(std::string_view first, std::string_view second) {
  vireo::qemu::qmp::Machine machine(64 * 1024);
  machine.issue({"query-status", {}});
  machine.issue({"stop", {}});
  int count = -1;
  allowing_errors([&] {
    machine.feed(first);
    machine.feed(second);
    for (count = 0; machine.next();) ++count;
  });
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = as_text(data, size);
  const std::size_t cut = size == 0 ? 0 : data[0] % size;
  FUZZ_REQUIRE(messages(text, {}) == messages(text.substr(0, cut), text.substr(cut)));
  return 0;
}
