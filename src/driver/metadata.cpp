// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/metadata.hpp"

#include <libvirt/libvirt.h>

#include <pugixml.hpp>
#include <sstream>

#include "base/error.hpp"
#include "xml/document.hpp"

namespace vireo::driver {

namespace {

constexpr unsigned parse_flags = pugi::parse_default | pugi::parse_comments | pugi::parse_fragment;

std::string prefix_of(std::string_view name) {
  auto colon = name.find(':');
  return std::string(colon == name.npos ? "" : name.substr(0, colon));
}

/// The attribute that declares `prefix` for elements without one of their own.
std::string declaration_of(const std::string& prefix) { return prefix.empty() ? "xmlns" : "xmlns:" + prefix; }

std::string namespace_of(pugi::xml_node element) {
  auto name = declaration_of(prefix_of(element.name()));
  for (auto at = element; at; at = at.parent())
    if (auto declared = at.attribute(name.c_str())) return declared.value();
  return "";
}

pugi::xml_node child_of_namespace(pugi::xml_node metadata, const std::string& uri) {
  for (auto child : metadata.children())
    if (child.type() == pugi::node_element && namespace_of(child) == uri) return child;
  return {};
}

/// Renames `element` and all below it of prefix `from` to prefix `to`.
void change_prefix(pugi::xml_node element, const std::string& from, const std::string& to) {
  std::string name = element.name();
  if (element.type() == pugi::node_element && prefix_of(name) == from) {
    auto local = from.empty() ? name : name.substr(from.size() + 1);
    element.set_name((to.empty() ? local : to + ":" + local).c_str());
  }
  for (auto child : element.children()) change_prefix(child, from, to);
}

std::string print(pugi::xml_node node) {
  std::ostringstream out;
  node.print(out, "  ");
  auto text = out.str();
  for (std::size_t at = 0; (at = text.find(" />", at)) != text.npos;) text.erase(at, 1);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

void load(pugi::xml_document& document, const std::string& text) {
  xml::check(text, {}, VIR_FROM_DOMAIN);
  document.load_buffer(text.data(), text.size(), parse_flags, pugi::encoding_utf8);
}

void load_metadata(pugi::xml_document& document, const model::Domain& domain) {
  const std::string& text = domain.metadata.xml;
  document.load_string(text.empty() ? "<metadata/>" : text.c_str(), parse_flags);
}

pugi::xml_node insert(pugi::xml_node metadata, const std::string& text, const std::string& key,
                      const std::string& uri) {
  pugi::xml_document fragment;
  load(fragment, text);
  auto root = fragment.document_element();
  if (root.attribute(declaration_of(key).c_str()))
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_XML, "failed to create a new XML namespace");
  change_prefix(root, "", key);
  root.prepend_attribute(declaration_of(key).c_str()).set_value(uri.c_str());
  return metadata.append_copy(root);
}

void set_element(model::Domain& domain, const std::optional<std::string>& text, const std::string& key,
                 const std::string& uri) {
  pugi::xml_document document;
  load_metadata(document, domain);
  auto metadata = document.document_element();
  auto old = child_of_namespace(metadata, uri);
  if (text) insert(metadata, *text, key, uri);
  if (old) metadata.remove_child(old);
  domain.metadata.xml = print(metadata);
}

std::string get_element(const model::Domain& domain, const std::string& uri) {
  pugi::xml_document document;
  load_metadata(document, domain);
  auto found = child_of_namespace(document.document_element(), uri);
  if (!found) return "";
  auto prefix = prefix_of(found.name());
  found.remove_attribute(declaration_of(prefix).c_str());
  change_prefix(found, prefix, "");
  return print(found);
}

[[noreturn]] void unknown_type(int type) {
  throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "unknown metadata type '{}'", type);
}

}  // namespace

void set_metadata(model::Domain& domain, int type, const std::optional<std::string>& text,
                  const std::string& key, const std::string& uri) {
  switch (type) {
    case VIR_DOMAIN_METADATA_DESCRIPTION:
      domain.description = text.value_or("");
      return;
    case VIR_DOMAIN_METADATA_TITLE:
      domain.title = text.value_or("");
      return;
    case VIR_DOMAIN_METADATA_ELEMENT:
      return set_element(domain, text, key, uri);
  }
  unknown_type(type);
}

std::string get_metadata(const model::Domain& domain, int type, const std::string& uri) {
  std::string found;
  switch (type) {
    case VIR_DOMAIN_METADATA_DESCRIPTION:
      found = domain.description;
      break;
    case VIR_DOMAIN_METADATA_TITLE:
      found = domain.title;
      break;
    case VIR_DOMAIN_METADATA_ELEMENT:
      found = get_element(domain, uri);
      break;
    default:
      unknown_type(type);
  }
  if (found.empty())
    throw Error(VIR_ERR_NO_DOMAIN_METADATA, VIR_FROM_DOMAIN, "Requested metadata element is not present");
  return found;
}

}  // namespace vireo::driver
