// SPDX-License-Identifier: LGPL-2.1-or-later
// Reading the small text files of /proc and /sys: a missing or empty one is an absent value, not an error,
// since kernels differ in what they offer.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vireo::machine_files {

std::vector<std::string> lines(const std::filesystem::path& file);
std::optional<std::string> line(const std::filesystem::path& file);  ///< the first, trimmed
std::optional<long long> number(const std::filesystem::path& file);
/// The number behind `key` in a "…key  123 kB" table (/proc/meminfo and a node's meminfo).
std::optional<std::uint64_t> field(const std::filesystem::path& file, const std::string& key);
/// "key : value" lines up to the first empty line.
std::map<std::string, std::string> fields(const std::filesystem::path& file);
/// Entries PREFIXnSUFFIX of a folder, by n.
std::map<long long, std::filesystem::path> numbered(const std::filesystem::path& folder,
                                                    const std::string& prefix, const std::string& suffix);
/// Words between separators; empty ones are left out.
std::vector<std::string> split(const std::string& text, char separator);

}  // namespace vireo::machine_files
