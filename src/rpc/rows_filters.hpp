// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: network filters.
#pragma once

#include "driver/filters.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Filters;

// clang-format off
inline constexpr Rows filters_rows{
    Row<&Filters::lookup_by_name>{175, "NWFILTER_LOOKUP_BY_NAME", "virNWFilterLookupByName", Access::read, "nwfilter:getattr", Priority::high},
    Row<&Filters::lookup_by_uuid>{176, "NWFILTER_LOOKUP_BY_UUID", "virNWFilterLookupByUUID", Access::read, "nwfilter:getattr", Priority::high},
    Row<&Filters::xml>{177, "NWFILTER_GET_XML_DESC", "virNWFilterGetXMLDesc", Access::read, "nwfilter:read", Priority::high},
    Row<&Filters::count>{178, "CONNECT_NUM_OF_NWFILTERS", "virConnectNumOfNWFilters", Access::read, "connect:search_nwfilters", Priority::high},
    Row<&Filters::names>{179, "CONNECT_LIST_NWFILTERS", "virConnectListNWFilters", Access::read, "connect:search_nwfilters", Priority::high},
    Row<&Filters::define>{180, "NWFILTER_DEFINE_XML", "virNWFilterDefineXML", Access::write, {"nwfilter:write", "nwfilter:save"}, Priority::high},
    Row<&Filters::undefine>{181, "NWFILTER_UNDEFINE", "virNWFilterUndefine", Access::write, "nwfilter:delete", Priority::high},
    Row<&Filters::list>{286, "CONNECT_LIST_ALL_NWFILTERS", "virConnectListAllNWFilters", Access::read, "connect:search_nwfilters", Priority::high},
    Row<&Filters::define_flags>{431, "NWFILTER_DEFINE_XML_FLAGS", "virNWFilterDefineXMLFlags", Access::write, {"nwfilter:write", "nwfilter:save"}}
};
// clang-format on

template <>
struct RowsOf<driver::Filters> {
  static constexpr const auto& rows = filters_rows;
};

}  // namespace vireo::rpc
