// SPDX-License-Identifier: LGPL-2.1-or-later
// The remote driver against our own server over a real unix socket, the server on a thread of its own.
#include <gtest/gtest.h>
#include <libvirt/libvirt.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <atomic>
#include <future>
#include <thread>

#include "base/temp_dir.hpp"
#include "driver/pollable.hpp"
#include "drivers/remote/driver.hpp"
#include "rpc/recording_connection.hpp"
#include "rpc/server.hpp"

namespace vireo::remote {
namespace {

using driver::Lifecycle;
using driver::Signature;

/// What is written comes back, an echo with a bounded buffer.
class EchoStream final : public driver::ByteStream {
 public:
  static constexpr std::size_t room = 100'000;

  std::optional<std::size_t> try_read(std::span<std::byte> to) override {
    if (held_.empty()) return finished_ ? std::optional<std::size_t>(0) : std::nullopt;
    const std::size_t size = std::min(to.size(), held_.size());
    std::copy_n(held_.begin(), size, to.begin());
    held_.erase(held_.begin(), held_.begin() + static_cast<std::ptrdiff_t>(size));
    if (listener_) listener_();
    return size;
  }
  std::optional<std::size_t> try_write(std::span<const std::byte> from) override {
    const std::size_t size = std::min(from.size(), room - held_.size());
    if (size == 0) return std::nullopt;
    held_.insert(held_.end(), from.begin(), from.begin() + static_cast<std::ptrdiff_t>(size));
    if (listener_) listener_();
    return size;
  }
  Task<unsigned> wait(unsigned) override { co_return readiness(); }
  void on_change(std::function<void()> listener) override { listener_ = std::move(listener); }
  unsigned readiness() const override { return 3; }
  Task<void> finish() override { co_return; }
  void abort() noexcept override {}

 private:
  rpc::Bytes held_;
  bool finished_ = false;
  std::function<void()> listener_;
};

class Remote : public ::testing::Test {
 protected:
  Remote() {
    setup.open = [this](std::optional<std::string> uri, std::uint32_t) -> driver::ConnectionPtr {
      if (uri != "test:///default") throw error(VIR_ERR_NO_CONNECT, VIR_FROM_NONE, "{}", uri.value_or(""));
      return std::make_unique<rpc::RecordingConnection>(loop, recorder);
    };
    recorder.stream = [] { return std::make_unique<EchoStream>(); };
  }
  ~Remote() override {
    connection.reset();
    stop();
  }

  void start(rpc::Service service = {}) {
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    path().string().copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ASSERT_EQ(::listen(fd, 10), 0);
    server.emplace(loop, setup);
    server->listen(fd, service);
    thread = std::thread([this] { loop.serve(); });
  }
  void stop() {
    if (!thread.joinable()) return;
    loop.spawn("test's end", close_server());
    thread.join();
    server.reset();
  }
  void open(bool readonly = false) { connection = open_uri("test+unix:///default", readonly); }
  driver::ConnectionPtr open_uri(std::string text, bool readonly = false) {
    text += "?socket=" + path().string();
    return make_driver()->open({.uri = Uri::parse(text), .text = text, .readonly = readonly});
  }
  std::filesystem::path path() const { return folder.path() / "sock"; }

