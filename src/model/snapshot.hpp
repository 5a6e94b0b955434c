// SPDX-License-Identifier: LGPL-2.1-or-later
// A domain's snapshot and checkpoint, as values; default-constructed means "not said".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/domain.hpp"

namespace vireo::model {

struct SnapshotDisk {
  std::string name;  ///< target or path as asked for, target once aligned
  Disk::Snapshot mode = Disk::Snapshot::absent;
  StorageFormat format = StorageFormat::absent;
  StorageSource source;
  bool operator==(const SnapshotDisk&) const = default;
};

struct Snapshot {
  /// virDomainState + 1, and a snapshot of the disks alone.
  enum class State {
    absent,
    nostate,
    running,
    blocked,
    paused,
    shutdown,
    shutoff,
    crashed,
    pmsuspended,
    disk_snapshot
  };
  std::string name;
  std::string description;
  State state = State::absent;
  std::string parent;
  std::optional<std::uint64_t> creation_time;  ///< seconds since 1970
  Disk::Snapshot memory = Disk::Snapshot::absent;
  std::string memory_file;
  std::vector<SnapshotDisk> disks;
  std::optional<Domain> domain;           ///< as it was
  std::optional<Domain> inactive_domain;  ///< its persistent definition, when that was another
  Uuid uuid;                              ///< of the domain, also where an old snapshot lacks its definition

  bool offline() const noexcept { return state == State::shutoff || state == State::disk_snapshot; }
  bool external() const noexcept;
};

struct CheckpointDisk {
  enum class Mode { absent, no, bitmap };
  std::string name;
  Mode mode = Mode::absent;
  std::string bitmap;
  std::optional<std::uint64_t> size;  ///< bytes
  bool operator==(const CheckpointDisk&) const = default;
};

struct Checkpoint {
  std::string name;
  std::string description;
  std::string parent;
  std::optional<std::uint64_t> creation_time;
  std::vector<CheckpointDisk> disks;
  std::optional<Domain> domain;
};

}  // namespace vireo::model
