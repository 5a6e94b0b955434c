// SPDX-License-Identifier: LGPL-2.1-or-later
// How a command fails: its own lines of text first, then (by the shell) what the library said last.
#pragma once

#include <fmt/format.h>

#include <exception>
#include <string>
#include <vector>

namespace vireo::virsh {

class Failure : public std::exception {
 public:
  /// No text of its own: only the library's error, if there is one, is shown.
  Failure() = default;
  explicit Failure(std::string line) { lines_.push_back(std::move(line)); }
  Failure(std::string first, std::string second) { lines_ = {std::move(first), std::move(second)}; }

  const char* what() const noexcept override { return lines_.empty() ? "" : lines_.front().c_str(); }
  const std::vector<std::string>& lines() const noexcept { return lines_; }
  /// The library's last error has nothing to do with this failure: do not show it.
  Failure&& alone() && {
    alone_ = true;
    return std::move(*this);
  }
  bool is_alone() const noexcept { return alone_; }

 private:
  std::vector<std::string> lines_;
  bool alone_ = false;
};

template <class... Args>
Failure failure(fmt::format_string<Args...> format, Args&&... args) {
  return Failure(fmt::format(format, std::forward<Args>(args)...));
}

}  // namespace vireo::virsh
