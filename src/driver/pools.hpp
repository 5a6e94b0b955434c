// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Pools: storage pools.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

struct PoolInfo {
  std::uint8_t state = 0;
  std::uint64_t capacity = 0;
  std::uint64_t allocation = 0;
  std::uint64_t available = 0;
};

class Pools : public Capability {
 public:
  using Capability::Capability;
  virtual Task<std::int32_t> count_active() { return other<&Pools::count_active>(); }
  virtual Task<List<std::string, 16384>> active_names(std::int32_t maxnames) {
    return other<&Pools::active_names>(maxnames);
  }
  virtual Task<std::int32_t> count_defined() { return other<&Pools::count_defined>(); }
  virtual Task<List<std::string, 16384>> defined_names(std::int32_t maxnames) {
    return other<&Pools::defined_names>(maxnames);
  }
  virtual Task<std::string> find_storage_pool_sources(std::string type, std::optional<std::string> src_spec,
                                                      std::uint32_t flags) {
    return other<&Pools::find_storage_pool_sources>(type, src_spec, flags);
  }
  virtual Task<PoolRef> create_xml(std::string xml, std::uint32_t flags) {
    return other<&Pools::create_xml>(xml, flags);
  }
  virtual Task<PoolRef> define(std::string xml, std::uint32_t flags) {
    return other<&Pools::define>(xml, flags);
  }
  virtual Task<void> create(PoolRef pool, std::uint32_t flags) { return other<&Pools::create>(pool, flags); }
  virtual Task<void> build(PoolRef pool, std::uint32_t flags) { return other<&Pools::build>(pool, flags); }
  virtual Task<void> destroy(PoolRef pool) { return other<&Pools::destroy>(pool); }
  virtual Task<void> remove(PoolRef pool, std::uint32_t flags) { return other<&Pools::remove>(pool, flags); }
  virtual Task<void> undefine(PoolRef pool) { return other<&Pools::undefine>(pool); }
  virtual Task<void> refresh(PoolRef pool, std::uint32_t flags) {
    return other<&Pools::refresh>(pool, flags);
  }
  virtual Task<PoolRef> lookup_by_name(std::string name) { return other<&Pools::lookup_by_name>(name); }
  virtual Task<PoolRef> lookup_by_uuid(Uuid uuid) { return other<&Pools::lookup_by_uuid>(uuid); }
  virtual Task<PoolRef> lookup_by_volume(VolumeRef volume) { return other<&Pools::lookup_by_volume>(volume); }
  virtual Task<PoolInfo> info(PoolRef pool) { return other<&Pools::info>(pool); }
  virtual Task<std::string> xml(PoolRef pool, std::uint32_t flags) { return other<&Pools::xml>(pool, flags); }
  virtual Task<std::int32_t> autostart(PoolRef pool) { return other<&Pools::autostart>(pool); }
  virtual Task<void> set_autostart(PoolRef pool, std::int32_t autostart) {
    return other<&Pools::set_autostart>(pool, autostart);
  }
  virtual Task<std::int32_t> is_active(PoolRef pool) { return other<&Pools::is_active>(pool); }
  virtual Task<std::int32_t> is_persistent(PoolRef pool) { return other<&Pools::is_persistent>(pool); }
  virtual Task<Listing<PoolRef>> list(std::int32_t need_results, std::uint32_t flags) {
    return other<&Pools::list>(need_results, flags);
  }
  virtual Task<PoolRef> lookup_by_target_path(std::string path) {
    return other<&Pools::lookup_by_target_path>(path);
  }
  virtual Task<std::string> storage_pool_capabilities(std::uint32_t flags) {
    return other<&Pools::storage_pool_capabilities>(flags);
  }
};

}  // namespace vireo::driver
