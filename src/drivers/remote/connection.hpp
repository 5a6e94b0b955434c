// SPDX-License-Identifier: LGPL-2.1-or-later
// A connection whose driver is in a daemon. Thread-safe: each calling thread runs its calls on a loop of its
// own and blocks in them.
#pragma once

#include "driver/all_capabilities.hpp"
#include "driver/pollable.hpp"
#include "driver/registry.hpp"
#include "drivers/remote/events.hpp"
#include "drivers/remote/host.hpp"
#include "drivers/remote/methods.hpp"

namespace vireo::remote {

class RemoteConnection final : public driver::Connection,
                               public driver::Pollable,
                               private driver::Proxy,
                               private Channel::Listener {
 public:
  /// Authenticates and opens `uri` at the daemon behind the socket; throws what the daemon says.
  RemoteConnection(UniqueFd socket, const driver::OpenRequest& request, const std::string& uri);
  ~RemoteConnection() override;

  Loop& loop() noexcept override;
  Task<std::int32_t> supports_feature(std::int32_t feature) override;
  bool is_alive() const noexcept override { return channel_.alive(); }
  bool is_secure() const noexcept override { return true; }  // a unix socket
  void on_close(driver::CloseHandler handler) override;
  bool set_keepalive(int interval, unsigned count) override;

  int fd() const noexcept override { return channel_.fd(); }
  short wanted() const noexcept override { return channel_.wanted(); }
  void ready() noexcept override { channel_.ready(); }
  std::optional<Deadline> next_timeout() const noexcept override { return channel_.next_timeout(); }
  void tick() noexcept override { channel_.tick(); }
  void on_wanted_change(std::function<void()> listener) override;

 private:
  void perform(const driver::MethodTag& method, void* arguments, void* task) override {
    remote_methods().perform(channel_, method, arguments, task);
  }
  void on_event(const rpc::ReceivedEvent& event) override { events_.deliver(event); }
  void on_closed(int reason) override;
  void on_wanted_change() override;

  void open(const driver::OpenRequest& request, const std::string& uri);
  std::int32_t ask_feature(std::int32_t feature);

  Channel channel_;
  driver::AllCapabilities others_;
  RemoteHost host_;
  RemoteEvents events_;

  std::recursive_mutex handlers_mutex_;  ///< held while a handler runs: taking it away waits for its end
  driver::CloseHandler close_handler_;
  bool closed_ = false;
  std::function<void()> wanted_handler_;
};

}  // namespace vireo::remote
