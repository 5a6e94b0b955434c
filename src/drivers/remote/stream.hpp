// SPDX-License-Identifier: LGPL-2.1-or-later
// Console: a stream whose other end is in the daemon. The connection outlives it.
#pragma once

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

class RemoteConsole final : public driver::Console, private Caller {
 public:
  using Caller::Caller;
  Task<driver::StreamPtr> open_console(driver::DomainRef domain, std::optional<std::string> device,
                                       std::uint32_t flags) override;
  Task<driver::StreamPtr> open_channel(driver::DomainRef domain, std::optional<std::string> name,
                                       std::uint32_t flags) override;

 private:
  template <auto Method>
  Task<driver::StreamPtr> open(driver::DomainRef domain, std::optional<std::string> device,
                               std::uint32_t flags);
};

}  // namespace vireo::remote
