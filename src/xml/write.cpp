// SPDX-License-Identifier: LGPL-2.1-or-later
// Writing: one pass over the rows. An element that turns out empty is withdrawn unless it was said by itself.
#include "xml/declare.hpp"

namespace vireo::xml {

namespace {

const void* at(const void* object, const Item& item) {
  return static_cast<const char*>(object) + item.offset;
}

class Output {
 public:
  Output(Writer& writer, const WriteOptions& options) : writer_(writer), options_(options) {}

  void rows(const Struct& type, const void* object) {
    for (const Item& item : type.items) {
      if (wanted(item) && item.condition.holds(object)) row(item, object);
    }
  }

 private:
  bool wanted(const Item& item) const {
    return !item.has(read_only) && !(item.has(live) && options_.inactive) &&
           !(item.has(secret) && !options_.secure) && !(item.has(not_migratable) && options_.migratable);
  }

  void covered(const Item& item) {
    if (options_.coverage != nullptr) options_.coverage->written.insert(&item);
  }

  void row(const Item& item, const void* object) {
    switch (item.kind) {
      case Item::Kind::attribute:
      case Item::Kind::text:
        scalar(item, object);
        break;
      case Item::Kind::scaled:
        scaled(item, object);
        break;
      case Item::Kind::present:
        if (*static_cast<const bool*>(at(object, item))) {
          writer_.begin(item.name);
          writer_.end(item.name);
          covered(item);
        }
        break;
      case Item::Kind::element:
        for (std::size_t i = 0, n = item.container->size(at(object, item)); i < n; ++i)
          element(item, item.container->at(at(object, item), i));
        break;
      case Item::Kind::group:
        rows(item.content(), at(object, item));
        break;
      case Item::Kind::irregular:
        irregular(item, object);
        break;
    }
  }

  void scalar(const Item& item, const void* object) {
    value_.clear();
    if (!item.codec->format(at(object, item), value_, item)) return;
    if (item.kind == Item::Kind::attribute)
      writer_.attribute(item.name, value_);
    else
      writer_.text(value_);
    covered(item);
  }

  void scaled(const Item& item, const void* object) {
    value_.clear();
    if (!item.codec->format(at(object, item), value_, item)) return;
    if (item.name[0] != '\0') {
      writer_.attribute(item.name, value_);
      writer_.attribute(item.unit_name, item.unit_text);
    } else {
      writer_.attribute(item.unit_name, item.unit_text);
      writer_.text(value_);
    }
    covered(item);
  }

  void element(const Item& item, const void* object) {
    const bool presence_known = item.presence != 0;
    if (presence_known && !said_present(item, object)) return;
    const auto before = writer_.mark();
    writer_.begin(item.name);
    const auto opened = writer_.size();
    rows(item.content(), object);
    if (writer_.size() == opened && item.container->implicit && !item.has(always) && !presence_known) {
      writer_.rewind(before);
      return;
    }
    if (item.has(spread)) writer_.open_content();
    writer_.end(item.name);
    covered(item);
  }

  static bool said_present(const Item& item, const void* object) {
    return *reinterpret_cast<const bool*>(static_cast<const char*>(object) + item.presence - 1);
  }

  void irregular(const Item& item, const void* object) {
    if (item.irregular.write == nullptr) return;
    const auto before = writer_.size();
    item.irregular.write(object, writer_, options_);
    if (writer_.size() != before) covered(item);
  }

  Writer& writer_;
  const WriteOptions& options_;
  std::string value_;
};

}  // namespace

void write_content(const Struct& type, const void* object, Writer& writer, const WriteOptions& options) {
  Output(writer, options).rows(type, object);
}

void write(const Struct& type, std::string_view name, const void* object, Writer& writer,
           const WriteOptions& options) {
  writer.begin(name);
  write_content(type, object, writer, options);
  writer.end(name);
}

}  // namespace vireo::xml
