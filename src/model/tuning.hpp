// SPDX-License-Identifier: LGPL-2.1-or-later
// Where the host runs a guest's threads and keeps its memory. Sets are texts such as "0-3,8".
#pragma once

#include <vector>

#include "model/types.hpp"

namespace vireo::model {

struct NumaTune {
  enum class Mode { absent, strict, preferred, interleave, restrictive };
  enum class Placement { absent, static_, auto_ };
  struct Node {
    unsigned cell = 0;
    Mode mode = Mode::absent;
    std::string nodeset;
    bool operator==(const Node&) const = default;
  };
  Mode mode = Mode::absent;
  std::string nodeset;
  Placement placement = Placement::absent;
  std::vector<Node> nodes;
  bool operator==(const NumaTune&) const = default;
};

struct IoThread {
  unsigned id = 0;
  std::optional<int> pool_min;
  std::optional<int> pool_max;
  bool operator==(const IoThread&) const = default;
};

struct VcpuState {
  unsigned id = 0;
  Switch enabled = Switch::absent;
  Switch hotpluggable = Switch::absent;
  unsigned order = 0;
  bool operator==(const VcpuState&) const = default;
};

struct CpuTune {
  struct Pin {
    unsigned id = 0;  ///< virtual processor or I/O thread
    std::string cpuset;
    bool operator==(const Pin&) const = default;
  };
  struct Schedule {
    std::string threads;  ///< a set
    std::string scheduler;
    std::optional<int> priority;
    bool operator==(const Schedule&) const = default;
  };
  std::optional<std::uint64_t> shares;
  std::uint64_t period = 0, global_period = 0, emulator_period = 0, iothread_period = 0;  ///< µs
  long long quota = 0, global_quota = 0, emulator_quota = 0, iothread_quota = 0;  ///< µs; negative: none
  std::vector<Pin> vcpu_pins;
  std::string emulator_pin;
  std::vector<Pin> iothread_pins;
  std::vector<Schedule> vcpu_schedules;
  std::vector<Schedule> iothread_schedules;
  bool operator==(const CpuTune&) const = default;
};

}  // namespace vireo::model
