// SPDX-License-Identifier: LGPL-2.1-or-later
#include "xml/foreign.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

namespace vireo::xml {

namespace {

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

void escape(std::string& out, std::string_view text, bool attribute) {
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '\r')
      out += "&#13;";
    else if (attribute && c == '"')
      out += "&quot;";
    else if (attribute && c == '\n')
      out += "&#10;";
    else if (attribute && c == '\t')
      out += "&#9;";
    else
      out += c;
  }
}

/// libxml2's layout: an element with text inside is written as it is, others get a line for each child.
/// `indent` < 0: everything on one line.
void dump(pugi::xml_node node, int indent, std::string& out) {
  if (node.type() == pugi::node_pcdata) return escape(out, node.value(), false);
  if (node.type() == pugi::node_cdata)
    return void(out.append("<![CDATA[").append(node.value()).append("]]>"));
  if (node.type() == pugi::node_comment) return void(out.append("<!--").append(node.value()).append("-->"));
  if (node.type() != pugi::node_element) return;
  out.append("<").append(node.name());
  for (const auto attribute : node.attributes()) {
    out.append(" ").append(attribute.name()).append("=\"");
    escape(out, attribute.value(), true);
    out += '"';
  }
  if (!node.first_child()) return void(out += "/>");
  out += '>';
  const auto children = node.children();
  const bool lines = indent >= 0 && std::none_of(children.begin(), children.end(), is_text);
  for (const auto child : children) {
    if (lines) out.append(1, '\n').append(static_cast<std::size_t>(indent + 1) * 2, ' ');
    dump(child, lines ? indent + 1 : -1, out);
  }
  if (lines) out.append(1, '\n').append(static_cast<std::size_t>(indent) * 2, ' ');
  out.append("</").append(node.name()).append(">");
}

std::string_view prefix_of(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

/// The namespace of an element's or attribute's prefix at `node`, empty when there is none.
std::string_view namespace_at(pugi::xml_node node, std::string_view prefix) {
  const std::string declaration = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
  for (; node; node = node.parent()) {
    if (const auto bound = node.attribute(declaration.c_str())) return bound.value();
  }
  return {};
}

std::string_view namespace_of(pugi::xml_node element) {
  return namespace_at(element, prefix_of(element.name()));
}

/// Declares on `top` what `node` and the elements inside use from further out.
void gather_namespaces(pugi::xml_node node, pugi::xml_node top, pugi::xml_node original) {
  const auto need = [&](std::string_view prefix) {
    if (prefix == "xml" || prefix == "xmlns" || !namespace_at(node, prefix).empty()) return;
    const auto uri = namespace_at(original, prefix);
    if (!uri.empty())
      top.append_attribute(prefix.empty() ? "xmlns" : ("xmlns:" + std::string(prefix)).c_str())
          .set_value(std::string(uri).c_str());
  };
  need(prefix_of(node.name()));
  for (const auto attribute : node.attributes()) {
    if (const auto prefix = prefix_of(attribute.name()); !prefix.empty()) need(prefix);
  }
  for (const auto child : node.children()) {
    if (child.type() == pugi::node_element) gather_namespaces(child, top, original);
  }
}

void keep_namespaced_children(pugi::xml_node element) {
  std::vector<std::string> seen;
  for (auto child = element.first_child(); child;) {
    const auto next = child.next_sibling();
    if (child.type() == pugi::node_element) {
      const std::string uri(namespace_of(child));
      if (uri.empty() || std::ranges::find(seen, uri) != seen.end())
        element.remove_child(child);
      else
        seen.push_back(uri);
    } else if (is_text(child)) {
      element.remove_child(child);
    }
    child = next;
  }
}

/// White space is dropped where it only separates elements, and kept beside other text, as libxml2 does.
void strip_blanks(pugi::xml_node element) {
  bool text = false;
  bool element_inside = false;
  for (const auto child : element.children()) {
    text = text || (is_text(child) &&
                    std::string_view(child.value()).find_first_not_of(" \t\r\n") != std::string_view::npos);
    element_inside = element_inside || !is_text(child);
  }
  for (auto child = element.first_child(); child;) {
    const auto next = child.next_sibling();
    if (child.type() == pugi::node_element)
      strip_blanks(child);
    else if (is_text(child) && !text && element_inside)
      element.remove_child(child);
    child = next;
  }
}

void load(pugi::xml_document& tree, std::string_view xml) {
  constexpr unsigned flags = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_comments;
  tree.load_buffer(xml.data(), xml.size(), flags, pugi::encoding_utf8);
  strip_blanks(tree.document_element());
}

void write_element(pugi::xml_node node, Writer& writer) {
  writer.begin(node.name());
  for (const auto attribute : node.attributes()) writer.attribute(attribute.name(), attribute.value());
  for (const auto child : node.children()) {
    if (is_text(child))
      writer.text(child.value());
    else if (child.type() == pugi::node_element)
      write_element(child, writer);
  }
  writer.end(node.name());
}

pugi::xml_node find_child(pugi::xml_node element, const std::string& uri) {
  for (const auto child : element.children()) {
    if (child.type() == pugi::node_element && namespace_of(child) == uri) return child;
  }
  return {};
}

}  // namespace

