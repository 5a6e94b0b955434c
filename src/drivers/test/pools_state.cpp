// SPDX-License-Identifier: LGPL-2.1-or-later
// What changes pools.
#include <libvirt/libvirt.h>

#include "driver/flags.hpp"
#include "drivers/test/pools.hpp"
#include "model/pool_xml.hpp"

namespace vireo::test_driver {

using driver::PoolRef;

namespace {

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

}  // namespace

Task<PoolRef> Pools::create_xml(std::string xml, std::uint32_t flags) {
  check(flags, 0, "testStoragePoolCreateXML");
  co_return storage_.create(model::parse_pool(xml)).ref();
}

Task<PoolRef> Pools::define(std::string xml, std::uint32_t flags) {
  check(flags, VIR_STORAGE_POOL_DEFINE_VALIDATE, "testStoragePoolDefineXML");
  co_return storage_.define(model::parse_pool(xml, flags & VIR_STORAGE_POOL_DEFINE_VALIDATE)).ref();
}

Task<void> Pools::create(PoolRef ref, std::uint32_t flags) {
  check(flags, 0, "testStoragePoolCreate");
  StoragePool& pool = storage_.find(ref);
  pool.need_inactive();
  pool.active = true;
  co_return;
}

Task<void> Pools::build(PoolRef ref, std::uint32_t flags) {
  check(flags, 0, "testStoragePoolBuild");
  storage_.find(ref).need_inactive();
  co_return;
}

Task<void> Pools::destroy(PoolRef ref) {
  StoragePool& pool = storage_.find(ref);
  pool.need_active();
  storage_.stop(pool);
  co_return;
}

Task<void> Pools::remove(PoolRef ref, std::uint32_t flags) {
  check(flags, 0, "testStoragePoolDelete");
  storage_.find(ref).need_inactive();
  co_return;
}

Task<void> Pools::undefine(PoolRef ref) {
  StoragePool& pool = storage_.find(ref);
  pool.need_inactive();
  storage_.undefine(pool);
  co_return;
}

Task<void> Pools::refresh(PoolRef ref, std::uint32_t flags) {
  check(flags, 0, "testStoragePoolRefresh");
  storage_.find(ref).need_active();
  co_return;
}

Task<void> Pools::set_autostart(PoolRef ref, std::int32_t autostart) {
  StoragePool& pool = storage_.find(ref);
  if (!pool.persistent) throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_TEST, "pool has no config file");
  pool.autostart = autostart != 0;
  co_return;
}

}  // namespace vireo::test_driver
