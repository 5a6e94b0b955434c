// SPDX-License-Identifier: LGPL-2.1-or-later
// Taking snapshots, describing anew those there are, and reverting to them.
#include <libvirt/libvirt.h>

#include <chrono>

#include "driver/flags.hpp"
#include "drivers/test/snapshots.hpp"
#include "model/domain_xml.hpp"
#include "model/snapshot_xml.hpp"

namespace vireo::test_driver {

using driver::Change;
using driver::DomainRef;
using driver::LifecycleEvent;
using driver::SnapshotRef;
using model::Snapshot;
using Mode = model::Disk::Snapshot;

namespace {

std::uint64_t now() {
  using namespace std::chrono;
  return static_cast<std::uint64_t>(duration_cast<seconds>(system_clock::now().time_since_epoch()).count());
}

template <class... Args>
Error refusal(int code, fmt::format_string<Args...> format, Args&&... args) {
  return error(code, VIR_FROM_DOMAIN_SNAPSHOT, format, std::forward<Args>(args)...);
}

void align(Snapshot& snapshot, const model::Domain& domain) {
  const bool external = snapshot.memory == Mode::external || snapshot.state == Snapshot::State::disk_snapshot;
  model::align_disks(snapshot, domain, external ? Mode::external : Mode::internal, !external);
}

Snapshot& take(Domain& domain, const std::string& xml) {
  Snapshot snapshot = model::parse_snapshot_request(xml);
  const auto time = now();
  snapshot.creation_time = time;
  if (snapshot.name.empty()) snapshot.name = std::to_string(time);
  snapshot.state = static_cast<Snapshot::State>(domain.state.state + 1);
  align(snapshot, domain.current());
  if (!domain.active()) {
    snapshot.memory = Mode::no;
    snapshot.memory_file.clear();
  } else if (snapshot.memory != Mode::external) {
    snapshot.memory = Mode::internal;
  }
  if (domain.snapshots.find(snapshot.name))
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_DOMAIN, "domain moment {} already exists", snapshot.name);
  if (const auto* parent = domain.snapshots.current()) snapshot.parent = parent->name;
  snapshot.domain = domain.current();
  snapshot.uuid = snapshot.domain->uuid;
  Snapshot& added = domain.snapshots.add(std::move(snapshot));
  domain.snapshots.set_current(added.name);
  return added;
}

/// The guest must not notice that the description of its snapshot changed.
void check_same_guest(const model::Domain& from, const model::Domain& to) {
  for (const auto& difference : model::differences(from, to))
    if (difference.guest)
      throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN,
                  "Target domain {} '{}' does not match source '{}'", difference.path, difference.to,
                  difference.from);
}

/// Taken of a guest that ran.
bool online(const Snapshot& snapshot) {
  return snapshot.state == Snapshot::State::running || snapshot.state == Snapshot::State::paused;
}

void check_replaces(const Snapshot& old, const Snapshot& snapshot) {
  if (online(old) != online(snapshot))
    throw refusal(VIR_ERR_INVALID_ARG,
                  "cannot change between online and offline snapshot state in snapshot {}", snapshot.name);
  const auto disks_only = [](const Snapshot& one) { return one.state == Snapshot::State::disk_snapshot; };
  if (disks_only(old) != disks_only(snapshot))
    throw refusal(VIR_ERR_INVALID_ARG, "cannot change between disk only and full system in snapshot {}",
                  snapshot.name);
  if (old.domain && snapshot.domain) check_same_guest(*old.domain, *snapshot.domain);
}

Snapshot& redefine(Domain& domain, const std::string& xml) {
  Snapshot snapshot = model::parse_snapshot(xml, [](xml::Node element) { return parse_definition(element); });
  const Uuid& uuid = domain.current().uuid;
  if (snapshot.domain && snapshot.uuid != uuid)
    throw refusal(VIR_ERR_INVALID_ARG, "definition for snapshot {} must use uuid {}", snapshot.name,
                  uuid.to_string());
  snapshot.uuid = uuid;
  domain.snapshots.check_parent(snapshot);
  Snapshot* old = domain.snapshots.find(snapshot.name);
  if (old) {
    check_replaces(*old, snapshot);
    if (!snapshot.domain) snapshot.domain = old->domain;
  }
  if (!snapshot.domain) throw refusal(VIR_ERR_INTERNAL_ERROR, "missing domain in snapshot");
  align(snapshot, *snapshot.domain);
  if (!old) return domain.snapshots.add(std::move(snapshot));
  *old = std::move(snapshot);
  return *old;
}

