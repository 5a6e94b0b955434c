// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: what the session itself answers.
#pragma once

#include "rpc/row.hpp"
#include "rpc/session_calls.hpp"

namespace vireo::rpc {

// clang-format off
inline constexpr Rows session_rows{
    Row<&SessionCalls::auth_list>{66, "AUTH_LIST", "virConnectOpen", Access::read, "none", Priority::high},
    Row<&SessionCalls::auth_polkit>{70, "AUTH_POLKIT", "virConnectOpen", Access::read, "none", Priority::high},
    Row<&SessionCalls::open>{1, "CONNECT_OPEN", "virConnectOpen", Access::read, "connect:getattr", Priority::high},
    Row<&SessionCalls::close>{2, "CONNECT_CLOSE", "virConnectClose", Access::read, "none", Priority::high},
    Row<&SessionCalls::supports_feature>{60, "CONNECT_SUPPORTS_FEATURE", "virConnectSupportsFeature", Access::read, "connect:getattr", Priority::high},
    Row<&SessionCalls::set_identity>{419, "CONNECT_SET_IDENTITY", "virConnectSetIdentity", Access::read, "connect:write"},
    Row<&SessionCalls::register_lifecycle>{105, "CONNECT_DOMAIN_EVENT_REGISTER", "virConnectDomainEventRegister", Access::read, "connect:search_domains", Priority::high},
    Row<&SessionCalls::deregister_lifecycle>{106, "CONNECT_DOMAIN_EVENT_DEREGISTER", "virConnectDomainEventDeregister", Access::read, "connect:read", Priority::high},
    Row<&SessionCalls::register_kind>{167, "CONNECT_DOMAIN_EVENT_REGISTER_ANY", "virConnectDomainEventRegisterAny", Access::read, "connect:search_domains", Priority::high},
    Row<&SessionCalls::deregister_kind>{168, "CONNECT_DOMAIN_EVENT_DEREGISTER_ANY", "virConnectDomainEventDeregisterAny", Access::read, "connect:read", Priority::high},
    Row<&SessionCalls::register_callback>{316, "CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY", "virConnectDomainEventRegisterAny", Access::read, "connect:search_domains", Priority::high},
    Row<&SessionCalls::deregister_callback>{317, "CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY", "virConnectDomainEventDeregisterAny", Access::read, "connect:read", Priority::high},
    Row<&SessionCalls::register_close>{360, "CONNECT_REGISTER_CLOSE_CALLBACK", "virConnectRegisterCloseCallback", Access::read, "connect:getattr"},
    Row<&SessionCalls::unregister_close>{361, "CONNECT_UNREGISTER_CLOSE_CALLBACK", "virConnectUnregisterCloseCallback", Access::read, "connect:getattr"}
};
// clang-format on

template <>
struct RowsOf<SessionCalls> {
  static constexpr const auto& rows = session_rows;
};

}  // namespace vireo::rpc
