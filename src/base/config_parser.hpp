// SPDX-License-Identifier: LGPL-2.1-or-later
// The reader behind Config::parse. The grammar is the incumbent's, and a comment may stand anywhere in a
// list.
#pragma once

#include <string>
#include <string_view>

#include "base/config.hpp"

namespace vireo {

class ConfigParser {
 public:
  ConfigParser(std::string_view text, const std::string& name) : rest_(text), name_(name) {}
  void parse_into(Config& config);

 private:
  [[noreturn]] void fail(std::string_view what) const;
  bool take(char c);
  void skip_blanks();
  void skip_comment();
  void skip_lines();
  std::string parse_name();
  ConfigValue parse_value(int depth);
  ConfigNumber parse_number();
  std::string parse_string(char quote);
  std::vector<ConfigValue> parse_list(int depth);
  void end_statement();

  std::string_view rest_;
  const std::string& name_;
  int line_ = 1;
};

}  // namespace vireo
