// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/rollback.hpp"

#include "base/escaped.hpp"

namespace vireo {
namespace {

/// Takes the last step off the stack: it is undone once, whatever happens.
template <class Steps>
auto pop(Steps& steps) {
  auto step = std::move(steps.back());
  steps.pop_back();
  return step;
}

void run_logged(const std::string& name, const std::function<void()>& undo) noexcept {
  try {
    undo();
  } catch (...) {
    report_escaped("undo step '" + name + "'", std::current_exception());
  }
}

}  // namespace

void Rollback::undo() noexcept {
  while (!steps_.empty()) {
    auto step = pop(steps_);
    run_logged(step.name, step.undo);
  }
}

AsyncRollback::~AsyncRollback() {
  while (!steps_.empty()) {
    auto step = pop(steps_);
    if (step.now) run_logged(step.name, step.now);
  }
}

Task<void> AsyncRollback::undo() {
  while (!steps_.empty()) {
    auto step = pop(steps_);
    if (step.now) {
      run_logged(step.name, step.now);
      continue;
    }
    try {
      co_await step.later();
    } catch (...) {
      report_escaped("undo step '" + step.name + "'", std::current_exception());
    }
  }
}

}  // namespace vireo
