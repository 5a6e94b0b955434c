// SPDX-License-Identifier: LGPL-2.1-or-later
// Going to the background: the program started waits until the daemon serves, and ends as that went.
#pragma once

#include "base/unique_fd.hpp"

namespace vireo::daemon {

class Background {
 public:
  Background() = default;
  /// Forks. In the parent it waits for the child's word and exits the process; returns in the child, which is
  /// in a session of its own. Before any thread, lock or loop.
  static Background enter();

  /// Lets the parent exit with success and leaves the terminal. Nothing when not in the background.
  void serving();

 private:
  explicit Background(UniqueFd to_parent) : to_parent_(std::move(to_parent)) {}
  UniqueFd to_parent_;  ///< closed without a word when the child fails
};

}  // namespace vireo::daemon
