// SPDX-License-Identifier: LGPL-2.1-or-later
// Display ports: one is taken when nobody listens on it, found out by really binding, and when no guest of
// ours has it.
#pragma once

#include <set>
#include <string>

namespace vireo::qemu {

class PortPool {
 public:
  PortPool(unsigned first, unsigned last) : first_(first), last_(last) {}
  /// Throws VIR_ERR_INTERNAL_ERROR when all are taken.
  int acquire();
  /// Marks a port that a guest has already.
  void claim(int port) { taken_.insert(port); }
  void release(int port) { taken_.erase(port); }

 private:
  unsigned first_, last_;
  std::set<int> taken_;
};

/// Nobody listens on that TCP port of this machine.
bool port_is_free(int port);

}  // namespace vireo::qemu
