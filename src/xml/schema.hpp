// SPDX-License-Identifier: LGPL-2.1-or-later
// Two-way declarations: one table per model type says how its XML looks; reading, writing, comparing and
// listing are plain loops over the table. Tables are built with xml/declare.hpp. See docs/model.md.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "xml/document.hpp"
#include "xml/writer.hpp"

namespace vireo::xml {

struct Item;
struct Struct;
class Reader;

/// Names of an enumeration's values, gap-free from `first`; a null name is a value XML cannot say.
struct NameTable {
  const char* const* texts = nullptr;
  int first = 0;
  int count = 0;
  const char* name(int value) const noexcept;
  bool find(std::string_view text, int& value) const noexcept;
};

/// Something in the document that no declaration knows. `name` starts with '@' for an attribute.
struct UnknownPart {
  std::string parent;
  std::string name;
  Position position;
};
using Unknown = std::function<void(const UnknownPart&)>;

/// Which declarations a set of documents has exercised.
struct Coverage {
  std::unordered_set<const Item*> read;
  std::unordered_set<const Item*> written;
};

struct ReadOptions {
  int error_domain = 0;  ///< VIR_FROM_… of the object, for checks on its meaning
  bool inactive = true;  ///< live-only parts are not read
  const Unknown* unknown = nullptr;
  Coverage* coverage = nullptr;
};

struct WriteOptions {
  bool secure = false;
  bool inactive = false;
  bool migratable = false;
  Coverage* coverage = nullptr;
};

struct Difference {
  std::string path;  ///< "devices/disk[2]/driver/@cache"
  std::string from;  ///< empty when absent
  std::string to;
  bool guest = true;  ///< the guest could notice it
  bool operator==(const Difference&) const = default;
};

/// One declared field, as documentation and tests see it.
struct Listed {
  std::string path;
  const Item* item = nullptr;
};

enum ItemFlag : std::uint16_t {
  secret = 1u << 0,          ///< written only on request
  live = 1u << 1,            ///< only of a running object: neither read nor written in a definition
  not_migratable = 1u << 2,  ///< not written for other hosts
  always = 1u << 3,          ///< written even if it holds its default
  required = 1u << 4,        ///< an error when missing
  host_side = 1u << 5,       ///< the guest cannot notice a change
  sparse = 1u << 6,          ///< an enumeration whose first value is not written
  read_only = 1u << 7,       ///< an older spelling: read, never written
  lenient = 1u << 8,         ///< a value that cannot be read counts as absent
  nonzero = 1u << 9,         ///< a number that must not be 0
  spread = 1u << 10,         ///< an element whose end has a line of its own even when it is empty
};

/// Reads and writes one scalar type. `parse` is false for a bad value, `format` for an unset one.
struct Codec {
  bool (*parse)(void* field, std::string_view text, const Item& item);
  bool (*format)(const void* field, std::string& out, const Item& item);
  const char* expected;  ///< what a bad value's error says was expected, or null
};

/// How an element's own object hangs in its parent: a member, std::optional or std::vector.
struct Container {
  std::size_t (*size)(const void* member);
  const void* (*at)(const void* member, std::size_t index);
  void* (*append)(void* member);
  bool many;
  bool implicit;  ///< a plain member: it is always there, so the element is written only when not empty
};

/// What tables cannot say stays local in a pair of functions.
struct Irregular {
  void (*read)(void* object, Node element, Reader& reader);
  void (*write)(const void* object, Writer& writer, const WriteOptions& options);
};

/// Applies only while the enumeration at `offset` has one of the values in `values`.
struct Condition {
  std::uint32_t offset = 0;
  std::uint64_t values = ~std::uint64_t{0};
  bool holds(const void* object) const noexcept;
};

struct Item {
  enum class Kind : std::uint8_t { attribute, text, element, present, scaled, irregular, group };
  Kind kind = Kind::attribute;
  std::uint8_t base =
      10;  ///< numbers: 10, 16 (written 0x…, read in any C notation), 0 (decimal, read in any)
  std::uint8_t width = 0;  ///< digits of a hexadecimal number
  std::uint16_t flags = 0;
  std::uint32_t offset = 0;    ///< of the field within the object
  std::uint32_t presence = 0;  ///< element of the same object: 1 + offset of the bool that says it is there
  int error_code = 0;          ///< of a bad value; 0: VIR_ERR_XML_ERROR
  const char* name = "";
  const char* implied = nullptr;      ///< value of a missing attribute when its element is there
  const char* unit_name = nullptr;    ///< scaled: attribute that holds the unit
  const char* error_text = nullptr;   ///< of a bad value, with one {} for it
  std::uint64_t unit = 1;             ///< scaled: bytes in one unit of the field
  const char* unit_text = nullptr;    ///< scaled: the unit as written
  std::uint64_t default_unit = 1024;  ///< scaled: bytes, when no unit is said
  NameTable names;
  Condition condition;
  const Codec* codec = nullptr;
  const Container* container = nullptr;
  std::shared_ptr<const Struct> children;  ///< element, group: the content, declared in place …
  const Struct& (*shared)() = nullptr;     ///< … or elsewhere, possibly recursive
  Irregular irregular{};
  const char* namespace_uri = nullptr;  ///< element: name is "prefix:local"

