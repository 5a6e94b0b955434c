// SPDX-License-Identifier: LGPL-2.1-or-later
#include "daemon/settings.hpp"

#include <algorithm>
#include <charconv>

#include "base/config.hpp"
#include "base/error.hpp"

namespace vireo::daemon {

namespace {

constexpr std::uint64_t top = UINT32_MAX;

template <class... Args>
Error unsupported(fmt::format_string<Args...> format, Args&&... args) {
  return error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_CONF, format, std::forward<Args>(args)...);
}

mode_t mode(const Config& config, std::string_view key, mode_t otherwise) {
  auto text = config.string(key);
  if (!text) return otherwise;
  unsigned mode = 0;
  auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), mode, 8);
  if (failure != std::errc() || end != text->data() + text->size() || mode > 0777)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_CONF, "{}: {}: Failed to parse mode '{}'", config.name(),
                key, *text);
  return mode;
}

rpc::Auth auth(const Config& config, std::string_view key) {
  auto text = config.string(key);
  if (!text || *text == "none") return rpc::Auth::none;
  if (*text == "polkit") return rpc::Auth::polkit;
  if (*text == "sasl") return rpc::Auth::sasl;
  throw unsupported("{}: {}: unsupported auth {}", config.name(), key, *text);
}

/// Who gets in is decided by the socket's mode unless something else asks them who they are.
SocketSettings socket(const Config& config, std::string_view name, mode_t when_open, mode_t when_asked) {
  SocketSettings socket;
  socket.auth = auth(config, fmt::format("auth_unix_{}", name));
  bool asked = socket.auth != rpc::Auth::none;
  socket.mode = mode(config, fmt::format("unix_sock_{}_perms", name), asked ? when_asked : when_open);
  return socket;
}

void read_sockets(const Config& config, const Paths& paths, Settings& settings) {
  settings.socket_folder = config.string("unix_sock_dir").value_or(paths.run.native());
  settings.socket_group = config.string("unix_sock_group");
  settings.read_write = socket(config, "rw", 0700, 0777);
  settings.read_only = socket(config, "ro", 0777, 0777);
  mode(config, "unix_sock_admin_perms", 0700);
}

void read_limits(const Config& config, rpc::Limits& limits) {
  auto read = [&](std::string_view key, unsigned& value) {
    if (auto said = config.unsigned_integer(key, top)) value = static_cast<unsigned>(*said);
  };
  read("max_clients", limits.max_clients);
  read("max_anonymous_clients", limits.max_anonymous_clients);
  read("max_client_requests", limits.max_client_requests);
  read("keepalive_count", limits.keepalive_count);
  if (auto said = config.integer("keepalive_interval", INT32_MIN, INT32_MAX))
    limits.keepalive_interval = static_cast<int>(*said);
  if (!config.has("max_anonymous_clients"))
    limits.max_anonymous_clients = std::min(limits.max_anonymous_clients, limits.max_clients);
  if (limits.max_clients < limits.max_anonymous_clients)
    throw error(
        VIR_ERR_INTERNAL_ERROR, VIR_FROM_CONF,
        "{}: The overall maximum number of clients must not be less than the number of clients waiting "
        "for authentication ({} and {})",
        config.name(), limits.max_clients, limits.max_anonymous_clients);
}

void read_log(const Config& config, LogConfig& log) {
  if (auto level = config.unsigned_integer("log_level", top); level && *level > 0)
    log.level = parse_log_level(std::to_string(*level));
  if (auto filters = config.string("log_filters")) log.filters = parse_log_filters(*filters);
  if (auto outputs = config.string("log_outputs")) log.outputs = parse_log_outputs(*outputs);
}

void read_identity(const Config& config, Settings& settings) {
  if (auto source = config.string("host_uuid_source");
      source && *source != "smbios" && *source != "machine-id")
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_CONF, "{}: invalid UUID source: {}", config.name(), *source);
  auto text = config.string("host_uuid");
  if (!text) return;
  settings.host_uuid = Uuid::parse(*text);
  if (!settings.host_uuid || !settings.host_uuid->is_plausible())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_CONF, "{}: invalid host UUID: {}", config.name(), *text);
}

/// Keys that mean something to TCP and TLS only.
void read_network(const Config& config, Settings& settings) {
  settings.listen_tls = config.boolean("listen_tls").value_or(true);
  settings.listen_tcp = config.boolean("listen_tcp").value_or(false);
  for (auto key : {"tls_port", "tcp_port", "listen_addr", "key_file", "cert_file", "ca_file", "crl_file",
                   "tls_priority"})
    config.string(key);
  for (auto key : {"tls_no_sanity_certificate", "tls_no_verify_certificate"}) config.boolean(key);
  for (auto key : {"tls_allowed_dn_list", "sasl_allowed_username_list"}) config.strings(key);
  auth(config, "auth_tcp");
  auth(config, "auth_tls");
  if (auto strength = config.unsigned_integer("tcp_min_ssf", top); strength && *strength < 112)
    throw unsupported("{}: minimum SSF levels lower than 112 are not supported", config.name());
}

/// Keys of what this daemon is made without: threads for calls, an administration socket, Open vSwitch.
void read_without_effect(const Config& config) {
  for (auto key : {"min_workers", "max_workers", "prio_workers", "max_queued_clients", "admin_min_workers",
                   "admin_max_workers", "admin_max_clients", "admin_max_queued_clients",
                   "admin_max_client_requests", "admin_keepalive_count", "audit_level", "ovs_timeout"})
    config.unsigned_integer(key, top);
  config.integer("admin_keepalive_interval", INT32_MIN, INT32_MAX);
  for (auto key : {"audit_logging", "keepalive_required", "admin_keepalive_required"}) config.boolean(key);
}

void find_missing(const Config& config, Settings& settings) {
  if (auto drivers = config.strings("access_drivers");
      drivers && !drivers->empty() && *drivers != std::vector<std::string>{"none"})
    throw unsupported("{}: access_drivers: this daemon has no access driver '{}' yet", config.name(),
                      drivers->front());
  for (const auto* socket : {&settings.read_write, &settings.read_only})
    if (socket->auth == rpc::Auth::sasl)
      throw unsupported("{}: this daemon cannot authenticate by SASL yet", config.name());
  if (settings.read_write.auth == rpc::Auth::polkit || settings.read_only.auth == rpc::Auth::polkit)
    settings.missing.push_back("polkit cannot be asked yet: sockets with auth \"polkit\" serve root only");
}

Settings settings_of(const Config& config, const Paths& paths) {
  Settings settings;
  read_sockets(config, paths, settings);
  read_network(config, settings);
  read_limits(config, settings.limits);
  read_log(config, settings.log);
  read_identity(config, settings);
  read_without_effect(config);
  find_missing(config, settings);
  config.refuse_unknown();
  return settings;
}

}  // namespace

Settings read_settings(const std::optional<std::filesystem::path>& file, const Paths& paths) {
  if (file) return settings_of(Config::read(*file), paths);
  return settings_of(Config::read_if_exists(paths.config / "libvirtd.conf"), paths);
}

Settings parse_settings(const std::string& text, const std::string& name, const Paths& paths) {
  return settings_of(Config::parse(text, name), paths);
}

}  // namespace vireo::daemon
