// SPDX-License-Identifier: LGPL-2.1-or-later
// The event loop: one thread at a time owns all state that lives on a loop. In the daemon that is the main
// thread (`serve`); in a program that uses the library it is whichever thread is inside an API call (`run`).
#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include "base/combinators.hpp"
#include "base/outcome.hpp"
#include "base/task.hpp"
#include "base/task_group.hpp"
#include "base/wait_queue.hpp"

namespace vireo {

/// One call of `blocking`, shared by the waiting coroutine and the worker.
struct BlockingJob {
  virtual ~BlockingJob() = default;
  virtual void run() noexcept = 0;
  AsyncEvent done;                      ///< touched on the loop only
  std::atomic<bool> abandoned = false;  ///< the deadline passed before a worker was free
};

class Loop {
 public:
  Loop();
  ~Loop();
  Loop(const Loop&) = delete;

  boost::asio::io_context& context() noexcept { return context_; }
  LoopExecutor executor() noexcept { return context_.get_executor(); }

  /// Runs `task` to its end on the calling thread and returns its result or throws what it threw. Callable
  /// from several threads at once: one of them drives the loop, the others wait for it or take it over.
  /// From inside a task of the same loop it drives the loop recursively: only for callbacks into programs.
  template <class T>
  T run(Task<T> task) {
    Outcome<T> outcome;
    run_to_end(keep_outcome(std::move(task), &outcome));
    return outcome.take();
  }

  /// Runs what is ready and returns at once; does nothing while another thread drives. For a program whose
  /// own event loop found a descriptor of ours readable.
  void poll();

  /// The daemon's form: runs until stop(), which any thread may call, also beforehand.
  void serve();
  void stop();

  /// Starts `task` in the background; an exception that escapes it is logged with `name`. Any thread. Prefer
  /// TaskGroup.
  void spawn(std::string name, Task<void> task);

  /// Runs `work` on the pool of threads for blocking calls and resumes here with its result or exception.
  /// When the deadline passes first, throws VIR_ERR_OPERATION_TIMEOUT naming `what`; the worker is left to
  /// finish by itself, so `work` must own what it touches.
  template <class F>
  Task<std::invoke_result_t<F>> blocking(F work, Deadline deadline, std::string what = "blocking call") {
    auto job = std::make_shared<JobOf<F>>(std::move(work));
    co_await await_job(job, deadline, std::move(what));
    co_return job->outcome.take();
  }

  /// True on the thread that drives this loop at the moment.
  bool in_loop() const noexcept { return driver_.load() == std::this_thread::get_id(); }

 private:
  struct Call;
  struct Port;
  template <class F>
  struct JobOf : BlockingJob {
    explicit JobOf(F f) : work(std::move(f)) {}
    void run() noexcept override {
      try {
        if constexpr (std::is_void_v<std::invoke_result_t<F>>) {
          work();
        } else {
          outcome.value.emplace(work());
        }
      } catch (...) {
        outcome.error = std::current_exception();
      }
    }
    F work;
    Outcome<std::invoke_result_t<F>> outcome;
  };

  void run_to_end(Task<void> task);
  void start(Task<void> task, Call& call);
  void drive(Call& call) noexcept;
  void finish(Call& call) noexcept;
  void become_driver() noexcept;
  void leave_driver() noexcept;
  Task<void> await_job(std::shared_ptr<BlockingJob> job, Deadline deadline, std::string what);

  boost::asio::io_context context_;
  boost::asio::executor_work_guard<LoopExecutor> keep_alive_;
  std::mutex mutex_;
  std::atomic<std::thread::id> driver_{};  ///< written under mutex_
  std::vector<Call*> followers_;
  std::condition_variable driver_gone_;  ///< for serve()
  std::atomic<bool> stopping_ = false;
  bool serving_ = false;        ///< touched on the loop only
  std::shared_ptr<Port> port_;  ///< what worker threads hold of this loop, and the pool
};

}  // namespace vireo
