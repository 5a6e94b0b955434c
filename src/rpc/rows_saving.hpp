// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: a domain's memory in a file: save, restore, managed save, core dump.
#pragma once

#include <libvirt/libvirt.h>

#include "driver/saving.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Saving;

// clang-format off
inline constexpr Rows saving_rows{
    Row<&Saving::core_dump>{53, "DOMAIN_CORE_DUMP", "virDomainCoreDump", Access::write, "domain:core_dump"},
    Row<&Saving::restore>{54, "DOMAIN_RESTORE", "virDomainRestore", Access::write, {"domain:start", "domain:write"}},
    Row<&Saving::save>{55, "DOMAIN_SAVE", "virDomainSave", Access::write, "domain:hibernate"},
    Row<&Saving::managed_save>{182, "DOMAIN_MANAGED_SAVE", "virDomainManagedSave", Access::write, "domain:hibernate"},
    Row<&Saving::managed_save_remove>{184, "DOMAIN_MANAGED_SAVE_REMOVE", "virDomainManagedSaveRemove", Access::write, "domain:hibernate"},
    Row<&Saving::save_flags>{232, "DOMAIN_SAVE_FLAGS", "virDomainSaveFlags", Access::write, "domain:hibernate"},
    Row<&Saving::restore_flags>{233, "DOMAIN_RESTORE_FLAGS", "virDomainRestoreFlags", Access::write, {"domain:start", "domain:write"}},
    Row<&Saving::image_xml>{235, "DOMAIN_SAVE_IMAGE_GET_XML_DESC", "virDomainSaveImageGetXMLDesc", Access::write, {"domain:read", {"domain:read_secure:VIR_DOMAIN_XML_SECURE", VIR_DOMAIN_XML_SECURE}}, Priority::high},
    Row<&Saving::define_image>{236, "DOMAIN_SAVE_IMAGE_DEFINE_XML", "virDomainSaveImageDefineXML", Access::write, {"domain:write", "domain:hibernate"}, Priority::high},
    Row<&Saving::core_dump_with_format>{334, "DOMAIN_CORE_DUMP_WITH_FORMAT", "virDomainCoreDumpWithFormat", Access::write, "domain:core_dump"},
    Row<&Saving::managed_save_xml>{388, "DOMAIN_MANAGED_SAVE_GET_XML_DESC", "virDomainManagedSaveGetXMLDesc", Access::read, {"domain:read", {"domain:read_secure:VIR_DOMAIN_XML_SECURE", VIR_DOMAIN_XML_SECURE}}},
    Row<&Saving::define_managed_save>{389, "DOMAIN_MANAGED_SAVE_DEFINE_XML", "virDomainManagedSaveDefineXML", Access::write, {"domain:write", "domain:hibernate"}},
    Row<&Saving::save_params>{440, "DOMAIN_SAVE_PARAMS", "virDomainSaveParams", Access::write, "domain:hibernate"},
    Row<&Saving::restore_params>{441, "DOMAIN_RESTORE_PARAMS", "virDomainRestoreParams", Access::write, {"domain:start", "domain:write"}}
};
// clang-format on

template <>
struct RowsOf<driver::Saving> {
  static constexpr const auto& rows = saving_rows;
};

}  // namespace vireo::rpc
