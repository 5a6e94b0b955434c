// SPDX-License-Identifier: LGPL-2.1-or-later
// The pretended hypervisor: its domains, their states and its events. Shared by all connections to
// test:///default of one driver; each connection to a node file has its own. All on the driver's loop.
#pragma once

#include <map>
#include <optional>

#include "driver/domain_filter.hpp"
#include "driver/event_hub.hpp"
#include "driver/transition.hpp"
#include "drivers/test/moments.hpp"
#include "drivers/test/network_store.hpp"
#include "drivers/test/node.hpp"
#include "drivers/test/pretence.hpp"
#include "model/snapshot.hpp"

namespace vireo::test_driver {

struct Domain {
  std::optional<model::Domain> config;  ///< the persistent definition
  std::optional<model::Domain> live;    ///< while it is active
  driver::DomainState state;
  bool autostart = false;
  bool managed_save = false;
  Moments<model::Snapshot> snapshots;
  Moments<model::Checkpoint> checkpoints;
  const void* owner = nullptr;  ///< the connection whose end destroys it
  Settings config_settings, live_settings;
  PretendedGuest guest;

  bool active() const noexcept { return live.has_value(); }
  bool persistent() const noexcept { return config.has_value(); }
  model::Domain& current() noexcept { return live ? *live : *config; }
  const model::Domain& current() const noexcept { return live ? *live : *config; }
  driver::DomainRef ref() const;
  driver::DomainFacts facts() const;
};

class Hypervisor {
 public:
  explicit Hypervisor(NodeDefinition definition);

  const Node& node() const noexcept { return node_; }
  driver::EventHub& events() noexcept { return events_; }
  std::map<Uuid, Domain>& domains() noexcept { return domains_; }
  HostObjects& host_objects() noexcept { return host_objects_; }
  NetworkStore& networks() noexcept { return networks_; }
  Storage& storage() noexcept { return storage_; }

  /// Throws VIR_ERR_NO_DOMAIN.
  Domain& find(const driver::DomainRef& ref);
  Domain* find_name(std::string_view name) noexcept;

  /// Adds or replaces the persistent definition.
  Domain& define(model::Domain definition);
  /// Starts a definition that need not be persistent.
  Domain& create(model::Domain definition, driver::Change how);
  /// Starts the persistent definition.
  void start(Domain& domain, driver::Change how);
  /// Moves an active domain on and tells it. `domain` may be gone afterwards, when it was not persistent and
  /// ended. False when the change cannot happen in its state.
  bool change(Domain& domain, driver::Change change);
  /// Takes away the persistent definition, and the domain with it unless it is active.
  void undefine(Domain& domain);
  void rename(Domain& domain, const std::string& name);
  /// Destroys what belongs to a connection that ends.
  void destroy_owned(const void* owner);

 private:
  void add(InitialDomain initial);
  /// Throws VIR_ERR_OPERATION_FAILED when name and UUID are not both those of one domain or both free.
  Domain* existing(const model::Domain& definition);

  Node node_;
  std::map<Uuid, Domain> domains_;
  NetworkStore networks_;
  Storage storage_;
  driver::EventHub events_;
  HostObjects host_objects_;
  int next_id_ = 1;
};

}  // namespace vireo::test_driver
