// SPDX-License-Identifier: LGPL-2.1-or-later
// libvirt's configuration files: `name = value` lines with strings, numbers and lists of strings. A value
// type; each reader throws with the file's name when a setting has another type than asked for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vireo {

class ConfigFile {
 public:
  struct Setting;
  using List = std::vector<std::variant<std::int64_t, std::string>>;
  struct Setting {
    std::string name;
    std::variant<std::int64_t, std::string, List> value;
    int line = 0;
  };

  ConfigFile() = default;
  /// `name` is for messages. Throws VIR_ERR_CONF_SYNTAX "NAME:LINE: what is wrong".
  static ConfigFile parse(std::string_view text, std::string name);
  /// Empty when there is no such file. Throws VIR_ERR_SYSTEM_ERROR when it cannot be read.
  static ConfigFile load_if_exists(const std::filesystem::path& path);
  static ConfigFile load(const std::filesystem::path& path);

  /// In order; a name that stands twice is there twice, and the last one counts.
  const std::vector<Setting>& settings() const noexcept { return settings_; }
  const Setting* find(std::string_view name) const noexcept;
  const std::string& name() const noexcept { return name_; }

  /// nullopt: not set. Throw VIR_ERR_INTERNAL_ERROR (another type, out of range) or, for a list of the wrong
  /// things, VIR_ERR_CONF_SYNTAX.
  std::optional<std::string> string(std::string_view name) const;
  std::optional<bool> boolean(std::string_view name) const;
  std::optional<std::uint32_t> unsigned_integer(std::string_view name) const;
  std::optional<std::int32_t> signed_integer(std::string_view name) const;
  std::optional<std::vector<std::string>> strings(std::string_view name) const;
  /// A list of strings, or a single string as a list of one.
  std::optional<std::vector<std::string>> strings_or_string(std::string_view name) const;

 private:
  std::string name_;
  std::vector<Setting> settings_;
};

}  // namespace vireo
