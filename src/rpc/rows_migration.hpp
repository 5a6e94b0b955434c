// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: moving a running domain to another host, as the phases of each protocol version.
#pragma once

#include "driver/migration.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Migration;

// clang-format off
inline constexpr Rows migration_rows{
    Row<&Migration::prepare>{61, "DOMAIN_MIGRATE_PREPARE", "virDomainMigrate3", Access::write, {"domain:migrate", "domain:start", "domain:write"}},
    Row<&Migration::perform>{62, "DOMAIN_MIGRATE_PERFORM", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::finish>{63, "DOMAIN_MIGRATE_FINISH", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::prepare2>{108, "DOMAIN_MIGRATE_PREPARE2", "virDomainMigrate3", Access::write, {"domain:migrate", "domain:start", "domain:write"}},
    Row<&Migration::finish2>{109, "DOMAIN_MIGRATE_FINISH2", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::prepare_tunnel>{148, "DOMAIN_MIGRATE_PREPARE_TUNNEL", "virDomainMigrate3", Access::write, {"domain:migrate", "domain:start", "domain:write"}, Priority::normal, Transfer::upload},
    Row<&Migration::set_max_downtime>{166, "DOMAIN_MIGRATE_SET_MAX_DOWNTIME", "virDomainMigrateSetMaxDowntime", Access::write, "domain:migrate"},
    Row<&Migration::set_max_speed>{207, "DOMAIN_MIGRATE_SET_MAX_SPEED", "virDomainMigrateSetMaxSpeed", Access::write, "domain:migrate"},
    Row<&Migration::begin3>{213, "DOMAIN_MIGRATE_BEGIN3", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::prepare3>{214, "DOMAIN_MIGRATE_PREPARE3", "virDomainMigrate3", Access::write, {"domain:migrate", "domain:start", "domain:write"}},
    Row<&Migration::prepare_tunnel3>{215, "DOMAIN_MIGRATE_PREPARE_TUNNEL3", "virDomainMigrate3", Access::write, {"domain:migrate", "domain:start", "domain:write"}, Priority::normal, Transfer::upload},
    Row<&Migration::perform3>{216, "DOMAIN_MIGRATE_PERFORM3", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::finish3>{217, "DOMAIN_MIGRATE_FINISH3", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::confirm3>{218, "DOMAIN_MIGRATE_CONFIRM3", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::max_speed>{242, "DOMAIN_MIGRATE_GET_MAX_SPEED", "virDomainMigrateGetMaxSpeed", Access::write, "domain:migrate"},
    Row<&Migration::compression_cache>{299, "DOMAIN_MIGRATE_GET_COMPRESSION_CACHE", "virDomainMigrateGetCompressionCache", Access::write, "domain:migrate"},
    Row<&Migration::set_compression_cache>{300, "DOMAIN_MIGRATE_SET_COMPRESSION_CACHE", "virDomainMigrateSetCompressionCache", Access::write, "domain:migrate"},
    Row<&Migration::begin3_params>{302, "DOMAIN_MIGRATE_BEGIN3_PARAMS", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::prepare3_params>{303, "DOMAIN_MIGRATE_PREPARE3_PARAMS", "virDomainMigrate3", Access::write, {"domain:migrate", "domain:start", "domain:write"}},
    Row<&Migration::prepare_tunnel3_params>{304, "DOMAIN_MIGRATE_PREPARE_TUNNEL3_PARAMS", "virDomainMigrate3", Access::write, {"domain:migrate", "domain:start", "domain:write"}},
    Row<&Migration::perform3_params>{305, "DOMAIN_MIGRATE_PERFORM3_PARAMS", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::finish3_params>{306, "DOMAIN_MIGRATE_FINISH3_PARAMS", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::confirm3_params>{307, "DOMAIN_MIGRATE_CONFIRM3_PARAMS", "virDomainMigrate3", Access::write, "domain:migrate"},
    Row<&Migration::start_post_copy>{364, "DOMAIN_MIGRATE_START_POST_COPY", "virDomainMigrateStartPostCopy", Access::write, "domain:migrate"},
    Row<&Migration::max_downtime>{387, "DOMAIN_MIGRATE_GET_MAX_DOWNTIME", "virDomainMigrateGetMaxDowntime", Access::write, "domain:migrate"}
};
// clang-format on

template <>
struct RowsOf<driver::Migration> {
  static constexpr const auto& rows = migration_rows;
};

}  // namespace vireo::rpc
