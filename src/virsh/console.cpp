// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/console.hpp"

#include <fcntl.h>
#include <libvirt/virterror.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <string_view>

#include "virsh/failure.hpp"
#include "virsh/terminal.hpp"

namespace vireo::virsh {
namespace {

constexpr int stream_failed = -1;
constexpr int stream_would_block = -2;
constexpr size_t most_buffered = 64 * 1024;

/// Bytes in both directions. The callbacks run on the event thread, the caller only waits for the end. Each
/// registered callback shares ownership, because the loop may still be about to call one just removed.
class Console : public std::enable_shared_from_this<Console> {
 public:
  Console(Stream stream, char escape) : stream_(std::move(stream)), escape_(escape) {}

  void start() {
    std::lock_guard lock(mutex_);
    input_ = virEventAddHandle(STDIN_FILENO, VIR_EVENT_HANDLE_READABLE, on_input, share(), unshare);
    output_ = virEventAddHandle(STDOUT_FILENO, 0, on_output, share(), unshare);
    watching_stream_ =
        virStreamEventAddCallback(stream_.get(), VIR_STREAM_EVENT_READABLE, on_stream, share(), unshare) == 0;
    if (input_ < 0 || output_ < 0 || !watching_stream_) throw Failure();
  }

  void wait() {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [this] { return done_; });
  }

  const std::string& problem() const { return problem_; }

  /// After this no callback touches the stream, so its end needs no lock.
  void stop() {
    {
      std::lock_guard lock(mutex_);
      done_ = true;
    }
    if (watching_stream_) virStreamEventRemoveCallback(stream_.get());
    watching_stream_ = false;
    if (input_ >= 0) virEventRemoveHandle(input_);
    if (output_ >= 0) virEventRemoveHandle(output_);
    input_ = output_ = -1;
    if (stream_) virStreamAbort(stream_.get());
    stream_.reset();
  }

 private:
  using Shared = std::shared_ptr<Console>;
  void* share() { return new Shared(shared_from_this()); }
  static void unshare(void* opaque) { delete static_cast<Shared*>(opaque); }
  static Console* self_of(void* opaque) { return static_cast<Shared*>(opaque)->get(); }

  void finish(std::string problem) {
    done_ = true;
    problem_ = std::move(problem);
    ended_.notify_all();
  }

  void watch() {
    if (!watching_stream_ || done_) return;
    int events = 0;
    if (to_terminal_.size() < most_buffered) events |= VIR_STREAM_EVENT_READABLE;
    if (!to_guest_.empty()) events |= VIR_STREAM_EVENT_WRITABLE;
    virStreamEventUpdateCallback(stream_.get(), events);
    virEventUpdateHandle(output_, to_terminal_.empty() ? 0 : VIR_EVENT_HANDLE_WRITABLE);
    virEventUpdateHandle(input_, to_guest_.size() < most_buffered ? VIR_EVENT_HANDLE_READABLE : 0);
  }

  void receive() {
    char buffer[4096];
    int got = virStreamRecv(stream_.get(), buffer, sizeof buffer);
    if (got == stream_would_block) return;
    if (got > 0) {
      to_terminal_.append(buffer, static_cast<size_t>(got));
    } else {
      flush_terminal();
      finish(got == 0 ? "" : virGetLastErrorMessage());
    }
  }

  void send() {
    int sent = virStreamSend(stream_.get(), to_guest_.data(), to_guest_.size());
    if (sent == stream_would_block) return;
    if (sent <= stream_failed) return finish(virGetLastErrorMessage());
    to_guest_.erase(0, static_cast<size_t>(sent));
  }

  void flush_terminal() {
    while (!to_terminal_.empty()) {
      ssize_t written = ::write(STDOUT_FILENO, to_terminal_.data(), to_terminal_.size());
      if (written < 0) return;
      to_terminal_.erase(0, static_cast<size_t>(written));
    }
  }

