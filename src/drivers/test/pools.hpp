// SPDX-License-Identifier: LGPL-2.1-or-later
// Pools of the test driver. Nothing is built, mounted or erased: only the state changes.
#pragma once

#include "driver/pools.hpp"
#include "drivers/test/storage.hpp"

namespace vireo::test_driver {

class Pools final : public driver::Pools {
 public:
  explicit Pools(Storage& storage) : storage_(storage) {}

  Task<std::int32_t> count_active() override;
  Task<driver::List<std::string, 16384>> active_names(std::int32_t maxnames) override;
  Task<std::int32_t> count_defined() override;
  Task<driver::List<std::string, 16384>> defined_names(std::int32_t maxnames) override;
  Task<driver::Listing<driver::PoolRef>> list(std::int32_t need_results, std::uint32_t flags) override;
  Task<std::string> find_storage_pool_sources(std::string type, std::optional<std::string> src_spec,
                                              std::uint32_t flags) override;
  Task<driver::PoolRef> lookup_by_name(std::string name) override;
  Task<driver::PoolRef> lookup_by_uuid(Uuid uuid) override;
  Task<driver::PoolRef> lookup_by_volume(driver::VolumeRef volume) override;

  Task<driver::PoolRef> create_xml(std::string xml, std::uint32_t flags) override;
  Task<driver::PoolRef> define(std::string xml, std::uint32_t flags) override;
  Task<void> create(driver::PoolRef pool, std::uint32_t flags) override;
  Task<void> build(driver::PoolRef pool, std::uint32_t flags) override;
  Task<void> destroy(driver::PoolRef pool) override;
  Task<void> remove(driver::PoolRef pool, std::uint32_t flags) override;
  Task<void> undefine(driver::PoolRef pool) override;
  Task<void> refresh(driver::PoolRef pool, std::uint32_t flags) override;

  Task<driver::PoolInfo> info(driver::PoolRef pool) override;
  Task<std::string> xml(driver::PoolRef pool, std::uint32_t flags) override;
  Task<std::int32_t> autostart(driver::PoolRef pool) override;
  Task<void> set_autostart(driver::PoolRef pool, std::int32_t autostart) override;
  Task<std::int32_t> is_active(driver::PoolRef pool) override;
  Task<std::int32_t> is_persistent(driver::PoolRef pool) override;

 private:
  std::vector<std::string> names(bool active, std::int32_t max) const;
  /// As find(), with the UUID in the error's text.
  StoragePool& find_uuid(const Uuid& uuid);

  Storage& storage_;
};

}  // namespace vireo::test_driver
