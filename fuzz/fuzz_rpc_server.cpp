// SPDX-License-Identifier: LGPL-2.1-or-later
// A client that says anything: the server's session answers or disconnects, and its driver is only reached
// with arguments that were decoded whole.
#include "fuzz.hpp"
#include "rpc/recording_connection.hpp"
#include "rpc/server_session.hpp"

namespace {

using namespace vireo;

class NoStream final : public driver::ByteStream {
 public:
  std::optional<std::size_t> try_read(std::span<std::byte>) override { return 0; }
  std::optional<std::size_t> try_write(std::span<const std::byte> from) override { return from.size(); }
  Task<unsigned> wait(unsigned wanted) override { co_return wanted; }
  void on_change(std::function<void()>) override {}
  unsigned readiness() const override { return 3; }
  Task<void> finish() override { co_return; }
  void abort() noexcept override {}
};

Task<void> feed(rpc::ServerSession& session, std::span<const std::byte> bytes) {
  while (!bytes.empty() && session.wants_input()) {
    const auto room = session.prepare();
    const auto part = bytes.first(std::min(room.size(), bytes.size()));
    std::copy(part.begin(), part.end(), room.begin());
    session.received(part.size());
    session.sent(session.unsent().size());
    bytes = bytes.subspan(part.size());
  }
  co_return;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  Loop loop;
  rpc::Recorder recorder;
  recorder.stream = [] { return std::make_unique<NoStream>(); };
  rpc::ServerSetup setup;
  setup.open = [&](std::optional<std::string>, std::uint32_t) {
    return std::make_unique<rpc::RecordingConnection>(loop, recorder);
  };
  const rpc::Service service{.readonly = (data[0] & 1) != 0,
                             .auth = data[0] & 2 ? rpc::Auth::polkit : rpc::Auth::none};
  auto session =
      std::make_shared<rpc::ServerSession>(loop.executor(), setup, service, rpc::Peer{1, 1000, 1000}, [] {});
  loop.run(feed(*session, std::as_bytes(std::span(data + 1, size - 1))));
  loop.poll();
  loop.run(session->end());
  session.reset();
  loop.poll();
  FUZZ_REQUIRE(recorder.open == 0);
  return 0;
}
