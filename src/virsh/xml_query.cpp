// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/xml_query.hpp"

#include <fmt/format.h>

#include <sstream>
#include <vector>

#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/shell.hpp"

namespace vireo::virsh {
namespace {

// Text between elements is kept, as it is part of what an expression selects.
constexpr unsigned how_to_parse = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_comments;

std::string escape_attribute(std::string_view value) {
  std::string out;
  for (char c : value) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string print_node(const pugi::xml_node& node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(out).str();
}

// A node taken out of its place keeps the indentation of its inner lines; shift those to the new place.
std::string reindent(const std::string& text, const pugi::xml_node& node, size_t wanted) {
  size_t depth = 0;
  for (pugi::xml_node up = node.parent(); up.parent(); up = up.parent()) ++depth;
  std::string out;
  size_t cut = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (cut && text[i] == ' ') {
      --cut;
      continue;
    }
    cut = 0;
    out += text[i];
    if (text[i] == '\n') {
      cut = depth * 2;
      out.append(wanted, ' ');
    }
  }
  return out;
}

std::string show_attribute(const pugi::xml_attribute& attribute) {
  return fmt::format(" {}=\"{}\"", attribute.name(), escape_attribute(attribute.value()));
}

std::string show_plain(const pugi::xpath_node_set& nodes) {
  std::string out;
  for (const pugi::xpath_node& found : nodes) {
    out += found.attribute() ? show_attribute(found.attribute())
                             : reindent(print_node(found.node()), found.node(), 0);
    out += '\n';
  }
  return out;
}

// Selected attributes become attributes of the root element, where the last one of a name stays.
std::string show_wrapped(const pugi::xpath_node_set& nodes) {
  std::vector<pugi::xml_attribute> attributes;
  std::string children;
  bool text = false;
  for (const pugi::xpath_node& found : nodes) {
    if (found.attribute()) {
      std::erase_if(attributes, [&](const pugi::xml_attribute& a) {
        return std::string_view(a.name()) == found.attribute().name();
      });
      attributes.push_back(found.attribute());
      continue;
    }
    text = text || found.node().type() == pugi::node_pcdata;
    children +=
        text ? print_node(found.node()) : "\n  " + reindent(print_node(found.node()), found.node(), 2);
  }
  std::string out = "<nodes";
  for (const pugi::xml_attribute& attribute : attributes) out += show_attribute(attribute);
  if (children.empty()) return out + "/>\n";
  return out + ">" + children + (text ? "" : "\n") + "</nodes>\n";
}

}  // namespace

std::unique_ptr<pugi::xml_document> parse_xml(const std::string& text) {
  auto document = std::make_unique<pugi::xml_document>();
  pugi::xml_parse_result result = document->load_buffer(text.data(), text.size(), how_to_parse);
  if (!result) throw failure("cannot parse the XML at byte {}: {}", result.offset, result.description());
  return document;
}

std::string select_xpath(const std::string& text, const std::string& expression, bool wrap) {
  auto document = parse_xml(text);
  pugi::xpath_node_set nodes;
  try {
    pugi::xpath_query query(expression.c_str());
    if (query.return_type() != pugi::xpath_type_node_set) {
      throw failure("internal error: Incorrect xpath '{}'", expression);
    }
    nodes = query.evaluate_node_set(*document);
  } catch (const pugi::xpath_exception& wrong) {
    throw failure("wrong XPath expression '{}': {}", expression, wrong.what());
  }
  nodes.sort();
  return wrap ? show_wrapped(nodes) : show_plain(nodes);
}

void print_document(Shell& shell, const Arguments& arguments, const std::string& document) {
  auto expression = arguments.text("xpath");
  if (expression) {
    shell.write(select_xpath(document, *expression, arguments.has("wrap")));
  } else {
    shell.write(document);
  }
}

}  // namespace vireo::virsh
