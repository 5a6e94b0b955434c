// SPDX-License-Identifier: LGPL-2.1-or-later
// Title, description and the applications' own <metadata> of a domain.
#include <libvirt/libvirt.h>

#include <pugixml.hpp>
#include <sstream>

#include "base/error.hpp"
#include "driver/flags.hpp"
#include "drivers/qemu/connect.hpp"

namespace vireo::qemu {
namespace {

constexpr std::uint32_t affect = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

/// Children of <metadata> belong to whoever's namespace they carry.
bool belongs_to(const pugi::xml_node& node, const std::string& uri) {
  std::string name = node.name();
  std::size_t colon = name.find(':');
  std::string attribute = colon == std::string::npos ? "xmlns" : "xmlns:" + name.substr(0, colon);
  return node.attribute(attribute.c_str()).value() == uri;
}

void load(pugi::xml_document& document, const std::string& inside) {
  std::string text = "<metadata>" + inside + "</metadata>";
  if (!document.load_buffer(text.data(), text.size()))
    throw Error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "metadata is not well-formed XML");
}

std::string print(const pugi::xml_node& node) {
  std::ostringstream out;
  node.print(out, "  ", pugi::format_indent | pugi::format_no_declaration);
  std::string text = out.str();
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

void change_element(model::Domain& domain, const std::optional<std::string>& metadata,
                    const std::optional<std::string>& key, const std::string& uri) {
  pugi::xml_document document;
  load(document, domain.metadata.xml);
  pugi::xml_node root = document.document_element();
  for (pugi::xml_node child = root.first_child(); child;) {
    pugi::xml_node next = child.next_sibling();
    if (belongs_to(child, uri)) root.remove_child(child);
    child = next;
  }
  if (metadata) {
    pugi::xml_document given;
    if (!given.load_buffer(metadata->data(), metadata->size()))
      throw Error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "the given metadata is not well-formed XML");
    pugi::xml_node added = root.append_copy(given.document_element());
    std::string name = added.name();
    if (key && name.find(':') == std::string::npos) added.set_name((*key + ":" + name).c_str());
    std::string attribute = key ? "xmlns:" + *key : std::string("xmlns");
    added.remove_attribute(attribute.c_str());
    added.prepend_attribute(attribute.c_str()).set_value(uri.c_str());
  }
  std::string inside;
  for (pugi::xml_node child : root.children()) inside += print(child) + "\n";
  domain.metadata.xml = inside;
}

void change(model::Domain& domain, std::int32_t type, const std::optional<std::string>& metadata,
            const std::optional<std::string>& key, const std::optional<std::string>& uri) {
  switch (type) {
    case VIR_DOMAIN_METADATA_DESCRIPTION:
      domain.description = metadata.value_or("");
      return;
    case VIR_DOMAIN_METADATA_TITLE:
      domain.title = metadata.value_or("");
      return;
    case VIR_DOMAIN_METADATA_ELEMENT:
      return change_element(domain, metadata, key, uri.value_or(""));
    default:
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "unknown metadata type '{}'", type);
  }
}

}  // namespace

Task<std::string> QemuDomains::metadata(driver::DomainRef ref, std::int32_t type,
                                        std::optional<std::string> uri, std::uint32_t flags) {
  driver::check_flags(flags, affect, "qemuDomainGetMetadata", VIR_FROM_QEMU);
  DomainPtr domain = instance_.require(ref);
  Affected which = affected(*domain, flags);
  Definition definition = which.live ? domain->running->live : instance_.config(*domain);
  std::string found;
  if (type == VIR_DOMAIN_METADATA_DESCRIPTION) found = definition->description;
  if (type == VIR_DOMAIN_METADATA_TITLE) found = definition->title;
  if (type == VIR_DOMAIN_METADATA_ELEMENT) {
    pugi::xml_document document;
    load(document, definition->metadata.xml);
    for (const pugi::xml_node& child : document.document_element().children())
      if (found.empty() && belongs_to(child, uri.value_or(""))) found = print(child);
  }
  if (found.empty())
    throw Error(VIR_ERR_NO_DOMAIN_METADATA, VIR_FROM_DOMAIN, "Requested metadata element is not present");
  co_return found;
}

Task<void> QemuDevices::set_metadata(driver::DomainRef ref, std::int32_t type,
                                     std::optional<std::string> metadata, std::optional<std::string> key,
                                     std::optional<std::string> uri, std::uint32_t flags) {
  driver::check_flags(flags, affect, "qemuDomainSetMetadata", VIR_FROM_QEMU);
  DomainPtr domain = instance_.require(ref);
  Job job = co_await domain->jobs.begin("change the metadata of", domain->name, Clock::now() + job_patience);
  Affected which = affected(*domain, flags);
  if (which.config) {
    model::Domain changed = *instance_.config(*domain);
    change(changed, type, metadata, key, uri);
    co_await instance_.store(domain, std::move(changed));
  }
  if (which.live && domain->active()) {
    auto changed = std::make_shared<model::Domain>(*domain->running->live);
    change(*changed, type, metadata, key, uri);
    domain->running->live = std::move(changed);
    instance_.save_status(*domain);
  }
  instance_.publish(*domain, driver::MetadataChangeEvent{.type = type, .uri = uri});
}

}  // namespace vireo::qemu
