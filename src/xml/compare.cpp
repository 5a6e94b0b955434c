// SPDX-License-Identifier: LGPL-2.1-or-later
// Comparing and listing: the same loops over the rows, without XML.
#include <algorithm>

#include "xml/declare.hpp"

namespace vireo::xml {

namespace {

const void* at(const void* object, const Item& item) {
  return static_cast<const char*>(object) + item.offset;
}

std::string step(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + "/" + std::string(name);
}

class Comparer {
 public:
  void rows(const Struct& type, const void* from, const void* to, const std::string& path, bool guest) {
    for (const Item& item : type.items) {
      if (!item.has(read_only)) row(item, from, to, path, guest && !item.has(host_side));
    }
  }

  std::vector<Difference> found;

 private:
  static std::string said(const Item& item, const void* object) {
    if (object == nullptr || !item.condition.holds(object)) return {};
    if (item.kind == Item::Kind::present) return *static_cast<const bool*>(at(object, item)) ? "yes" : "";
    std::string text;
    if (item.kind == Item::Kind::irregular) {
      if (item.irregular.write == nullptr) return {};
      Writer writer;
      writer.begin("x");
      const auto before = writer.size();
      item.irregular.write(object, writer, {.secure = true});
      const auto after = writer.size();
      text = writer.take();
      return after > before ? text.substr(before) : std::string();
    }
    return item.codec->format(at(object, item), text, item) ? text : std::string();
  }

  void row(const Item& item, const void* from, const void* to, const std::string& path, bool guest) {
    if (item.kind == Item::Kind::element) {
      elements(item, from, to, step(path, item.name), guest);
      return;
    }
    if (item.kind == Item::Kind::group) {
      const auto side = [&](const void* object) {
        return object != nullptr && item.condition.holds(object) ? at(object, item) : nullptr;
      };
      rows(item.content(), side(from), side(to), path, guest);
      return;
    }
    auto before = said(item, from);
    auto after = said(item, to);
    if (before == after) return;
    const bool attribute =
        item.kind == Item::Kind::attribute || (item.kind == Item::Kind::scaled && item.name[0] != '\0');
    const std::string place =
        item.name[0] == '\0' ? path : step(path, (attribute ? "@" : "") + std::string(item.name));
    found.push_back({place, std::move(before), std::move(after), guest});
  }

  static std::size_t count(const Item& item, const void* object) {
    if (object != nullptr && item.presence != 0 &&
        !*reinterpret_cast<const bool*>(static_cast<const char*>(object) + item.presence - 1))
      return 0;
    return object != nullptr && item.condition.holds(object) ? item.container->size(at(object, item)) : 0;
  }

  void elements(const Item& item, const void* from, const void* to, const std::string& path, bool guest) {
    const auto left = count(item, from);
    const auto right = count(item, to);
    for (std::size_t i = 0; i < std::max(left, right); ++i) {
      const std::string place = item.container->many ? fmt::format("{}[{}]", path, i + 1) : path;
      const auto before = found.size();
      rows(item.content(), i < left ? item.container->at(at(from, item), i) : nullptr,
           i < right ? item.container->at(at(to, item), i) : nullptr, place, guest);
      if ((i < left) != (i < right) && found.size() == before)
        found.push_back({place, i < left ? "present" : "", i < right ? "present" : "", guest});
    }
  }
};

void list_rows(const Struct& type, const std::string& path, std::vector<const Struct*>& above,
               const std::function<void(const Listed&)>& visit) {
  above.push_back(&type);
  for (const Item& item : type.items) {
    if (item.kind == Item::Kind::group) {
      list_rows(item.content(), path, above, visit);
      continue;
    }
    if (item.kind != Item::Kind::element) {
      const bool attribute =
          item.kind == Item::Kind::attribute || (item.kind == Item::Kind::scaled && *item.name != 0);
      visit({*item.name == 0 ? path : step(path, (attribute ? "@" : "") + std::string(item.name)), &item});
      continue;
    }
    const std::string place = step(path, item.name);
    visit({place, &item});
    if (std::ranges::find(above, &item.content()) == above.end())
      list_rows(item.content(), place, above, visit);
  }
  above.pop_back();
}

}  // namespace

std::vector<Difference> compare(const Struct& type, const void* from, const void* to) {
  Comparer comparer;
  comparer.rows(type, from, to, "", true);
  return std::move(comparer.found);
}

void list(const Struct& type, const std::string& root, const std::function<void(const Listed&)>& visit) {
  std::vector<const Struct*> above;
  list_rows(type, root, above, visit);
}

}  // namespace vireo::xml
