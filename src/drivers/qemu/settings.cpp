// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/settings.hpp"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "base/error.hpp"

namespace vireo::qemu {
namespace {

/// Every key of the incumbent's file; those without effect here are accepted and ignored.
constexpr std::string_view known_keys[] = {"default_tls_x509_cert_dir",
                                           "default_tls_x509_verify",
                                           "default_tls_x509_secret_uuid",
                                           "vnc_listen",
                                           "vnc_auto_unix_socket",
                                           "vnc_tls",
                                           "vnc_tls_x509_cert_dir",
                                           "vnc_tls_x509_secret_uuid",
                                           "vnc_tls_x509_verify",
                                           "vnc_password",
                                           "vnc_sasl",
                                           "vnc_sasl_dir",
                                           "vnc_allow_host_audio",
                                           "spice_listen",
                                           "spice_tls",
                                           "spice_tls_x509_cert_dir",
                                           "spice_auto_unix_socket",
                                           "spice_password",
                                           "spice_sasl",
                                           "spice_sasl_dir",
                                           "chardev_tls",
                                           "chardev_tls_x509_cert_dir",
                                           "chardev_tls_x509_verify",
                                           "chardev_tls_x509_secret_uuid",
                                           "vxhs_tls",
                                           "vxhs_tls_x509_cert_dir",
                                           "vxhs_tls_x509_secret_uuid",
                                           "nbd_tls",
                                           "nbd_tls_x509_cert_dir",
                                           "nbd_tls_x509_secret_uuid",
                                           "migrate_tls_x509_cert_dir",
                                           "migrate_tls_x509_verify",
                                           "migrate_tls_x509_secret_uuid",
                                           "migrate_tls_force",
                                           "backup_tls_x509_cert_dir",
                                           "backup_tls_x509_verify",
                                           "backup_tls_x509_secret_uuid",
                                           "nographics_allow_host_audio",
                                           "remote_display_port_min",
                                           "remote_display_port_max",
                                           "remote_websocket_port_min",
                                           "remote_websocket_port_max",
                                           "security_driver",
                                           "security_default_confined",
                                           "security_require_confined",
                                           "user",
                                           "group",
                                           "dynamic_ownership",
                                           "remember_owner",
                                           "cgroup_controllers",
                                           "cgroup_device_acl",
                                           "save_image_format",
                                           "dump_image_format",
                                           "snapshot_image_format",
                                           "auto_dump_path",
                                           "auto_dump_bypass_cache",
                                           "auto_start_bypass_cache",
                                           "hugetlbfs_mount",
                                           "bridge_helper",
                                           "set_process_name",
                                           "max_processes",
                                           "max_files",
                                           "max_threads_per_process",
                                           "max_core",
                                           "dump_guest_core",
                                           "mac_filter",
                                           "relaxed_acs_check",
                                           "lock_manager",
                                           "max_queued",
                                           "keepalive_interval",
                                           "keepalive_count",
                                           "seccomp_sandbox",
                                           "migration_address",
                                           "migration_host",
                                           "migration_port_min",
                                           "migration_port_max",
                                           "log_timestamp",
                                           "nvram",
                                           "stdio_handler",
                                           "gluster_debug_level",
                                           "virtiofsd_debug",
                                           "namespaces",
                                           "memory_backing_dir",
                                           "pr_helper",
                                           "slirp_helper",
                                           "dbus_daemon",
                                           "swtpm_user",
                                           "swtpm_group",
                                           "capability_filters",
                                           "deprecation_behavior",
                                           "sched_core",
                                           "clear_emulator_capabilities",
                                           "allow_disk_format_probing"};

std::optional<unsigned> as_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  unsigned value = 0;
  auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failed == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(value)
                                                                                    : std::nullopt;
}

[[noreturn]] void no_such(std::string_view what, std::string_view name, const Config& file) {
  throw error(VIR_ERR_INVALID_ARG, VIR_FROM_QEMU, "{}: unknown {} '{}'", file.name(), what, name);
}

std::vector<gid_t> groups_of(const passwd& user, gid_t group) {
  std::vector<gid_t> groups(64);
  int count = static_cast<int>(groups.size());
  if (::getgrouplist(user.pw_name, group, groups.data(), &count) < 0) {
    groups.resize(static_cast<std::size_t>(count));
    ::getgrouplist(user.pw_name, group, groups.data(), &count);
  }
  groups.resize(static_cast<std::size_t>(count));
  return groups;
}

/// A user by name or number; one that is only Debian's default may be missing.
std::optional<Credentials> credentials(const Config& file) {
  std::optional<std::string> user = file.string("user"), group = file.string("group");
  std::string user_name = user.value_or("libvirt-qemu");
  const passwd* entry = ::getpwnam(user_name.c_str());
  std::optional<unsigned> number = as_number(user_name);
  if (!entry && number) entry = ::getpwuid(*number);
  if (!entry && !number) {
    if (user) no_such("user", *user, file);
    return std::nullopt;
  }
  Credentials who{.uid = entry ? entry->pw_uid : *number, .gid = entry ? entry->pw_gid : 0};
  std::string group_name = group.value_or(user ? std::string() : std::string("libvirt-qemu"));
  if (!group_name.empty()) {
    const struct group* found = ::getgrnam(group_name.c_str());
    std::optional<unsigned> group_number = as_number(group_name);
    if (!found && !group_number && group) no_such("group", *group, file);
    if (found || group_number) who.gid = found ? found->gr_gid : *group_number;
  }
  who.groups = entry ? groups_of(*entry, who.gid) : std::vector<gid_t>{who.gid};
  return who;
}

}  // namespace

Settings read_settings(const Config& file, bool privileged) {
  for (auto key : known_keys) file.ignore(key);
  file.refuse_unknown();
  Settings settings;
  settings.vnc_listen = file.string("vnc_listen").value_or(settings.vnc_listen);
  settings.vnc_password = file.string("vnc_password").value_or("");
  auto port = [&](std::string_view key, unsigned otherwise) {
    return static_cast<unsigned>(file.unsigned_integer(key, 65535).value_or(otherwise));
  };
  settings.display_port_min = port("remote_display_port_min", settings.display_port_min);
  settings.display_port_max = port("remote_display_port_max", settings.display_port_max);
  settings.websocket_port_min = port("remote_websocket_port_min", settings.websocket_port_min);
  settings.websocket_port_max = port("remote_websocket_port_max", settings.websocket_port_max);
  settings.sandbox = file.integer("seccomp_sandbox", INT32_MIN, INT32_MAX).value_or(1) != 0;
  settings.dump_guest_core = file.boolean("dump_guest_core").value_or(false);
  if (settings.display_port_min < 5900 || settings.display_port_min > settings.display_port_max)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU,
                "{}: remote_display_port_min and _max are no range of ports", file.name());
  if (settings.websocket_port_min < 5700 || settings.websocket_port_min > settings.websocket_port_max)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU,
                "{}: remote_websocket_port_min and _max are no range of ports", file.name());
  if (privileged) {
    settings.credentials = credentials(file);
    if (settings.credentials && settings.credentials->uid == ::geteuid()) settings.credentials.reset();
    settings.dynamic_ownership = file.boolean("dynamic_ownership").value_or(true) && settings.credentials;
  }
  return settings;
}

}  // namespace vireo::qemu
