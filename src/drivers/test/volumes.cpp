// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/volumes.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "driver/flags.hpp"
#include "model/volume_xml.hpp"

namespace vireo::test_driver {

using driver::PoolRef;
using driver::VolumeRef;
using model::Volume;

namespace {

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

Error no_volume(std::string_view what, const std::string& value) {
  return error(VIR_ERR_NO_STORAGE_VOL, VIR_FROM_TEST, "no storage vol with matching {} '{}'", what, value);
}

void check_new(StoragePool& pool, const Volume& volume) {
  if (pool.find(volume.name))
    throw Error(VIR_ERR_OPERATION_FAILED, VIR_FROM_TEST, "storage vol already exists");
}

VolumeRef add(StoragePool& pool, Volume volume) {
  const auto used = pool.allocation(), size = pool.definition.capacity;
  if (used > size || volume.allocation > size - used)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "Not enough free space in pool for volume '{}'",
                volume.name);
  volume.target.path.clear();  // where it is, is for the pool to say
  place_volume(pool.definition, volume);
  pool.volumes.push_back(std::move(volume));
  return pool.volume_ref(pool.volumes.back());
}

/// What the volumes of a pool are: virStorageVolType.
int volume_type(model::Pool::Type pool) {
  using T = model::Pool::Type;
  switch (pool) {
    case T::logical:
    case T::disk:
    case T::iscsi:
    case T::scsi:
    case T::mpath:
    case T::zfs:
      return VIR_STORAGE_VOL_BLOCK;
    case T::iscsi_direct:
    case T::rbd:
    case T::sheepdog:
    case T::gluster:
      return VIR_STORAGE_VOL_NETWORK;
    default:
      return VIR_STORAGE_VOL_FILE;
  }
}

/// The first volume of an active pool for which `fits`; throws when there is none.
template <class F>
VolumeRef find_anywhere(Storage& storage, F fits, std::string_view what, const std::string& value) {
  for (const auto& [uuid, pool] : storage.pools()) {
    if (!pool.active) continue;
    const auto found = std::ranges::find_if(pool.volumes, fits);
    if (found != pool.volumes.end()) return pool.volume_ref(*found);
  }
  throw no_volume(what, value);
}

}  // namespace

StoragePool& Volumes::active(const PoolRef& ref) {
  StoragePool& pool = storage_.find(ref);
  pool.need_active();
  return pool;
}

Task<std::int32_t> Volumes::count(PoolRef ref) {
  co_return static_cast<std::int32_t>(active(ref).volumes.size());
}

Task<driver::List<std::string, 16384>> Volumes::names(PoolRef ref, std::int32_t maxnames) {
  driver::List<std::string, 16384> names;
  for (const auto& volume : active(ref).volumes)
    if (static_cast<std::int32_t>(names.size()) < maxnames) names.push_back(volume.name);
  co_return names;
}

Task<driver::Listing<VolumeRef>> Volumes::list(PoolRef ref, std::int32_t need_results, std::uint32_t flags) {
  check(flags, 0, "testStoragePoolListAllVolumes");
  const StoragePool& pool = storage_.find(ref);
  if (!pool.active) throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "storage pool is not active");
  driver::Listing<VolumeRef> listing;
  listing.count = static_cast<std::uint32_t>(pool.volumes.size());
  if (need_results)
    for (const auto& volume : pool.volumes) listing.items.push_back(pool.volume_ref(volume));
  co_return listing;
}

Task<VolumeRef> Volumes::create_xml(PoolRef ref, std::string xml, std::uint32_t flags) {
  check(flags, VIR_STORAGE_VOL_CREATE_VALIDATE, "testStorageVolCreateXML");
  StoragePool& pool = active(ref);
  const auto& type = pool.definition.type;
  auto volume = model::parse_volume(xml, type, flags & VIR_STORAGE_VOL_CREATE_VALIDATE);
  check_new(pool, volume);
  co_return add(pool, std::move(volume));
}

Task<VolumeRef> Volumes::create_xml_from(PoolRef ref, std::string xml, VolumeRef clonevol,
                                         std::uint32_t flags) {
  check(flags, VIR_STORAGE_VOL_CREATE_VALIDATE, "testStorageVolCreateXMLFrom");
  StoragePool& pool = active(ref);
  const auto& type = pool.definition.type;
  auto volume = model::parse_volume(xml, type, flags & VIR_STORAGE_VOL_CREATE_VALIDATE);
  check_new(pool, volume);
  if (!pool.find(clonevol.name)) throw no_volume("name", clonevol.name);
  co_return add(pool, std::move(volume));
}

Task<void> Volumes::remove(VolumeRef ref, std::uint32_t flags) {
  check(flags, 0, "testStorageVolDelete");
  auto [pool, volume] = storage_.find(ref);
  pool.volumes.erase(pool.volumes.begin() + (&volume - pool.volumes.data()));
  co_return;
}

Task<VolumeRef> Volumes::lookup_by_name(PoolRef ref, std::string name) {
  StoragePool& pool = active(ref);
  const auto* volume = pool.find(name);
  if (!volume) throw no_volume("name", name);
  co_return pool.volume_ref(*volume);
}

Task<VolumeRef> Volumes::lookup_by_key(std::string key) {
  const auto fits = [&key](const Volume& volume) { return volume.key == key; };
  co_return find_anywhere(storage_, fits, "key", key);
}

Task<VolumeRef> Volumes::lookup_by_path(std::string path) {
  const auto fits = [&path](const Volume& volume) { return volume.target.path == path; };
  co_return find_anywhere(storage_, fits, "path", path);
}

Task<driver::VolumeInfo> Volumes::info(VolumeRef ref) {
  const auto [pool, volume] = storage_.find(ref);
  driver::VolumeInfo info;
  info.type = static_cast<std::int8_t>(volume_type(pool.definition.type));
  info.capacity = volume.capacity;
  info.allocation = volume.allocation;
  co_return info;
}

Task<std::string> Volumes::xml(VolumeRef ref, std::uint32_t flags) {
  check(flags, 0, "testStorageVolGetXMLDesc");
  const auto [pool, volume] = storage_.find(ref);
  co_return model::format_volume(volume);
}

Task<std::string> Volumes::path(VolumeRef ref) {
  const auto [pool, volume] = storage_.find(ref);
  co_return volume.target.path;
}

}  // namespace vireo::test_driver
