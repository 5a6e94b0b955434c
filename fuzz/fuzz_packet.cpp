// SPDX-License-Identifier: LGPL-2.1-or-later
// A stream of packets: nothing is held that did not arrive, and every payload lies inside it.
#include "fuzz.hpp"
#include "rpc/packet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  vireo::rpc::Assembler assembler;
  assembler.append(std::as_bytes(std::span(data, size)));
  std::size_t total = 0;
  try {
    while (auto packet = assembler.next()) total += packet->payload.size();
  } catch (const vireo::rpc::FramingError&) {
  }
  FUZZ_REQUIRE(total + assembler.buffered() <= size);
  return 0;
}
