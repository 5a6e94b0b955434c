// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/interfaces.hpp"

#include <libvirt/libvirt.h>
#include <strings.h>

#include <algorithm>

#include "driver/flags.hpp"

namespace vireo::test_driver {

using driver::InterfaceRef;

namespace {

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

InterfaceRef reference(const HostInterface& interface) {
  return {interface.definition.name, interface.definition.mac};
}

Error wrong_now(std::string why) { return Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, std::move(why)); }

const xml::Unknown& refuse_unknown() {
  static const xml::Unknown refuse = [](const xml::UnknownPart& part) {
    throw error(VIR_ERR_XML_INVALID_SCHEMA, VIR_FROM_XML, "line {}, column {}: <{}> has no '{}'",
                part.position.line, part.position.column, part.parent, part.name);
  };
  return refuse;
}

}  // namespace

HostInterface& Interfaces::find(const std::string& name) {
  if (auto found = objects_.interfaces.find(name); found != objects_.interfaces.end()) return found->second;
  throw error(VIR_ERR_NO_INTERFACE, VIR_FROM_TEST, "no interface with matching name '{}'", name);
}

std::int32_t Interfaces::count(bool active) const {
  return static_cast<std::int32_t>(std::ranges::count_if(
      objects_.interfaces, [=](const auto& entry) { return entry.second.active == active; }));
}

driver::List<std::string, 16384> Interfaces::names(bool active, std::int32_t max) const {
  driver::List<std::string, 16384> found;
  for (const auto& [name, interface] : objects_.interfaces)
    if (interface.active == active && std::cmp_less(found.size(), max)) found.push_back(name);
  return found;
}

Task<std::int32_t> Interfaces::count_active() { co_return count(true); }

Task<std::int32_t> Interfaces::count_defined() { co_return count(false); }

Task<driver::List<std::string, 16384>> Interfaces::active_names(std::int32_t maxnames) {
  co_return names(true, maxnames);
}

Task<driver::List<std::string, 16384>> Interfaces::defined_names(std::int32_t maxnames) {
  co_return names(false, maxnames);
}

Task<driver::Listing<InterfaceRef>> Interfaces::list(std::int32_t need_results, std::uint32_t flags) {
  constexpr unsigned both = VIR_CONNECT_LIST_INTERFACES_ACTIVE | VIR_CONNECT_LIST_INTERFACES_INACTIVE;
  check(flags, both, "testConnectListAllInterfaces");
  if (!(flags & both)) flags |= both;
  driver::Listing<InterfaceRef> found;
  for (const auto& [name, interface] : objects_.interfaces) {
    const unsigned kind =
        interface.active ? VIR_CONNECT_LIST_INTERFACES_ACTIVE : VIR_CONNECT_LIST_INTERFACES_INACTIVE;
    if (!(flags & kind)) continue;
    ++found.count;
    if (need_results) found.items.push_back(reference(interface));
  }
  co_return found;
}

Task<InterfaceRef> Interfaces::lookup_by_name(std::string name) { co_return reference(find(name)); }

Task<InterfaceRef> Interfaces::lookup_by_mac(std::string mac) {
  const HostInterface* found = nullptr;
  for (const auto& [name, interface] : objects_.interfaces) {
    const std::string& own = interface.definition.mac;
    if (own.empty() || strcasecmp(own.c_str(), mac.c_str()) != 0) continue;
    if (found) throw Error(VIR_ERR_MULTIPLE_INTERFACES, VIR_FROM_TEST, "");
    found = &interface;
  }
  if (!found) throw error(VIR_ERR_NO_INTERFACE, VIR_FROM_TEST, "no interface with matching mac '{}'", mac);
  co_return reference(*found);
}

Task<std::string> Interfaces::xml(InterfaceRef iface, std::uint32_t flags) {
  check(flags, 0, "testInterfaceGetXMLDesc");
  co_return model::format_host_interface(find(iface.name).definition);
}

Task<std::int32_t> Interfaces::is_active(InterfaceRef iface) { co_return find(iface.name).active; }

Task<InterfaceRef> Interfaces::define(std::string xml, std::uint32_t flags) {
  check(flags, VIR_INTERFACE_DEFINE_VALIDATE, "testInterfaceDefineXML");
  auto definition = model::parse_host_interface(xml, flags ? &refuse_unknown() : nullptr);
  HostInterface& interface = objects_.interfaces[definition.name];
  interface.definition = std::move(definition);
  co_return reference(interface);
}

Task<void> Interfaces::undefine(InterfaceRef iface) {
  find(iface.name);
  objects_.interfaces.erase(iface.name);
  co_return;
}

void Interfaces::set_active(const std::string& name, bool active) {
  HostInterface& interface = find(name);
  if (interface.active == active) throw wrong_now("");
  interface.active = active;
}

Task<void> Interfaces::create(InterfaceRef iface, std::uint32_t flags) {
  check(flags, 0, "testInterfaceCreate");
  set_active(iface.name, true);
  co_return;
}

Task<void> Interfaces::destroy(InterfaceRef iface, std::uint32_t flags) {
  check(flags, 0, "testInterfaceDestroy");
  set_active(iface.name, false);
  co_return;
}

Task<void> Interfaces::change_begin(std::uint32_t flags) {
  check(flags, 0, "testInterfaceChangeBegin");
  if (objects_.before_change) throw wrong_now("there is another transaction running.");
  objects_.before_change = objects_.interfaces;
  co_return;
}

Task<void> Interfaces::change_commit(std::uint32_t flags) {
  check(flags, 0, "testInterfaceChangeCommit");
  if (!objects_.before_change) throw wrong_now("no transaction running, nothing to be committed.");
  objects_.before_change.reset();
  co_return;
}

/// The definitions come back; like the incumbent's, none of them active.
Task<void> Interfaces::change_rollback(std::uint32_t flags) {
  check(flags, 0, "testInterfaceChangeRollback");
  if (!objects_.before_change) throw wrong_now("no transaction running, nothing to rollback.");
  objects_.interfaces = std::move(*objects_.before_change);
  objects_.before_change.reset();
  for (auto& [name, interface] : objects_.interfaces) interface.active = false;
  co_return;
}

}  // namespace vireo::test_driver
