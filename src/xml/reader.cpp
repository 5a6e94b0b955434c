// SPDX-License-Identifier: LGPL-2.1-or-later
// Reading: rows in their order, each looking for its attribute or elements, so that what a row depends on (a
// type attribute) is known when its turn comes. Of an element that may stand once, the first counts.
#include <algorithm>
#include <cstring>
#include <limits>

#include "base/units.hpp"
#include "xml/declare.hpp"

namespace vireo::xml {

namespace {

void* at(void* object, const Item& item) { return static_cast<char*>(object) + item.offset; }

/// The URI bound to `prefix` at `node`, or null.
const char* namespace_of(pugi::xml_node node, std::string_view prefix) {
  const std::string declaration = "xmlns:" + std::string(prefix);
  for (; node; node = node.parent()) {
    if (const auto bound = node.attribute(declaration.c_str())) return bound.value();
  }
  return nullptr;
}

bool same_name(const Item& item, pugi::xml_node node) {
  const char* name = node.name();
  if (item.namespace_uri == nullptr) return name[0] == item.name[0] && std::strcmp(name, item.name) == 0;
  const char* colon = std::strchr(name, ':');
  const char* local = std::strchr(item.name, ':') + 1;
  if (colon == nullptr || std::strcmp(colon + 1, local) != 0) return false;
  const char* uri = namespace_of(node, {name, static_cast<std::size_t>(colon - name)});
  return uri != nullptr && std::strcmp(uri, item.namespace_uri) == 0;
}

}  // namespace

bool Reader::applies(const Item& item, const void* object) const noexcept {
  return !(item.has(live) && options_.inactive) && item.condition.holds(object);
}

void Reader::covered(const Item& item) {
  if (options_.coverage != nullptr) options_.coverage->read.insert(&item);
}

void Reader::fail(int code, Node element, std::string_view message) const {
  throw error(code, options_.error_domain, "{}{}", message, element.where());
}

void Reader::bad_value(const Item& item, Node element, std::string_view value) const {
  const int code = item.error_code != 0 ? item.error_code : VIR_ERR_XML_ERROR;
  if (item.error_text != nullptr)
    throw Error(code, options_.error_domain,
                fmt::format(fmt::runtime(item.error_text), value) + element.where());
  const auto expected = item.codec != nullptr && item.codec->expected != nullptr
                            ? fmt::format(" {}", item.codec->expected)
                            : "";
  if (item.kind == Item::Kind::attribute)
    throw error(code, VIR_FROM_XML, "Invalid value for attribute '{}' in element '{}': '{}'.{}{}", item.name,
                element.name(), value, expected, element.where());
  throw error(code, VIR_FROM_XML, "Invalid value for element '{}': '{}'.{}{}", element.name(), value,
              expected, element.where());
}

void Reader::parse_value(const Item& item, Node element, void* object, std::string_view value) {
  if (!item.codec->parse(at(object, item), value, item) && !item.has(lenient))
    bad_value(item, element, value);
  covered(item);
}

void Reader::read_attribute(const Item& item, Node element, void* object) {
  if (!element.raw().first_attribute() && !item.has(required) && item.implied == nullptr) return;
  if (const auto found = element.raw().attribute(item.name))
    parse_value(item, element, object, found.value());
  else if (item.has(required))
    missing_attribute(item, element);
  else if (item.implied != nullptr)
    parse_value(item, element, object, item.implied);
}

void Reader::missing_attribute(const Item& item, Node element) const {
  throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "Missing required attribute '{}' in element '{}'{}", item.name,
              element.name(), element.where());
}

void Reader::read_scaled(const Item& item, Node element, void* object) {
  const bool attribute = item.name[0] != '\0';
  const char* unit = element.attribute(item.unit_name);
  const char* found = attribute ? element.attribute(item.name) : nullptr;
  if (attribute && found == nullptr) {
    if (item.has(required)) missing_attribute(item, element);
    return;
  }
  const std::string text = attribute ? std::string(found) : element.text();
  std::uint64_t value = 0;
  if (!uint64_codec.parse(&value, text, item)) bad_value(item, element, text);
  const std::uint64_t bytes = scale_to_bytes(value, unit != nullptr ? unit : "", item.default_unit,
                                             std::numeric_limits<std::int64_t>::max());
  const std::uint64_t scaled = bytes / item.unit + (bytes % item.unit != 0 ? 1 : 0);
  if (item.codec == &uint64_codec) {
    std::memcpy(at(object, item), &scaled, sizeof scaled);
  } else {
    const auto narrow = static_cast<unsigned>(scaled);
    std::memcpy(at(object, item), &narrow, sizeof narrow);
  }
  covered(item);
}

