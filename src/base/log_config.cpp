// SPDX-License-Identifier: LGPL-2.1-or-later
// The notations of levels, filters and outputs.
#include <cstdlib>

#include "base/error.hpp"
#include "base/logging.hpp"

namespace vireo {
namespace {

Error bad(std::string_view what, std::string_view item) {
  return error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "bad log {} '{}'", what, item);
}

/// Cuts the text up to `separator` off its front.
std::string_view cut(std::string_view& rest, std::string_view separators) {
  auto head = rest.substr(0, rest.find_first_of(separators));
  rest.remove_prefix(std::min(rest.size(), head.size() + 1));
  return head;
}

template <class Item, class Parse>
std::vector<Item> parse_items(std::string_view text, Parse parse) {
  std::vector<Item> items;
  while (!text.empty()) {
    auto item = cut(text, " \t\n");
    if (!item.empty()) items.push_back(parse(item));
  }
  return items;
}

LogLevel level_digit(std::string_view digit, std::string_view what, std::string_view item) {
  if (digit.size() != 1 || digit[0] < '1' || digit[0] > '4') throw bad(what, item);
  return static_cast<LogLevel>(digit[0] - '0');
}

LogFilter parse_filter(std::string_view item) {
  auto rest = item;
  auto level = level_digit(cut(rest, ":"), "filter", item);
  while (rest.starts_with('+')) rest.remove_prefix(1);
  if (rest.empty() || rest.find(':') != rest.npos) throw bad("filter", item);
  return {level, std::string(rest)};
}

LogOutput parse_output(std::string_view item) {
  using Kind = LogOutput::Kind;
  auto rest = item;
  auto level = level_digit(cut(rest, ":"), "output", item);
  auto kind = cut(rest, ":");
  if (kind == "stderr" && rest.empty()) return {level, Kind::standard_error, ""};
  if (kind == "journald" && rest.empty()) return {level, Kind::journald, ""};
  if (kind == "syslog" && !rest.empty()) return {level, Kind::syslog, std::string(rest)};
  if (kind == "file" && rest.starts_with('/')) return {level, Kind::file, std::string(rest)};
  throw bad("output", item);
}

template <class F>
void ignoring_errors(F f) {
  try {
    f();
  } catch (const Error&) {
  }
}

}  // namespace

LogLevel parse_log_level(std::string_view text) {
  if (text == "debug") return LogLevel::debug;
  if (text == "info") return LogLevel::info;
  if (text == "warning") return LogLevel::warning;
  if (text == "error") return LogLevel::error;
  return level_digit(text, "level", text);
}

std::vector<LogFilter> parse_log_filters(std::string_view text) {
  return parse_items<LogFilter>(text, parse_filter);
}
std::vector<LogOutput> parse_log_outputs(std::string_view text) {
  return parse_items<LogOutput>(text, parse_output);
}

std::string to_string(const std::vector<LogFilter>& filters) {
  std::string text;
  for (const auto& filter : filters)
    text += fmt::format("{}{}:{}", text.empty() ? "" : " ", static_cast<int>(filter.level), filter.match);
  return text;
}

std::string to_string(const std::vector<LogOutput>& outputs) {
  static constexpr const char* names[] = {"stderr", "syslog", "file", "journald"};
  std::string text;
  for (const auto& output : outputs)
    text +=
        fmt::format("{}{}:{}{}{}", text.empty() ? "" : " ", static_cast<int>(output.level),
                    names[static_cast<int>(output.kind)], output.target.empty() ? "" : ":", output.target);
  return text;
}

LogConfig log_config_from_environment(LogConfig base) {
  if (auto* text = ::secure_getenv("LIBVIRT_DEBUG"); text && *text)
    ignoring_errors([&] { base.level = parse_log_level(text); });
  if (auto* text = ::secure_getenv("LIBVIRT_LOG_FILTERS"); text && *text)
    ignoring_errors([&] { base.filters = parse_log_filters(text); });
  if (auto* text = ::secure_getenv("LIBVIRT_LOG_OUTPUTS"); text && *text)
    ignoring_errors([&] { base.outputs = parse_log_outputs(text); });
  return base;
}

}  // namespace vireo
