// SPDX-License-Identifier: LGPL-2.1-or-later
// Any bytes as any of the wire's values, and as what a daemon may say: decoded to a value that encodes to the
// same meaning again, or refused.
#include "fuzz.hpp"
#include "rpc/client.hpp"
#include "rpc/samples.hpp"
#include "rpc/wire_error.hpp"

namespace {

using namespace vireo;

template <class T>
void try_type(std::span<const std::byte> bytes) {
  try {
    rpc::Decoder in(bytes);
    const T value = in.get<T>();
    const rpc::Bytes once = rpc::encoded(value);
    FUZZ_REQUIRE(once.size() <= bytes.size() - in.remaining());
    FUZZ_REQUIRE(rpc::encoded(rpc::Decoder(once).get<T>()) == once);
  } catch (const rpc::DecodeError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  try_type<driver::DomainList>(bytes);
  try_type<driver::NodeInfo>(bytes);
  try_type<driver::NodeStats>(bytes);
  try_type<driver::Vcpus>(bytes);
  try_type<driver::SecurityLabel>(bytes);
  try_type<driver::CpuMap>(bytes);
  try_type<driver::List<driver::TypedParam, 20>>(bytes);
  try_type<rpc::WireError>(bytes);
  allowing_errors([&] {
    rpc::Client client;
    rpc::Waiter waiter;
    client.call(waiter, 1, [](rpc::Encoder&) {});
    client.add_stream(waiter, 1);
    for (auto rest = bytes; !rest.empty() && client.alive();) {
      const auto room = client.prepare();
      const auto part = rest.first(std::min(room.size(), rest.size()));
      std::copy(part.begin(), part.end(), room.begin());
      client.received(part.size());
      rest = rest.subspan(part.size());
    }
  });
  return 0;
}
