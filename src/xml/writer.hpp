// SPDX-License-Identifier: LGPL-2.1-or-later
// Writes XML in libvirt's layout: two spaces for each level, single quotes, empty elements closed at once.
// The finished text is taken with take(). Elements are opened lazily, so an empty one can be withdrawn.
#pragma once

#include <string>
#include <string_view>

namespace vireo::xml {

/// Appends `text` with the five special characters escaped; characters XML cannot carry are left out.
void append_escaped(std::string& out, std::string_view text);

class Writer {
 public:
  explicit Writer(int indent = 0) : depth_(indent) {}

  void begin(std::string_view name);
  void attribute(std::string_view name, std::string_view value);
  void text(std::string_view value);
  void end(std::string_view name);

  /// <name>value</name>
  void element(std::string_view name, std::string_view value);
  /// XML that is complete in itself, written as it is inside the open element; a line end is added if
  /// missing.
  void raw(std::string_view xml);
  /// Closes the start tag, leaving the writer at a line start inside the element.
  void open_content();

  /// A place to return to: everything written since is withdrawn.
  struct Mark {
    std::size_t size;
    int depth;
    bool open;
    bool inline_text;
  };
  Mark mark() const noexcept { return {out_.size(), depth_, open_, inline_text_}; }
  void rewind(const Mark& mark);
  std::size_t size() const noexcept { return out_.size(); }

  int depth() const noexcept { return depth_; }
  std::string take() { return std::move(out_); }

 private:
  void indent() { out_.append(static_cast<std::size_t>(depth_) * 2, ' '); }

  std::string out_;
  int depth_;
  bool open_ = false;         ///< the start tag of the innermost element still lacks its '>'
  bool inline_text_ = false;  ///< the innermost element holds text, so its end tag follows at once
};

}  // namespace vireo::xml
