// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: the devices of the host.
#pragma once

#include "driver/node_devices.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::NodeDevices;

// clang-format off
inline constexpr Rows node_devices_rows{
    Row<&NodeDevices::count>{111, "NODE_NUM_OF_DEVICES", "virNodeNumOfDevices", Access::read, "connect:search_node_devices", Priority::high},
    Row<&NodeDevices::names>{112, "NODE_LIST_DEVICES", "virNodeListDevices", Access::read, "connect:search_node_devices", Priority::high},
    Row<&NodeDevices::lookup_by_name>{113, "NODE_DEVICE_LOOKUP_BY_NAME", "virNodeDeviceLookupByName", Access::read, "node_device:getattr", Priority::high},
    Row<&NodeDevices::xml>{114, "NODE_DEVICE_GET_XML_DESC", "virNodeDeviceGetXMLDesc", Access::read, "node_device:read"},
    Row<&NodeDevices::parent>{115, "NODE_DEVICE_GET_PARENT", "virNodeDeviceGetParent", Access::read, "node_device:read", Priority::high},
    Row<&NodeDevices::capability_count>{116, "NODE_DEVICE_NUM_OF_CAPS", "virNodeDeviceNumOfCaps", Access::read, "node_device:read", Priority::high},
    Row<&NodeDevices::capabilities>{117, "NODE_DEVICE_LIST_CAPS", "virNodeDeviceListCaps", Access::read, "node_device:read", Priority::high},
    Row<&NodeDevices::detach>{118, "NODE_DEVICE_DETTACH", "virNodeDeviceDettach", Access::write, "node_device:detach"},
    Row<&NodeDevices::re_attach>{119, "NODE_DEVICE_RE_ATTACH", "virNodeDeviceReAttach", Access::write, "node_device:detach"},
    Row<&NodeDevices::reset>{120, "NODE_DEVICE_RESET", "virNodeDeviceReset", Access::write, "node_device:detach"},
    Row<&NodeDevices::create_xml>{123, "NODE_DEVICE_CREATE_XML", "virNodeDeviceCreateXML", Access::write, {"node_device:write", "node_device:start"}},
    Row<&NodeDevices::destroy>{124, "NODE_DEVICE_DESTROY", "virNodeDeviceDestroy", Access::write, "node_device:stop", Priority::high},
    Row<&NodeDevices::list>{285, "CONNECT_LIST_ALL_NODE_DEVICES", "virConnectListAllNodeDevices", Access::read, "connect:search_node_devices", Priority::high},
    Row<&NodeDevices::lookup_scsi_host_by_wwn>{297, "NODE_DEVICE_LOOKUP_SCSI_HOST_BY_WWN", "virNodeDeviceLookupSCSIHostByWWN", Access::read, "node_device:getattr", Priority::high},
    Row<&NodeDevices::detach_flags>{301, "NODE_DEVICE_DETACH_FLAGS", "virNodeDeviceDetachFlags", Access::write, "node_device:detach"},
    Row<&NodeDevices::define>{428, "NODE_DEVICE_DEFINE_XML", "virNodeDeviceDefineXML", Access::write, {"node_device:write", "node_device:save"}},
    Row<&NodeDevices::undefine>{429, "NODE_DEVICE_UNDEFINE", "virNodeDeviceUndefine", Access::write, "node_device:delete"},
    Row<&NodeDevices::create>{430, "NODE_DEVICE_CREATE", "virNodeDeviceCreate", Access::write, "node_device:start"},
    Row<&NodeDevices::autostart>{433, "NODE_DEVICE_GET_AUTOSTART", "virNodeDeviceGetAutostart", Access::write, "node_device:read"},
    Row<&NodeDevices::set_autostart>{434, "NODE_DEVICE_SET_AUTOSTART", "virNodeDeviceSetAutostart", Access::write, "node_device:write"},
    Row<&NodeDevices::is_persistent>{435, "NODE_DEVICE_IS_PERSISTENT", "virNodeDeviceIsPersistent", Access::read, "node_device:read"},
    Row<&NodeDevices::is_active>{436, "NODE_DEVICE_IS_ACTIVE", "virNodeDeviceIsActive", Access::read, "node_device:read"}
};
// clang-format on

template <>
struct RowsOf<driver::NodeDevices> {
  static constexpr const auto& rows = node_devices_rows;
};

}  // namespace vireo::rpc
