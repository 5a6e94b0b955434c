// SPDX-License-Identifier: LGPL-2.1-or-later
// The options of one parsed command, with getters that check the value where it is used.
// Numbers throw Failure naming the value and the option.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "virsh/option.hpp"

namespace vireo::virsh {

class Arguments {
 public:
  explicit Arguments(const Command& command) : command_(&command) {}

  const Command& command() const { return *command_; }
  void add(const Option& option, std::string value) { given_.push_back({&option, std::move(value)}); }

  bool has(std::string_view name) const;
  /// Nothing when the option was not given. An empty value fails unless the option allows it.
  std::optional<std::string> text(std::string_view name) const;
  /// A required option, or the given default.
  std::string text_or(std::string_view name, std::string_view fallback) const;
  std::vector<std::string> all(std::string_view name) const;

  std::optional<long long> signed_number(std::string_view name, long long min, long long max) const;
  std::optional<unsigned long long> unsigned_number(std::string_view name, unsigned long long max) const;
  std::optional<int> integer(std::string_view name) const;
  /// Wraps negative numbers around like the C functions behind the incumbent's options of this kind.
  std::optional<unsigned> count(std::string_view name) const;
  /// "10", "10k", "1GiB" …: bytes, where a number without suffix counts `scale` bytes.
  std::optional<unsigned long long> scaled(std::string_view name, unsigned long long scale,
                                           unsigned long long max) const;
  /// Milliseconds of a whole, positive number of seconds.
  std::optional<int> timeout(std::string_view name = "timeout") const;

  /// Fails when two of the named options are given; the first pair in the given order is named.
  void exclusive(std::initializer_list<std::string_view> names) const;
  void exclusive(std::string_view one, std::string_view other) const;

 private:
  struct Given {
    const Option* option;
    std::string value;
  };
  const Given* find(std::string_view name) const;
  std::optional<std::string> raw(std::string_view name) const;

  const Command* command_;
  std::vector<Given> given_;
};

}  // namespace vireo::virsh
