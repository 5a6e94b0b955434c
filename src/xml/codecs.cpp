// SPDX-License-Identifier: LGPL-2.1-or-later
// The scalar types of declarations. Numbers are read as strtol reads them: white space and a sign in front.
#include <charconv>
#include <limits>

#include "xml/declare.hpp"

namespace vireo::xml {

const char* NameTable::name(int value) const noexcept {
  const int index = value - first;
  return index >= 0 && index < count ? texts[index] : nullptr;
}

bool NameTable::find(std::string_view text, int& value) const noexcept {
  for (int i = 0; i < count; ++i) {
    if (texts[i] != nullptr && text == texts[i]) {
      value = first + i;
      return true;
    }
  }
  return false;
}

bool Condition::holds(const void* object) const noexcept {
  if (values == ~std::uint64_t{0}) return true;
  int value = 0;
  std::memcpy(&value, static_cast<const char*>(object) + offset, sizeof value);
  return value >= 0 && value < 64 && (values >> value & 1) != 0;
}

namespace {

template <class T>
bool parse_number(std::string_view text, T& value, int base) {
  while (!text.empty() && (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r')))
    text.remove_prefix(1);
  bool negative = false;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  if (base != 10) {
    const bool prefixed = text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    if (prefixed) text.remove_prefix(2);
    base = prefixed || base == 16 ? 16 : text.size() > 1 && text[0] == '0' ? 8 : 10;
  }
  unsigned long long magnitude = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), magnitude, base);
  if (text.empty() || failure != std::errc() || end != text.data() + text.size()) return false;
  if (negative) {
    if constexpr (std::is_unsigned_v<T>)
      return magnitude == 0 && (value = 0, true);
    else if (magnitude > static_cast<unsigned long long>(std::numeric_limits<T>::max()) + 1)
      return false;
    value = static_cast<T>(0 - magnitude);
    return true;
  }
  if (magnitude > static_cast<unsigned long long>(std::numeric_limits<T>::max())) return false;
  value = static_cast<T>(magnitude);
  return true;
}

template <class T>
void format_number(T value, std::string& out, const Item& item) {
  if (item.base == 16)
    fmt::format_to(std::back_inserter(out), "0x{:0{}x}", value, static_cast<int>(item.width));
  else
    fmt::format_to(std::back_inserter(out), "{}", value);
}

/// "0x10" means 16 wherever any notation is allowed; a row of base 16 without prefix is still decimal.
template <class T>
bool parse_as(std::string_view text, T& value, const Item& item) {
  return parse_number(text, value, item.base == 10 ? 10 : 0) && !(item.has(nonzero) && value == 0);
}

template <class T>
constexpr Codec number(const char* expected) {
  return {[](void* field, std::string_view text, const Item& item) {
            return parse_as(text, *static_cast<T*>(field), item);
          },
          [](const void* field, std::string& out, const Item& item) {
            const T value = *static_cast<const T*>(field);
            if (value == 0 && !item.has(always)) return false;
            format_number(value, out, item);
            return true;
          },
          expected};
}

template <class T>
constexpr Codec optional_number(const char* expected) {
  return {[](void* field, std::string_view text, const Item& item) {
            T value = 0;
            if (!parse_as(text, value, item)) return false;
            *static_cast<std::optional<T>*>(field) = value;
            return true;
          },
          [](const void* field, std::string& out, const Item& item) {
            const auto& value = *static_cast<const std::optional<T>*>(field);
            if (value) format_number(*value, out, item);
            return value.has_value();
          },
          expected};
}

bool parse_enum(void* field, std::string_view text, const Item& item) {
  int value = 0;
  if (!item.names.find(text, value)) return false;
  std::memcpy(field, &value, sizeof value);
  return true;
}

bool format_enum(const void* field, std::string& out, const Item& item) {
  int value = 0;
  std::memcpy(&value, field, sizeof value);
  const char* name = item.names.name(value);
  if (name == nullptr || (value == 0 && item.has(sparse))) return false;
  out += name;
  return true;
}

constexpr const char* unsigned_expected = "Expected non-negative integer value";
constexpr const char* signed_expected = "Expected integer value";

}  // namespace

const Codec string_codec{[](void* field, std::string_view text, const Item&) {
                           static_cast<std::string*>(field)->assign(text);
                           return true;
                         },
                         [](const void* field, std::string& out, const Item& item) {
                           const auto& value = *static_cast<const std::string*>(field);
                           out += value;
                           return !value.empty() || item.has(always);
                         },
                         nullptr};

const Codec optional_string_codec{[](void* field, std::string_view text, const Item&) {
                                    static_cast<std::optional<std::string>*>(field)->emplace(text);
                                    return true;
                                  },
                                  [](const void* field, std::string& out, const Item&) {
                                    const auto& value =
                                        *static_cast<const std::optional<std::string>*>(field);
                                    if (value) out += *value;
                                    return value.has_value();
                                  },
                                  nullptr};

const Codec bool_codec{[](void* field, std::string_view text, const Item& item) {
                         int value = 0;
                         if (!item.names.find(text, value)) return false;
                         *static_cast<bool*>(field) = value == 1;  // Switch::yes
                         return true;
                       },
                       [](const void* field, std::string& out, const Item& item) {
                         const bool value = *static_cast<const bool*>(field);
                         if (!value && !item.has(always)) return false;
                         out += item.names.name(value ? 1 : 2);
                         return true;
                       },
                       nullptr};

const Codec enum_codec{parse_enum, format_enum, nullptr};

const Codec uuid_codec{[](void* field, std::string_view text, const Item&) {
                         const auto value = Uuid::parse(text);
                         if (value) *static_cast<Uuid*>(field) = *value;
                         return value.has_value();
                       },
                       [](const void* field, std::string& out, const Item&) {
                         const auto& value = *static_cast<const Uuid*>(field);
                         if (value.is_nil()) return false;
                         out += value.to_string();
                         return true;
                       },
                       nullptr};

const Codec optional_uuid_codec{[](void* field, std::string_view text, const Item&) {
                                  const auto value = Uuid::parse(text);
                                  if (value) *static_cast<std::optional<Uuid>*>(field) = value;
                                  return value.has_value();
                                },
                                [](const void* field, std::string& out, const Item&) {
                                  const auto& value = *static_cast<const std::optional<Uuid>*>(field);
                                  if (value) out += value->to_string();
                                  return value.has_value();
                                },
                                nullptr};

const Codec int_codec = number<int>(signed_expected);
const Codec optional_int_codec = optional_number<int>(signed_expected);
const Codec unsigned_codec = number<unsigned>(unsigned_expected);
const Codec optional_unsigned_codec = optional_number<unsigned>(unsigned_expected);
const Codec uint64_codec = number<std::uint64_t>(unsigned_expected);
const Codec optional_uint64_codec = optional_number<std::uint64_t>(unsigned_expected);
const Codec int64_codec = number<long long>(signed_expected);

}  // namespace vireo::xml
