// SPDX-License-Identifier: LGPL-2.1-or-later
// Finding, listing, reading and deleting; taking and reverting are in snapshot_states.cpp.
#include "drivers/test/snapshots.hpp"

#include <libvirt/libvirt.h>

#include "driver/flags.hpp"
#include "model/snapshot_xml.hpp"

namespace vireo::test_driver {

using driver::DomainRef;
using driver::SnapshotRef;

namespace {

constexpr std::uint32_t by_state =
    VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE | VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE | VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY;
constexpr std::uint32_t by_place = VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL | VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL;
constexpr std::uint32_t by_metadata =
    VIR_DOMAIN_SNAPSHOT_LIST_METADATA | VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA;
constexpr std::uint32_t list_flags = VIR_DOMAIN_SNAPSHOT_LIST_ROOTS | by_metadata |
                                     VIR_DOMAIN_SNAPSHOT_LIST_LEAVES | VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES |
                                     by_state | by_place | VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL;

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

std::uint32_t kind_of_state(const model::Snapshot& snapshot) {
  using State = model::Snapshot::State;
  if (snapshot.state == State::disk_snapshot) return VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY;
  return snapshot.state == State::shutoff ? VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE
                                          : VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE;
}

/// Of a group of flags none means all.
bool passes(std::uint32_t flags, std::uint32_t group, std::uint32_t kind) {
  return !(flags & group) || flags & kind;
}

bool wanted(const model::Snapshot& snapshot, bool leaf, std::uint32_t flags) {
  const auto place =
      snapshot.external() ? VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL : VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL;
  if (flags & VIR_DOMAIN_SNAPSHOT_LIST_LEAVES && !leaf) return false;
  if (flags & VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES && leaf) return false;
  return passes(flags, by_metadata, VIR_DOMAIN_SNAPSHOT_LIST_METADATA) &&
         passes(flags, by_state, kind_of_state(snapshot)) && passes(flags, by_place, place);
}

/// Below `from`, or of the whole tree. The same flag means all levels of the one and one level of the other.
std::vector<model::Snapshot*> select(Domain& domain, const model::Snapshot* from, std::uint32_t flags) {
  const bool flag = flags & VIR_DOMAIN_SNAPSHOT_LIST_ROOTS;
  auto found = domain.snapshots.below(from ? from->name : "", from ? flag : !flag);
  std::erase_if(found, [&](const model::Snapshot* snapshot) {
    return !wanted(*snapshot, !domain.snapshots.has_children(*snapshot), flags);
  });
  return found;
}

Snapshots::Names names_of(const std::vector<model::Snapshot*>& found, std::int32_t max) {
  Snapshots::Names names;
  for (const auto* snapshot : found)
    if (std::ssize(names) < max) names.push_back(snapshot->name);
  return names;
}

Snapshots::Listed listed(const Domain& domain, const std::vector<model::Snapshot*>& found, bool results) {
  Snapshots::Listed listed;
  listed.count = static_cast<std::int32_t>(found.size());
  if (results)
    for (const auto* snapshot : found) listed.items.push_back({snapshot->name, domain.ref()});
  return listed;
}

[[noreturn]] void no_snapshot(std::string text) {
  throw Error(VIR_ERR_NO_DOMAIN_SNAPSHOT, VIR_FROM_TEST, std::move(text));
}

}  // namespace

model::Snapshot& find_snapshot(Domain& domain, const std::string& name) {
  if (auto* found = domain.snapshots.find(name)) return *found;
  no_snapshot(fmt::format("no domain snapshot with matching name '{}'", name));
}

Task<std::string> Snapshots::xml(SnapshotRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_SNAPSHOT_XML_SECURE, "testDomainSnapshotGetXMLDesc");
  const auto& snapshot = find_snapshot(hypervisor_.find(ref.domain), ref.name);
  co_return model::format_snapshot(snapshot, flags & VIR_DOMAIN_SNAPSHOT_XML_SECURE);
}

