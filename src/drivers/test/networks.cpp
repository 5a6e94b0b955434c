// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/networks.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "driver/flags.hpp"
#include "model/network_xml.hpp"

namespace vireo::test_driver {

using driver::NetworkRef;

namespace {

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

template <class... Args>
Error invalid(int domain, fmt::format_string<Args...> format, Args&&... args) {
  return error(VIR_ERR_OPERATION_INVALID, domain, format, std::forward<Args>(args)...);
}

/// Some of the incumbent's functions name a network that is gone by its name, others by its UUID.
Network& find_named(NetworkStore& store, const NetworkRef& ref) {
  if (Network* found = store.find(ref.uuid)) return *found;
  throw error(VIR_ERR_NO_NETWORK, VIR_FROM_TEST, "no network with matching name '{}'", ref.name);
}
Network& find_uuid(NetworkStore& store, const Uuid& uuid) {
  if (Network* found = store.find(uuid)) return *found;
  throw error(VIR_ERR_NO_NETWORK, VIR_FROM_TEST, "no network with matching uuid '{}'", uuid.to_string());
}

model::Network parse(const std::string& xml, bool validate) {
  const xml::Unknown refuse = [](const xml::UnknownPart& part) {
    throw error(VIR_ERR_XML_INVALID_SCHEMA, VIR_FROM_XML, "line {}, column {}: <{}> has no '{}'",
                part.position.line, part.position.column, part.parent, part.name);
  };
  model::NetworkParseOptions options;
  if (validate) options.unknown = &refuse;
  return model::parse_network(xml, options);
}

}  // namespace

driver::List<std::string, 16384> Networks::names(std::int32_t max, bool active) {
  driver::List<std::string, 16384> found;
  for (const auto& [uuid, network] : store_.all())
    if (network.active == active && static_cast<std::int32_t>(found.size()) < max)
      found.push_back(network.definition.name);
  return found;
}

std::int32_t Networks::count(bool active) {
  return static_cast<std::int32_t>(
      std::count_if(store_.all().begin(), store_.all().end(),
                    [&](const auto& entry) { return entry.second.active == active; }));
}

Task<driver::List<std::string, 16384>> Networks::defined_names(std::int32_t max) {
  co_return names(max, false);
}

Task<driver::List<std::string, 16384>> Networks::active_names(std::int32_t max) {
  co_return names(max, true);
}

Task<std::int32_t> Networks::count_defined() { co_return count(false); }

Task<std::int32_t> Networks::count_active() { co_return count(true); }

Task<driver::Listing<NetworkRef>> Networks::list(std::int32_t need_results, std::uint32_t flags) {
  check(flags,
        VIR_CONNECT_LIST_NETWORKS_ACTIVE | VIR_CONNECT_LIST_NETWORKS_INACTIVE |
            VIR_CONNECT_LIST_NETWORKS_PERSISTENT | VIR_CONNECT_LIST_NETWORKS_TRANSIENT |
            VIR_CONNECT_LIST_NETWORKS_AUTOSTART | VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART,
        "testConnectListAllNetworks");
  driver::Listing<NetworkRef> found;
  for (const auto& [uuid, network] : store_.all()) {
    if (!network.matches(flags)) continue;
    ++found.count;
    if (need_results) found.items.push_back(network.ref());
  }
  co_return found;
}

Task<NetworkRef> Networks::lookup_by_name(std::string name) {
  if (const Network* found = store_.find_name(name)) co_return found->ref();
  throw error(VIR_ERR_NO_NETWORK, VIR_FROM_TEST, "no network with matching name '{}'", name);
}

Task<NetworkRef> Networks::lookup_by_uuid(Uuid uuid) { co_return find_uuid(store_, uuid).ref(); }

Task<std::string> Networks::xml(NetworkRef ref, std::uint32_t flags) {
  check(flags, 0, "testNetworkGetXMLDesc");
  co_return model::format_network(find_named(store_, ref).definition);
}

Task<std::string> Networks::bridge_name(NetworkRef ref) {
  const model::Network& definition = find_named(store_, ref).definition;
  if (definition.bridge.name.empty())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "network '{}' does not have a bridge name.",
                definition.name);
  co_return definition.bridge.name;
}

Task<std::int32_t> Networks::autostart(NetworkRef ref) { co_return find_named(store_, ref).autostart; }

Task<std::int32_t> Networks::is_active(NetworkRef ref) { co_return find_uuid(store_, ref.uuid).active; }

Task<std::int32_t> Networks::is_persistent(NetworkRef ref) {
  co_return find_uuid(store_, ref.uuid).persistent;
}

Task<NetworkRef> Networks::define(std::string xml) { return define_flags(std::move(xml), 0); }

Task<NetworkRef> Networks::define_flags(std::string xml, std::uint32_t flags) {
  check(flags, VIR_NETWORK_DEFINE_VALIDATE, "testNetworkDefineXMLFlags");
  co_return store_.define(parse(xml, flags & VIR_NETWORK_DEFINE_VALIDATE)).ref();
}

Task<NetworkRef> Networks::create_xml(std::string xml) { return create_xml_flags(std::move(xml), 0); }

Task<NetworkRef> Networks::create_xml_flags(std::string xml, std::uint32_t flags) {
  check(flags, VIR_NETWORK_CREATE_VALIDATE, "testNetworkCreateXMLFlags");
  co_return store_.create(parse(xml, flags & VIR_NETWORK_CREATE_VALIDATE)).ref();
}

Task<void> Networks::create(NetworkRef ref) {
  Network& network = find_named(store_, ref);
  if (network.active)
    throw invalid(VIR_FROM_TEST, "Network '{}' is already running", network.definition.name);
  network.active = true;
  co_return;
}

Task<void> Networks::destroy(NetworkRef ref) {
  store_.stop(find_named(store_, ref));
  co_return;
}

Task<void> Networks::undefine(NetworkRef ref) {
  Network& network = find_named(store_, ref);
  if (network.active) throw invalid(VIR_FROM_TEST, "Network '{}' is still running", network.definition.name);
  store_.remove(network);
  co_return;
}

Task<void> Networks::set_autostart(NetworkRef ref, std::int32_t autostart) {
  find_named(store_, ref).autostart = autostart != 0;
  co_return;
}

Task<void> Networks::update(NetworkRef ref, std::uint32_t command, std::uint32_t section,
                            std::int32_t parent_index, std::string xml, std::uint32_t flags) {
  check(flags, VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG, "testNetworkUpdate");
  Network& network = find_uuid(store_, ref.uuid);
  if (flags == VIR_NETWORK_UPDATE_AFFECT_CURRENT)
    flags = network.active ? VIR_NETWORK_UPDATE_AFFECT_LIVE : VIR_NETWORK_UPDATE_AFFECT_CONFIG;
  const bool live = flags & VIR_NETWORK_UPDATE_AFFECT_LIVE, config = flags & VIR_NETWORK_UPDATE_AFFECT_CONFIG;
  if (live && !network.active) throw invalid(VIR_FROM_NETWORK, "network is not running");
  if (config && !network.persistent)
    throw invalid(VIR_FROM_NETWORK, "cannot change persistent config of a transient network");
  model::Network running = network.definition;
  model::Network saved = network.next ? *network.next : network.definition;
  if (live) model::update_network(running, command, section, parent_index, xml);
  if (config) model::update_network(saved, command, section, parent_index, xml);
  if (live) network.definition = std::move(running);
  if (config) (network.active ? network.next.emplace() : network.definition) = std::move(saved);
  co_return;
}

}  // namespace vireo::test_driver
