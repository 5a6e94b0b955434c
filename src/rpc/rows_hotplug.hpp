// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: adding, taking away and changing single devices of a domain.
#pragma once

#include <libvirt/libvirt.h>

#include "driver/hotplug.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Hotplug;

// clang-format off
inline constexpr Rows hotplug_rows{
    Row<&Hotplug::attach_device>{8, "DOMAIN_ATTACH_DEVICE", "virDomainAttachDevice", Access::write, "domain:write"},
    Row<&Hotplug::detach_device>{13, "DOMAIN_DETACH_DEVICE", "virDomainDetachDevice", Access::write, "domain:write"},
    Row<&Hotplug::attach_device_flags>{160, "DOMAIN_ATTACH_DEVICE_FLAGS", "virDomainAttachDeviceFlags", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Hotplug::detach_device_flags>{161, "DOMAIN_DETACH_DEVICE_FLAGS", "virDomainDetachDeviceFlags", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Hotplug::update_device_flags>{174, "DOMAIN_UPDATE_DEVICE_FLAGS", "virDomainUpdateDeviceFlags", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Hotplug::detach_device_alias>{392, "DOMAIN_DETACH_DEVICE_ALIAS", "virDomainDetachDeviceAlias", Access::write, "domain:write"}
};
// clang-format on

template <>
struct RowsOf<driver::Hotplug> {
  static constexpr const auto& rows = hotplug_rows;
};

}  // namespace vireo::rpc
