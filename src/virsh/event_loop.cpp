// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/event_loop.hpp"

#include <fcntl.h>
#include <libvirt/libvirt.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>

#include "virsh/failure.hpp"

namespace vireo::virsh {
namespace {

std::atomic<int> wake_descriptor = -1;  // where the signal handler writes

void wake(char reason) {
  int saved = errno;
  int descriptor = wake_descriptor;
  if (descriptor >= 0) {
    [[maybe_unused]] ssize_t written = ::write(descriptor, &reason, 1);
  }
  errno = saved;
}

void on_interrupt(int) { wake('i'); }

}  // namespace

EventThread::EventThread() {
  if (virEventRegisterDefaultImpl() < 0) throw Failure();
  // Its only use is to end the loop's sleep: it never fires before the destructor asks for it.
  timer_ = virEventAddTimeout(
      -1, [](int, void*) {}, nullptr, nullptr);
  thread_ = std::thread([this] {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);  // signals belong to the thread that reads the user
    while (!stop_) {
      if (virEventRunDefaultImpl() < 0) break;
    }
  });
}

EventThread::~EventThread() {
  stop_ = true;
  if (timer_ >= 0) virEventUpdateTimeout(timer_, 0);
  thread_.join();
  if (timer_ >= 0) virEventRemoveTimeout(timer_);
}

struct EventWait::Previous {
  struct sigaction interrupt;
};

EventWait::EventWait() : previous_(new Previous) {
  if (::pipe2(pipe_, O_CLOEXEC | O_NONBLOCK) != 0) {
    delete previous_;
    throw failure("cannot make a pipe: {}", std::strerror(errno));
  }
  wake_descriptor = pipe_[1];
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  sigaction(SIGINT, &action, &previous_->interrupt);
}

EventWait::~EventWait() {
  sigaction(SIGINT, &previous_->interrupt, nullptr);
  wake_descriptor = -1;
  delete previous_;
  ::close(pipe_[0]);
  ::close(pipe_[1]);
}

void EventWait::done() { wake('e'); }

void EventWait::connection_lost() { wake('l'); }

EventWait::End EventWait::wait(int timeout) {
  using Clock = std::chrono::steady_clock;
  auto deadline = Clock::now() + std::chrono::milliseconds(timeout);
  for (;;) {
    int left = -1;
    if (timeout) {
      auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
      left = rest > 0 ? static_cast<int>(rest) : 0;
    }
    pollfd watched{pipe_[0], POLLIN, 0};
    int ready = ::poll(&watched, 1, left);
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) throw failure("cannot wait: {}", std::strerror(errno));
    if (ready == 0) return End::timed_out;
    char reason = 0;
    if (::read(pipe_[0], &reason, 1) != 1) continue;
    return reason == 'i' ? End::interrupted : reason == 'l' ? End::lost : End::event;
  }
}

}  // namespace vireo::virsh
