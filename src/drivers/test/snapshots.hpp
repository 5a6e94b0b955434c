// SPDX-License-Identifier: LGPL-2.1-or-later
// Snapshots of the test driver: definitions and states that were kept.
#pragma once

#include "driver/snapshots.hpp"
#include "drivers/test/hypervisor.hpp"

namespace vireo::test_driver {

/// Throws VIR_ERR_NO_DOMAIN_SNAPSHOT.
model::Snapshot& find_snapshot(Domain& domain, const std::string& name);

class Snapshots final : public driver::Snapshots {
 public:
  using Names = driver::List<std::string, 16384>;
  using Listed = driver::Counted<driver::List<driver::SnapshotRef, 16384>>;

  explicit Snapshots(Hypervisor& hypervisor) : hypervisor_(hypervisor) {}

  Task<driver::SnapshotRef> create_xml(driver::DomainRef ref, std::string xml, std::uint32_t flags) override;
  Task<std::string> xml(driver::SnapshotRef ref, std::uint32_t flags) override;
  Task<std::int32_t> count(driver::DomainRef ref, std::uint32_t flags) override;
  Task<Names> names(driver::DomainRef ref, std::int32_t max, std::uint32_t flags) override;
  Task<driver::SnapshotRef> lookup_by_name(driver::DomainRef ref, std::string name,
                                           std::uint32_t flags) override;
  Task<std::int32_t> has_current(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::SnapshotRef> current(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> revert(driver::SnapshotRef ref, std::uint32_t flags) override;
  Task<void> remove(driver::SnapshotRef ref, std::uint32_t flags) override;
  Task<driver::SnapshotRef> parent(driver::SnapshotRef ref, std::uint32_t flags) override;
  Task<std::int32_t> children_count(driver::SnapshotRef ref, std::uint32_t flags) override;
  Task<Names> children_names(driver::SnapshotRef ref, std::int32_t max, std::uint32_t flags) override;
  Task<std::int32_t> is_current(driver::SnapshotRef ref, std::uint32_t flags) override;
  Task<std::int32_t> has_metadata(driver::SnapshotRef ref, std::uint32_t flags) override;
  Task<Listed> list(driver::DomainRef ref, std::int32_t need_results, std::uint32_t flags) override;
  Task<Listed> children(driver::SnapshotRef ref, std::int32_t need_results, std::uint32_t flags) override;

 private:
  Hypervisor& hypervisor_;
};

}  // namespace vireo::test_driver
