// SPDX-License-Identifier: LGPL-2.1-or-later
// A stream whose other end is in the daemon. The connection outlives it.
#pragma once

#include "driver/stream.hpp"
#include "drivers/remote/caller.hpp"

namespace vireo::remote {

class RemoteStream final : public driver::ByteStream {
 public:
  RemoteStream(Channel& channel, std::shared_ptr<rpc::ClientStream> stream);
  ~RemoteStream() override;

  std::optional<std::size_t> try_read(std::span<std::byte> to) override;
  std::optional<std::size_t> try_write(std::span<const std::byte> from) override;
  Task<unsigned> wait(unsigned wanted) override;
  void on_change(std::function<void()> listener) override;
  unsigned readiness() const override;
  Task<void> finish() override;
  void abort() noexcept override;

 private:
  unsigned readiness_locked() const;
  void close() noexcept;

  Channel& channel_;
  std::shared_ptr<rpc::ClientStream> stream_;
  bool closed_ = false;
};

/// A call after which its serial carries a stream.
template <auto Method>
Task<typename driver::Signature<decltype(Method)>::Result> open_stream(
    Channel& channel, typename driver::Signature<decltype(Method)>::Arguments arguments) {
  using Result = typename driver::Signature<decltype(Method)>::Result;
  constexpr std::int32_t procedure = rpc::row_of<Method>().number;
  Channel::Pending pending(channel);
  channel.post(pending, procedure, [&arguments](rpc::Encoder& out) {
    std::apply([&out](const auto&... argument) { (out.put(argument), ...); }, arguments);
  });
  auto stream = channel.add_stream(pending, procedure);  // data may come right behind the reply
  Result result;
  try {
    if constexpr (std::same_as<Result, driver::StreamPtr>)
      decode_result<void>(pending.wait());
    else
      result.value = decode_result<decltype(result.value)>(pending.wait());
  } catch (...) {
    channel.remove_stream(*stream);
    throw;
  }
  auto opened = std::make_unique<RemoteStream>(channel, std::move(stream));
  if constexpr (std::same_as<Result, driver::StreamPtr>)
    co_return opened;
  else {
    result.stream = std::move(opened);
    co_return result;
  }
}

}  // namespace vireo::remote