  template <class C>
  C& get() {
    return connection->get<C>();
  }
  template <class T>
  T run(Task<T> task) {
    return connection->loop().run(std::move(task));
  }
  /// Runs `f` on the server's thread and waits for it.
  template <class F>
  void on_server(F f) {
    std::promise<void> done;
    loop.spawn("test", on_loop(std::move(f), &done));
    done.get_future().wait();
  }
  /// Lets the connection do its work as a program's event loop would, until `done()`.
  template <class F>
  void pump_until(F done) {
    auto& pollable = dynamic_cast<driver::Pollable&>(*connection);
    while (!done()) {
      pollfd watched{pollable.fd(), pollable.wanted(), 0};
      ASSERT_GE(::poll(&watched, 1, 10'000), 1);
      pollable.ready();
    }
  }

  TempDir folder;
  Loop loop;
  rpc::Recorder recorder;
  rpc::ServerSetup setup;
  std::optional<rpc::Server> server;
  std::thread thread;
  driver::ConnectionPtr connection;

 private:
  template <class F>
  static Task<void> on_loop(F f, std::promise<void>* done) {
    f();
    done->set_value();
    co_return;
  }

 protected:
  /// Closes all clients; their calls may then end.
  Task<void> lose(AsyncEvent* gate) {
    loop.spawn("open the gate", open_later(gate));
    co_await server->close();
  }

 private:
  static Task<void> open_later(AsyncEvent* gate) {
    gate->set();
    co_return;
  }
  Task<void> close_server() {
    co_await server->close();
    loop.stop();
  }
};

template <class R>
rpc::Bytes encoded_result(Loop& loop, Task<R> task) {
  if constexpr (std::same_as<R, void>) {
    loop.run(std::move(task));
    return {};
  } else if constexpr (std::same_as<R, driver::StreamPtr>) {
    loop.run(std::move(task));
    return {};
  } else if constexpr (driver::opens_stream<R>) {
    return rpc::encoded(loop.run(std::move(task)).value);
  } else
    return rpc::encoded(loop.run(std::move(task)));
}

TEST_F(Remote, EveryMethodGoesToTheDaemon) {
  start();
  open();
  const auto check = [this]<auto Method>(const rpc::Row<Method>& row) {
    using S = driver::Signature<decltype(Method)>;
    if (row.name == "CONNECT_GET_URI") return;
    SCOPED_TRACE(row.name);
    typename S::Arguments arguments;
    int seed = 1;
    std::apply([&](auto&... v) { ((v = rpc::sample<std::remove_cvref_t<decltype(v)>>(seed++)), ...); },
               arguments);
    const rpc::Bytes sent = std::apply([](const auto&... v) { return rpc::encoded(v...); }, arguments);
    auto& capability = get<typename S::Class>();
    const auto start = [&](auto&... v) { return (capability.*Method)(std::move(v)...); };
    rpc::Bytes result;
    ASSERT_NO_THROW(result = encoded_result(connection->loop(), std::apply(start, arguments)));
    ASSERT_FALSE(recorder.calls.empty());
    EXPECT_EQ(recorder.calls.back(), (rpc::RecordedCall{row.name, sent}));
    if constexpr (!std::same_as<typename S::Result, void> && !driver::opens_stream<typename S::Result>) {
      EXPECT_EQ(result, rpc::encoded(rpc::sample<typename S::Result>()));
    }
  };
  rpc::each_driver_row(check);
}

TEST_F(Remote, SaysTheUriTheProgramWrote) {
  start();
  open();
  EXPECT_EQ(run(get<driver::Host>().uri()), "test+unix:///default?socket=" + path().string());
  EXPECT_TRUE(connection->is_alive());
  EXPECT_TRUE(connection->is_secure());
  EXPECT_FALSE(connection->is_encrypted());
}

TEST_F(Remote, ErrorsComeAsTheDaemonSaysThem) {
  start();
  try {
    open_uri("bogus+unix:///foo");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), VIR_ERR_NO_CONNECT);
    EXPECT_STREQ(error.what(), "no connection driver available for bogus:///foo");
  }
  open(true);
  try {
    run(get<Lifecycle>().create({}));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), VIR_ERR_OPERATION_DENIED);
  }
}

TEST_F(Remote, NobodyThereNamesTheSocketAndErrno) {
  try {
    open();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), VIR_ERR_SYSTEM_ERROR);
    EXPECT_EQ(error.data().int1, ENOENT);
    EXPECT_EQ(std::string(error.what()),
              "Failed to connect socket to '" + path().string() + "': No such file or directory");
  }
}

TEST_F(Remote, LostDaemonEndsWaitingAndLaterCalls) {
  start();
  open();
  std::atomic<int> reason = -1;
  connection->on_close([&reason](int why) { reason = why; });
  AsyncEvent gate;
  on_server([&] { recorder.gate = &gate; });
  std::atomic<int> codes[3] = {};
  std::vector<std::thread> callers;
  for (auto& code : codes)
    callers.emplace_back([this, &code] {
      try {
        run(get<Lifecycle>().create({}));
      } catch (const Error& error) {
        code = error.code();
      }
    });
  for (bool all = false; !all;) on_server([&] { all = recorder.calls.size() == 3; });
  loop.spawn("lose", lose(&gate));
  for (auto& caller : callers) caller.join();
  for (auto& code : codes) EXPECT_EQ(code, VIR_ERR_SYSTEM_ERROR);
  EXPECT_EQ(reason, VIR_CONNECT_CLOSE_REASON_EOF);
  EXPECT_FALSE(connection->is_alive());
  try {
    run(get<Lifecycle>().create({}));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), VIR_ERR_INTERNAL_ERROR);
    EXPECT_STREQ(error.what(), "internal error: client socket is closed");
  }
}

