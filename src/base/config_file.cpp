// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/config_file.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"
#include "base/files.hpp"

namespace vireo {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Parser {
 public:
  Parser(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  std::vector<ConfigFile::Setting> parse() {
    std::vector<ConfigFile::Setting> settings;
    for (skip_empty(); !at_end(); skip_empty()) settings.push_back(setting());
    return settings;
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  char now() const { return at_end() ? '\0' : text_[at_]; }
  char take() {
    char c = text_[at_++];
    line_ += c == '\n';
    return c;
  }
  [[noreturn]] void fail(std::string_view what) const {
    throw error(VIR_ERR_CONF_SYNTAX, VIR_FROM_CONF, "{}:{}: {}", name_, line_, what);
  }

  void skip_blanks() {
    while (now() == ' ' || now() == '\t') take();
  }
  void skip_space() {
    while (now() == ' ' || now() == '\t' || now() == '\n' || now() == '\r') take();
  }
  void skip_comment() {
    while (!at_end() && now() != '\n' && now() != '\r') take();
  }
  void skip_empty() {
    for (skip_space(); now() == '#'; skip_space()) skip_comment();
  }

  ConfigFile::Setting setting() {
    ConfigFile::Setting setting;
    setting.line = line_;
    setting.name = name();
    skip_blanks();
    if (now() != '=') fail("expecting an assignment");
    take();
    skip_blanks();
    setting.value = value();
    skip_blanks();
    if (now() == '#') skip_comment();
    if (now() == ';' || now() == '\n' || now() == '\r')
      take();
    else if (!at_end())
      fail("expecting a separator");
    return setting;
  }

  std::string name() {
    if (!is_letter(now())) fail("expecting a name");
    std::string name;
    while (is_letter(now()) || is_digit(now()) || now() == '_') name += take();
    return name;
  }

  std::variant<std::int64_t, std::string, ConfigFile::List> value() {
    if (now() == '"' || now() == '\'') return string();
    if (now() == '[') return list();
    if (is_digit(now()) || now() == '-') return number();
    fail("expecting a value");
  }

  std::string string() {
    if (text_.substr(at_).starts_with("\"\"\"")) return long_string();
    char quote = take();
    std::string value;
    while (now() != quote) {
      if (at_end() || now() == '\n' || now() == '\r') fail("unterminated string");
      value += take();
    }
    take();
    return value;
  }

  std::string long_string() {
    at_ += 3;
    auto end = text_.find("\"\"\"", at_);
    if (end == text_.npos) fail("unterminated string");
    std::string value(text_.substr(at_, end - at_));
    line_ += static_cast<int>(std::count(value.begin(), value.end(), '\n'));
    at_ = end + 3;
    return value;
  }

  // A number too large for its place is caught by the reader, which knows the place.
  std::int64_t number() {
    bool negative = now() == '-';
    if (negative) take();
    if (!is_digit(now())) fail("unterminated number");
    std::int64_t value = 0;
    constexpr auto top = std::numeric_limits<std::int64_t>::max();
    while (is_digit(now())) {
      int digit = take() - '0';
      value = value > (top - digit) / 10 ? top : value * 10 + digit;
    }
    return negative ? -value : value;
  }

  ConfigFile::List list() {
    take();
    ConfigFile::List items;
    skip_space();
    while (now() != ']') {
      if (!items.empty()) {
        if (now() != ',') fail(at_end() ? "list is not closed with ]" : "expecting a separator in list");
        take();
        skip_space();
        if (now() == ']') break;
      }
      if (at_end()) fail("list is not closed with ]");
      items.push_back(item());
      skip_space();
    }
    take();
    return items;
  }

  std::variant<std::int64_t, std::string> item() {
    if (now() == '[') fail("lists not allowed in lists");
    auto item = value();
    if (auto* text = std::get_if<std::string>(&item)) return std::move(*text);
    return std::get<std::int64_t>(item);
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
  int line_ = 1;
};

[[noreturn]] void wrong_type(const std::string& file, std::string_view name, std::string_view expected) {
  throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_CONF, "{}: expected {} for '{}' parameter", file, expected,
              name);
}

}  // namespace

ConfigFile ConfigFile::parse(std::string_view text, std::string name) {
  ConfigFile file;
  file.name_ = std::move(name);
  file.settings_ = Parser(text, file.name_).parse();
  return file;
}

ConfigFile ConfigFile::load(const std::filesystem::path& path) {
  return parse(read_file(path), path.native());
}

ConfigFile ConfigFile::load_if_exists(const std::filesystem::path& path) {
  auto text = read_file_if_exists(path);
  return parse(text.value_or(""), path.native());
}

const ConfigFile::Setting* ConfigFile::find(std::string_view name) const noexcept {
  auto found = std::find_if(settings_.rbegin(), settings_.rend(),
                            [&](const Setting& setting) { return setting.name == name; });
  return found == settings_.rend() ? nullptr : &*found;
}

std::optional<std::string> ConfigFile::string(std::string_view name) const {
  const Setting* setting = find(name);
  if (!setting) return std::nullopt;
  if (auto* text = std::get_if<std::string>(&setting->value)) return *text;
  wrong_type(name_, name, "a string");
}

std::optional<bool> ConfigFile::boolean(std::string_view name) const {
  const Setting* setting = find(name);
  if (!setting) return std::nullopt;
  auto* number = std::get_if<std::int64_t>(&setting->value);
  if (!number || *number < 0) wrong_type(name_, name, "a bool");
  if (*number > 1)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_CONF, "{}: value for '{}' parameter must be 0 or 1", name_,
                name);
  return *number == 1;
}

std::optional<std::uint32_t> ConfigFile::unsigned_integer(std::string_view name) const {
  const Setting* setting = find(name);
  if (!setting) return std::nullopt;
  auto* number = std::get_if<std::int64_t>(&setting->value);
  if (!number || *number < 0) wrong_type(name_, name, "an unsigned integer");
  constexpr auto top = std::numeric_limits<std::uint32_t>::max();
  if (*number > top)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_CONF, "{}: value for '{}' parameter must be in range 0:{}",
                name_, name, top);
  return static_cast<std::uint32_t>(*number);
}

