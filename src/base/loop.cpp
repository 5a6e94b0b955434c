// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/loop.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <condition_variable>

#include "base/error.hpp"
#include "base/escaped.hpp"
#include "base/worker_pool.hpp"

namespace vireo {

namespace asio = boost::asio;

namespace {
constexpr std::size_t max_workers = 32;
}

/// One thread inside run(), waiting for its task; lives on that thread's stack.
struct Loop::Call {
  bool done = false;  ///< written under the loop's mutex
  std::condition_variable wake;
};

/// Workers reach the loop through this, and find it closed when the loop is gone.
struct Loop::Port {
  std::mutex mutex;
  asio::io_context* context = nullptr;  ///< null once the loop is gone
  std::unique_ptr<WorkerPool> pool;     ///< made at the first use, on the loop
};

Loop::Loop() : context_(2), keep_alive_(context_.get_executor()), port_(std::make_shared<Port>()) {
  port_->context = &context_;
}

Loop::~Loop() {
  {
    std::lock_guard lock(port_->mutex);
    port_->context = nullptr;
  }
  port_->pool.reset();
}

void Loop::become_driver() noexcept { driver_ = std::this_thread::get_id(); }

/// Called with the mutex held.
void Loop::leave_driver() noexcept {
  driver_ = std::thread::id();
  if (!followers_.empty()) followers_.front()->wake.notify_one();
  driver_gone_.notify_all();
}

void Loop::run_to_end(Task<void> task) {
  Call call;
  start(std::move(task), call);
  if (in_loop()) return drive(call);
  std::unique_lock lock(mutex_);
  while (!call.done) {
    if (driver_.load() == std::thread::id()) {
      become_driver();
      lock.unlock();
      drive(call);
      lock.lock();
      leave_driver();
    } else {
      followers_.push_back(&call);
      call.wake.wait(lock, [&] { return call.done || driver_.load() == std::thread::id(); });
      std::erase(followers_, &call);
    }
  }
}

void Loop::start(Task<void> task, Call& call) {
  asio::co_spawn(context_, std::move(task), [this, &call](std::exception_ptr) { finish(call); });
}

/// Handlers run until the call is done. Only the driver writes `done`, so it may read it without the mutex.
void Loop::drive(Call& call) noexcept {
  while (!call.done) {
    try {
      context_.run_one();
    } catch (...) {
      report_escaped("event loop", current_error());
    }
  }
}

void Loop::finish(Call& call) noexcept {
  std::lock_guard lock(mutex_);
  call.done = true;
  call.wake.notify_one();
}

void Loop::poll() {
  {
    std::lock_guard lock(mutex_);
    if (driver_.load() != std::thread::id()) return;
    become_driver();
  }
  try {
    context_.poll();
  } catch (...) {
    report_escaped("event loop", current_error());
  }
  std::lock_guard lock(mutex_);
  leave_driver();
}

void Loop::serve() {
  {
    std::unique_lock lock(mutex_);
    driver_gone_.wait(lock, [this] { return driver_.load() == std::thread::id(); });
    become_driver();
  }
  serving_ = true;
  while (!stopping_) {
    try {
      context_.run();
    } catch (...) {
      report_escaped("event loop", current_error());
    }
  }
  serving_ = false;
  stopping_ = false;
  context_.restart();
  std::lock_guard lock(mutex_);
  leave_driver();
}

void Loop::stop() {
  stopping_ = true;
  // Only serve() may find the context stopped; a run() that drives at the moment goes on.
  asio::post(context_, [this] {
    if (serving_) context_.stop();
  });
}

void Loop::spawn(std::string name, Task<void> task) {
  asio::co_spawn(context_, std::move(task), [name = std::move(name)](std::exception_ptr error) {
    if (error) report_escaped(name, error);
  });
}

Task<void> Loop::await_job(std::shared_ptr<BlockingJob> job, Deadline deadline, std::string what) {
  if (!port_->pool) port_->pool = std::make_unique<WorkerPool>(max_workers);
  port_->pool->submit([job, port = std::weak_ptr(port_)] {
    if (job->abandoned) return;
    job->run();
    auto open = port.lock();
    if (!open) return;
    std::lock_guard lock(open->mutex);
    if (open->context) asio::post(*open->context, [job] { job->done.set(); });
  });
  bool in_time = false;
  try {
    in_time = co_await job->done.wait(deadline);
  } catch (...) {
    job->abandoned = true;
    throw;
  }
  if (in_time) co_return;
  job->abandoned = true;
  throw Error(VIR_ERR_OPERATION_TIMEOUT, VIR_FROM_NONE, std::move(what));
}

}  // namespace vireo
