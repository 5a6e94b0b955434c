// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: storage volumes.
#pragma once

#include "driver/volumes.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Volumes;

// clang-format off
inline constexpr Rows volumes_rows{
    Row<&Volumes::count>{91, "STORAGE_POOL_NUM_OF_VOLUMES", "virStoragePoolNumOfVolumes", Access::read, "storage_pool:search_storage_vols", Priority::high},
    Row<&Volumes::names>{92, "STORAGE_POOL_LIST_VOLUMES", "virStoragePoolListVolumes", Access::read, "storage_pool:search_storage_vols", Priority::high},
    Row<&Volumes::create_xml>{93, "STORAGE_VOL_CREATE_XML", "virStorageVolCreateXML", Access::write, "storage_vol:create"},
    Row<&Volumes::remove>{94, "STORAGE_VOL_DELETE", "virStorageVolDelete", Access::write, "storage_vol:delete"},
    Row<&Volumes::lookup_by_name>{95, "STORAGE_VOL_LOOKUP_BY_NAME", "virStorageVolLookupByName", Access::read, "storage_vol:getattr", Priority::high},
    Row<&Volumes::lookup_by_key>{96, "STORAGE_VOL_LOOKUP_BY_KEY", "virStorageVolLookupByKey", Access::read, "storage_vol:getattr", Priority::high},
    Row<&Volumes::lookup_by_path>{97, "STORAGE_VOL_LOOKUP_BY_PATH", "virStorageVolLookupByPath", Access::read, "storage_vol:getattr", Priority::high},
    Row<&Volumes::info>{98, "STORAGE_VOL_GET_INFO", "virStorageVolGetInfo", Access::read, "storage_vol:read", Priority::high},
    Row<&Volumes::xml>{99, "STORAGE_VOL_GET_XML_DESC", "virStorageVolGetXMLDesc", Access::read, "storage_vol:read", Priority::high},
    Row<&Volumes::path>{100, "STORAGE_VOL_GET_PATH", "virStorageVolGetPath", Access::read, "storage_vol:read", Priority::high},
    Row<&Volumes::create_xml_from>{125, "STORAGE_VOL_CREATE_XML_FROM", "virStorageVolCreateXMLFrom", Access::write, "storage_vol:create"},
    Row<&Volumes::wipe>{165, "STORAGE_VOL_WIPE", "virStorageVolWipe", Access::write, "storage_vol:format"},
    Row<&Volumes::upload>{208, "STORAGE_VOL_UPLOAD", "virStorageVolUpload", Access::write, "storage_vol:data_write", Priority::normal, Transfer::upload},
    Row<&Volumes::download>{209, "STORAGE_VOL_DOWNLOAD", "virStorageVolDownload", Access::write, "storage_vol:data_read", Priority::normal, Transfer::download},
    Row<&Volumes::wipe_pattern>{259, "STORAGE_VOL_WIPE_PATTERN", "virStorageVolWipePattern", Access::write, "storage_vol:format"},
    Row<&Volumes::resize>{260, "STORAGE_VOL_RESIZE", "virStorageVolResize", Access::write, "storage_vol:resize"},
    Row<&Volumes::list>{282, "STORAGE_POOL_LIST_ALL_VOLUMES", "virStoragePoolListAllVolumes", Access::read, "storage_pool:search_storage_vols", Priority::high},
    Row<&Volumes::info_flags>{378, "STORAGE_VOL_GET_INFO_FLAGS", "virStorageVolGetInfoFlags", Access::read, "storage_vol:read", Priority::high}
};
// clang-format on

template <>
struct RowsOf<driver::Volumes> {
  static constexpr const auto& rows = volumes_rows;
};

}  // namespace vireo::rpc
