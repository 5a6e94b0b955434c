// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: streams to and from a domain's devices.
#pragma once

#include "driver/stream.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Console;

// clang-format off
inline constexpr Rows console_rows{
    Row<&Console::open_console>{201, "DOMAIN_OPEN_CONSOLE", "virDomainOpenConsole", Access::write, "domain:open_device", Priority::normal, Transfer::both},
    Row<&Console::open_channel>{296, "DOMAIN_OPEN_CHANNEL", "virDomainOpenChannel", Access::write, "domain:open_device", Priority::normal, Transfer::both}
};
// clang-format on

template <>
struct RowsOf<driver::Console> {
  static constexpr const auto& rows = console_rows;
};

}  // namespace vireo::rpc
