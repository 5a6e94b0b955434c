// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: network filters as they are applied to ports.
#pragma once

#include "driver/filter_bindings.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::FilterBindings;

// clang-format off
inline constexpr Rows filter_bindings_rows{
    Row<&FilterBindings::lookup_by_port_dev>{397, "NWFILTER_BINDING_LOOKUP_BY_PORT_DEV", "virNWFilterBindingLookupByPortDev", Access::read, "nwfilter_binding:getattr"},
    Row<&FilterBindings::xml>{398, "NWFILTER_BINDING_GET_XML_DESC", "virNWFilterBindingGetXMLDesc", Access::read, "nwfilter_binding:read"},
    Row<&FilterBindings::create_xml>{399, "NWFILTER_BINDING_CREATE_XML", "virNWFilterBindingCreateXML", Access::write, "nwfilter_binding:create"},
    Row<&FilterBindings::remove>{400, "NWFILTER_BINDING_DELETE", "virNWFilterBindingDelete", Access::write, "nwfilter_binding:delete"},
    Row<&FilterBindings::list>{401, "CONNECT_LIST_ALL_NWFILTER_BINDINGS", "virConnectListAllNWFilterBindings", Access::read, "connect:search_nwfilter_bindings"}
};
// clang-format on

template <>
struct RowsOf<driver::FilterBindings> {
  static constexpr const auto& rows = filter_bindings_rows;
};

}  // namespace vireo::rpc
