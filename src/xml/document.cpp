// SPDX-License-Identifier: LGPL-2.1-or-later
#include "xml/document.hpp"

#include <cstring>

namespace vireo::xml {

namespace {

constexpr unsigned parse_flags = pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_comments;

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

void append_text(pugi::xml_node node, std::string& out) {
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_element)
      append_text(child, out);
    else if (is_text(child))
      out += child.value();
  }
}

/// The place behind a start tag's '>', given the place of the name. `empty`: the tag closes itself.
std::size_t behind_start_tag(std::string_view text, std::size_t at, bool& empty) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      empty = text[at - 1] == '/';
      return at + 1;
    }
  }
  return at;
}

/// The place of the '<' that closes the element whose content starts at `at`. The document is well-formed.
std::size_t content_end(std::string_view text, std::size_t at) {
  for (std::size_t depth = 0;;) {
    at = text.find('<', at);
    if (at == std::string_view::npos) return text.size();
    const auto rest = text.substr(at);
    if (rest.starts_with("<!--")) {
      at = text.find("-->", at);
    } else if (rest.starts_with("<![CDATA[")) {
      at = text.find("]]>", at);
    } else if (rest.starts_with("<?")) {
      at = text.find("?>", at);
    } else if (rest.starts_with("</")) {
      if (depth-- == 0) return at;
      ++at;
    } else {
      bool empty = false;
      at = behind_start_tag(text, at, empty);
      depth += empty ? 0 : 1;
    }
  }
}

}  // namespace

const char* Node::attribute(const char* name) const noexcept {
  const auto found = node_.attribute(name);
  return found ? found.value() : nullptr;
}

std::string Node::text() const {
  const auto first = node_.first_child();
  if (!first) return {};
  if (!first.next_sibling() && is_text(first)) return first.value();
  std::string out;
  append_text(node_, out);
  return out;
}

std::string_view Node::inside() const {
  const auto source = document_->source();
  bool empty = false;
  const auto start = behind_start_tag(source, static_cast<std::size_t>(node_.offset_debug()), empty);
  return empty ? std::string_view() : source.substr(start, content_end(source, start) - start);
}

Position Node::position() const {
  const auto offset = node_.offset_debug();
  return document_->position(offset < 0 ? 0 : static_cast<std::size_t>(offset));
}

std::string Node::where() const {
  const auto [line, column] = position();
  return fmt::format(" (line {}, column {})", line, column);
}

Document Document::parse(std::string_view text, const Limits& limits, int error_domain) {
  check(text, limits, error_domain);
  Document document;
  document.source_ = std::make_unique<std::string>(text);
  document.tree_ = std::make_unique<pugi::xml_document>();
  const auto result = document.tree_->load_buffer(text.data(), text.size(), parse_flags, pugi::encoding_utf8);
  if (!result) {
    const auto [line, column] = document.position(static_cast<std::size_t>(result.offset));
    throw error(VIR_ERR_XML_ERROR, error_domain, "{} (line {}, column {})", result.description(), line,
                column);
  }
  return document;
}

}  // namespace vireo::xml
