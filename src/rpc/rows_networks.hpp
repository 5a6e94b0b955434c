// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: virtual networks.
#pragma once

#include <libvirt/libvirt.h>

#include "driver/networks.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Networks;

// clang-format off
inline constexpr Rows networks_rows{
    Row<&Networks::defined_names>{36, "CONNECT_LIST_DEFINED_NETWORKS", "virConnectListDefinedNetworks", Access::read, "connect:search_networks", Priority::high},
    Row<&Networks::active_names>{38, "CONNECT_LIST_NETWORKS", "virConnectListNetworks", Access::read, "connect:search_networks", Priority::high},
    Row<&Networks::create>{39, "NETWORK_CREATE", "virNetworkCreate", Access::write, "network:start"},
    Row<&Networks::create_xml>{40, "NETWORK_CREATE_XML", "virNetworkCreateXML", Access::write, {"network:write", "network:start"}},
    Row<&Networks::define>{41, "NETWORK_DEFINE_XML", "virNetworkDefineXML", Access::write, {"network:write", "network:save"}, Priority::high},
    Row<&Networks::destroy>{42, "NETWORK_DESTROY", "virNetworkDestroy", Access::write, "network:stop", Priority::high},
    Row<&Networks::xml>{43, "NETWORK_GET_XML_DESC", "virNetworkGetXMLDesc", Access::read, "network:read", Priority::high},
    Row<&Networks::autostart>{44, "NETWORK_GET_AUTOSTART", "virNetworkGetAutostart", Access::read, "network:read", Priority::high},
    Row<&Networks::bridge_name>{45, "NETWORK_GET_BRIDGE_NAME", "virNetworkGetBridgeName", Access::read, "network:read", Priority::high},
    Row<&Networks::lookup_by_name>{46, "NETWORK_LOOKUP_BY_NAME", "virNetworkLookupByName", Access::read, "network:getattr", Priority::high},
    Row<&Networks::lookup_by_uuid>{47, "NETWORK_LOOKUP_BY_UUID", "virNetworkLookupByUUID", Access::read, "network:getattr", Priority::high},
    Row<&Networks::set_autostart>{48, "NETWORK_SET_AUTOSTART", "virNetworkSetAutostart", Access::write, "network:write", Priority::high},
    Row<&Networks::undefine>{49, "NETWORK_UNDEFINE", "virNetworkUndefine", Access::write, "network:delete", Priority::high},
    Row<&Networks::count_defined>{50, "CONNECT_NUM_OF_DEFINED_NETWORKS", "virConnectNumOfDefinedNetworks", Access::read, "connect:search_networks", Priority::high},
    Row<&Networks::count_active>{52, "CONNECT_NUM_OF_NETWORKS", "virConnectNumOfNetworks", Access::read, "connect:search_networks", Priority::high},
    Row<&Networks::is_active>{152, "NETWORK_IS_ACTIVE", "virNetworkIsActive", Access::read, "network:read", Priority::high},
    Row<&Networks::is_persistent>{153, "NETWORK_IS_PERSISTENT", "virNetworkIsPersistent", Access::read, "network:read", Priority::high},
    Row<&Networks::list>{283, "CONNECT_LIST_ALL_NETWORKS", "virConnectListAllNetworks", Access::read, "connect:search_networks", Priority::high},
    Row<&Networks::update>{291, "NETWORK_UPDATE", "virNetworkUpdate", Access::write, {"network:write", {"network:save:!VIR_NETWORK_UPDATE_AFFECT_CONFIG|VIR_NETWORK_UPDATE_AFFECT_LIVE", VIR_NETWORK_UPDATE_AFFECT_CONFIG | VIR_NETWORK_UPDATE_AFFECT_LIVE, true}, {"network:save:VIR_NETWORK_UPDATE_AFFECT_CONFIG", VIR_NETWORK_UPDATE_AFFECT_CONFIG}}, Priority::high},
    Row<&Networks::dhcp_leases>{341, "NETWORK_GET_DHCP_LEASES", "virNetworkGetDHCPLeases", Access::read, "network:read"},
    Row<&Networks::define_flags>{432, "NETWORK_DEFINE_XML_FLAGS", "virNetworkDefineXMLFlags", Access::write, {"network:write", "network:save"}},
    Row<&Networks::create_xml_flags>{437, "NETWORK_CREATE_XML_FLAGS", "virNetworkCreateXMLFlags", Access::write, {"network:write", "network:start"}}
};
// clang-format on

template <>
struct RowsOf<driver::Networks> {
  static constexpr const auto& rows = networks_rows;
};

}  // namespace vireo::rpc
