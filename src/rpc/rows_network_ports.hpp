// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: what is plugged into a virtual network.
#pragma once

#include "driver/network_ports.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::NetworkPorts;

// clang-format off
inline constexpr Rows network_ports_rows{
    Row<&NetworkPorts::list>{404, "NETWORK_LIST_ALL_PORTS", "virNetworkListAllPorts", Access::read, "network:search_ports"},
    Row<&NetworkPorts::lookup_by_uuid>{405, "NETWORK_PORT_LOOKUP_BY_UUID", "virNetworkPortLookupByUUID", Access::read, "network_port:getattr"},
    Row<&NetworkPorts::create_xml>{406, "NETWORK_PORT_CREATE_XML", "virNetworkPortCreateXML", Access::write, "network_port:create"},
    Row<&NetworkPorts::parameters>{407, "NETWORK_PORT_GET_PARAMETERS", "virNetworkPortGetParameters", Access::read, "network_port:read"},
    Row<&NetworkPorts::set_parameters>{408, "NETWORK_PORT_SET_PARAMETERS", "virNetworkPortSetParameters", Access::write, "network_port:write"},
    Row<&NetworkPorts::xml>{409, "NETWORK_PORT_GET_XML_DESC", "virNetworkPortGetXMLDesc", Access::read, "network_port:read"},
    Row<&NetworkPorts::remove>{410, "NETWORK_PORT_DELETE", "virNetworkPortDelete", Access::write, "network_port:delete"}
};
// clang-format on

template <>
struct RowsOf<driver::NetworkPorts> {
  static constexpr const auto& rows = network_ports_rows;
};

}  // namespace vireo::rpc