std::string keep_foreign(Node element) {
  const std::string name = element.name();
  pugi::xml_document copy;
  load(copy, "<" + name + ">" + std::string(element.inside()) + "</" + name + ">");
  auto top = copy.document_element();
  for (const auto attribute : element.raw().attributes()) top.append_copy(attribute);
  gather_namespaces(top, top, element.raw());
  keep_namespaced_children(top);
  std::string out;
  dump(top, -1, out);
  return out;
}

void write_foreign(std::string_view xml, Writer& writer) {
  pugi::xml_document tree;
  load(tree, xml);
  std::string out(static_cast<std::size_t>(writer.depth()) * 2, ' ');
  dump(tree.document_element(), writer.depth(), out);
  writer.raw(out);
}

std::string keep_whole(Node element) {
  pugi::xml_document copy;
  auto top = copy.append_copy(element.raw());
  strip_blanks(top);
  gather_namespaces(top, top, element.raw());
  std::string out;
  dump(top, -1, out);
  return out;
}

void write_whole(std::string_view xml, Writer& writer) {
  pugi::xml_document tree;
  load(tree, xml);
  write_element(tree.document_element(), writer);
}

std::string foreign_child(std::string_view xml, const std::string& uri) {
  pugi::xml_document tree;
  load(tree, xml);
  std::string out;
  if (const auto child = find_child(tree.document_element(), uri)) {
    pugi::xml_document copy;
    auto top = copy.append_copy(child);
    gather_namespaces(top, top, child);
    dump(top, 0, out);
  }
  return out;
}

std::string set_foreign_child(std::string_view xml, std::string_view name, const std::string& key,
                              const std::string& uri, std::string_view child) {
  pugi::xml_document tree;
  if (xml.empty())
    tree.append_child(std::string(name).c_str());
  else
    load(tree, xml);
  auto top = tree.document_element();
  if (const auto old = find_child(top, uri)) top.remove_child(old);
  if (!child.empty()) {
    check(child, {}, VIR_FROM_XML);
    pugi::xml_document piece;
    load(piece, child);
    auto added = top.append_copy(piece.document_element());
    const std::string local =
        std::string(added.name())
            .substr(prefix_of(added.name()).empty() ? 0 : prefix_of(added.name()).size() + 1);
    added.set_name((key + ":" + local).c_str());
    if (!added.attribute(("xmlns:" + key).c_str()))
      added.prepend_attribute(("xmlns:" + key).c_str()).set_value(uri.c_str());
  }
  if (!top.first_child()) return {};
  std::string out;
  dump(top, -1, out);
  return out;
}

}  // namespace vireo::xml
