// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/monitor.hpp"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/serialize.hpp>

#include "base/error.hpp"
#include "base/logging.hpp"

namespace vireo::qemu {
namespace {

constexpr auto quiet = boost::asio::as_tuple(use_task);
Logger logger{"qemu.monitor"};

}  // namespace

/// One command under way, on the stack of its caller.
struct Monitor::Slot {
  explicit Slot(Loop& loop, Deadline deadline) : timer(loop.context()), since(Clock::now()) {
    timer.expires_at(deadline);
  }
  boost::asio::steady_timer timer;
  Clock::time_point since;
  std::optional<qmp::Reply> reply;
  bool ended = false;
};

Monitor::Monitor(Loop& loop, int fd, std::string name)
    : loop_(loop),
      name_(std::move(name)),
      socket_(loop.context(), boost::asio::local::stream_protocol(), fd) {
  socket_.non_blocking(true);
}

Monitor::~Monitor() { close(); }

void Monitor::start(EventHandler on_event, EndHandler on_end) {
  on_event_ = std::move(on_event);
  on_end_ = std::move(on_end);
  loop_.spawn("QEMU monitor of " + name_, read_loop(shared_from_this()));
  flush();
}

void Monitor::close() {
  on_event_ = nullptr;
  on_end_ = nullptr;
  end("the monitor was closed");
}

void Monitor::end(std::string why) {
  if (closed_) return;
  closed_ = true;
  end_reason_ = std::move(why);
  boost::system::error_code ignored;
  socket_.close(ignored);
  for (auto& [id, slot] : slots_) {
    slot->ended = true;
    slot->timer.cancel();
  }
  slots_.clear();
  if (EndHandler handler = std::exchange(on_end_, nullptr)) handler(end_reason_);
}

Task<boost::json::value> Monitor::call(qmp::Command command, Deadline deadline) {
  auto self = shared_from_this();
  if (closed_)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "QEMU monitor of {}: {}", name_, end_reason_);
  std::string command_name(command.name);
  Slot slot(loop_, deadline);
  std::uint64_t id = machine_.issue(command);
  slots_.emplace(id, &slot);
  flush();
  if (!slot.ended && !slot.reply) co_await slot.timer.async_wait(quiet);
  if (slot.reply) {
    unanswered_ = 0;
    if (!slot.reply->failure) co_return std::move(slot.reply->result);
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "unable to execute QEMU command '{}': {}",
                command_name, slot.reply->failure->description);
  }
  if (slot.ended)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "QEMU monitor of {}: {}", name_, end_reason_);
  slots_.erase(id);
  machine_.forget(id);
  ++unanswered_;
  throw error(VIR_ERR_OPERATION_TIMEOUT, VIR_FROM_QEMU, "QEMU of {} did not answer '{}' within {} s", name_,
              command_name, std::chrono::round<std::chrono::seconds>(Clock::now() - slot.since).count());
}

std::optional<Clock::time_point> Monitor::waiting_since() const {
  if (slots_.empty()) return std::nullopt;
  return slots_.begin()->second->since;
}

void Monitor::flush() {
  if (closed_) return;
  std::string bytes = machine_.take_output();
  if (bytes.empty()) return;
  logger.debug("{} < {}", name_, bytes);
  outgoing_ += bytes;
  if (writing_) return;
  boost::system::error_code failed;
  std::size_t written = socket_.write_some(boost::asio::buffer(outgoing_), failed);
  if (!failed) outgoing_.erase(0, written);
  if (failed && failed != boost::asio::error::would_block)
    return;  // the reader sees the end and what QEMU still had to say
  if (outgoing_.empty()) return;
  writing_ = true;
  loop_.spawn("QEMU monitor of " + name_, write_loop(shared_from_this()));
}

Task<void> Monitor::write_loop(std::shared_ptr<Monitor> /*keeps us*/) {
  while (!closed_ && !outgoing_.empty()) {
    std::string bytes = std::exchange(outgoing_, {});
    auto [failed, written] = co_await boost::asio::async_write(socket_, boost::asio::buffer(bytes), quiet);
    if (failed) break;
  }
  writing_ = false;
}

Task<void> Monitor::read_loop(std::shared_ptr<Monitor> /*keeps us*/) {
  std::array<char, 16384> buffer;
  while (!closed_) {
    auto [failed, size] = co_await socket_.async_read_some(boost::asio::buffer(buffer), quiet);
    if (closed_) co_return;
    if (failed) {
      end(failed == boost::asio::error::eof || failed == boost::asio::error::connection_reset
              ? "the connection was closed"
              : failed.message());
      co_return;
    }
    std::string_view bytes(buffer.data(), size);
    logger.debug("{} > {}", name_, bytes);
    std::string garbage;
    try {
      machine_.feed(bytes);
    } catch (const Error& problem) {
      garbage = problem.what();
    }
    dispatch();
    if (!garbage.empty()) end(garbage);
  }
}

void Monitor::dispatch() {
  while (!closed_) {
    std::optional<qmp::Message> message = machine_.next();
    if (!message) return;
    if (auto* greeting = std::get_if<qmp::Greeting>(&*message)) {
      greeting_ = std::move(*greeting);
    } else if (auto* reply = std::get_if<qmp::Reply>(&*message)) {
      deliver(std::move(*reply));
    } else if (on_event_) {
      EventHandler handler = on_event_;  // the handler may close us
      handler(std::get<qmp::Event>(*message));
    }
  }
}

void Monitor::deliver(qmp::Reply reply) {
  auto found = slots_.find(reply.id);
  if (found == slots_.end()) return;
  Slot* slot = found->second;
  slots_.erase(found);
  slot->reply = std::move(reply);
  slot->timer.cancel();
}

}  // namespace vireo::qemu
