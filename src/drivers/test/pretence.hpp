// SPDX-License-Identifier: LGPL-2.1-or-later
// What a pretended domain remembers beside its definitions: settings that the model has no place for, and how
// the guest inside pretends to be.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "driver/agent.hpp"

namespace vireo::test_driver {

/// Limits of one disk of the host; 0: none.
struct DeviceLimits {
  std::string path;
  std::uint64_t weight = 0;
  std::uint64_t read_iops = 0, write_iops = 0;    ///< requests per second
  std::uint64_t read_bytes = 0, write_bytes = 0;  ///< bytes per second
};

/// Belongs to one definition, live or persistent.
struct Settings {
  unsigned block_weight = 0;
  std::vector<DeviceLimits> devices;
  std::set<std::string, std::less<>> perf_events;
};

struct Polling {
  std::uint64_t max_ns = 32768;
  std::uint32_t grow = 0, shrink = 0;
};

/// Of the guest while it runs. I/O threads poll that were added or set since it was started.
struct PretendedGuest {
  std::map<unsigned, Polling> polling;
  std::set<std::string, std::less<>> frozen;  ///< mount points
  driver::GuestTime time{.seconds = 627319920};
};

}  // namespace vireo::test_driver
