// SPDX-License-Identifier: LGPL-2.1-or-later
// Volumes of the test driver: names and numbers, without content.
#pragma once

#include "driver/volumes.hpp"
#include "drivers/test/storage.hpp"

namespace vireo::test_driver {

class Volumes final : public driver::Volumes {
 public:
  explicit Volumes(Storage& storage) : storage_(storage) {}

  Task<std::int32_t> count(driver::PoolRef pool) override;
  Task<driver::List<std::string, 16384>> names(driver::PoolRef pool, std::int32_t maxnames) override;
  Task<driver::Listing<driver::VolumeRef>> list(driver::PoolRef pool, std::int32_t need_results,
                                                std::uint32_t flags) override;
  Task<driver::VolumeRef> create_xml(driver::PoolRef pool, std::string xml, std::uint32_t flags) override;
  Task<driver::VolumeRef> create_xml_from(driver::PoolRef pool, std::string xml, driver::VolumeRef clonevol,
                                          std::uint32_t flags) override;
  Task<void> remove(driver::VolumeRef volume, std::uint32_t flags) override;
  Task<driver::VolumeRef> lookup_by_name(driver::PoolRef pool, std::string name) override;
  Task<driver::VolumeRef> lookup_by_key(std::string key) override;
  Task<driver::VolumeRef> lookup_by_path(std::string path) override;
  Task<driver::VolumeInfo> info(driver::VolumeRef volume) override;
  Task<std::string> xml(driver::VolumeRef volume, std::uint32_t flags) override;
  Task<std::string> path(driver::VolumeRef volume) override;

 private:
  StoragePool& active(const driver::PoolRef& ref);

  Storage& storage_;
};

}  // namespace vireo::test_driver
