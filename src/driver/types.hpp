// SPDX-License-Identifier: LGPL-2.1-or-later
// The values that cross the driver boundary. Their members stand in the order in which the remote protocol
// carries them, so that XDR is derived from the types (rpc/xdr.hpp); changing one changes the wire.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/uuid.hpp"

namespace vireo::driver {

/// A counted array with the protocol's upper bound; a longer one is refused at either end.
template <class T, std::uint32_t Max>
struct List : std::vector<T> {
  using std::vector<T>::vector;
  List() = default;
  List(std::vector<T> items) : std::vector<T>(std::move(items)) {}
  static constexpr std::uint32_t max = Max;
};

/// Raw bytes with an upper bound (XDR opaque<>), as opposed to List<char, N> (XDR char<>: a word a
/// character).
template <std::uint32_t Max>
struct Opaque {
  std::vector<unsigned char> bytes;
  static constexpr std::uint32_t max = Max;
};

/// virTypedParameter's value: int, unsigned, llong, ullong, double, boolean, string, in that order.
using TypedValue =
    std::variant<std::int32_t, std::uint32_t, std::int64_t, std::uint64_t, double, bool, std::string>;

struct TypedParam {
  std::string field;
  TypedValue value;
};

/// How calls name a domain. Only the UUID identifies it; name and id may be out of date.
struct DomainRef {
  std::string name;
  Uuid uuid;
  std::int32_t id = -1;  ///< -1: not running
};

inline constexpr std::uint32_t domain_list_max = 16384;
using DomainRefs = List<DomainRef, domain_list_max>;

struct DomainList {
  DomainRefs domains;  ///< empty unless results were asked for
  std::uint32_t count = 0;
};

struct DomainInfo {
  std::uint8_t state = 0;        ///< virDomainState
  std::uint64_t max_memory = 0;  ///< KiB
  std::uint64_t memory = 0;      ///< KiB
  std::uint16_t vcpus = 0;
  std::uint64_t cpu_time = 0;  ///< ns
};

struct DomainState {
  std::int32_t state = 0;   ///< virDomainState
  std::int32_t reason = 0;  ///< of the state's own enumeration
};

struct ControlInfo {
  std::uint32_t state = 0;  ///< virDomainControlState
  std::uint32_t details = 0;
  std::uint64_t state_time = 0;  ///< ms
};

struct VcpuInfo {
  std::uint32_t number = 0;
  std::int32_t state = 0;
  std::uint64_t cpu_time = 0;  ///< ns
  std::int32_t cpu = 0;
};

struct Vcpus {
  List<VcpuInfo, 16384> info;
  Opaque<8388608> maps;
};

struct SecurityLabel {
  List<char, 4097> label;
  std::int32_t enforcing = 0;
};

struct SecurityModel {
  List<char, 257> model;
  List<char, 257> doi;
};

struct NodeInfo {
  std::array<char, 32> model{};
  std::uint64_t memory = 0;  ///< KiB
  std::int32_t cpus = 0;
  std::int32_t mhz = 0;
  std::int32_t nodes = 0;
  std::int32_t sockets = 0;
  std::int32_t cores = 0;
  std::int32_t threads = 0;
};

struct NodeStat {
  std::string field;
  std::uint64_t value = 0;
};

struct NodeStats {
  List<NodeStat, 16> params;
  std::int32_t nparams = 0;
};

struct CpuMap {
  Opaque<2048> map;
  std::uint32_t online = 0;
  std::int32_t count = 0;
};

}  // namespace vireo::driver
