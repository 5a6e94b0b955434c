// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/registry.hpp"

#include <libvirt/libvirt.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/config.hpp"
#include "base/error.hpp"

namespace vireo::driver {

namespace {

Config client_config() {
  auto paths = ::geteuid() == 0 ? Paths::system() : Paths::user();
  return Config::read_if_exists(paths.config / "libvirt.conf");
}

bool is_alias_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

/// What `name` stands for. Entries behind the one that matches are not looked at.
std::optional<std::string> expand_alias(const Config& config, const std::string& name) {
  auto aliases = config.strings("uri_aliases");
  if (!aliases) return std::nullopt;
  for (const auto& entry : *aliases) {
    auto equals = entry.find('=');
    if (equals == entry.npos)
      throw error(VIR_ERR_CONF_SYNTAX, VIR_FROM_CONF,
                  "Malformed 'uri_aliases' config entry '{}', expected 'alias=uri://host/path'", entry);
    auto alias = std::string_view(entry).substr(0, equals);
    if (!is_alias_name(alias))
      throw error(VIR_ERR_CONF_SYNTAX, VIR_FROM_CONF,
                  "Malformed 'uri_aliases' config entry '{}', aliases may only contain 'a-Z, 0-9, _, -'",
                  entry);
    if (alias == name) return entry.substr(equals + 1);
  }
  return std::nullopt;
}

Error no_driver(const std::string& uri) {
  return error(VIR_ERR_NO_CONNECT, VIR_FROM_NONE, "URI '{}' does not include a driver name", uri);
}

}  // namespace

void Registry::add(std::unique_ptr<Driver> driver) { drivers_.push_back(std::move(driver)); }

std::string Registry::default_uri() const {
  const char* variable = ::secure_getenv("LIBVIRT_DEFAULT_URI");
  if (variable && *variable) return variable;
  if (auto configured = client_config().string("uri_default")) return *configured;
  for (const auto& driver : drivers_)
    if (auto found = driver->probe()) return *found;
  throw Error(VIR_ERR_NO_CONNECT, VIR_FROM_NONE, "no hypervisor was found, and no URI was given");
}

ConnectionPtr Registry::open(std::optional<std::string> name, std::uint32_t flags, AuthCallback auth) {
  OpenRequest request{.text = name && !name->empty() ? *name : default_uri(),
                      .readonly = (flags & VIR_CONNECT_RO) != 0,
                      .flags = flags,
                      .auth = std::move(auth)};
  if (!(flags & VIR_CONNECT_NO_ALIASES) && request.text.find(':') == std::string::npos)
    if (auto target = expand_alias(client_config(), request.text)) request.text = *target;
  request.uri = Uri::parse(request.text);
  if (request.uri.scheme.empty()) throw no_driver(request.text);
  for (const auto& driver : drivers_)
    if (driver->claims(request.uri)) return driver->open(std::move(request));
  throw error(VIR_ERR_NO_CONNECT, VIR_FROM_NONE, "no driver serves URI '{}'", request.text);
}

Task<void> Registry::start() {
  for (const auto& driver : drivers_) co_await driver->start();
}

Task<void> Registry::stop() {
  for (auto driver = drivers_.rbegin(); driver != drivers_.rend(); ++driver) co_await (*driver)->stop();
}

void Registry::reload() {
  for (const auto& driver : drivers_) driver->reload();
}

bool Registry::busy() const {
  return std::any_of(drivers_.begin(), drivers_.end(), [](const auto& driver) { return driver->busy(); });
}

void Registry::on_busy_changed(std::function<void()> handler) {
  for (const auto& driver : drivers_) driver->on_busy_changed(handler);
}

}  // namespace vireo::driver
