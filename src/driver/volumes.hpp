// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Volumes: storage volumes.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"
#include "driver/stream.hpp"

namespace vireo::driver {

struct VolumeInfo {
  std::int8_t type = 0;
  std::uint64_t capacity = 0;
  std::uint64_t allocation = 0;
};

class Volumes : public Capability {
 public:
  using Capability::Capability;
  virtual Task<std::int32_t> count(PoolRef pool) { return other<&Volumes::count>(pool); }
  virtual Task<List<std::string, 16384>> names(PoolRef pool, std::int32_t maxnames) {
    return other<&Volumes::names>(pool, maxnames);
  }
  virtual Task<VolumeRef> create_xml(PoolRef pool, std::string xml, std::uint32_t flags) {
    return other<&Volumes::create_xml>(pool, xml, flags);
  }
  virtual Task<void> remove(VolumeRef volume, std::uint32_t flags) {
    return other<&Volumes::remove>(volume, flags);
  }
  virtual Task<VolumeRef> lookup_by_name(PoolRef pool, std::string name) {
    return other<&Volumes::lookup_by_name>(pool, name);
  }
  virtual Task<VolumeRef> lookup_by_key(std::string key) { return other<&Volumes::lookup_by_key>(key); }
  virtual Task<VolumeRef> lookup_by_path(std::string path) { return other<&Volumes::lookup_by_path>(path); }
  virtual Task<VolumeInfo> info(VolumeRef volume) { return other<&Volumes::info>(volume); }
  virtual Task<std::string> xml(VolumeRef volume, std::uint32_t flags) {
    return other<&Volumes::xml>(volume, flags);
  }
  virtual Task<std::string> path(VolumeRef volume) { return other<&Volumes::path>(volume); }
  virtual Task<VolumeRef> create_xml_from(PoolRef pool, std::string xml, VolumeRef clonevol,
                                          std::uint32_t flags) {
    return other<&Volumes::create_xml_from>(pool, xml, clonevol, flags);
  }
  virtual Task<void> wipe(VolumeRef volume, std::uint32_t flags) {
    return other<&Volumes::wipe>(volume, flags);
  }
  virtual Task<StreamPtr> upload(VolumeRef volume, std::uint64_t offset, std::uint64_t length,
                                 std::uint32_t flags) {
    return other<&Volumes::upload>(volume, offset, length, flags);
  }
  virtual Task<StreamPtr> download(VolumeRef volume, std::uint64_t offset, std::uint64_t length,
                                   std::uint32_t flags) {
    return other<&Volumes::download>(volume, offset, length, flags);
  }
  virtual Task<void> wipe_pattern(VolumeRef volume, std::uint32_t algorithm, std::uint32_t flags) {
    return other<&Volumes::wipe_pattern>(volume, algorithm, flags);
  }
  virtual Task<void> resize(VolumeRef volume, std::uint64_t capacity, std::uint32_t flags) {
    return other<&Volumes::resize>(volume, capacity, flags);
  }
  virtual Task<Listing<VolumeRef>> list(PoolRef pool, std::int32_t need_results, std::uint32_t flags) {
    return other<&Volumes::list>(pool, need_results, flags);
  }
  virtual Task<VolumeInfo> info_flags(VolumeRef volume, std::uint32_t flags) {
    return other<&Volumes::info_flags>(volume, flags);
  }
};

}  // namespace vireo::driver
