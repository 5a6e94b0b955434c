// SPDX-License-Identifier: LGPL-2.1-or-later
// The end of a task as a value: what it returned or what it threw.
#pragma once

#include <exception>
#include <optional>
#include <utility>

#include "base/task.hpp"

namespace vireo {

template <class T>
struct Outcome {
  std::optional<T> value;
  std::exception_ptr error;
  /// The value, moved out, or throws the error. Once.
  T take() {
    if (error) std::rethrow_exception(std::exchange(error, nullptr));
    return std::move(*value);
  }
};

template <>
struct Outcome<void> {
  std::exception_ptr error;
  void take() {
    if (error) std::rethrow_exception(std::exchange(error, nullptr));
  }
};

/// Awaits `task` and keeps its end in `outcome` (a pointer, plain or shared, valid until then). Never throws.
template <class T, class OutcomePointer>
Task<void> keep_outcome(Task<T> task, OutcomePointer outcome) {
  try {
    if constexpr (std::is_void_v<T>) {
      co_await std::move(task);
    } else {
      outcome->value.emplace(co_await std::move(task));
    }
  } catch (...) {
    outcome->error = std::current_exception();
  }
}

}  // namespace vireo
