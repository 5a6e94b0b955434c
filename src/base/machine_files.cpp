// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/machine_files.hpp"

#include <charconv>
#include <fstream>
#include <sstream>

namespace vireo::machine_files {

namespace fs = std::filesystem;

namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

}  // namespace

std::vector<std::string> lines(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> all;
  for (std::string text; std::getline(in, text);) all.push_back(text);
  return all;
}

std::optional<std::string> line(const fs::path& file) {
  std::ifstream in(file);
  std::string text;
  if (!std::getline(in, text)) return std::nullopt;
  text = trimmed(text);
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<long long> number(const fs::path& file) {
  const auto text = line(file);
  long long value = 0;
  if (!text || std::from_chars(text->data(), text->data() + text->size(), value).ec != std::errc())
    return std::nullopt;
  return value;
}

std::optional<std::uint64_t> field(const fs::path& file, const std::string& key) {
  for (const std::string& text : lines(file)) {
    const auto words = split(text, ' ');
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      if (words[i] == key) return std::strtoull(words[i + 1].c_str(), nullptr, 10);
  }
  return std::nullopt;
}

std::map<std::string, std::string> fields(const fs::path& file) {
  std::map<std::string, std::string> found;
  for (const std::string& text : lines(file)) {
    if (text.empty()) break;
    const auto colon = text.find(':');
    if (colon != std::string::npos)
      found.emplace(trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 1)));
  }
  return found;
}

std::map<long long, fs::path> numbered(const fs::path& folder, const std::string& prefix,
                                       const std::string& suffix) {
  std::map<long long, fs::path> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with(prefix) || !name.ends_with(suffix) || name.size() <= prefix.size() + suffix.size())
      continue;
    long long value = 0;
    const char* end = name.data() + name.size() - suffix.size();
    const auto parsed = std::from_chars(name.data() + prefix.size(), end, value);
    if (parsed.ec == std::errc() && parsed.ptr == end) found.emplace(value, entry.path());
  }
  return found;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word, separator);)
    if (!word.empty()) words.push_back(word);
  return words;
}

}  // namespace vireo::machine_files
