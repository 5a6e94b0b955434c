// SPDX-License-Identifier: LGPL-2.1-or-later
// Undo as a stack: each step of an operation pushes what takes it back; commit() disarms. Undone in reverse
// order; an undo that fails is logged and the others still run.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/combinators.hpp"
#include "base/task.hpp"

namespace vireo {

/// For steps that return at once. Undoes in the destructor unless committed.
class Rollback {
 public:
  Rollback() = default;
  Rollback(const Rollback&) = delete;
  ~Rollback() { undo(); }

  /// `name` is for the log: "remove tap 'vnet3'".
  void push(std::string name, std::function<void()> undo) {
    steps_.push_back({std::move(name), std::move(undo)});
  }
  void commit() noexcept { steps_.clear(); }
  void undo() noexcept;

 private:
  struct Step {
    std::string name;
    std::function<void()> undo;
  };
  std::vector<Step> steps_;
};

/// For operations that are coroutines. The operation receives the rollback and runs under guard():
///   Task<void> start(Domain& domain) { AsyncRollback undo; co_await undo.guard(start_steps(domain, undo)); }
/// Undo steps run also when the operation is cancelled; those that wait need deadlines of their own.
class AsyncRollback {
 public:
  AsyncRollback() = default;
  AsyncRollback(const AsyncRollback&) = delete;
  /// Not committed and not undone (the loop died in between): only the steps that need no waiting are undone.
  ~AsyncRollback();

  /// `undo` returns void or Task<void>. It is kept alive while its task runs, so it may capture (by value).
  template <class F>
  void push(std::string name, F undo) {
    if constexpr (std::is_void_v<std::invoke_result_t<F&>>) {
      steps_.push_back({std::move(name), std::move(undo), nullptr});
    } else {
      steps_.push_back({std::move(name), nullptr, std::move(undo)});
    }
  }

  /// Runs `body`; when it ends well, commits; when it throws or is cancelled, undoes and rethrows.
  template <class T>
  Task<T> guard(Task<T> body) {
    auto outcome = std::make_shared<Outcome<T>>();
    co_await or_else(pass_on(std::move(body), outcome), undo());
    commit();
    co_return outcome->take();
  }

  void commit() noexcept { steps_.clear(); }
  Task<void> undo();

 private:
  struct Step {
    std::string name;
    std::function<void()> now;
    std::function<Task<void>()> later;
  };

  template <class T>
  static Task<void> pass_on(Task<T> body, std::shared_ptr<Outcome<T>> outcome) {
    co_await keep_outcome(std::move(body), outcome);
    if (outcome->error) std::rethrow_exception(outcome->error);
  }

  std::vector<Step> steps_;
};

}  // namespace vireo
