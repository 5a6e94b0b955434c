// SPDX-License-Identifier: LGPL-2.1-or-later
// Connection URIs (RFC 3986), split and decoded. A plain value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vireo {

struct Uri {
  std::string scheme;    ///< as written: "qemu+ssh"
  std::string user;      ///< decoded; with a password, if one was written, behind a colon
  std::string server;    ///< decoded; IPv6 without brackets, with its zone: "fe80::1%eth0"
  unsigned port = 0;     ///< 0: none given
  std::string path;      ///< decoded
  std::string query;     ///< as written, without the question mark
  std::string fragment;  ///< decoded
  std::vector<std::pair<std::string, std::string>> params;  ///< of `query`, decoded, in order

  /// Throws VIR_ERR_INTERNAL_ERROR (as the incumbent does) naming the text and what is wrong with it.
  static Uri parse(std::string_view text);

  /// The text again, escaped where needed.
  std::string to_string() const;

  /// The part of the scheme before '+' and the part behind it ("" when there is none).
  std::string_view driver() const noexcept;
  std::string_view transport() const noexcept;

  /// Value of the first parameter of this name.
  std::optional<std::string> param(std::string_view name) const;
  /// Sets `params` and `query` together.
  void set_params(std::vector<std::pair<std::string, std::string>> list);

  bool operator==(const Uri&) const = default;
};

/// %XX for all but letters, digits, "-._~" and the characters of `also`.
std::string percent_encode(std::string_view text, std::string_view also = "");
/// nullopt for a broken escape or an escaped NUL.
std::optional<std::string> percent_decode(std::string_view text);

}  // namespace vireo
