// SPDX-License-Identifier: LGPL-2.1-or-later
// The guest's processor: model, features, topology, NUMA cells.
#pragma once

#include <vector>

#include "model/types.hpp"

namespace vireo::model {

struct CpuFeature {
  enum class Policy { force, require, optional, disable, forbid };
  Policy policy = Policy::require;
  std::string name;
  bool operator==(const CpuFeature&) const = default;
};

struct CpuTopology {
  unsigned sockets = 0;
  unsigned dies = 1;
  unsigned cores = 0;
  unsigned threads = 0;
  bool operator==(const CpuTopology&) const = default;
};

struct NumaCell {
  enum class Access { absent, shared, private_ };
  struct Sibling {
    unsigned id = 0;
    unsigned value = 0;
    bool operator==(const Sibling&) const = default;
  };
  std::optional<unsigned> id;
  std::string cpus;          ///< as in "0-3,8"; empty: memory only
  std::uint64_t memory = 0;  ///< KiB
  Access access = Access::absent;
  Switch discard = Switch::absent;
  std::vector<Sibling> distances;
  bool operator==(const NumaCell&) const = default;
};

struct Cpu {
  enum class Mode { absent, custom, host_model, host_passthrough, maximum };
  enum class Match { absent, minimum, exact, strict };
  enum class Check { absent, none, partial, full };
  enum class Fallback { absent, allow, forbid };
  enum class CacheMode { emulate, passthrough, disable };
  struct Cache {
    std::optional<unsigned> level;
    CacheMode mode = CacheMode::emulate;
    bool operator==(const Cache&) const = default;
  };
  struct MaxPhysicalAddress {
    enum class Mode { emulate, passthrough };
    Mode mode = Mode::emulate;
    std::optional<unsigned> bits;
    bool operator==(const MaxPhysicalAddress&) const = default;
  };

  Mode mode = Mode::absent;
  Match match = Match::absent;
  Check check = Check::absent;
  Switch migratable = Switch::absent;
  std::string model;
  Fallback fallback = Fallback::absent;
  std::string vendor_id;
  std::string vendor;
  std::optional<CpuTopology> topology;
  std::optional<Cache> cache;
  std::optional<MaxPhysicalAddress> max_physical_address;
  std::vector<CpuFeature> features;
  std::vector<NumaCell> numa;
  bool operator==(const Cpu&) const = default;
};

}  // namespace vireo::model
