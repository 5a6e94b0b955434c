// SPDX-License-Identifier: LGPL-2.1-or-later
// Small conversions for output: columns on a terminal, quoting, sizes, times.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vireo::virsh {

struct Cell {
  std::string text;  ///< bytes that cannot be shown are replaced by \xNN
  size_t width = 0;  ///< columns on the terminal, in the current locale
};
Cell measure(std::string_view text);

std::string quote_for_shell(std::string_view text);
std::string escape_for_xml(std::string_view text);
/// "a,b,,c" is "a" and "b,c".
std::vector<std::string> split_commas(std::string_view text);

struct Size {
  double value;
  const char* unit;
};
/// The largest binary unit in which the size is not below one: 1536 is 1.5 KiB.
Size readable_size(unsigned long long bytes);
/// Nanoseconds as seconds with one digit, "12.3".
std::string tenths_of_seconds(unsigned long long nanoseconds);
/// "2026-01-31 12:00:00 +0000" in local time.
std::string local_time(long long seconds);
/// "2026-01-31 12:00:00.123+0000" in UTC, for stamps of events.
std::string utc_stamp(long long milliseconds);
/// "2026-01-31 12:00:00" in UTC.
std::string utc_time(long long seconds);
/// "0-3,5"; element i is CPU i.
std::string cpu_ranges(const std::vector<bool>& cpus);
std::string cpu_letters(const std::vector<bool>& cpus);

}  // namespace vireo::virsh
