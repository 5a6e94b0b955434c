// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/pools.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "driver/flags.hpp"
#include "model/pool_xml.hpp"

namespace vireo::test_driver {

using driver::PoolRef;
using model::Pool;

namespace {

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

constexpr std::uint32_t state_flags =
    VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE | VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE;
constexpr std::uint32_t persistence_flags =
    VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT | VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT;
constexpr std::uint32_t autostart_flags =
    VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART | VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART;

/// One flag for each type.
std::uint32_t type_flag(Pool::Type type) {
  using T = Pool::Type;
  switch (type) {
    case T::dir:
      return VIR_CONNECT_LIST_STORAGE_POOLS_DIR;
    case T::fs:
      return VIR_CONNECT_LIST_STORAGE_POOLS_FS;
    case T::netfs:
      return VIR_CONNECT_LIST_STORAGE_POOLS_NETFS;
    case T::logical:
      return VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL;
    case T::disk:
      return VIR_CONNECT_LIST_STORAGE_POOLS_DISK;
    case T::iscsi:
      return VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI;
    case T::iscsi_direct:
      return VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT;
    case T::scsi:
      return VIR_CONNECT_LIST_STORAGE_POOLS_SCSI;
    case T::mpath:
      return VIR_CONNECT_LIST_STORAGE_POOLS_MPATH;
    case T::rbd:
      return VIR_CONNECT_LIST_STORAGE_POOLS_RBD;
    case T::sheepdog:
      return VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG;
    case T::gluster:
      return VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER;
    case T::zfs:
      return VIR_CONNECT_LIST_STORAGE_POOLS_ZFS;
    case T::vstorage:
      return VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE;
    case T::absent:
      break;
  }
  return 0;
}

/// Every list flag there is, one bit each without a gap.
constexpr std::uint32_t list_flags = (VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT << 1) - 1;
constexpr std::uint32_t type_flags = list_flags & ~(state_flags | persistence_flags | autostart_flags);

/// Of each group of flags of which one is asked for, the pool must have one.
bool wanted(const StoragePool& pool, std::uint32_t flags) {
  const std::uint32_t has =
      (pool.active ? VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE : VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE) |
      (pool.persistent ? VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT
                       : VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT) |
      (pool.autostart ? VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART
                      : VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART) |
      type_flag(pool.definition.type);
  for (const std::uint32_t group : {state_flags, persistence_flags, autostart_flags, type_flags})
    if ((flags & group) && !(flags & group & has)) return false;
  return true;
}

Pool found_volume_group(const std::string& name, const std::string& device) {
  Pool pool;
  pool.type = Pool::Type::logical;
  pool.source = {.devices = {{.path = device}}, .name = name, .format = "lvm2"};
  return pool;
}

Pool found_share(const std::string& host) {
  Pool pool;
  pool.type = Pool::Type::netfs;
  pool.source = {.hosts = {{.name = host}}, .dir = "/testshare", .format = "nfs"};
  return pool;
}

}  // namespace

StoragePool& Pools::find_uuid(const Uuid& uuid) {
  auto& pools = storage_.pools();
  if (const auto found = pools.find(uuid); found != pools.end()) return found->second;
  throw error(VIR_ERR_NO_STORAGE_POOL, VIR_FROM_TEST, "no storage pool with matching uuid '{}'",
              uuid.to_string());
}

std::vector<std::string> Pools::names(bool active, std::int32_t max) const {
  std::vector<std::string> names;
  for (const auto& [uuid, pool] : storage_.pools())
    if (pool.active == active && static_cast<std::int32_t>(names.size()) < max)
      names.push_back(pool.definition.name);
  return names;
}

Task<std::int32_t> Pools::count_active() {
  co_return static_cast<std::int32_t>(names(true, INT32_MAX).size());
}

Task<driver::List<std::string, 16384>> Pools::active_names(std::int32_t maxnames) {
  co_return names(true, maxnames);
}

Task<std::int32_t> Pools::count_defined() {
  co_return static_cast<std::int32_t>(names(false, INT32_MAX).size());
}

Task<driver::List<std::string, 16384>> Pools::defined_names(std::int32_t maxnames) {
  co_return names(false, maxnames);
}

Task<driver::Listing<PoolRef>> Pools::list(std::int32_t need_results, std::uint32_t flags) {
  check(flags, list_flags, "testConnectListAllStoragePools");
  driver::Listing<PoolRef> listing;
  for (const auto& [uuid, pool] : storage_.pools()) {
    if (!wanted(pool, flags)) continue;
    ++listing.count;
    if (need_results) listing.items.push_back(pool.ref());
  }
  co_return listing;
}

Task<std::string> Pools::find_storage_pool_sources(std::string type, std::optional<std::string> src_spec,
                                                   std::uint32_t flags) {
  check(flags, 0, "testConnectFindStoragePoolSources");
  const auto wanted_type = model::pool_type_of(type);
  if (wanted_type == Pool::Type::dir)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "unknown storage pool type {}", type);
  Pool asked;
  if (src_spec) asked = model::parse_pool_source(*src_spec, wanted_type);
  std::vector<Pool> found;
  if (wanted_type == Pool::Type::logical) {
    found.push_back(found_volume_group("testvg1", "/dev/sda20"));
    found.push_back(found_volume_group("testvg2", "/dev/sda21"));
  } else if (wanted_type == Pool::Type::netfs) {
    if (asked.source.hosts.empty())
      throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_TEST, "hostname must be specified for netfs sources");
    found.push_back(found_share(asked.source.hosts.front().name));
  } else {
    throw error(VIR_ERR_NO_SUPPORT, VIR_FROM_TEST, "pool type '{}' does not support source discovery", type);
  }
  co_return model::format_pool_sources(found);
}

Task<PoolRef> Pools::lookup_by_name(std::string name) { co_return storage_.find_name(name).ref(); }

Task<PoolRef> Pools::lookup_by_uuid(Uuid uuid) { co_return find_uuid(uuid).ref(); }

Task<PoolRef> Pools::lookup_by_volume(driver::VolumeRef volume) {
  co_return storage_.find_name(volume.pool).ref();
}

Task<driver::PoolInfo> Pools::info(PoolRef ref) {
  const StoragePool& pool = storage_.find(ref);
  driver::PoolInfo info;
  info.state = pool.active ? VIR_STORAGE_POOL_RUNNING : VIR_STORAGE_POOL_INACTIVE;
  info.capacity = pool.definition.capacity;
  info.allocation = pool.allocation();
  info.available = pool.available();
  co_return info;
}

Task<std::string> Pools::xml(PoolRef ref, std::uint32_t flags) {
  check(flags, 0, "testStoragePoolGetXMLDesc");
  const StoragePool& pool = storage_.find(ref);
  Pool shown = pool.definition;
  shown.allocation = pool.allocation();
  shown.available = pool.available();
  co_return model::format_pool(shown);
}

Task<std::int32_t> Pools::autostart(PoolRef ref) {
  const StoragePool& pool = storage_.find(ref);
  co_return pool.persistent&& pool.autostart;
}

Task<std::int32_t> Pools::is_active(PoolRef ref) { co_return find_uuid(ref.uuid).active; }

Task<std::int32_t> Pools::is_persistent(PoolRef ref) { co_return find_uuid(ref.uuid).persistent; }

}  // namespace vireo::test_driver