  static void on_stream(virStreamPtr, int events, void* opaque) {
    Console* self = self_of(opaque);
    std::lock_guard lock(self->mutex_);
    if (self->done_) return;
    if (events & VIR_STREAM_EVENT_READABLE) self->receive();
    if (!self->done_ && (events & VIR_STREAM_EVENT_WRITABLE) && !self->to_guest_.empty()) self->send();
    if (!self->done_ && (events & (VIR_STREAM_EVENT_ERROR | VIR_STREAM_EVENT_HANGUP)) &&
        !(events & VIR_STREAM_EVENT_READABLE)) {
      self->finish("");
    }
    self->watch();
  }

  static void on_input(int, int, int events, void* opaque) {
    Console* self = self_of(opaque);
    std::lock_guard lock(self->mutex_);
    if (self->done_) return;
    if (events & VIR_EVENT_HANDLE_READABLE) {
      char buffer[1024];
      ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
      if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
      if (got <= 0)
        return self->finish(got < 0 ? std::string("cannot read from stdin: ") + std::strerror(errno) : "");
      std::string_view typed(buffer, static_cast<size_t>(got));
      size_t escape = typed.find(self->escape_);
      self->to_guest_ += typed.substr(0, escape);
      if (escape != typed.npos) return self->finish("");
    } else if (events & (VIR_EVENT_HANDLE_ERROR | VIR_EVENT_HANDLE_HANGUP)) {
      return self->finish("");
    }
    self->watch();
  }

  static void on_output(int, int, int events, void* opaque) {
    Console* self = self_of(opaque);
    std::lock_guard lock(self->mutex_);
    if (self->done_) return;
    if (events & VIR_EVENT_HANDLE_WRITABLE && !self->to_terminal_.empty()) {
      ssize_t written = ::write(STDOUT_FILENO, self->to_terminal_.data(), self->to_terminal_.size());
      if (written > 0) self->to_terminal_.erase(0, static_cast<size_t>(written));
      if (written < 0 && errno != EAGAIN && errno != EINTR) {
        return self->finish(std::string("cannot write to stdout: ") + std::strerror(errno));
      }
    } else if (events & (VIR_EVENT_HANDLE_ERROR | VIR_EVENT_HANDLE_HANGUP)) {
      return self->finish("");
    }
    self->watch();
  }

  Stream stream_;
  char escape_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool done_ = false;
  bool watching_stream_ = false;
  int input_ = -1, output_ = -1;
  std::string to_guest_, to_terminal_, problem_;
};

void check_active(const Domain& domain) {
  int state = 0;
  if (virDomainGetState(domain.get(), &state, nullptr, 0) < 0) throw Failure("unable to get domain status");
  if (state == VIR_DOMAIN_SHUTOFF) throw Failure("The domain is not running");
}

}  // namespace

void run_console(Shell& shell, const Domain& domain, const std::string& device, unsigned flags) {
  check_active(domain);
  if (!isatty(STDIN_FILENO)) throw Failure("Cannot run interactive console without a controlling TTY");
  shell.say("Connected to domain '{}'\n", virDomainGetName(domain.get()));
  shell.say("Escape character is {}", shell.settings().escape_text);
  if (shell.settings().escape_text.size() == 2 && shell.settings().escape_text[0] == '^') {
    shell.say(" (Ctrl + {})", shell.settings().escape_text[1]);
  }
  shell.say("\n");
  RawTerminal raw;
  Stream stream(virStreamNew(virDomainGetConnect(domain.get()), VIR_STREAM_NONBLOCK));
  if (!stream) throw Failure();
  if (virDomainOpenConsole(domain.get(), device.empty() ? nullptr : device.c_str(), stream.get(), flags) <
      0) {
    throw Failure();
  }
  auto console = std::make_shared<Console>(std::move(stream), shell.settings().escape);
  try {
    console->start();
    console->wait();
  } catch (...) {
    console->stop();
    throw;
  }
  console->stop();
  shell.forget_library_error();
  if (!console->problem().empty()) throw Failure(console->problem());
}

}  // namespace vireo::virsh
