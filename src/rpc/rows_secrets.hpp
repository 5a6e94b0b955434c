// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: secrets: passphrases and keys that definitions refer to.
#pragma once

#include "driver/secrets.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Secrets;

// clang-format off
inline constexpr Rows secrets_rows{
    Row<&Secrets::count>{139, "CONNECT_NUM_OF_SECRETS", "virConnectNumOfSecrets", Access::read, "connect:search_secrets", Priority::high},
    Row<&Secrets::uuids>{140, "CONNECT_LIST_SECRETS", "virConnectListSecrets", Access::read, "connect:search_secrets", Priority::high},
    Row<&Secrets::lookup_by_uuid>{141, "SECRET_LOOKUP_BY_UUID", "virSecretLookupByUUID", Access::read, "secret:getattr", Priority::high},
    Row<&Secrets::define>{142, "SECRET_DEFINE_XML", "virSecretDefineXML", Access::write, {"secret:write", "secret:save"}, Priority::high},
    Row<&Secrets::xml>{143, "SECRET_GET_XML_DESC", "virSecretGetXMLDesc", Access::read, "secret:read", Priority::high},
    Row<&Secrets::set_value>{144, "SECRET_SET_VALUE", "virSecretSetValue", Access::write, "secret:write", Priority::high},
    Row<&Secrets::value>{145, "SECRET_GET_VALUE", "virSecretGetValue", Access::write, "secret:read_secure", Priority::high},
    Row<&Secrets::undefine>{146, "SECRET_UNDEFINE", "virSecretUndefine", Access::write, "secret:delete", Priority::high},
    Row<&Secrets::lookup_by_usage>{147, "SECRET_LOOKUP_BY_USAGE", "virSecretLookupByUsage", Access::read, "secret:getattr", Priority::high},
    Row<&Secrets::list>{287, "CONNECT_LIST_ALL_SECRETS", "virConnectListAllSecrets", Access::read, "connect:search_secrets", Priority::high}
};
// clang-format on

template <>
struct RowsOf<driver::Secrets> {
  static constexpr const auto& rows = secrets_rows;
};

}  // namespace vireo::rpc