constexpr std::uint32_t create_flags =
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE | VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT |
    VIR_DOMAIN_SNAPSHOT_CREATE_HALT | VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE | VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC |
    VIR_DOMAIN_SNAPSHOT_CREATE_LIVE | VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE;

/// The definition of the snapshot, until the domain ends.
void start_from(Hypervisor& hypervisor, Domain& domain, bool persistent, bool paused) {
  hypervisor.start(domain, Change::revert);
  if (!persistent) domain.config.reset();
  if (paused) hypervisor.change(domain, Change::revert_pause);
}

/// Like the incumbent's, it tells of a start that was asked for and leaves the domain off all the same.
void tell_of_start(Hypervisor& hypervisor, const Domain& domain, std::uint32_t flags) {
  if (!(flags & (VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING | VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED))) return;
  auto& events = hypervisor.events();
  events.publish(domain.ref(),
                 LifecycleEvent{VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT});
  if (flags & VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED)
    events.publish(domain.ref(),
                   LifecycleEvent{VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT});
}

/// The snapshot's definition bears the domain's UUID, but may bear a name that another has by now.
void check_name_free(Hypervisor& hypervisor, const model::Domain& definition) {
  const Domain* other = hypervisor.find_name(definition.name);
  if (other && other->current().uuid != definition.uuid)
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_DOMAIN, "domain '{}' already exists with uuid {}",
                definition.name, other->current().uuid.to_string());
}

}  // namespace

Task<SnapshotRef> Snapshots::create_xml(DomainRef ref, std::string xml, std::uint32_t flags) {
  driver::check_flags(flags, create_flags, "testDomainSnapshotCreateXML", VIR_FROM_TEST);
  Domain& domain = hypervisor_.find(ref);
  const bool halt = flags & VIR_DOMAIN_SNAPSHOT_CREATE_HALT;
  if (!domain.checkpoints.empty())
    throw Error(VIR_ERR_OPERATION_UNSUPPORTED, VIR_FROM_TEST,
                "cannot create snapshot while checkpoint exists");
  if (!domain.persistent() && halt)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "cannot halt after transient domain snapshot");
  const bool exists = flags & VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE;
  Snapshot& snapshot = exists ? redefine(domain, xml) : take(domain, xml);
  if (flags & VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT) domain.snapshots.set_current(snapshot.name);
  if (halt) hypervisor_.change(domain, Change::revert_off);
  co_return SnapshotRef{snapshot.name, domain.ref()};
}

Task<void> Snapshots::revert(SnapshotRef ref, std::uint32_t flags) {
  driver::check_flags(flags,
                      VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING | VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED |
                          VIR_DOMAIN_SNAPSHOT_REVERT_FORCE,
                      "testDomainRevertToSnapshot", VIR_FROM_TEST);
  Domain& domain = hypervisor_.find(ref.domain);
  const Snapshot& snapshot = find_snapshot(domain, ref.name);
  check_name_free(hypervisor_, *snapshot.domain);
  const auto state = snapshot.state;
  const bool starts = state == Snapshot::State::running || state == Snapshot::State::paused;
  const bool paused = flags & VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED ||
                      (state == Snapshot::State::paused && !(flags & VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING));
  const bool persistent = domain.persistent();
  domain.snapshots.set_current(snapshot.name);
  if (persistent || starts) {
    domain.config = snapshot.domain;
    domain.config->id = -1;
  }
  hypervisor_.change(domain, Change::revert_off);
  if (starts)
    start_from(hypervisor_, domain, persistent, paused);
  else if (persistent)
    tell_of_start(hypervisor_, domain, flags);
  co_return;
}

}  // namespace vireo::test_driver
