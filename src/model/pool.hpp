// SPDX-License-Identifier: LGPL-2.1-or-later
// A storage pool: where its volumes come from and where they appear. Plain structs; default means "not said".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/uuid.hpp"
#include "model/disk.hpp"
#include "model/types.hpp"

namespace vireo::model {

struct Permissions {
  std::optional<unsigned> mode;  ///< at most 0777
  std::optional<unsigned> owner;
  std::optional<unsigned> group;
  std::string label;
  bool operator==(const Permissions&) const = default;
};

struct PoolHost {
  std::string name;
  int port = 0;
  bool operator==(const PoolHost&) const = default;
};

struct PoolDevice {
  std::string path;
  Switch part_separator = Switch::absent;
  bool operator==(const PoolDevice&) const = default;
};

struct PoolAuth {
  std::string type;
  std::string username;
  std::optional<SecretRef> secret;
  bool operator==(const PoolAuth&) const = default;
};

/// The SCSI adapter whose disks are the volumes.
struct PoolAdapter {
  enum class Type { absent, scsi_host, fc_host };
  struct PciAddress {
    unsigned domain = 0, bus = 0, slot = 0, function = 0;
    bool operator==(const PciAddress&) const = default;
  };
  struct Parent {
    std::optional<unsigned> unique_id;
    std::optional<PciAddress> address;
    bool operator==(const Parent&) const = default;
  };
  Type type = Type::absent;
  std::string name;
  std::string parent;
  std::string parent_wwnn;
  std::string parent_wwpn;
  std::string parent_fabric_wwn;
  Switch managed = Switch::absent;
  std::string wwnn;
  std::string wwpn;
  std::optional<Parent> parent_address;
  bool operator==(const PoolAdapter&) const = default;
};

struct PoolSource {
  std::vector<PoolHost> hosts;
  std::vector<PoolDevice> devices;
  std::string dir;
  std::optional<PoolAdapter> adapter;
  std::string name;
  std::string initiator;
  std::string format;  ///< one of the words of the pool's type
  std::optional<PoolAuth> auth;
  std::string protocol_version;
  std::string vendor;
  std::string product;
  bool operator==(const PoolSource&) const = default;
};

struct Pool {
  enum class Type {
    absent,
    dir,
    fs,
    netfs,
    logical,
    disk,
    iscsi,
    iscsi_direct,
    scsi,
    mpath,
    rbd,
    sheepdog,
    gluster,
    zfs,
    vstorage
  };
  enum class Refresh { absent, default_, capacity };
  Type type = Type::absent;
  std::string name;
  Uuid uuid;
  std::uint64_t capacity = 0;    ///< bytes; of a pool that has been looked at
  std::uint64_t allocation = 0;  ///< bytes
  std::uint64_t available = 0;   ///< bytes
  Switch cow = Switch::absent;
  bool has_source = false;
  PoolSource source;
  std::string target;
  std::optional<Permissions> permissions;
  Refresh volume_allocation = Refresh::absent;
  bool operator==(const Pool&) const = default;
};

/// Do its volumes appear in a folder of this machine?
bool has_target(Pool::Type type) noexcept;
/// Which device does this pool share with another, by the rules of both types?
bool same_storage(const Pool& one, const Pool& other);

}  // namespace vireo::model
