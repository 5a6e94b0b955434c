// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/config.hpp"

#include <limits>

#include "base/config_parser.hpp"
#include "base/error.hpp"
#include "base/files.hpp"

namespace vireo {

Config Config::parse(std::string_view text, std::string name) {
  Config config;
  config.name_ = std::move(name);
  ConfigParser(text, config.name_).parse_into(config);
  return config;
}

Config Config::read(const fs::path& path) { return parse(read_file(path), path.native()); }

Config Config::read_if_exists(const fs::path& path) {
  auto text = read_file_if_exists(path);
  return parse(text ? *text : "", path.native());
}

const ConfigValue* Config::find(std::string_view key) const {
  auto found = values_.find(key);
  if (found == values_.end()) return nullptr;
  found->second.asked = true;
  return &found->second.value;
}

void Config::wrong(const ConfigValue& value, std::string_view key, std::string_view expected) const {
  throw error(VIR_ERR_CONF_SYNTAX, VIR_FROM_CONF, "{}:{}: '{}' must be {}", name_, value.line, key, expected);
}

std::optional<std::string> Config::string(std::string_view key) const {
  auto* value = find(key);
  if (!value) return std::nullopt;
  auto* text = std::get_if<std::string>(&value->value);
  if (!text) wrong(*value, key, "a string");
  return *text;
}

std::optional<bool> Config::boolean(std::string_view key) const {
  auto* value = find(key);
  if (!value) return std::nullopt;
  auto* number = std::get_if<ConfigNumber>(&value->value);
  if (!number || number->magnitude > 1 || (number->negative && number->magnitude))
    wrong(*value, key, "0 or 1");
  return number->magnitude == 1;
}

std::optional<std::int64_t> Config::integer(std::string_view key, std::int64_t min, std::int64_t max) const {
  auto* value = find(key);
  if (!value) return std::nullopt;
  auto* number = std::get_if<ConfigNumber>(&value->value);
  constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
  bool fits = number && number->magnitude <= largest + (number->negative ? 1 : 0);
  // Negated as unsigned: that of the most negative number has no positive counterpart.
  auto result =
      fits ? static_cast<std::int64_t>(number->negative ? 0 - number->magnitude : number->magnitude) : 0;
  if (!fits || result < min || result > max)
    wrong(*value, key, fmt::format("a number between {} and {}", min, max));
  return result;
}

std::optional<std::uint64_t> Config::unsigned_integer(std::string_view key, std::uint64_t max) const {
  auto* value = find(key);
  if (!value) return std::nullopt;
  auto* number = std::get_if<ConfigNumber>(&value->value);
  if (!number || (number->negative && number->magnitude) || number->magnitude > max)
    wrong(*value, key, fmt::format("a number between 0 and {}", max));
  return number->magnitude;
}

std::optional<std::vector<std::string>> Config::strings(std::string_view key) const {
  auto* value = find(key);
  if (!value) return std::nullopt;
  if (auto* text = std::get_if<std::string>(&value->value)) return std::vector{*text};
  auto* list = std::get_if<std::vector<ConfigValue>>(&value->value);
  if (!list) wrong(*value, key, "a string or a list of strings");
  std::vector<std::string> result;
  for (const auto& item : *list) {
    auto* text = std::get_if<std::string>(&item.value);
    if (!text) wrong(item, key, "a string or a list of strings");
    result.push_back(*text);
  }
  return result;
}

void Config::refuse_unknown() const {
  const std::pair<const std::string, Entry>* first = nullptr;
  for (const auto& item : values_)
    if (!item.second.asked && (!first || item.second.value.line < first->second.value.line)) first = &item;
  if (first)
    throw error(VIR_ERR_CONF_SYNTAX, VIR_FROM_CONF, "{}:{}: unknown key '{}'", name_,
                first->second.value.line, first->first);
}

}  // namespace vireo