TEST_F(Remote, EndFoundWhileSendingIsToldToo) {
  start();
  open();
  int reason = -1;
  connection->on_close([&reason](int why) { reason = why; });
  stop();
  EXPECT_THROW(run(get<Lifecycle>().create({})), Error);
  EXPECT_GE(reason, 0);
  EXPECT_EQ(dynamic_cast<driver::Pollable&>(*connection).wanted(), 0);
}

TEST_F(Remote, ManyThreadsShareOneConnection) {
  start();
  open();
  constexpr int threads = 8, calls = 50;
  std::atomic<int> good = 0;
  std::vector<std::thread> callers;
  for (int t = 0; t < threads; ++t)
    callers.emplace_back([this, &good] {
      for (int i = 0; i < calls; ++i)
        good += run(get<driver::Domains>().info({})).memory == rpc::sample<driver::DomainInfo>().memory;
    });
  for (auto& caller : callers) caller.join();
  EXPECT_EQ(good, threads * calls);
}

TEST_F(Remote, EventsReachTheirSubscribersInOrder) {
  start();
  open();
  auto& events = get<driver::Events>();
  const driver::DomainRef one{"one", Uuid{{1}}, 1}, two{"two", Uuid{{2}}, 2};
  std::vector<int> all, of_one;
  const auto keep = [](std::vector<int>& list) {
    return [&list](const driver::DomainEvent& e) {
      list.push_back(std::get<driver::LifecycleEvent>(e.payload).detail);
    };
  };
  const int first = run(events.subscribe(0, std::nullopt, keep(all)));
  const int second = run(events.subscribe(0, one, keep(of_one)));
  const int third = run(events.subscribe(0, std::nullopt, [](const driver::DomainEvent&) {}));
  EXPECT_NE(first, second);
  on_server([&] {
    for (int i = 0; i < 6; ++i) recorder.hub.publish(i % 2 ? one : two, driver::LifecycleEvent{2, i});
  });
  pump_until([&] { return all.size() == 6 && of_one.size() == 3; });
  EXPECT_EQ(all, (std::vector{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(of_one, (std::vector{1, 3, 5}));
  run(events.unsubscribe(first));
  run(events.unsubscribe(third));
  run(events.unsubscribe(second));
  on_server([&] { EXPECT_TRUE(recorder.hub.empty()); });
}

TEST_F(Remote, StreamsCarryMoreThanAnybodyBuffers) {
  start();
  open();
  auto stream = run(get<driver::Console>().open_console({}, std::nullopt, 0));
  constexpr std::size_t total = 3'000'000;
  std::size_t written = 0, read = 0;
  bool same = true;
  while (read < total) {
    std::array<std::byte, 50'000> chunk;
    for (std::size_t i = 0; i < chunk.size(); ++i) chunk[i] = std::byte((written + i) % 251);
    const auto part = std::span(chunk).first(std::min(chunk.size(), total - written));
    if (!part.empty())
      if (const auto size = stream->try_write(part)) written += *size;
    std::array<std::byte, 30'000> back;
    if (const auto size = stream->try_read(back)) {
      for (std::size_t i = 0; i < *size; ++i) same = same && back[i] == std::byte((read + i) % 251);
      read += *size;
    } else if (written == total) {
      run(stream->wait(1));
    }
    EXPECT_EQ(run(get<driver::Domains>().is_active({})), 1);  // calls are not starved
  }
  EXPECT_TRUE(same);
  run(stream->finish());
}

TEST_F(Remote, CloseReasonOfTheHypervisorArrives) {
  start();
  open();
  int reason = -1;
  connection->on_close([&reason](int why) { reason = why; });
  on_server([&] { recorder.close_handler(VIR_CONNECT_CLOSE_REASON_ERROR); });
  pump_until([&] { return reason >= 0; });
  EXPECT_EQ(reason, VIR_CONNECT_CLOSE_REASON_ERROR);
}

TEST_F(Remote, ClientsBeyondTheLimitWaitTheirTurn) {
  setup.limits.max_clients = 1;
  start();
  open();
  driver::ConnectionPtr second;
  std::thread waiting([&] { second = open_uri("test+unix:///default"); });
  EXPECT_EQ(run(get<driver::Domains>().is_active({})), 1);
  connection.reset();
  waiting.join();
  EXPECT_TRUE(second->is_alive());
}

}  // namespace
}  // namespace vireo::remote
