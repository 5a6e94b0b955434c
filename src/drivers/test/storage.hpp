// SPDX-License-Identifier: LGPL-2.1-or-later
// The pretended hypervisor's storage pools and what is in them. Owned by the hypervisor, on its loop.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "driver/objects.hpp"
#include "model/volume.hpp"

namespace vireo::test_driver {

struct StoragePool {
  model::Pool definition;           ///< as it is in use
  std::optional<model::Pool> next;  ///< what it becomes when it stops
  bool active = false;
  bool persistent = false;
  bool autostart = false;
  std::vector<model::Volume> volumes;  ///< in the order of their making

  driver::PoolRef ref() const { return {definition.name, definition.uuid}; }
  std::uint64_t allocation() const noexcept;
  std::uint64_t available() const noexcept;
  /// Null when there is none.
  model::Volume* find(std::string_view name) noexcept;
  driver::VolumeRef volume_ref(const model::Volume& volume) const;
  /// Throws VIR_ERR_OPERATION_INVALID.
  void need_active() const;
  void need_inactive() const;
};

/// A pool as it is at the beginning.
struct InitialPool {
  model::Pool definition;
  std::vector<model::Volume> volumes;
};

class Storage {
 public:
  std::map<Uuid, StoragePool>& pools() noexcept { return pools_; }

  /// Throws VIR_ERR_NO_STORAGE_POOL.
  StoragePool& find(const driver::PoolRef& ref);
  StoragePool& find_name(std::string_view name);
  /// The pool, active, and the volume. Throws also VIR_ERR_NO_STORAGE_VOL.
  std::pair<StoragePool&, model::Volume&> find(const driver::VolumeRef& ref);

  /// An active persistent pool with its volumes, without asking whether they fit.
  void add(InitialPool initial);
  /// Adds or replaces the persistent definition.
  StoragePool& define(model::Pool definition);
  /// Starts a definition that need not be persistent.
  StoragePool& create(model::Pool definition);
  /// `pool` is gone afterwards unless it is persistent.
  void stop(StoragePool& pool);
  void undefine(StoragePool& pool) { pools_.erase(pool.definition.uuid); }

 private:
  /// Throws VIR_ERR_OPERATION_FAILED when name and UUID are not both those of one pool or both free, or
  /// another pool has the same storage.
  StoragePool* existing(const model::Pool& definition);

  std::map<Uuid, StoragePool> pools_;
};

/// Gives a volume its place in the pool: the path, unless it has one, and the key.
void place_volume(const model::Pool& pool, model::Volume& volume);

}  // namespace vireo::test_driver