std::optional<std::int32_t> ConfigFile::signed_integer(std::string_view name) const {
  const Setting* setting = find(name);
  if (!setting) return std::nullopt;
  auto* number = std::get_if<std::int64_t>(&setting->value);
  if (!number) wrong_type(name_, name, "a signed integer");
  using Limits = std::numeric_limits<std::int32_t>;
  if (*number < Limits::min() || *number > Limits::max())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_CONF, "{}: value for '{}' parameter must be in range {}:{}",
                name_, name, Limits::min(), Limits::max());
  return static_cast<std::int32_t>(*number);
}

std::optional<std::vector<std::string>> ConfigFile::strings(std::string_view name) const {
  const Setting* setting = find(name);
  if (!setting) return std::nullopt;
  auto* list = std::get_if<List>(&setting->value);
  if (!list) wrong_type(name_, name, "a string list");
  std::vector<std::string> strings;
  for (const auto& item : *list) {
    auto* text = std::get_if<std::string>(&item);
    if (!text)
      throw error(VIR_ERR_CONF_SYNTAX, VIR_FROM_CONF, "{}: expected a string list for '{}' parameter", name_,
                  name);
    strings.push_back(*text);
  }
  return strings;
}

std::optional<std::vector<std::string>> ConfigFile::strings_or_string(std::string_view name) const {
  const Setting* setting = find(name);
  if (setting && std::holds_alternative<std::string>(setting->value))
    return std::vector{std::get<std::string>(setting->value)};
  return strings(name);
}

}  // namespace vireo