Task<std::int32_t> Snapshots::count(DomainRef ref, std::uint32_t flags) {
  check(flags, list_flags, "testDomainSnapshotNum");
  co_return static_cast<std::int32_t>(select(hypervisor_.find(ref), nullptr, flags).size());
}

Task<Snapshots::Names> Snapshots::names(DomainRef ref, std::int32_t max, std::uint32_t flags) {
  check(flags, list_flags, "testDomainSnapshotListNames");
  co_return names_of(select(hypervisor_.find(ref), nullptr, flags), max);
}

Task<SnapshotRef> Snapshots::lookup_by_name(DomainRef ref, std::string name, std::uint32_t flags) {
  check(flags, 0, "testDomainSnapshotLookupByName");
  Domain& domain = hypervisor_.find(ref);
  co_return SnapshotRef{find_snapshot(domain, name).name, domain.ref()};
}

Task<std::int32_t> Snapshots::has_current(DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainHasCurrentSnapshot");
  co_return hypervisor_.find(ref).snapshots.current() != nullptr;
}

Task<SnapshotRef> Snapshots::current(DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainSnapshotCurrent");
  Domain& domain = hypervisor_.find(ref);
  const auto* current = domain.snapshots.current();
  if (!current) no_snapshot("the domain does not have a current snapshot");
  co_return SnapshotRef{current->name, domain.ref()};
}

Task<SnapshotRef> Snapshots::parent(SnapshotRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainSnapshotGetParent");
  Domain& domain = hypervisor_.find(ref.domain);
  const auto& snapshot = find_snapshot(domain, ref.name);
  if (snapshot.parent.empty()) no_snapshot(fmt::format("snapshot '{}' does not have a parent", ref.name));
  co_return SnapshotRef{snapshot.parent, domain.ref()};
}

Task<std::int32_t> Snapshots::children_count(SnapshotRef ref, std::uint32_t flags) {
  check(flags, list_flags, "testDomainSnapshotNumChildren");
  Domain& domain = hypervisor_.find(ref.domain);
  co_return static_cast<std::int32_t>(select(domain, &find_snapshot(domain, ref.name), flags).size());
}

Task<Snapshots::Names> Snapshots::children_names(SnapshotRef ref, std::int32_t max, std::uint32_t flags) {
  check(flags, list_flags, "testDomainSnapshotListChildrenNames");
  Domain& domain = hypervisor_.find(ref.domain);
  co_return names_of(select(domain, &find_snapshot(domain, ref.name), flags), max);
}

Task<std::int32_t> Snapshots::is_current(SnapshotRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainSnapshotIsCurrent");
  Domain& domain = hypervisor_.find(ref.domain);
  co_return domain.snapshots.current() == &find_snapshot(domain, ref.name);
}

Task<std::int32_t> Snapshots::has_metadata(SnapshotRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainSnapshotHasMetadata");
  find_snapshot(hypervisor_.find(ref.domain), ref.name);
  co_return 1;
}

Task<Snapshots::Listed> Snapshots::list(DomainRef ref, std::int32_t need_results, std::uint32_t flags) {
  check(flags, list_flags, "testDomainListAllSnapshots");
  Domain& domain = hypervisor_.find(ref);
  co_return listed(domain, select(domain, nullptr, flags), need_results);
}

Task<Snapshots::Listed> Snapshots::children(SnapshotRef ref, std::int32_t need_results, std::uint32_t flags) {
  check(flags, list_flags, "testDomainSnapshotListAllChildren");
  Domain& domain = hypervisor_.find(ref.domain);
  co_return listed(domain, select(domain, &find_snapshot(domain, ref.name), flags), need_results);
}

Task<void> Snapshots::remove(SnapshotRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN | VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY,
        "testDomainSnapshotDelete");
  Domain& domain = hypervisor_.find(ref.domain);
  find_snapshot(domain, ref.name);
  if (flags) domain.snapshots.remove_below(ref.name);
  if (!(flags & VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY)) domain.snapshots.remove(ref.name);
  co_return;
}

}  // namespace vireo::test_driver
