// SPDX-License-Identifier: LGPL-2.1-or-later
// A driver of one domain, "one", for the tests of the C interface: records what is called and publishes
// events.
#pragma once

#include <map>

#include "api/connect.hpp"
#include "driver/domains.hpp"
#include "driver/events.hpp"
#include "driver/host.hpp"
#include "driver/lifecycle.hpp"
#include "driver/stream.hpp"

namespace vireo::api {

/// Bytes written come back when read; at most `capacity` at a time.
class EchoStream : public driver::ByteStream {
 public:
  std::optional<std::size_t> try_read(std::span<std::byte> to) override {
    if (failed) throw Error(VIR_ERR_RPC, VIR_FROM_STREAMS, "the stream broke");
    if (bytes.empty()) return ended ? std::optional<std::size_t>(0) : std::nullopt;
    auto count = std::min(to.size(), bytes.size());
    std::copy_n(bytes.begin(), count, to.begin());
    bytes.erase(bytes.begin(), bytes.begin() + count);
    changed();
    return count;
  }
  std::optional<std::size_t> try_write(std::span<const std::byte> from) override {
    auto count = std::min(from.size(), capacity - bytes.size());
    if (count == 0) return std::nullopt;
    bytes.insert(bytes.end(), from.begin(), from.begin() + count);
    changed();
    return count;
  }
  Task<unsigned> wait(unsigned wanted) override {
    if (readiness() & wanted) co_return readiness();
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_STREAMS, "the fake stream would wait for ever");
  }
  void on_change(std::function<void()> function) override { listener = std::move(function); }
  unsigned readiness() const override {
    unsigned ready = 0;
    if (!bytes.empty() || ended) ready |= 1;
    if (bytes.size() < capacity) ready |= 2;
    return ready;
  }
  Task<void> finish() override {
    ++finished;
    co_return;
  }
  void abort() noexcept override { ++aborted; }
  void changed() {
    if (listener) listener();
  }

  std::vector<std::byte> bytes;
  std::size_t capacity = 16;
  bool ended = false, failed = false;
  static inline int finished = 0, aborted = 0;
  std::function<void()> listener;
};

class FakeConnection final : public driver::Connection,
                             public driver::Host,
                             public driver::Domains,
                             public driver::Lifecycle,
                             public driver::Console,
                             public driver::Events {
 public:
  FakeConnection() {
    offer<driver::Host>(*this);
    offer<driver::Domains>(*this);
    offer<driver::Lifecycle>(*this);
    offer<driver::Console>(*this);
    offer<driver::Events>(*this);
    ++alive;
  }
  ~FakeConnection() override { --alive; }

  Loop& loop() noexcept override { return loop_; }
  void on_close(driver::CloseHandler handler) override { close_handler = std::move(handler); }

  Task<std::string> type() override { co_return "Fake"; }
  Task<driver::DomainRef> lookup_by_name(std::string name) override {
    if (name != domain.name)
      throw error(VIR_ERR_NO_DOMAIN, VIR_FROM_TEST, "no domain with matching name '{}'", name);
    co_return domain;
  }
  Task<driver::DomainRef> lookup_by_uuid(Uuid) override { co_return domain; }
  Task<driver::DomainList> list(std::int32_t need_results, std::uint32_t) override {
    driver::DomainList found;
    found.count = 2;
    if (need_results) found.domains = driver::DomainRefs(std::vector{domain, domain});
    co_return found;
  }
  Task<std::string> xml(driver::DomainRef, std::uint32_t) override { co_return "<domain/>"; }
  Task<driver::DomainInfo> info(driver::DomainRef) override {
    co_return driver::DomainInfo{.state = 1, .max_memory = 2048, .memory = 1024, .vcpus = 3, .cpu_time = 7};
  }
  Task<void> create(driver::DomainRef) override {
    domain.id = 9;
    co_return;
  }
  Task<void> destroy(driver::DomainRef) override {
    domain.id = -1;
    co_return;
  }
  Task<driver::StreamPtr> open_console(driver::DomainRef, std::optional<std::string>,
                                       std::uint32_t) override {
    auto stream = std::make_unique<EchoStream>();
    console = stream.get();
    co_return stream;
  }
  Task<int> subscribe(int event_id, std::optional<driver::DomainRef>, driver::EventHandler handler) override {
    handlers[++last_subscription] = {event_id, std::move(handler)};
    co_return last_subscription;
  }
  Task<void> unsubscribe(int subscription) override {
    handlers.erase(subscription);
    co_return;
  }

  void publish(driver::EventPayload payload, int event_id) {
    for (auto& [number, subscribed] : handlers)
      if (subscribed.first == event_id) subscribed.second({0, domain, payload});
  }

  driver::DomainRef domain{"one", Uuid{{1, 2, 3}}, 4};
  std::map<int, std::pair<int, driver::EventHandler>> handlers;
  driver::CloseHandler close_handler;
  EchoStream* console = nullptr;
  int last_subscription = 0;
  static inline int alive = 0;

 private:
  Loop loop_;
};

/// An open connection to a fake, closed at the end of the test.
struct FakeOpen {
  explicit FakeOpen(bool readonly = false) {
    auto made = std::make_unique<FakeConnection>();
    fake = made.get();
    connection = new _virConnect(std::move(made), readonly);
  }
  ~FakeOpen() {
    if (connection) virConnectClose(connection);
  }
  virDomainPtr domain() { return virDomainLookupByName(connection, "one"); }

  FakeConnection* fake;
  virConnectPtr connection;
};

/// Nothing on the terminal during the tests.
inline void silence() {
  virSetErrorFunc(nullptr, [](void*, virErrorPtr) {});
}

}  // namespace vireo::api