void Reader::read_element(const Item& item, Node child, void* object) {
  covered(item);
  if (item.kind == Item::Kind::irregular) {
    item.irregular.read(object, child, *this);
  } else if (item.kind == Item::Kind::present) {
    *static_cast<bool*>(at(object, item)) = true;
  } else {
    if (item.presence != 0) *reinterpret_cast<bool*>(static_cast<char*>(object) + item.presence - 1) = true;
    read(item.content(), child, item.container->append(at(object, item)));
  }
}

void Reader::read_elements(const Item& item, Node element, void* object, std::size_t from, std::size_t to) {
  if (from == to && !item.has(required)) return;
  const bool many = item.kind == Item::Kind::irregular || (item.container != nullptr && item.container->many);
  bool found = false;
  for (std::size_t i = from; i < to; ++i) {
    if (children_[i].claimed || !same_name(item, children_[i].node)) continue;
    children_[i].claimed = true;
    if (found && !many) continue;
    found = true;
    if (item.kind != Item::Kind::irregular || item.irregular.read != nullptr)
      read_element(item, Node(children_[i].node, &element.document()), object);
  }
  if (!found && item.has(required))
    throw error(VIR_ERR_XML_ERROR, options_.error_domain, "Missing required element '{}' in '{}'{}",
                item.name, element.name(), element.where());
}

void Reader::read(const Struct& type, Node element, void* object) {
  const std::size_t from = children_.size();
  for (auto child = element.raw().first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_element) children_.push_back({child, false});
  }
  const std::size_t to = children_.size();
  read_rows(type, element, object, from, to);
  if (options_.unknown != nullptr && *options_.unknown) report_unclaimed(type, element, from, to);
  children_.resize(from);
}

void Reader::read_rows(const Struct& type, Node element, void* object, std::size_t from, std::size_t to) {
  for (const Item& item : type.items) {
    if (!applies(item, object)) continue;
    if (item.kind == Item::Kind::attribute) {
      read_attribute(item, element, object);
    } else if (item.kind == Item::Kind::text) {
      parse_value(item, element, object, element.text());
    } else if (item.kind == Item::Kind::scaled) {
      read_scaled(item, element, object);
    } else if (item.kind == Item::Kind::group) {
      read_rows(item.content(), element, at(object, item), from, to);
    } else if (item.kind == Item::Kind::irregular && (item.name[0] == '\0' || item.name[0] == '@')) {
      if (item.irregular.read != nullptr) item.irregular.read(object, element, *this);
    } else {
      read_elements(item, element, object, from, to);
    }
  }
  if (type.after_read != nullptr) type.after_read(object, element, *this);
}

namespace {

/// An irregular row may stand for several attributes: "@port autoport".
bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

bool knows_attribute(const Struct& type, std::string_view name) {
  return std::ranges::any_of(type.items, [&](const Item& item) {
    switch (item.kind) {
      case Item::Kind::attribute:
        return name == item.name;
      case Item::Kind::irregular:
        return item.name[0] == '@' && has_word(item.name + 1, name);
      case Item::Kind::scaled:
        return name == item.name || name == item.unit_name;
      case Item::Kind::group:
        return knows_attribute(item.content(), name);
      default:
        return false;
    }
  });
}

}  // namespace

void Reader::report_unclaimed(const Struct& type, Node element, std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i) {
    if (!children_[i].claimed)
      (*options_.unknown)({element.name(), children_[i].node.name(),
                           Node(children_[i].node, &element.document()).position()});
  }
  for (auto attribute = element.raw().first_attribute(); attribute; attribute = attribute.next_attribute()) {
    const std::string_view name = attribute.name();
    if (!name.starts_with("xmlns") && !knows_attribute(type, name))
      (*options_.unknown)({element.name(), "@" + std::string(name), element.position()});
  }
}

}  // namespace vireo::xml
