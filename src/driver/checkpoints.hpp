// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Checkpoints: checkpoints of a domain, and the backups that start from them.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class Checkpoints : public Capability {
 public:
  using Capability::Capability;
  virtual Task<CheckpointRef> create_xml(DomainRef domain, std::string xml, std::uint32_t flags) {
    return other<&Checkpoints::create_xml>(domain, xml, flags);
  }
  virtual Task<std::string> xml(CheckpointRef checkpoint, std::uint32_t flags) {
    return other<&Checkpoints::xml>(checkpoint, flags);
  }
  virtual Task<Counted<List<CheckpointRef, 16384>>> list(DomainRef domain, std::int32_t need_results,
                                                         std::uint32_t flags) {
    return other<&Checkpoints::list>(domain, need_results, flags);
  }
  virtual Task<Counted<List<CheckpointRef, 16384>>> children(CheckpointRef checkpoint,
                                                             std::int32_t need_results, std::uint32_t flags) {
    return other<&Checkpoints::children>(checkpoint, need_results, flags);
  }
  virtual Task<CheckpointRef> lookup_by_name(DomainRef domain, std::string name, std::uint32_t flags) {
    return other<&Checkpoints::lookup_by_name>(domain, name, flags);
  }
  virtual Task<CheckpointRef> parent(CheckpointRef checkpoint, std::uint32_t flags) {
    return other<&Checkpoints::parent>(checkpoint, flags);
  }
  virtual Task<void> remove(CheckpointRef checkpoint, std::uint32_t flags) {
    return other<&Checkpoints::remove>(checkpoint, flags);
  }
  virtual Task<void> backup_begin(DomainRef domain, std::string backup_xml,
                                  std::optional<std::string> checkpoint_xml, std::uint32_t flags) {
    return other<&Checkpoints::backup_begin>(domain, backup_xml, checkpoint_xml, flags);
  }
  virtual Task<std::string> backup_xml(DomainRef domain, std::uint32_t flags) {
    return other<&Checkpoints::backup_xml>(domain, flags);
  }
};

}  // namespace vireo::driver
