// SPDX-License-Identifier: LGPL-2.1-or-later
// What a pool's definition needs beyond its single elements: defaults, checks, and which pools share storage.
#include <algorithm>

#include "base/error.hpp"
#include "model/pool_words.hpp"
#include "model/pool_xml.hpp"

namespace vireo::model {

namespace {

using T = Pool::Type;

template <class... Args>
[[noreturn]] void fail(int code, fmt::format_string<Args...> format, Args&&... args) {
  throw error(code, VIR_FROM_STORAGE, format, std::forward<Args>(args)...);
}

bool one_of(T type, std::initializer_list<T> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

void check_wwn(const std::string& wwn) {
  const bool hexadecimal = wwn.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
  if (wwn.size() != 16 || !hexadecimal)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, "Malformed wwn: {}", wwn);
}

void check_fc_host(const PoolAdapter& adapter) {
  if (adapter.wwnn.empty() || adapter.wwpn.empty())
    fail(VIR_ERR_XML_ERROR, "'wwnn' and 'wwpn' must be specified for adapter type 'fchost'");
  check_wwn(adapter.wwnn);
  check_wwn(adapter.wwpn);
  if (!adapter.parent_wwnn.empty() && adapter.parent_wwpn.empty())
    fail(VIR_ERR_XML_ERROR, "when providing parent_wwnn='{}', the parent_wwpn must also be provided",
         adapter.parent_wwnn);
  if (adapter.parent_wwnn.empty() && !adapter.parent_wwpn.empty())
    fail(VIR_ERR_XML_ERROR, "when providing parent_wwpn='{}', the parent_wwnn must also be provided",
         adapter.parent_wwpn);
}

void complete_adapter(Pool& pool) {
  auto& adapter = pool.source.adapter;
  if (!adapter || (adapter->type == PoolAdapter::Type::absent && adapter->name.empty()))
    fail(VIR_ERR_XML_ERROR, "missing storage pool source adapter");
  if (adapter->type == PoolAdapter::Type::absent) adapter->type = PoolAdapter::Type::scsi_host;
  if (adapter->type == PoolAdapter::Type::fc_host) return check_fc_host(*adapter);
  if (adapter->name.empty() && !adapter->parent_address)
    fail(VIR_ERR_XML_ERROR, "Either 'name' or 'parent' must be specified for the 'scsi_host' adapter");
}

/// The parts of a source each type cannot do without.
void check_required(const Pool& pool) {
  const auto& source = pool.source;
  const T type = pool.type;
  if (one_of(type, {T::netfs, T::iscsi, T::iscsi_direct, T::rbd, T::sheepdog, T::gluster}) &&
      source.hosts.empty())
    fail(VIR_ERR_XML_ERROR, "missing storage pool source host name");
  if (type == T::iscsi_direct && source.initiator.empty())
    fail(VIR_ERR_CONFIG_UNSUPPORTED, "missing initiator IQN");
  if (type == T::netfs && source.dir.empty()) fail(VIR_ERR_XML_ERROR, "missing storage pool source path");
  if (one_of(type, {T::fs, T::disk}) && source.devices.empty())
    fail(VIR_ERR_XML_ERROR, "missing storage pool source device name");
}

void complete_name(Pool& pool) {
  if (pool.name.empty()) pool.name = pool.source.name;
  if (pool.name.empty()) fail(VIR_ERR_XML_ERROR, "missing pool source name element");
  if (pool.name.find('/') != std::string::npos)
    fail(VIR_ERR_XML_ERROR, "name {} cannot contain '/'", pool.name);
  if (pool.uuid.is_nil()) pool.uuid = Uuid::generate();
}

void complete_target(Pool& pool) {
  if (!has_target(pool.type)) return;
  if (pool.type == T::logical)
    pool.target = "/dev/" + pool.source.name;
  else if (pool.type == T::zfs)
    pool.target = "/dev/zvol/" + pool.source.name;
  else if (pool.target.empty())
    fail(VIR_ERR_XML_ERROR, "missing storage pool target path");
  else
    pool.target = sanitized_path(pool.target);
  if (pool.permissions == Permissions{}) pool.permissions.reset();
}

// --- shared storage ----------------------------------------------------------------------------------------

bool same_first_host(const Pool& one, const Pool& other) {
  return !one.source.hosts.empty() && !other.source.hosts.empty() &&
         one.source.hosts.front() == other.source.hosts.front();
}

bool share_device(const Pool& one, const Pool& other) {
  return std::ranges::any_of(one.source.devices, [&](const PoolDevice& device) {
    return std::ranges::any_of(other.source.devices,
                               [&](const PoolDevice& theirs) { return theirs.path == device.path; });
  });
}

/// The number of a host adapter however it is named: "host5", "scsi_host5", "fc_host5"; "" for other names.
std::string_view host_number(std::string_view name) {
  const auto found = name.find("host");
  return found == std::string_view::npos ? std::string_view() : name.substr(found + 4);
}

bool same_adapter(const PoolAdapter& one, const PoolAdapter& other) {
  const bool vport = one.type == PoolAdapter::Type::fc_host;
  const bool other_vport = other.type == PoolAdapter::Type::fc_host;
  if (vport && other_vport) return one.wwnn == other.wwnn && one.wwpn == other.wwpn;
  const auto number = host_number(vport ? one.parent : one.name);
  if (!number.empty()) return number == host_number(other_vport ? other.parent : other.name);
  return one.parent_address && one.parent_address == other.parent_address;
}

}  // namespace

bool has_target(Pool::Type type) noexcept {
  return !one_of(type, {T::iscsi_direct, T::rbd, T::sheepdog, T::gluster});
}

std::string sanitized_path(std::string_view path) {
  std::string clean;
  for (const char c : path)
    if (c != '/' || clean.empty() || clean.back() != '/') clean += c;
  if (path.starts_with("//") && !path.starts_with("///")) clean.insert(0, 1, '/');
  if (clean.size() > 1 && clean.back() == '/' && clean != "//") clean.pop_back();
  return clean;
}

std::vector<std::string_view> pool_formats(T type) {
  switch (type) {
    case T::fs:
      return {"auto", "ext2", "ext3", "ext4", "ufs", "iso9660", "udf",
              "gfs",  "gfs2", "vfat", "hfs+", "xfs", "ocfs2",   "vmfs"};
    case T::netfs:
      return {"auto", "nfs", "glusterfs", "cifs"};
    case T::logical:
      return {"lvm2", "unknown"};
    case T::disk:
      return {"unknown", "dos", "dvh", "gpt", "mac", "bsd", "pc98", "sun", "lvm2"};
    default:
      return {};
  }
}

void complete_source(Pool& pool) {
  auto& source = pool.source;
  const auto formats = pool_formats(pool.type);
  if (source.format.empty() && !formats.empty()) source.format = formats.front();
  if (!formats.empty() && std::ranges::find(formats, source.format) == formats.end())
    fail(VIR_ERR_CONFIG_UNSUPPORTED, "unknown pool format type {}", source.format);
  if (source.dir.empty() && pool.type == T::gluster) source.dir = "/";
  if (!source.dir.empty()) source.dir = sanitized_path(source.dir);
  if (pool.type == T::rbd && source.name.empty())
    fail(VIR_ERR_XML_ERROR, "element 'name' is mandatory for RBD pool");
}

void complete_pool(Pool& pool) {
  if (pool.has_source || pool.type != T::rbd) complete_source(pool);
  complete_name(pool);
  check_required(pool);
  if (pool.type == T::scsi) complete_adapter(pool);
  if (one_of(pool.type, {T::logical, T::zfs, T::sheepdog, T::gluster}) && pool.source.name.empty())
    pool.source.name = pool.name;
  complete_target(pool);
  if (pool.cow != Switch::absent && !one_of(pool.type, {T::fs, T::dir}))
    fail(VIR_ERR_NO_SUPPORT, "cow feature may only be used for 'fs' and 'dir' pools");
}

bool same_storage(const Pool& one, const Pool& other) {
  const std::initializer_list<T> on_devices = {T::fs, T::logical, T::disk, T::zfs};
  if (one_of(one.type, on_devices)) return one_of(other.type, on_devices) && share_device(one, other);
  if (one.type != other.type) return false;
  switch (one.type) {
    case T::dir:
      return one.target == other.target;
    case T::netfs:
    case T::gluster:
      return same_first_host(one, other) && one.source.dir == other.source.dir &&
             one.source.name == other.source.name;
    case T::sheepdog:
      return same_first_host(one, other);
    case T::iscsi:  // an initiator can log in to a target once, whatever its portal is called
      return share_device(one, other) && one.source.initiator == other.source.initiator;
    case T::scsi:
      return same_adapter(*one.source.adapter, *other.source.adapter);
    case T::mpath:
      return true;
    case T::vstorage:
      return one.source.name == other.source.name;
    default:
      return false;
  }
}

}  // namespace vireo::model
