// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/node.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "base/error.hpp"
#include "base/files.hpp"
#include "model/domain_xml.hpp"
#include "model/network_xml.hpp"
#include "model/pool_xml.hpp"
#include "model/volume_xml.hpp"
#include "xml/document.hpp"

namespace vireo::test_driver {

namespace {

constexpr std::string_view test_namespace = "http://libvirt.org/schemas/domain/test/1.0";

template <class... Args>
Error xml_error(fmt::format_string<Args...> format, Args&&... args) {
  return error(VIR_ERR_XML_ERROR, VIR_FROM_TEST, format, std::forward<Args>(args)...);
}

std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

template <class T>
void read_number(xml::Node parent, const char* name, std::string_view what, T& value) {
  auto element = parent.child(name);
  if (!element) return;
  auto said = number(element.text());
  if (!said) throw xml_error("invalid node {} value", what);
  value = *said;
}

void read_machine(xml::Node root, Node& node) {
  if (auto cpu = root.child("cpu")) {
    read_number(cpu, "nodes", "cpu numa nodes", node.nodes);
    read_number(cpu, "sockets", "cpu sockets", node.sockets);
    read_number(cpu, "cores", "cpu cores", node.cores);
    read_number(cpu, "threads", "cpu threads", node.threads);
    node.active = node.nodes * node.sockets * node.cores * node.threads;
    read_number(cpu, "active", "cpu active", node.active);
    read_number(cpu, "mhz", "cpu mhz", node.mhz);
    if (auto model = cpu.child("model")) node.model = model.text();
  }
  read_number(root, "memory", "memory", node.memory);
  for (auto user : root.child("auth").raw().children("user")) {
    auto* password = user.attribute("password").value();
    node.users.push_back({user.text().get(), password});
  }
}

/// The element's name in the test namespace, or nothing. Declarations of the namespace may stand on any
/// element above.
std::string_view test_name(pugi::xml_node element) {
  std::string_view name = element.name();
  auto colon = name.find(':');
  if (colon == name.npos) return {};
  auto declaration = "xmlns:" + std::string(name.substr(0, colon));
  for (auto at = element; at; at = at.parent())
    if (auto declared = at.attribute(declaration.c_str()))
      return declared.value() == test_namespace ? name.substr(colon + 1) : std::string_view();
  return {};
}

bool flag(std::string_view what, std::string_view text) {
  auto value = number(text);
  if (!value) throw xml_error("invalid {}", what);
  return *value != 0;
}

int run_state(std::string_view text) {
  auto state = number(text);
  if (!state) throw xml_error("invalid runstate");
  if (*state > VIR_DOMAIN_PMSUSPENDED) throw xml_error("runstate '{}' out of range'", *state);
  return static_cast<int>(*state);
}

void read_hints(pugi::xml_node element, InitialDomain& domain) {
  for (auto child : element.children()) {
    auto name = test_name(child);
    if (name == "runstate") domain.state = run_state(child.text().get());
    if (name == "transient") domain.transient = flag(name, child.text().get());
    if (name == "hasmanagedsave") domain.managed_save = flag(name, child.text().get());
  }
  if (domain.transient && domain.state == VIR_DOMAIN_SHUTOFF)
    throw xml_error("transient domain cannot have runstate 'shutoff'");
  if (domain.managed_save && domain.state != VIR_DOMAIN_SHUTOFF)
    throw xml_error("domain with managedsave data can only have runstate 'shutoff'");
}

std::string print(pugi::xml_node element) {
  std::ostringstream out;
  element.print(out, "", pugi::format_raw);
  return out.str();
}

std::string read_text(const std::filesystem::path& path) {
  if (auto text = read_file_if_exists(path)) return *text;
  throw xml_error("failed to parse xml document '{}'", path.native());
}

/// Written in place, in the test namespace, or in files.
void read_snapshots(pugi::xml_node element, const std::filesystem::path& folder, InitialDomain& domain) {
  for (auto child : element.children()) {
    if (test_name(child) != "domainsnapshot") continue;
    if (auto file = child.attribute("file")) {
      domain.snapshots.push_back(read_text(folder / file.value()));
    } else {
      child.set_name("domainsnapshot");
      domain.snapshots.push_back(print(child));
    }
  }
}

InitialDomain read_domain(pugi::xml_node element, const std::filesystem::path& folder) {
  InitialDomain domain;
  if (auto file = element.attribute("file")) {
    auto document = xml::Document::parse(read_text(folder / file.value()), {}, VIR_FROM_TEST);
    domain.definition = parse_definition(std::string(document.source()));
    read_hints(document.root().raw(), domain);
    read_snapshots(document.root().raw(), folder, domain);
  } else {
    domain.definition = parse_definition(print(element));
    read_hints(element, domain);
    read_snapshots(element, folder, domain);
  }
  return domain;
}

/// An object's own text, or that of the file its element names.
std::string object_text(pugi::xml_node element, const std::filesystem::path& folder) {
  if (auto file = element.attribute("file")) return read_text(folder / file.value());
  return print(element);
}

void read_host(pugi::xml_node root, const std::filesystem::path& folder, HostDefinition& host) {
  for (auto element : root.children("interface"))
    host.interfaces.push_back(model::parse_host_interface(object_text(element, folder)));
  for (auto element : root.children("device"))
    host.devices.push_back(model::parse_node_device(object_text(element, folder)));
}

/// Calls `f` with the element, or with the root of the file it names.
template <class F>
void follow(xml::Node element, const std::filesystem::path& folder, F f) {
  const char* file = element.attribute("file");
  if (!file) return f(element);
  const auto document = xml::Document::parse(read_text(folder / file), {}, VIR_FROM_TEST);
  f(document.root());
}

InitialPool read_pool(xml::Node element, const std::filesystem::path& folder) {
  InitialPool pool;
  follow(element, folder, [&](xml::Node said) { pool.definition = model::read_pool(said); });
  for (auto child : element.raw().children("volume"))
    follow(xml::Node(child, &element.document()), folder,
           [&](xml::Node said) { pool.volumes.push_back(model::read_volume(said, pool.definition.type)); });
  return pool;
}

void name_interfaces(model::Domain& domain) {
  auto taken = [&](const std::string& name) {
    return std::any_of(domain.interfaces.begin(), domain.interfaces.end(),
                       [&](const auto& interface) { return interface.target_device == name; });
  };
  int next = 0;
  for (auto& interface : domain.interfaces) {
    if (!interface.target_device.empty()) continue;
    std::string name;
    do name = "testnet" + std::to_string(next++);
    while (taken(name));
    interface.target_device = name;
  }
}

}  // namespace

model::Domain parse_definition(const std::string& xml, bool validate) {
  xml::Unknown refuse = [](const xml::UnknownPart& part) {
    throw error(VIR_ERR_XML_INVALID_SCHEMA, VIR_FROM_DOMAIN, "line {}, column {}: <{}> has no '{}'",
                part.position.line, part.position.column, part.parent, part.name);
  };
  model::DomainHooks hooks;
  hooks.first = [](model::Domain& domain) {
    if (domain.os.arch.empty()) domain.os.arch = "i686";
  };
  model::ParseOptions options;
  options.hooks = &hooks;
  if (validate) options.unknown = &refuse;
  auto domain = model::parse_domain(xml, options);
  name_interfaces(domain);
  return domain;
}

model::Domain parse_definition(xml::Node element) { return parse_definition(print(element.raw())); }

NodeDefinition parse_node(const std::string& text, const std::filesystem::path& path) {
  auto document = xml::Document::parse(text, {}, VIR_FROM_TEST);
  auto root = document.root();
  if (std::string_view(root.name()) != "node")
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "expecting root element of 'node', not '{}'", root.name());
  NodeDefinition definition;
  read_machine(root, definition.node);
  for (auto element : root.raw().children("domain"))
    definition.domains.push_back(read_domain(element, path.parent_path()));
  read_host(root.raw(), path.parent_path(), definition.host);
  for (auto element : root.raw().children("network"))
    definition.networks.push_back(model::parse_network(object_text(element, path.parent_path())));
  for (auto element : root.raw().children("pool"))
    definition.pools.push_back(read_pool(xml::Node(element, &document), path.parent_path()));
  return definition;
}

NodeDefinition read_node(const std::filesystem::path& path) { return parse_node(read_text(path), path); }

}  // namespace vireo::test_driver
