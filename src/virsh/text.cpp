// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/text.hpp"

#include <fmt/format.h>

#include <ctime>
#include <cwchar>
#include <cwctype>

namespace vireo::virsh {

Cell measure(std::string_view text) {
  Cell cell;
  std::mbstate_t state{};
  auto escape = [&](std::string_view bytes) {
    for (unsigned char byte : bytes) {
      cell.text += fmt::format("\\x{:02x}", byte);
      cell.width += 4;
    }
  };
  while (!text.empty()) {
    wchar_t wide = 0;
    size_t length = std::mbrtowc(&wide, text.data(), text.size(), &state);
    if (length == 0 || length > text.size()) {  // NUL, invalid or cut short
      state = {};
      escape(text.substr(0, 1));
      length = 1;
    } else if (int columns = wcwidth(wide); columns < 0 || !std::iswprint(static_cast<wint_t>(wide))) {
      escape(text.substr(0, length));
    } else {
      cell.text += text.substr(0, length);
      cell.width += static_cast<size_t>(columns);
    }
    text.remove_prefix(length);
  }
  return cell;
}

std::string quote_for_shell(std::string_view text) {
  constexpr std::string_view special = "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~";
  if (!text.empty() && text.find_first_of(special) == text.npos) return std::string(text);
  std::string out = "'";
  for (char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::string escape_for_xml(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&apos;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r') out += c;
    }
  }
  return out;
}

std::vector<std::string> split_commas(std::string_view text) {
  std::vector<std::string> parts(1);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ',') {
      parts.back() += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == ',') {
      parts.back() += ',';
      ++i;
    } else {
      parts.emplace_back();
    }
  }
  return parts;
}

Size readable_size(unsigned long long bytes) {
  static constexpr const char* units[] = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  double value = static_cast<double>(bytes);
  size_t unit = 0;
  while (value >= 1024.0 && unit < 6) {
    value /= 1024.0;
    ++unit;
  }
  return {value, units[unit]};
}

std::string tenths_of_seconds(unsigned long long nanoseconds) {
  return fmt::format("{:.1f}", static_cast<double>(nanoseconds) / 1e9);
}

std::string local_time(long long seconds) {
  std::time_t when = seconds;
  std::tm parts{};
  localtime_r(&when, &parts);
  char buffer[64];
  std::strftime(buffer, sizeof buffer, "%Y-%m-%d %H:%M:%S %z", &parts);
  return buffer;
}

std::string utc_time(long long seconds) {
  std::time_t when = seconds;
  std::tm parts{};
  gmtime_r(&when, &parts);
  char buffer[64];
  std::strftime(buffer, sizeof buffer, "%Y-%m-%d %H:%M:%S", &parts);
  return buffer;
}

std::string utc_stamp(long long milliseconds) {
  return fmt::format("{}.{:03}+0000", utc_time(milliseconds / 1000), milliseconds % 1000);
}

std::string cpu_ranges(const std::vector<bool>& cpus) {
  std::string out;
  for (size_t i = 0; i < cpus.size(); ++i) {
    if (!cpus[i]) continue;
    size_t last = i;
    while (last + 1 < cpus.size() && cpus[last + 1]) ++last;
    if (!out.empty()) out += ',';
    out += last == i ? fmt::format("{}", i) : fmt::format("{}-{}", i, last);
    i = last;
  }
  return out;
}

std::string cpu_letters(const std::vector<bool>& cpus) {
  std::string out;
  for (bool cpu : cpus) out += cpu ? 'y' : '-';
  return out;
}

}  // namespace vireo::virsh
