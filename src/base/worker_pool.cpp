// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/worker_pool.hpp"

#include <pthread.h>
#include <signal.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>

namespace vireo {
namespace {

constexpr auto idle_life = std::chrono::seconds(10);

/// A thread that takes none of the program's signals.
template <class F>
void start_thread(F body) {
  sigset_t all, old;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &old);
  try {
    std::thread(std::move(body)).detach();
  } catch (...) {
    pthread_sigmask(SIG_SETMASK, &old, nullptr);
    throw;
  }
  pthread_sigmask(SIG_SETMASK, &old, nullptr);
}

}  // namespace

struct WorkerPool::State {
  std::mutex mutex;
  std::condition_variable wake, left;
  std::deque<std::function<void()>> jobs;
  std::size_t max_threads = 0, threads = 0, idle = 0, busy = 0;
  bool closing = false;

  void work(std::unique_lock<std::mutex>& lock);
};

/// One worker's life; `lock` is held except while a job runs.
void WorkerPool::State::work(std::unique_lock<std::mutex>& lock) {
  for (;;) {
    ++idle;
    bool called = wake.wait_for(lock, idle_life, [this] { return closing || !jobs.empty(); });
    --idle;
    if (closing || !called) break;
    auto job = std::move(jobs.front());
    jobs.pop_front();
    ++busy;
    lock.unlock();
    job();
    job = nullptr;
    lock.lock();
    --busy;
  }
  --threads;
  left.notify_all();
}

WorkerPool::WorkerPool(std::size_t max_threads) : state_(std::make_shared<State>()) {
  state_->max_threads = max_threads;
}

WorkerPool::~WorkerPool() {
  std::deque<std::function<void()>> dropped;
  std::unique_lock lock(state_->mutex);
  state_->closing = true;
  dropped.swap(state_->jobs);
  state_->wake.notify_all();
  // Idle threads end at once and are waited for; one that is stuck in a job is left to itself.
  state_->left.wait(lock, [this] { return state_->threads == state_->busy; });
}

void WorkerPool::submit(std::function<void()> job) {
  std::unique_lock lock(state_->mutex);
  state_->jobs.push_back(std::move(job));
  if (state_->jobs.size() > state_->idle && state_->threads < state_->max_threads) {
    ++state_->threads;
    try {
      start_thread([state = state_] {
        std::unique_lock lock(state->mutex);
        state->work(lock);
      });
    } catch (const std::system_error&) {
      --state_->threads;
      if (state_->threads == 0) {
        state_->jobs.pop_back();
        throw;
      }
    }
  }
  lock.unlock();
  state_->wake.notify_one();
}

}  // namespace vireo
