// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/network_store.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "base/error.hpp"

namespace vireo::test_driver {

namespace {

bool passes(std::uint32_t flags, std::uint32_t yes, std::uint32_t no, bool is) noexcept {
  return (flags & (yes | no)) == 0 || (flags & (is ? yes : no)) != 0;
}

}  // namespace

bool Network::matches(std::uint32_t flags) const noexcept {
  return passes(flags, VIR_CONNECT_LIST_NETWORKS_ACTIVE, VIR_CONNECT_LIST_NETWORKS_INACTIVE, active) &&
         passes(flags, VIR_CONNECT_LIST_NETWORKS_PERSISTENT, VIR_CONNECT_LIST_NETWORKS_TRANSIENT,
                persistent) &&
         passes(flags, VIR_CONNECT_LIST_NETWORKS_AUTOSTART, VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART,
                autostart);
}

Network* NetworkStore::find(const Uuid& uuid) noexcept {
  const auto found = networks_.find(uuid);
  return found == networks_.end() ? nullptr : &found->second;
}

Network* NetworkStore::find_name(std::string_view name) noexcept {
  const auto found = std::find_if(networks_.begin(), networks_.end(),
                                  [&](const auto& entry) { return entry.second.definition.name == name; });
  return found == networks_.end() ? nullptr : &found->second;
}

Network* NetworkStore::existing(const model::Network& definition) {
  if (Network* found = find(definition.uuid)) {
    if (found->definition.name == definition.name) return found;
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_NETWORK, "network '{}' is already defined with uuid {}",
                found->definition.name, definition.uuid.to_string());
  }
  if (const Network* other = find_name(definition.name))
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_NETWORK, "network '{}' already exists with uuid {}",
                definition.name, other->definition.uuid.to_string());
  return nullptr;
}

Network& NetworkStore::define(model::Network definition) {
  Network* network = existing(definition);
  if (!network) network = &networks_[definition.uuid];
  network->persistent = true;
  if (network->active) {
    network->next = std::move(definition);
  } else {
    network->definition = std::move(definition);
    network->next.reset();
  }
  return *network;
}

Network& NetworkStore::create(model::Network definition) {
  Network* network = existing(definition);
  if (network && network->active)
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_NETWORK, "network is already active as '{}'",
                definition.name);
  if (!network)
    network = &networks_[definition.uuid];
  else if (!network->next)
    network->next = std::move(network->definition);
  network->definition = std::move(definition);
  network->active = true;
  return *network;
}

void NetworkStore::stop(Network& network) {
  network.active = false;
  if (!network.persistent) remove(network);
}

}  // namespace vireo::test_driver
