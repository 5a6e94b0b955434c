// SPDX-License-Identifier: LGPL-2.1-or-later
// A volume of a storage pool. Plain structs; default means "not said".
#pragma once

#include "model/pool.hpp"

namespace vireo::model {

struct Volume {
  enum class Type { absent, file, block, dir, network, netdir, ploop };
  struct Features {
    bool lazy_refcounts = false;
    bool extended_l2 = false;
    bool operator==(const Features&) const = default;
  };
  struct Target {
    std::string path;
    std::string format;  ///< one of the words of the pool's type
    std::optional<Permissions> permissions;
    std::optional<Encryption> encryption;
    std::string compat;
    std::uint64_t cluster_size = 0;  ///< bytes
    std::optional<Features> features;
    bool operator==(const Target&) const = default;
  };
  struct Backing {
    std::string path;
    std::string format;
    std::optional<Permissions> permissions;
    bool operator==(const Backing&) const = default;
  };
  Type type = Type::absent;
  std::string name;
  std::string key;
  bool has_capacity = false;
  std::uint64_t capacity = 0;  ///< bytes
  bool has_allocation = false;
  std::uint64_t allocation = 0;  ///< bytes
  Target target;
  std::optional<Backing> backing;
  bool operator==(const Volume&) const = default;
};

}  // namespace vireo::model
