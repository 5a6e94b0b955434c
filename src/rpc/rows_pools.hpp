// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: storage pools.
#pragma once

#include "driver/pools.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Pools;

// clang-format off
inline constexpr Rows pools_rows{
    Row<&Pools::count_active>{71, "CONNECT_NUM_OF_STORAGE_POOLS", "virConnectNumOfStoragePools", Access::read, "connect:search_storage_pools", Priority::high},
    Row<&Pools::active_names>{72, "CONNECT_LIST_STORAGE_POOLS", "virConnectListStoragePools", Access::read, "connect:search_storage_pools", Priority::high},
    Row<&Pools::count_defined>{73, "CONNECT_NUM_OF_DEFINED_STORAGE_POOLS", "virConnectNumOfDefinedStoragePools", Access::read, "connect:search_storage_pools", Priority::high},
    Row<&Pools::defined_names>{74, "CONNECT_LIST_DEFINED_STORAGE_POOLS", "virConnectListDefinedStoragePools", Access::read, "connect:search_storage_pools", Priority::high},
    Row<&Pools::find_storage_pool_sources>{75, "CONNECT_FIND_STORAGE_POOL_SOURCES", "virConnectFindStoragePoolSources", Access::write, "connect:detect_storage_pools"},
    Row<&Pools::create_xml>{76, "STORAGE_POOL_CREATE_XML", "virStoragePoolCreateXML", Access::write, {"storage_pool:start", "storage_pool:write"}},
    Row<&Pools::define>{77, "STORAGE_POOL_DEFINE_XML", "virStoragePoolDefineXML", Access::write, {"storage_pool:write", "storage_pool:save"}, Priority::high},
    Row<&Pools::create>{78, "STORAGE_POOL_CREATE", "virStoragePoolCreate", Access::write, "storage_pool:start"},
    Row<&Pools::build>{79, "STORAGE_POOL_BUILD", "virStoragePoolBuild", Access::write, "storage_pool:format"},
    Row<&Pools::destroy>{80, "STORAGE_POOL_DESTROY", "virStoragePoolDestroy", Access::write, "storage_pool:stop", Priority::high},
    Row<&Pools::remove>{81, "STORAGE_POOL_DELETE", "virStoragePoolDelete", Access::write, "storage_pool:format"},
    Row<&Pools::undefine>{82, "STORAGE_POOL_UNDEFINE", "virStoragePoolUndefine", Access::write, "storage_pool:delete", Priority::high},
    Row<&Pools::refresh>{83, "STORAGE_POOL_REFRESH", "virStoragePoolRefresh", Access::write, "storage_pool:refresh"},
    Row<&Pools::lookup_by_name>{84, "STORAGE_POOL_LOOKUP_BY_NAME", "virStoragePoolLookupByName", Access::read, "storage_pool:getattr", Priority::high},
    Row<&Pools::lookup_by_uuid>{85, "STORAGE_POOL_LOOKUP_BY_UUID", "virStoragePoolLookupByUUID", Access::read, "storage_pool:getattr", Priority::high},
    Row<&Pools::lookup_by_volume>{86, "STORAGE_POOL_LOOKUP_BY_VOLUME", "virStoragePoolLookupByVolume", Access::read, "storage_pool:getattr", Priority::high},
    Row<&Pools::info>{87, "STORAGE_POOL_GET_INFO", "virStoragePoolGetInfo", Access::read, "storage_pool:read", Priority::high},
    Row<&Pools::xml>{88, "STORAGE_POOL_GET_XML_DESC", "virStoragePoolGetXMLDesc", Access::read, "storage_pool:read", Priority::high},
    Row<&Pools::autostart>{89, "STORAGE_POOL_GET_AUTOSTART", "virStoragePoolGetAutostart", Access::read, "storage_pool:read", Priority::high},
    Row<&Pools::set_autostart>{90, "STORAGE_POOL_SET_AUTOSTART", "virStoragePoolSetAutostart", Access::write, "storage_pool:write", Priority::high},
    Row<&Pools::is_active>{154, "STORAGE_POOL_IS_ACTIVE", "virStoragePoolIsActive", Access::read, "storage_pool:read", Priority::high},
    Row<&Pools::is_persistent>{155, "STORAGE_POOL_IS_PERSISTENT", "virStoragePoolIsPersistent", Access::read, "storage_pool:read", Priority::high},
    Row<&Pools::list>{281, "CONNECT_LIST_ALL_STORAGE_POOLS", "virConnectListAllStoragePools", Access::read, "connect:search_storage_pools", Priority::high},
    Row<&Pools::lookup_by_target_path>{391, "STORAGE_POOL_LOOKUP_BY_TARGET_PATH", "virStoragePoolLookupByTargetPath", Access::read, "storage_pool:getattr", Priority::high},
    Row<&Pools::storage_pool_capabilities>{403, "CONNECT_GET_STORAGE_POOL_CAPABILITIES", "virConnectGetStoragePoolCapabilities", Access::read, "connect:read"}
};
// clang-format on

template <>
struct RowsOf<driver::Pools> {
  static constexpr const auto& rows = pools_rows;
};

}  // namespace vireo::rpc
