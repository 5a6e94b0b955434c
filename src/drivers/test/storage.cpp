// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/storage.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>
#include <utility>

#include "base/error.hpp"

namespace vireo::test_driver {

namespace {

constexpr std::uint64_t pool_size = 100ull << 30;

[[noreturn]] void exists(const std::string& name, const Uuid& uuid) {
  throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_STORAGE, "pool '{}' already exists with uuid {}", name,
              uuid.to_string());
}

}  // namespace

std::uint64_t StoragePool::allocation() const noexcept {
  std::uint64_t sum = 0;
  for (const auto& volume : volumes) sum += volume.allocation;
  return sum;
}

/// A node file may put in more than fits; the difference wraps around as the incumbent's does.
std::uint64_t StoragePool::available() const noexcept { return definition.capacity - allocation(); }

model::Volume* StoragePool::find(std::string_view name) noexcept {
  const auto found = std::ranges::find(volumes, name, &model::Volume::name);
  return found == volumes.end() ? nullptr : &*found;
}

driver::VolumeRef StoragePool::volume_ref(const model::Volume& volume) const {
  return {definition.name, volume.name, volume.key};
}

void StoragePool::need_active() const {
  if (!active)
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "storage pool '{}' is not active", definition.name);
}

void StoragePool::need_inactive() const {
  if (active)
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "storage pool '{}' is active", definition.name);
}

StoragePool& Storage::find(const driver::PoolRef& ref) {
  const auto found = pools_.find(ref.uuid);
  if (found != pools_.end()) return found->second;
  throw error(VIR_ERR_NO_STORAGE_POOL, VIR_FROM_TEST, "no storage pool with matching name '{}'", ref.name);
}

StoragePool& Storage::find_name(std::string_view name) {
  for (auto& [uuid, pool] : pools_)
    if (pool.definition.name == name) return pool;
  throw error(VIR_ERR_NO_STORAGE_POOL, VIR_FROM_TEST, "no storage pool with matching name '{}'", name);
}

std::pair<StoragePool&, model::Volume&> Storage::find(const driver::VolumeRef& ref) {
  StoragePool& pool = find_name(ref.pool);
  pool.need_active();
  if (auto* volume = pool.find(ref.name)) return {pool, *volume};
  throw error(VIR_ERR_NO_STORAGE_VOL, VIR_FROM_TEST, "no storage vol with matching name '{}'", ref.name);
}

StoragePool* Storage::existing(const model::Pool& definition) {
  for (const auto& [uuid, pool] : pools_)
    if (pool.definition.name != definition.name && model::same_storage(pool.definition, definition))
      throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_STORAGE, "Storage source conflict with pool: '{}'",
                  pool.definition.name);
  if (const auto found = pools_.find(definition.uuid); found != pools_.end()) {
    const auto& name = found->second.definition.name;
    if (name != definition.name)
      throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_STORAGE, "pool '{}' is already defined with uuid {}",
                  name, definition.uuid.to_string());
    return &found->second;
  }
  for (const auto& [uuid, pool] : pools_)
    if (pool.definition.name == definition.name) exists(definition.name, uuid);
  return nullptr;
}

void Storage::add(InitialPool initial) {
  if (pools_.contains(initial.definition.uuid)) exists(initial.definition.name, initial.definition.uuid);
  StoragePool& pool = define(std::move(initial.definition));
  pool.active = true;
  pool.volumes = std::move(initial.volumes);
  for (auto& volume : pool.volumes) place_volume(pool.definition, volume);
}

StoragePool& Storage::define(model::Pool definition) {
  StoragePool* known = existing(definition);
  StoragePool& pool = known ? *known : pools_[definition.uuid];
  definition.capacity = pool_size;
  pool.persistent = true;
  if (pool.active)
    pool.next = std::move(definition);
  else
    pool.definition = std::move(definition);
  return pool;
}

StoragePool& Storage::create(model::Pool definition) {
  StoragePool* known = existing(definition);
  if (known && known->active)
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_STORAGE, "pool is already active as '{}'",
                definition.name);
  StoragePool& pool = known ? *known : pools_[definition.uuid];
  definition.capacity = pool_size;
  if (known) pool.next = std::move(pool.definition);
  pool.definition = std::move(definition);
  pool.active = true;
  return pool;
}

void Storage::stop(StoragePool& pool) {
  if (!pool.persistent) return undefine(pool);
  pool.active = false;
  if (pool.next) pool.definition = *std::exchange(pool.next, std::nullopt);
}

void place_volume(const model::Pool& pool, model::Volume& volume) {
  // A pool without a folder has its volumes below the name by which its servers know it.
  const auto& folder = model::has_target(pool.type) ? pool.target
                       : pool.source.name.empty()   ? pool.name
                                                    : pool.source.name;
  if (volume.target.path.empty()) volume.target.path = folder + "/" + volume.name;
  volume.key = volume.target.path;
}

}  // namespace vireo::test_driver
