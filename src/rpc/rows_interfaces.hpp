// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: the network interfaces of the host.
#pragma once

#include "driver/interfaces.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Interfaces;

// clang-format off
inline constexpr Rows interfaces_rows{
    Row<&Interfaces::count_active>{126, "CONNECT_NUM_OF_INTERFACES", "virConnectNumOfInterfaces", Access::read, "connect:search_interfaces", Priority::high},
    Row<&Interfaces::active_names>{127, "CONNECT_LIST_INTERFACES", "virConnectListInterfaces", Access::read, "connect:search_interfaces", Priority::high},
    Row<&Interfaces::lookup_by_name>{128, "INTERFACE_LOOKUP_BY_NAME", "virInterfaceLookupByName", Access::read, "interface:getattr", Priority::high},
    Row<&Interfaces::lookup_by_mac>{129, "INTERFACE_LOOKUP_BY_MAC_STRING", "virInterfaceLookupByMACString", Access::read, "interface:getattr", Priority::high},
    Row<&Interfaces::xml>{130, "INTERFACE_GET_XML_DESC", "virInterfaceGetXMLDesc", Access::read, "interface:read"},
    Row<&Interfaces::define>{131, "INTERFACE_DEFINE_XML", "virInterfaceDefineXML", Access::write, {"interface:write", "interface:save"}, Priority::high},
    Row<&Interfaces::undefine>{132, "INTERFACE_UNDEFINE", "virInterfaceUndefine", Access::write, "interface:delete", Priority::high},
    Row<&Interfaces::create>{133, "INTERFACE_CREATE", "virInterfaceCreate", Access::write, "interface:start"},
    Row<&Interfaces::destroy>{134, "INTERFACE_DESTROY", "virInterfaceDestroy", Access::write, "interface:stop", Priority::high},
    Row<&Interfaces::count_defined>{137, "CONNECT_NUM_OF_DEFINED_INTERFACES", "virConnectNumOfDefinedInterfaces", Access::read, "connect:search_interfaces", Priority::high},
    Row<&Interfaces::defined_names>{138, "CONNECT_LIST_DEFINED_INTERFACES", "virConnectListDefinedInterfaces", Access::read, "connect:search_interfaces", Priority::high},
    Row<&Interfaces::is_active>{156, "INTERFACE_IS_ACTIVE", "virInterfaceIsActive", Access::read, "interface:read", Priority::high},
    Row<&Interfaces::change_begin>{220, "INTERFACE_CHANGE_BEGIN", "virInterfaceChangeBegin", Access::write, "connect:interface_transaction"},
    Row<&Interfaces::change_commit>{221, "INTERFACE_CHANGE_COMMIT", "virInterfaceChangeCommit", Access::write, "connect:interface_transaction"},
    Row<&Interfaces::change_rollback>{222, "INTERFACE_CHANGE_ROLLBACK", "virInterfaceChangeRollback", Access::write, "connect:interface_transaction"},
    Row<&Interfaces::list>{284, "CONNECT_LIST_ALL_INTERFACES", "virConnectListAllInterfaces", Access::read, "connect:search_interfaces", Priority::high}
};
// clang-format on

template <>
struct RowsOf<driver::Interfaces> {
  static constexpr const auto& rows = interfaces_rows;
};

}  // namespace vireo::rpc
