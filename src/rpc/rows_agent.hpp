// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: what only the agent inside the guest can do.
#pragma once

#include "driver/agent.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Agent;

// clang-format off
inline constexpr Rows agent_rows{
    Row<&Agent::fstrim>{294, "DOMAIN_FSTRIM", "virDomainFSTrim", Access::write, "domain:fs_trim"},
    Row<&Agent::fsfreeze>{335, "DOMAIN_FSFREEZE", "virDomainFSFreeze", Access::write, "domain:fs_freeze"},
    Row<&Agent::fsthaw>{336, "DOMAIN_FSTHAW", "virDomainFSThaw", Access::write, "domain:fs_freeze"},
    Row<&Agent::time>{337, "DOMAIN_GET_TIME", "virDomainGetTime", Access::write, "domain:read"},
    Row<&Agent::set_time>{338, "DOMAIN_SET_TIME", "virDomainSetTime", Access::write, "domain:set_time"},
    Row<&Agent::fsinfo>{349, "DOMAIN_GET_FSINFO", "virDomainGetFSInfo", Access::write, "domain:fs_freeze"},
    Row<&Agent::set_user_password>{357, "DOMAIN_SET_USER_PASSWORD", "virDomainSetUserPassword", Access::write, "domain:set_password"},
    Row<&Agent::guest_vcpus>{371, "DOMAIN_GET_GUEST_VCPUS", "virDomainGetGuestVcpus", Access::write, "domain:write"},
    Row<&Agent::set_guest_vcpus>{372, "DOMAIN_SET_GUEST_VCPUS", "virDomainSetGuestVcpus", Access::write, "domain:write"},
    Row<&Agent::guest_info>{418, "DOMAIN_GET_GUEST_INFO", "virDomainGetGuestInfo", Access::write, "domain:write"},
    Row<&Agent::agent_set_response_timeout>{420, "DOMAIN_AGENT_SET_RESPONSE_TIMEOUT", "virDomainAgentSetResponseTimeout", Access::write, "domain:write"},
    Row<&Agent::authorized_ssh_keys_get>{424, "DOMAIN_AUTHORIZED_SSH_KEYS_GET", "virDomainAuthorizedSSHKeysGet", Access::write, "domain:write"},
    Row<&Agent::authorized_ssh_keys_set>{425, "DOMAIN_AUTHORIZED_SSH_KEYS_SET", "virDomainAuthorizedSSHKeysSet", Access::write, "domain:write"}
};
// clang-format on

template <>
struct RowsOf<driver::Agent> {
  static constexpr const auto& rows = agent_rows;
};

}  // namespace vireo::rpc
