// SPDX-License-Identifier: LGPL-2.1-or-later
// A parsed document, read only. Parsing is strict: what libxml2 refuses is refused, and so is every DOCTYPE
// and every entity beyond the five of XML itself. Nodes are cheap handles that live as long as their
// Document.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "xml/limits.hpp"

namespace vireo::xml {

/// Counted from 1; the column counts bytes.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

class Document;

class Node {
 public:
  Node() = default;
  Node(pugi::xml_node node, const Document* document) : node_(node), document_(document) {}

  explicit operator bool() const noexcept { return static_cast<bool>(node_); }
  const char* name() const noexcept { return node_.name(); }
  pugi::xml_node raw() const noexcept { return node_; }
  /// Null when there is none.
  const char* attribute(const char* name) const noexcept;
  /// The first child element of that name; false when there is none.
  Node child(const char* name) const noexcept { return {node_.child(name), document_}; }
  /// All text inside, also that of elements inside.
  std::string text() const;
  /// The inside as it stands in the document, byte for byte.
  std::string_view inside() const;
  Position position() const;
  /// " (line 3, column 5)"
  std::string where() const;
  const Document& document() const noexcept { return *document_; }

 private:
  pugi::xml_node node_;
  const Document* document_ = nullptr;
};

class Document {
 public:
  /// Throws VIR_ERR_XML_ERROR of `error_domain` (VIR_FROM_…) with line, column and element. `text` is copied.
  static Document parse(std::string_view text, const Limits& limits = {}, int error_domain = VIR_FROM_XML);

  Node root() const noexcept { return {tree_->document_element(), this}; }
  Position position(std::size_t byte) const;
  std::string_view source() const noexcept { return *source_; }

 private:
  std::unique_ptr<std::string> source_;
  std::unique_ptr<pugi::xml_document> tree_;
};

/// Checks well-formedness and limits in one pass, before anything is allocated. Throws as Document::parse.
void check(std::string_view text, const Limits& limits, int error_domain);

}  // namespace vireo::xml
