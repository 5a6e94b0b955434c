// SPDX-License-Identifier: LGPL-2.1-or-later
// The terminal in raw mode for the time of this object's life; restored also when a signal ends the program.
#pragma once

#include <termios.h>

namespace vireo::virsh {

class RawTerminal {
 public:
  /// Throws Failure when stdin is no terminal.
  RawTerminal();
  ~RawTerminal();
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;

 private:
  termios before_{};
};

}  // namespace vireo::virsh
