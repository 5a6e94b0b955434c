// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/lookup.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "virsh/failure.hpp"

namespace vireo::virsh {
namespace {

constexpr size_t uuid_text_length = VIR_UUID_STRING_BUFLEN - 1;

std::optional<int> as_id(const std::string& text) {
  if (text.empty() || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
  errno = 0;
  long value = std::strtol(text.c_str(), nullptr, 10);
  return errno || value > INT32_MAX ? std::nullopt : std::optional<int>(static_cast<int>(value));
}

}  // namespace

Domain find_domain(Shell& shell, const std::string& wanted, unsigned how) {
  virConnectPtr connection = shell.connection();
  Domain domain;
  if (auto id = as_id(wanted); id && (how & by_id)) domain.reset(virDomainLookupByID(connection, *id));
  if (!domain && (how & by_uuid) && wanted.size() == uuid_text_length) {
    domain.reset(virDomainLookupByUUIDString(connection, wanted.c_str()));
  }
  if (!domain && (how & by_name)) domain.reset(virDomainLookupByName(connection, wanted.c_str()));
  bool gone = shell.library_error_code() != VIR_ERR_OK && shell.library_error_code() != VIR_ERR_NO_DOMAIN &&
              shell.library_error_code() != VIR_ERR_INVALID_ARG;
  if (!domain && gone) throw failure("failed to get domain '{}'", wanted);
  shell.forget_library_error();
  if (!domain) throw failure("failed to get domain '{}'", wanted);
  return domain;
}

Domain domain_of(Shell& shell, const Arguments& arguments, unsigned how) {
  return find_domain(shell, arguments.text_or("domain", ""), how);
}

Network network_of(Shell& shell, const Arguments& arguments, unsigned how) {
  std::string wanted = arguments.text_or("network", "");
  virConnectPtr connection = shell.connection();
  Network network;
  if ((how & by_uuid) && wanted.size() == uuid_text_length) {
    network.reset(virNetworkLookupByUUIDString(connection, wanted.c_str()));
  }
  if (!network && (how & by_name)) network.reset(virNetworkLookupByName(connection, wanted.c_str()));
  if (!network) throw failure("failed to get network '{}'", wanted);
  return network;
}

Pool find_pool(Shell& shell, const std::string& wanted, unsigned how) {
  virConnectPtr connection = shell.connection();
  Pool pool;
  if ((how & by_uuid) && wanted.size() == uuid_text_length) {
    pool.reset(virStoragePoolLookupByUUIDString(connection, wanted.c_str()));
  }
  if (!pool && (how & by_name)) pool.reset(virStoragePoolLookupByName(connection, wanted.c_str()));
  if (!pool) throw failure("failed to get pool '{}'", wanted);
  return pool;
}

Pool pool_of(Shell& shell, const Arguments& arguments, unsigned how) {
  return find_pool(shell, arguments.text_or("pool", ""), how);
}

Volume volume_of(Shell& shell, const Arguments& arguments) {
  std::string wanted = arguments.text_or("vol", "");
  Volume volume;
  if (auto pool_name = arguments.text("pool")) {
    Pool pool = find_pool(shell, *pool_name);
    volume.reset(virStorageVolLookupByName(pool.get(), wanted.c_str()));
  }
  if (!volume) volume.reset(virStorageVolLookupByKey(shell.connection(), wanted.c_str()));
  if (!volume) volume.reset(virStorageVolLookupByPath(shell.connection(), wanted.c_str()));
  if (!volume && !arguments.has("pool") && arguments.command().option("pool")) {
    throw failure("failed to get vol '{}', specifying --pool might help", wanted);
  }
  if (!volume) throw failure("failed to get vol '{}'", wanted);
  shell.forget_library_error();
  return volume;
}

unsigned affect_flags(const Arguments& arguments) {
  arguments.exclusive("current", "live");
  arguments.exclusive("current", "config");
  unsigned flags = VIR_DOMAIN_AFFECT_CURRENT;
  if (arguments.has("config")) flags |= VIR_DOMAIN_AFFECT_CONFIG;
  if (arguments.has("live")) flags |= VIR_DOMAIN_AFFECT_LIVE;
  return flags;
}

std::string read_file(const std::string& path) {
  constexpr size_t limit = 10 * 1024 * 1024;
  std::ifstream file(path, std::ios::binary);
  if (!file) throw failure("Failed to open file '{}': {}", path, std::strerror(errno));
  std::ostringstream content;
  content << file.rdbuf();
  if (file.bad()) throw failure("Failed to read file '{}': {}", path, std::strerror(errno));
  std::string text = std::move(content).str();
  if (text.size() > limit) throw failure("Failed to read file '{}': {}", path, std::strerror(EFBIG));
  return text;
}

std::string name_of(const Domain& domain) {
  const char* name = virDomainGetName(domain.get());
  return name ? name : "";
}

std::string take_string(char* text) {
  CString owned(text);
  if (!owned) throw Failure();
  return owned.get();
}

std::string take_string(char* text, std::string failure_text) {
  CString owned(text);
  if (!owned) throw Failure(std::move(failure_text));
  return owned.get();
}

}  // namespace vireo::virsh
