// SPDX-License-Identifier: LGPL-2.1-or-later
// Small values shared by all model types. Model types are plain structs: default-constructed means "not
// said".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vireo::xml {
struct Codec;
}

namespace vireo::model {

/// A switch that may be left unsaid; written as yes/no or on/off, whichever the element uses.
enum class Switch { absent, yes, no };

struct Mac {
  std::array<std::uint8_t, 6> bytes{};
  /// Six groups of one or two hexadecimal digits joined by ':' (libvirt's grammar); anything else is nullopt.
  static std::optional<Mac> parse(std::string_view text) noexcept;
  /// Lower-case digits, xx:xx:xx:xx:xx:xx.
  std::string to_string() const;
  bool is_nil() const noexcept { return *this == Mac{}; }
  bool is_multicast() const noexcept { return (bytes[0] & 1) != 0; }
  bool operator==(const Mac&) const = default;
  static const xml::Codec codec;  ///< how declarations read and write it
};

/// A piece of foreign XML, such as <metadata>: the whole element without indentation; empty: there is none.
struct RawXml {
  std::string xml;
  bool operator==(const RawXml&) const = default;
};

/// Security label: of a domain (<seclabel> below <domain>) or of a single source.
struct SecurityLabel {
  enum class Type { absent, none, dynamic, static_ };
  Type type = Type::absent;
  std::string model;
  Switch relabel = Switch::absent;
  Switch label_skip = Switch::absent;
  std::string label;
  std::string image_label;
  std::string base_label;
  bool operator==(const SecurityLabel&) const = default;
};

}  // namespace vireo::model
