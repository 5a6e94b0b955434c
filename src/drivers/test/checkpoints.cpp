// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/checkpoints.hpp"

#include <libvirt/libvirt.h>

#include <chrono>

#include "driver/flags.hpp"
#include "model/snapshot_xml.hpp"

namespace vireo::test_driver {

using driver::CheckpointRef;
using driver::DomainRef;
using model::Checkpoint;

namespace {

constexpr std::uint32_t list_flags = VIR_DOMAIN_CHECKPOINT_LIST_ROOTS |
                                     VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL |
                                     VIR_DOMAIN_CHECKPOINT_LIST_LEAVES | VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES;

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

Checkpoint& find_checkpoint(Domain& domain, const std::string& name) {
  if (auto* found = domain.checkpoints.find(name)) return *found;
  throw error(VIR_ERR_NO_DOMAIN_CHECKPOINT, VIR_FROM_TEST, "no domain checkpoint with matching name '{}'",
              name);
}

/// Below `from`, or of the whole tree. The same flag means all levels of the one and one level of the other.
Checkpoints::Listed select(Domain& domain, const Checkpoint* from, bool results, std::uint32_t flags) {
  const bool flag = flags & VIR_DOMAIN_CHECKPOINT_LIST_ROOTS;
  Checkpoints::Listed listed;
  for (const auto* checkpoint : domain.checkpoints.below(from ? from->name : "", from ? flag : !flag)) {
    const bool leaf = !domain.checkpoints.has_children(*checkpoint);
    if (flags & VIR_DOMAIN_CHECKPOINT_LIST_LEAVES && !leaf) continue;
    if (flags & VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES && leaf) continue;
    ++listed.count;
    if (results) listed.items.push_back({checkpoint->name, domain.ref()});
  }
  return listed;
}

Checkpoint& make(Domain& domain, const std::string& xml) {
  using namespace std::chrono;
  Checkpoint checkpoint = model::parse_checkpoint_request(xml);
  const auto now = duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
  checkpoint.creation_time = static_cast<std::uint64_t>(now);
  if (checkpoint.name.empty()) checkpoint.name = std::to_string(now);
  model::align_disks(checkpoint, domain.current());
  if (domain.checkpoints.find(checkpoint.name))
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_DOMAIN, "domain moment {} already exists",
                checkpoint.name);
  if (const auto* parent = domain.checkpoints.current()) checkpoint.parent = parent->name;
  checkpoint.domain = domain.current();
  Checkpoint& added = domain.checkpoints.add(std::move(checkpoint));
  domain.checkpoints.set_current(added.name);
  return added;
}

Checkpoint& redefine(Domain& domain, const std::string& xml) {
  Checkpoint checkpoint =
      model::parse_checkpoint(xml, [](xml::Node element) { return parse_definition(element); });
  const Uuid& uuid = domain.current().uuid;
  if (checkpoint.domain && checkpoint.domain->uuid != uuid)
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN_CHECKPOINT,
                "definition for checkpoint {} must use uuid {}", checkpoint.name, uuid.to_string());
  domain.checkpoints.check_parent(checkpoint);
  Checkpoint* old = domain.checkpoints.find(checkpoint.name);
  // As the incumbent: without a domain of its own it has none any more, its disks are still those.
  const auto& disks_of = checkpoint.domain || !old ? checkpoint.domain : old->domain;
  if (disks_of) model::align_disks(checkpoint, *disks_of);
  if (!old) return domain.checkpoints.add(std::move(checkpoint));
  *old = std::move(checkpoint);
  return *old;
}

}  // namespace

Task<CheckpointRef> Checkpoints::create_xml(DomainRef ref, std::string xml, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE | VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE,
        "testDomainCheckpointCreateXML");
  Domain& domain = hypervisor_.find(ref);
  if (!domain.snapshots.empty())
    throw Error(VIR_ERR_OPERATION_UNSUPPORTED, VIR_FROM_TEST,
                "cannot create checkpoint while snapshot exists");
  if (!domain.active())
    throw Error(VIR_ERR_OPERATION_UNSUPPORTED, VIR_FROM_TEST, "cannot create checkpoint for inactive domain");
  const bool exists = flags & VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE;
  const Checkpoint& checkpoint = exists ? redefine(domain, xml) : make(domain, xml);
  co_return CheckpointRef{checkpoint.name, domain.ref()};
}

Task<std::string> Checkpoints::xml(CheckpointRef ref, std::uint32_t flags) {
  check(
      flags,
      VIR_DOMAIN_CHECKPOINT_XML_SECURE | VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN | VIR_DOMAIN_CHECKPOINT_XML_SIZE,
      "testDomainCheckpointGetXMLDesc");
  Checkpoint checkpoint = find_checkpoint(hypervisor_.find(ref.domain), ref.name);
  if (flags & VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN) checkpoint.domain.reset();
  co_return model::format_checkpoint(checkpoint, flags & VIR_DOMAIN_CHECKPOINT_XML_SECURE);
}

Task<Checkpoints::Listed> Checkpoints::list(DomainRef ref, std::int32_t need_results, std::uint32_t flags) {
  check(flags, list_flags, "testDomainListAllCheckpoints");
  co_return select(hypervisor_.find(ref), nullptr, need_results, flags);
}

Task<Checkpoints::Listed> Checkpoints::children(CheckpointRef ref, std::int32_t need_results,
                                                std::uint32_t flags) {
  check(flags, list_flags, "testDomainCheckpointListAllChildren");
  Domain& domain = hypervisor_.find(ref.domain);
  co_return select(domain, &find_checkpoint(domain, ref.name), need_results, flags);
}

Task<CheckpointRef> Checkpoints::lookup_by_name(DomainRef ref, std::string name, std::uint32_t flags) {
  check(flags, 0, "testDomainCheckpointLookupByName");
  Domain& domain = hypervisor_.find(ref);
  co_return CheckpointRef{find_checkpoint(domain, name).name, domain.ref()};
}

Task<CheckpointRef> Checkpoints::parent(CheckpointRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainCheckpointGetParent");
  Domain& domain = hypervisor_.find(ref.domain);
  const auto& checkpoint = find_checkpoint(domain, ref.name);
  if (checkpoint.parent.empty())
    throw error(VIR_ERR_NO_DOMAIN_CHECKPOINT, VIR_FROM_TEST, "checkpoint '{}' does not have a parent",
                ref.name);
  co_return CheckpointRef{checkpoint.parent, domain.ref()};
}

Task<void> Checkpoints::remove(CheckpointRef ref, std::uint32_t flags) {
  constexpr std::uint32_t children =
      VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN | VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY;
  check(flags, children | VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY, "testDomainCheckpointDelete");
  Domain& domain = hypervisor_.find(ref.domain);
  find_checkpoint(domain, ref.name);
  if (flags & children) domain.checkpoints.remove_below(ref.name);
  if (!(flags & VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY)) domain.checkpoints.remove(ref.name);
  co_return;
}

}  // namespace vireo::test_driver
