// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/uri.hpp"

#include <charconv>

#include "base/error.hpp"

namespace vireo {
namespace {

constexpr std::string_view sub_delims = "!$&'()*+,;=";
constexpr std::string_view in_user = "!$&'()*+,;=:";
constexpr std::string_view in_path = "!$&'()*+,;=:@/";
constexpr std::string_view in_query = "!$&'()*+,;=:@/?";

constexpr bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_unreserved(char c) {
  return is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

constexpr int hex(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Takes `text` apart from the left; each step throws with the reason.
class Parser {
 public:
  explicit Parser(std::string_view text) : all_(text), rest_(text) {}

  Uri parse() {
    Uri uri;
    if (auto at = rest_.find('#'); at != rest_.npos) {
      uri.fragment = decode(rest_.substr(at + 1), in_query, "fragment");
      rest_ = rest_.substr(0, at);
    }
    if (auto at = rest_.find('?'); at != rest_.npos) {
      uri.query = std::string(rest_.substr(at + 1));
      parse_query(uri);
      rest_ = rest_.substr(0, at);
    }
    parse_scheme(uri);
    if (rest_.starts_with("//")) {
      rest_.remove_prefix(2);
      auto end = std::min(rest_.find('/'), rest_.size());
      parse_authority(uri, rest_.substr(0, end));
      rest_.remove_prefix(end);
    }
    uri.path = decode(rest_, in_path, "path");
    return uri;
  }

 private:
  [[noreturn]] void fail(std::string_view why) const {
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_URI, "Unable to parse URI {}: {}", all_, why);
  }

  std::string decode(std::string_view text, std::string_view allowed, std::string_view part) const {
    for (char c : text)
      if (!is_unreserved(c) && c != '%' && allowed.find(c) == allowed.npos)
        fail(fmt::format("character that must be escaped in its {}", part));
    auto decoded = percent_decode(text);
    if (!decoded) fail(fmt::format("bad escape in its {}", part));
    return std::move(*decoded);
  }

  void parse_scheme(Uri& uri) {
    auto at = rest_.find_first_of(":/");
    if (at == rest_.npos || rest_[at] == '/') return;
    auto scheme = rest_.substr(0, at);
    if (scheme.empty() || !is_alpha(scheme.front())) fail("a scheme begins with a letter");
    for (char c : scheme)
      if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.')
        fail("bad character in its scheme");
    uri.scheme = std::string(scheme);
    rest_.remove_prefix(at + 1);
  }

  void parse_authority(Uri& uri, std::string_view text) const {
    if (auto at = text.rfind('@'); at != text.npos) {
      uri.user = decode(text.substr(0, at), in_user, "user");
      text.remove_prefix(at + 1);
    }
    if (text.starts_with('[')) {
      auto end = text.find(']');
      if (end == text.npos) fail("'[' without ']'");
      uri.server = address(text.substr(1, end - 1));
      text.remove_prefix(end + 1);
      if (!text.empty() && text.front() != ':') fail("text between ']' and the port");
    } else {
      auto end = std::min(text.find(':'), text.size());
      uri.server = decode(text.substr(0, end), sub_delims, "server");
      text.remove_prefix(end);
    }
    if (!text.empty()) uri.port = port(text.substr(1));
  }

  /// What stands in brackets. The zone's '%' is written plainly as often as escaped.
  std::string address(std::string_view text) const {
    auto at = std::min(text.find('%'), text.size());
    auto zone = text.substr(at);
    text = text.substr(0, at);
    if (text.find(':') == text.npos) fail("no IPv6 address in its brackets");
    for (char c : text)
      if (hex(c) < 0 && c != ':' && c != '.') fail("no IPv6 address in its brackets");
    if (zone.empty()) return std::string(text);
    zone.remove_prefix(zone.starts_with("%25") ? 3 : 1);
    if (zone.empty()) fail("empty zone of its IPv6 address");
    return fmt::format("{}%{}", text, decode(zone, "", "zone"));
  }

  unsigned port(std::string_view text) const {
    unsigned number = 0;
    auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || ec != std::errc() || end != text.data() + text.size() || number > 65535)
      fail("its port is no number up to 65535");
    return number;
  }

  void parse_query(Uri& uri) const {
    std::string_view rest = uri.query;
    while (!rest.empty()) {
      auto item = rest.substr(0, rest.find_first_of("&;"));
      rest.remove_prefix(std::min(rest.size(), item.size() + 1));
      auto equals = std::min(item.find('='), item.size());
      auto name = decode(item.substr(0, equals), in_query, "query");
      auto value = equals < item.size() ? decode(item.substr(equals + 1), in_query, "query") : std::string();
      if (!name.empty()) uri.params.emplace_back(std::move(name), std::move(value));
    }
  }

  std::string_view all_, rest_;
};

/// The zone's '%' plain, as the incumbent writes it, unless the zone would then look like an escape.
std::string write_address(std::string_view server) {
  auto at = server.find('%');
  auto text = percent_encode(server.substr(0, at), ":");
  if (at == server.npos) return text;
  auto zone = percent_encode(server.substr(at + 1));
  return text + (zone.starts_with("25") ? "%25" : "%") + zone;
}

}  // namespace

std::string percent_encode(std::string_view text, std::string_view also) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string result;
  for (char c : text) {
    if (is_unreserved(c) || also.find(c) != also.npos) {
      result += c;
    } else {
      auto byte = static_cast<unsigned char>(c);
      result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return result;
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    int high = i + 2 < text.size() ? hex(text[i + 1]) : -1;
    int low = high >= 0 ? hex(text[i + 2]) : -1;
    if (low < 0 || (high == 0 && low == 0)) return std::nullopt;
    result += static_cast<char>(high << 4 | low);
    i += 2;
  }
  return result;
}

Uri Uri::parse(std::string_view text) { return Parser(text).parse(); }

std::string Uri::to_string() const {
  std::string text = scheme.empty() ? "" : scheme + ":";
  bool opaque = server.empty() && user.empty() && !path.empty() && path.front() != '/';
  if (!opaque) text += "//";
  if (!user.empty()) text += percent_encode(user, in_user) + "@";
  if (server.find(':') != server.npos) {
    text += "[" + write_address(server) + "]";
  } else {
    text += percent_encode(server, sub_delims);
  }
  if (port != 0) text += fmt::format(":{}", port);
  // Without a scheme a colon in the path would be taken for the end of one.
  text += percent_encode(path, scheme.empty() && opaque ? "!$&'()*+,;=@/" : in_path);
  if (!query.empty()) text += "?" + query;
  if (!fragment.empty()) text += "#" + percent_encode(fragment, in_query);
  return text;
}

std::string_view Uri::driver() const noexcept {
  return std::string_view(scheme).substr(0, std::min(scheme.find('+'), scheme.size()));
}

std::string_view Uri::transport() const noexcept {
  auto at = scheme.find('+');
  return at == scheme.npos ? std::string_view() : std::string_view(scheme).substr(at + 1);
}

std::optional<std::string> Uri::param(std::string_view name) const {
  for (const auto& [key, value] : params)
    if (key == name) return value;
  return std::nullopt;
}

void Uri::set_params(std::vector<std::pair<std::string, std::string>> list) {
  params = std::move(list);
  query.clear();
  for (const auto& [key, value] : params) {
    if (!query.empty()) query += '&';
    query += percent_encode(key) + "=" + percent_encode(value);
  }
}

}  // namespace vireo
