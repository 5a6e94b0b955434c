// SPDX-License-Identifier: LGPL-2.1-or-later
// The pretended hypervisor's virtual networks. Definitions behave as in the incumbent's test driver: what is
// defined over an active network waits in `next`, and a stop does not bring it forward.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "driver/objects.hpp"
#include "model/network.hpp"

namespace vireo::test_driver {

struct Network {
  model::Network definition;
  std::optional<model::Network> next;  ///< the persistent definition where it is another
  bool active = false;
  bool persistent = false;
  bool autostart = false;

  driver::NetworkRef ref() const { return {definition.name, definition.uuid}; }
  bool matches(std::uint32_t flags) const noexcept;
};

class NetworkStore {
 public:
  std::map<Uuid, Network>& all() noexcept { return networks_; }
  Network* find(const Uuid& uuid) noexcept;
  Network* find_name(std::string_view name) noexcept;

  /// Adds or replaces the persistent definition. Throws VIR_ERR_OPERATION_FAILED when name and UUID are not
  /// both those of one network or both free.
  Network& define(model::Network definition);
  /// Starts a definition that need not be persistent.
  Network& create(model::Network definition);
  /// `network` is gone afterwards unless it is persistent.
  void stop(Network& network);
  void remove(Network& network) { networks_.erase(network.definition.uuid); }

 private:
  Network* existing(const model::Network& definition);

  std::map<Uuid, Network> networks_;
};

}  // namespace vireo::test_driver
