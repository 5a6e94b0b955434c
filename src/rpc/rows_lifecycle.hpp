// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: defining domains and moving them from state to state.
#pragma once

#include <libvirt/libvirt.h>

#include "driver/lifecycle.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Lifecycle;

// clang-format off
inline constexpr Rows lifecycle_rows{
    Row<&Lifecycle::define>{11, "DOMAIN_DEFINE_XML", "virDomainDefineXML", Access::write, {"domain:write", "domain:save"}, Priority::high},
    Row<&Lifecycle::define_flags>{350, "DOMAIN_DEFINE_XML_FLAGS", "virDomainDefineXMLFlags", Access::write, {"domain:write", "domain:save"}, Priority::high},
    Row<&Lifecycle::undefine>{35, "DOMAIN_UNDEFINE", "virDomainUndefine", Access::write, "domain:delete", Priority::high},
    Row<&Lifecycle::undefine_flags>{231, "DOMAIN_UNDEFINE_FLAGS", "virDomainUndefineFlags", Access::write, "domain:delete", Priority::high},
    Row<&Lifecycle::create_xml>{10, "DOMAIN_CREATE_XML", "virDomainCreateXML", Access::write, {"domain:write", "domain:start"}},
    Row<&Lifecycle::create>{9, "DOMAIN_CREATE", "virDomainCreate", Access::write, "domain:start"},
    Row<&Lifecycle::create_flags>{196, "DOMAIN_CREATE_WITH_FLAGS", "virDomainCreateWithFlags", Access::write, "domain:start"},
    Row<&Lifecycle::suspend>{34, "DOMAIN_SUSPEND", "virDomainSuspend", Access::write, "domain:suspend"},
    Row<&Lifecycle::resume>{28, "DOMAIN_RESUME", "virDomainResume", Access::write, "domain:suspend"},
    Row<&Lifecycle::shutdown>{33, "DOMAIN_SHUTDOWN", "virDomainShutdown", Access::write, "domain:init_control"},
    Row<&Lifecycle::shutdown_flags>{258, "DOMAIN_SHUTDOWN_FLAGS", "virDomainShutdownFlags", Access::write, {"domain:init_control", {"domain:write:VIR_DOMAIN_SHUTDOWN_GUEST_AGENT", VIR_DOMAIN_SHUTDOWN_GUEST_AGENT}}},
    Row<&Lifecycle::reboot>{27, "DOMAIN_REBOOT", "virDomainReboot", Access::write, {"domain:init_control", {"domain:write:VIR_DOMAIN_REBOOT_GUEST_AGENT", VIR_DOMAIN_REBOOT_GUEST_AGENT}}},
    Row<&Lifecycle::reset>{245, "DOMAIN_RESET", "virDomainReset", Access::write, "domain:reset"},
    Row<&Lifecycle::destroy>{12, "DOMAIN_DESTROY", "virDomainDestroy", Access::write, "domain:stop", Priority::high},
    Row<&Lifecycle::destroy_flags>{234, "DOMAIN_DESTROY_FLAGS", "virDomainDestroyFlags", Access::write, "domain:stop", Priority::high},
    Row<&Lifecycle::set_autostart>{29, "DOMAIN_SET_AUTOSTART", "virDomainSetAutostart", Access::write, "domain:write", Priority::high},
    Row<&Lifecycle::rename>{358, "DOMAIN_RENAME", "virDomainRename", Access::write, {"domain:write", "domain:save"}}
};
// clang-format on

template <>
struct RowsOf<driver::Lifecycle> {
  static constexpr const auto& rows = lifecycle_rows;
};

}  // namespace vireo::rpc
