// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/hypervisor.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "base/error.hpp"
#include "drivers/test/initial_snapshots.hpp"

namespace vireo::test_driver {

using driver::Change;
using driver::LifecycleEvent;

driver::DomainRef Domain::ref() const {
  const auto& definition = current();
  return {definition.name, definition.uuid, live ? live->id : -1};
}

driver::DomainFacts Domain::facts() const {
  return {.active = active(),
          .persistent = persistent(),
          .managed_save = managed_save,
          .autostart = autostart,
          .state = state.state};
}

Hypervisor::Hypervisor(NodeDefinition definition)
    : node_(std::move(definition.node)), host_objects_(definition.host.objects()) {
  for (auto& domain : definition.domains) add(std::move(domain));
  for (auto& network : definition.networks) networks_.define(std::move(network)).active = true;
  for (auto& pool : definition.pools) storage_.add(std::move(pool));
}

void Hypervisor::add(InitialDomain initial) {
  existing(initial.definition);
  Domain& domain = domains_[initial.definition.uuid];
  domain.state = {initial.state, 0};
  domain.managed_save = initial.managed_save;
  for (const auto& xml : initial.snapshots) add_snapshot(domain, xml);
  if (driver::is_active_state(initial.state)) {
    domain.live = initial.definition;
    domain.live->id = next_id_++;
  }
  if (!initial.transient) domain.config = std::move(initial.definition);
}

Domain* Hypervisor::existing(const model::Domain& definition) {
  if (auto found = domains_.find(definition.uuid); found != domains_.end()) {
    const auto& name = found->second.current().name;
    if (name != definition.name)
      throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_DOMAIN, "domain '{}' is already defined with uuid {}",
                  name, definition.uuid.to_string());
    return &found->second;
  }
  if (auto* other = find_name(definition.name))
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_DOMAIN, "domain '{}' already exists with uuid {}",
                definition.name, other->current().uuid.to_string());
  return nullptr;
}

Domain& Hypervisor::find(const driver::DomainRef& ref) {
  if (auto found = domains_.find(ref.uuid); found != domains_.end()) return found->second;
  throw error(VIR_ERR_NO_DOMAIN, VIR_FROM_TEST, "no domain with matching uuid '{}' ({})",
              ref.uuid.to_string(), ref.name);
}

Domain* Hypervisor::find_name(std::string_view name) noexcept {
  auto found = std::find_if(domains_.begin(), domains_.end(),
                            [&](const auto& entry) { return entry.second.current().name == name; });
  return found == domains_.end() ? nullptr : &found->second;
}

Domain& Hypervisor::define(model::Domain definition) {
  Domain* domain = existing(definition);
  bool updated = domain && domain->persistent();
  if (!domain) {
    domain = &domains_[definition.uuid];
    domain->state = {VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_UNKNOWN};
  }
  domain->config = std::move(definition);
  events_.publish(domain->ref(),
                  LifecycleEvent{VIR_DOMAIN_EVENT_DEFINED, updated ? VIR_DOMAIN_EVENT_DEFINED_UPDATED
                                                                   : VIR_DOMAIN_EVENT_DEFINED_ADDED});
  return *domain;
}

Domain& Hypervisor::create(model::Domain definition, Change how) {
  Domain* domain = existing(definition);
  if (domain && domain->active())
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "domain '{}' is already active", definition.name);
  if (!domain) {
    domain = &domains_[definition.uuid];
    domain->state = {VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_UNKNOWN};
  }
  domain->live = std::move(definition);
  domain->live->id = next_id_++;
  change(*domain, how);
  return *domain;
}

void Hypervisor::start(Domain& domain, Change how) {
  if (domain.active())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "Domain '{}' is already running",
                domain.current().name);
  domain.managed_save = false;
  domain.live = domain.config;
  domain.live_settings = domain.config_settings;
  domain.live->id = next_id_++;
  change(domain, how);
}

bool Hypervisor::change(Domain& domain, Change change) {
  auto move = driver::transition(domain.state.state, change);
  if (!move) return false;
  auto ref = domain.ref();
  domain.state = move->to;
  if (!driver::is_active_state(move->to.state)) {
    ref.id = -1;
    domain.live.reset();
    domain.owner = nullptr;
    domain.live_settings = {};
    domain.guest = {};
    if (!domain.persistent()) domains_.erase(ref.uuid);
  }
  events_.publish(std::move(ref), *move->event);
  return true;
}

void Hypervisor::undefine(Domain& domain) {
  auto ref = domain.ref();
  domain.managed_save = false;
  if (domain.active())
    domain.config.reset();
  else
    domains_.erase(ref.uuid);
  events_.publish(std::move(ref),
                  LifecycleEvent{VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED});
}

void Hypervisor::rename(Domain& domain, const std::string& name) {
  auto old = domain.ref();
  domain.config->name = name;
  events_.publish(std::move(old),
                  LifecycleEvent{VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED});
  events_.publish(domain.ref(), LifecycleEvent{VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED});
}

void Hypervisor::destroy_owned(const void* owner) {
  std::vector<Uuid> owned;
  for (const auto& [uuid, domain] : domains_)
    if (domain.owner == owner) owned.push_back(uuid);
  for (const auto& uuid : owned) change(domains_.at(uuid), Change::destroy);
}

}  // namespace vireo::test_driver
