// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: input to the guest and pictures of it.
#pragma once

#include "driver/guest.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Guest;

// clang-format off
inline constexpr Rows guest_rows{
    Row<&Guest::inject_nmi>{210, "DOMAIN_INJECT_NMI", "virDomainInjectNMI", Access::write, "domain:inject_nmi"},
    Row<&Guest::screenshot>{211, "DOMAIN_SCREENSHOT", "virDomainScreenshot", Access::write, "domain:screenshot", Priority::normal, Transfer::download},
    Row<&Guest::send_key>{226, "DOMAIN_SEND_KEY", "virDomainSendKey", Access::write, "domain:send_input"},
    Row<&Guest::pm_suspend_for_duration>{261, "DOMAIN_PM_SUSPEND_FOR_DURATION", "virDomainPMSuspendForDuration", Access::write, "domain:pm_control"},
    Row<&Guest::pm_wakeup>{267, "DOMAIN_PM_WAKEUP", "virDomainPMWakeup", Access::write, "domain:pm_control"},
    Row<&Guest::send_process_signal>{295, "DOMAIN_SEND_PROCESS_SIGNAL", "virDomainSendProcessSignal", Access::write, "domain:send_signal"}
};
// clang-format on

template <>
struct RowsOf<driver::Guest> {
  static constexpr const auto& rows = guest_rows;
};

}  // namespace vireo::rpc
