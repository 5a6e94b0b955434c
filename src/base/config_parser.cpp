// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/config_parser.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"

namespace vireo {
namespace {
constexpr int max_depth = 16;
constexpr bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
}  // namespace

void ConfigParser::fail(std::string_view what) const {
  throw error(VIR_ERR_CONF_SYNTAX, VIR_FROM_CONF, "{}:{}: {}", name_, line_, what);
}

bool ConfigParser::take(char c) {
  if (!rest_.starts_with(c)) return false;
  rest_.remove_prefix(1);
  if (c == '\n') ++line_;
  return true;
}

void ConfigParser::skip_blanks() {
  while (take(' ') || take('\t')) {
  }
}

void ConfigParser::skip_comment() {
  if (rest_.starts_with('#')) rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
}

/// Everything that is neither name nor value, over any number of lines.
void ConfigParser::skip_lines() {
  do {
    skip_blanks();
    skip_comment();
  } while (take('\n') || take('\r'));
}

std::string ConfigParser::parse_name() {
  if (rest_.empty() || !is_alpha(rest_.front())) fail("expecting a name");
  auto end = std::ranges::find_if(rest_, [](char c) { return !is_alpha(c) && !is_digit(c) && c != '_'; });
  std::string name(rest_.begin(), end);
  rest_.remove_prefix(name.size());
  return name;
}

ConfigValue ConfigParser::parse_value(int depth) {
  ConfigValue result{.value = {}, .line = line_};
  if (rest_.starts_with('"') || rest_.starts_with('\'')) {
    result.value = parse_string(rest_.front());
  } else if (take('[')) {
    if (depth >= max_depth) fail("lists nested too deep");
    result.value = parse_list(depth + 1);
  } else if (!rest_.empty() && (is_digit(rest_.front()) || rest_.front() == '-' || rest_.front() == '+')) {
    result.value = parse_number();
  } else {
    fail("expecting a value");
  }
  return result;
}

ConfigNumber ConfigParser::parse_number() {
  ConfigNumber number;
  number.negative = take('-');
  if (!number.negative) take('+');
  auto [end, ec] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number.magnitude);
  if (ec == std::errc::result_out_of_range) fail("number too large");
  if (ec != std::errc()) fail("expecting digits behind the sign");
  rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
  return number;
}

std::string ConfigParser::parse_string(char quote) {
  constexpr std::string_view triple = "\"\"\"";
  bool long_form = rest_.starts_with(triple);
  auto delimiter = long_form ? triple : std::string_view(&quote, 1);
  rest_.remove_prefix(delimiter.size());
  auto end = rest_.find(delimiter);
  auto text = rest_.substr(0, std::min(end, rest_.size()));
  if (end == rest_.npos || (!long_form && text.find('\n') != text.npos)) fail("unterminated string");
  line_ += static_cast<int>(std::ranges::count(text, '\n'));
  rest_.remove_prefix(end + delimiter.size());
  return std::string(text);
}

std::vector<ConfigValue> ConfigParser::parse_list(int depth) {
  std::vector<ConfigValue> list;
  for (;;) {
    skip_lines();
    if (take(']')) return list;
    if (rest_.empty()) fail("list is not closed with ]");
    list.push_back(parse_value(depth));
    skip_lines();
    if (take(',')) continue;
    if (rest_.empty()) fail("list is not closed with ]");
    if (!rest_.starts_with(']')) fail("expecting a comma or ] in a list");
  }
}

void ConfigParser::end_statement() {
  skip_blanks();
  skip_comment();
  if (rest_.empty() || take(';') || take('\n')) return;
  if (take('\r') && (rest_.empty() || take('\n'))) return;
  fail("expecting the end of the line");
}

void ConfigParser::parse_into(Config& config) {
  for (;;) {
    skip_lines();
    if (rest_.empty()) return;
    int line = line_;
    auto key = parse_name();
    skip_blanks();
    if (!take('=')) fail(fmt::format("expecting '=' behind '{}'", key));
    skip_blanks();
    auto value = parse_value(0);
    value.line = line;
    end_statement();
    config.values_.try_emplace(std::move(key), Config::Entry{std::move(value)});
  }
}

}  // namespace vireo