  bool has(ItemFlag flag) const noexcept { return (flags & flag) != 0; }
  const Struct& content() const { return shared != nullptr ? shared() : *children; }
};

/// The declaration of one element's attributes and content, in the order of writing, attributes first.
struct Struct {
  std::vector<Item> items;
  void (*after_read)(void* object, Node element, Reader& reader) = nullptr;
  void (*before_write)(void* object) = nullptr;
};

/// Reads elements into objects.
class Reader {
 public:
  explicit Reader(ReadOptions options) : options_(options) {}
  const ReadOptions& options() const noexcept { return options_; }

  void read(const Struct& type, Node element, void* object);
  template <class T>
  void read_into(const Struct& type, Node element, T& object) {
    read(type, element, &object);
  }

  /// Throws the error for a bad value.
  [[noreturn]] void bad_value(const Item& item, Node element, std::string_view value) const;
  /// Throws with the object's domain and the place.
  [[noreturn]] void fail(int code, Node element, std::string_view message) const;

 private:
  struct Child {
    pugi::xml_node node;
    bool claimed;
  };
  [[noreturn]] void missing_attribute(const Item& item, Node element) const;
  bool applies(const Item& item, const void* object) const noexcept;
  void read_rows(const Struct& type, Node element, void* object, std::size_t from, std::size_t to);
  void read_attribute(const Item& item, Node element, void* object);
  void read_scaled(const Item& item, Node element, void* object);
  void read_elements(const Item& item, Node element, void* object, std::size_t from, std::size_t to);
  void read_element(const Item& item, Node child, void* object);
  void parse_value(const Item& item, Node element, void* object, std::string_view value);
  void covered(const Item& item);
  void report_unclaimed(const Struct& type, Node element, std::size_t from, std::size_t to) const;

  ReadOptions options_;
  std::vector<Child> children_;  ///< of all elements being read, innermost last
};

/// Writes one object as <name>…</name>; `name` may carry a prefix.
void write(const Struct& type, std::string_view name, const void* object, Writer& writer,
           const WriteOptions& options);
/// The object's attributes and content into an element that is already open.
void write_content(const Struct& type, const void* object, Writer& writer, const WriteOptions& options);

/// Differences between two objects of the same type, in the order of writing.
std::vector<Difference> compare(const Struct& type, const void* from, const void* to);

/// Every declared field below `root`, each path once; recursive declarations are followed one level.
void list(const Struct& type, const std::string& root, const std::function<void(const Listed&)>& visit);

}  // namespace vireo::xml
