// SPDX-License-Identifier: LGPL-2.1-or-later
// The snapshots or the checkpoints of a domain: a tree, of which one may be the current one. A moment names
// its parent; the roots' parent is "".
#pragma once

#include <algorithm>
#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace vireo::test_driver {

template <class T>
class Moments {
 public:
  bool empty() const noexcept { return items_.empty(); }
  std::size_t size() const noexcept { return items_.size(); }

  T* find(std::string_view name) noexcept {
    auto found = std::find_if(items_.begin(), items_.end(), [&](const T& item) { return item.name == name; });
    return found == items_.end() ? nullptr : &*found;
  }
  /// Null when there is none.
  T* current() noexcept { return current_.empty() ? nullptr : find(current_); }
  void set_current(const std::string& name) { current_ = name; }

  T& add(T item) { return items_.emplace_front(std::move(item)); }

  bool has_children(const T& item) const noexcept {
    return std::any_of(items_.begin(), items_.end(),
                       [&](const T& other) { return other.parent == item.name; });
  }
  /// Below `name` ("": all), each before its children, younger before older; one level or all.
  std::vector<T*> below(const std::string& name, bool all_levels) {
    std::vector<T*> found;
    collect(name, all_levels, found);
    return found;
  }

  /// Its children become its parent's, and so does being current.
  void remove(const std::string& name) {
    const std::string parent = find(name)->parent;
    for (T& item : items_)
      if (item.parent == name) item.parent = parent;
    if (current_ == name) current_ = parent;
    std::erase_if(items_, [&](const T& item) { return item.name == name; });
  }
  /// If the current one goes, `name` becomes current.
  void remove_below(const std::string& name) {
    std::vector<std::string> names;
    for (const T* item : below(name, true)) names.push_back(item->name);
    const auto goes = [&](const std::string& one) {
      return std::find(names.begin(), names.end(), one) != names.end();
    };
    if (goes(current_)) current_ = name;
    std::erase_if(items_, [&](const T& item) { return goes(item.name); });
  }

  /// Throws when `item` cannot hang where its parent says.
  void check_parent(const T& item) {
    if (item.parent.empty()) return;
    if (item.parent == item.name)
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "cannot set moment {} as its own parent", item.name);
    const T* parent = find(item.parent);
    if (!parent)
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "parent {} for moment {} not found", item.parent,
                  item.name);
    for (const T* at = parent; at; at = find(at->parent))
      if (at->name == item.name)
        throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "parent {} would create cycle to {}", item.parent,
                    item.name);
  }

 private:
  void collect(const std::string& name, bool all_levels, std::vector<T*>& found) {
    for (T& item : items_) {
      if (item.parent != name) continue;
      found.push_back(&item);
      if (all_levels) collect(item.name, true, found);
    }
  }

  std::list<T> items_;  ///< the youngest first
  std::string current_;
};

}  // namespace vireo::test_driver
