// SPDX-License-Identifier: LGPL-2.1-or-later
// Configuration files in libvirt's syntax: `key = value` lines with numbers, strings and lists. Values are
// asked for by type; a key nobody asked for is one nobody knows.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vireo {

struct ConfigNumber {
  std::uint64_t magnitude = 0;
  bool negative = false;
};

struct ConfigValue {
  std::variant<ConfigNumber, std::string, std::vector<ConfigValue>> value;
  int line = 0;
};

/// All errors are VIR_ERR_CONF_SYNTAX and begin with "FILE:LINE: ".
class Config {
 public:
  /// `name` stands for the file in errors. Of a key given twice the first counts.
  static Config parse(std::string_view text, std::string name);
  static Config read(const std::filesystem::path& path);
  /// An empty one when there is no such file.
  static Config read_if_exists(const std::filesystem::path& path);

  // nullopt when the key is not there; an error when it has a value of another kind or out of range.
  std::optional<std::string> string(std::string_view key) const;
  std::optional<bool> boolean(std::string_view key) const;  ///< 0 or 1
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t min = INT64_MIN,
                                      std::int64_t max = INT64_MAX) const;
  std::optional<std::uint64_t> unsigned_integer(std::string_view key, std::uint64_t max = UINT64_MAX) const;
  /// A list of strings, or one string alone.
  std::optional<std::vector<std::string>> strings(std::string_view key) const;

  bool has(std::string_view key) const { return values_.contains(key); }
  /// Knows the key, if it is there, without looking at its value.
  void ignore(std::string_view key) const { find(key); }
  /// Throws for the first key (by line) that no call above has asked for. For after all is read.
  void refuse_unknown() const;

  const std::string& name() const noexcept { return name_; }

 private:
  struct Entry {
    ConfigValue value;
    mutable bool asked = false;
  };
  friend class ConfigParser;

  const ConfigValue* find(std::string_view key) const;
  [[noreturn]] void wrong(const ConfigValue& value, std::string_view key, std::string_view expected) const;

  std::string name_;
  std::map<std::string, Entry, std::less<>> values_;
};

}  // namespace vireo
