// SPDX-License-Identifier: LGPL-2.1-or-later
// The tables by subject; each is made in a .cpp file of its own so that they compile side by side.
#pragma once

#include "rpc/procedure.hpp"

namespace vireo::rpc {

std::span<const Procedure> session_procedures() noexcept;
std::span<const Procedure> host_procedures() noexcept;
std::span<const Procedure> domains_procedures() noexcept;
std::span<const Procedure> lifecycle_procedures() noexcept;
std::span<const Procedure> devices_procedures() noexcept;
std::span<const Procedure> console_procedures() noexcept;

}  // namespace vireo::rpc
