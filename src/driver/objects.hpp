// SPDX-License-Identifier: LGPL-2.1-or-later
// How calls name what is not a domain, in the wire's order (see types.hpp). Where there is a UUID it alone
// identifies the object; a name beside it may be out of date.
#pragma once

#include "driver/types.hpp"

namespace vireo::driver {

struct NetworkRef {
  std::string name;
  Uuid uuid;
};
struct NetworkPortRef {
  NetworkRef network;
  Uuid uuid;
};
struct InterfaceRef {
  std::string name;
  std::string mac;
};
struct PoolRef {
  std::string name;
  Uuid uuid;
};
struct VolumeRef {
  std::string pool;
  std::string name;
  std::string key;
};
struct NodeDeviceRef {
  std::string name;
};
struct SecretRef {
  Uuid uuid;
  std::int32_t usage_type = 0;  ///< virSecretUsageType
  std::string usage_id;
};
struct FilterRef {
  std::string name;
  Uuid uuid;
};
struct FilterBindingRef {
  std::string port_device;
  std::string filter_name;
};
struct SnapshotRef {
  std::string name;
  DomainRef domain;
};
struct CheckpointRef {
  std::string name;
  DomainRef domain;
};

/// The answer to virConnectListAll…: the objects, empty unless they were asked for, and their number.
template <class R, std::uint32_t Max = 16384>
struct Listing {
  List<R, Max> items;
  std::uint32_t count = 0;
};

/// An array with room for as many as the caller said, and how many there are: of typed parameters the number
/// alone when no room was offered.
template <class L>
struct Counted {
  L items;
  std::int32_t count = 0;
};

}  // namespace vireo::driver
