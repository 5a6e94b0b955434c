// SPDX-License-Identifier: LGPL-2.1-or-later
// Display ports: one is taken when nobody listens on it, found out by really binding, and when no guest of
// ours has it.
#pragma once

#include <set>
#include <string>

namespace vireo::qemu {

class PortPool {
 public:
  enum Purpose { display, websocket };
  struct Range {
    unsigned first, last;
  };
  PortPool(Range displays, Range websockets) : ranges_{displays, websockets} {}
  /// Throws VIR_ERR_INTERNAL_ERROR when all are taken.
  int acquire(int purpose);
  /// One that the definition names. Throws VIR_ERR_INTERNAL_ERROR when another guest of ours has it.
  void reserve(int port);
  /// Marks a port that a guest has already.
  void claim(int port) { taken_.insert(port); }
  void release(int port) { taken_.erase(port); }

 private:
  Range ranges_[2];
  std::set<int> taken_;
};

/// Nobody listens on that TCP port of this machine.
bool port_is_free(int port);

}  // namespace vireo::qemu
