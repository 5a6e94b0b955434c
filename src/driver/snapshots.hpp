// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Snapshots: snapshots of a domain: taking, listing, reverting to, deleting.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class Snapshots : public Capability {
 public:
  using Capability::Capability;
  virtual Task<SnapshotRef> create_xml(DomainRef domain, std::string xml, std::uint32_t flags) {
    return other<&Snapshots::create_xml>(domain, xml, flags);
  }
  virtual Task<std::string> xml(SnapshotRef snapshot, std::uint32_t flags) {
    return other<&Snapshots::xml>(snapshot, flags);
  }
  virtual Task<std::int32_t> count(DomainRef domain, std::uint32_t flags) {
    return other<&Snapshots::count>(domain, flags);
  }
  virtual Task<List<std::string, 16384>> names(DomainRef domain, std::int32_t maxnames, std::uint32_t flags) {
    return other<&Snapshots::names>(domain, maxnames, flags);
  }
  virtual Task<SnapshotRef> lookup_by_name(DomainRef domain, std::string name, std::uint32_t flags) {
    return other<&Snapshots::lookup_by_name>(domain, name, flags);
  }
  virtual Task<std::int32_t> has_current(DomainRef domain, std::uint32_t flags) {
    return other<&Snapshots::has_current>(domain, flags);
  }
  virtual Task<SnapshotRef> current(DomainRef domain, std::uint32_t flags) {
    return other<&Snapshots::current>(domain, flags);
  }
  virtual Task<void> revert(SnapshotRef snapshot, std::uint32_t flags) {
    return other<&Snapshots::revert>(snapshot, flags);
  }
  virtual Task<void> remove(SnapshotRef snapshot, std::uint32_t flags) {
    return other<&Snapshots::remove>(snapshot, flags);
  }
  virtual Task<SnapshotRef> parent(SnapshotRef snapshot, std::uint32_t flags) {
    return other<&Snapshots::parent>(snapshot, flags);
  }
  virtual Task<std::int32_t> children_count(SnapshotRef snapshot, std::uint32_t flags) {
    return other<&Snapshots::children_count>(snapshot, flags);
  }
  virtual Task<List<std::string, 16384>> children_names(SnapshotRef snapshot, std::int32_t maxnames,
                                                        std::uint32_t flags) {
    return other<&Snapshots::children_names>(snapshot, maxnames, flags);
  }
  virtual Task<std::int32_t> is_current(SnapshotRef snapshot, std::uint32_t flags) {
    return other<&Snapshots::is_current>(snapshot, flags);
  }
  virtual Task<std::int32_t> has_metadata(SnapshotRef snapshot, std::uint32_t flags) {
    return other<&Snapshots::has_metadata>(snapshot, flags);
  }
  virtual Task<Counted<List<SnapshotRef, 16384>>> list(DomainRef domain, std::int32_t need_results,
                                                       std::uint32_t flags) {
    return other<&Snapshots::list>(domain, need_results, flags);
  }
  virtual Task<Counted<List<SnapshotRef, 16384>>> children(SnapshotRef snapshot, std::int32_t need_results,
                                                           std::uint32_t flags) {
    return other<&Snapshots::children>(snapshot, need_results, flags);
  }
};

}  // namespace vireo::driver
