// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/terminal.hpp"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "virsh/failure.hpp"

namespace vireo::virsh {
namespace {

termios* restore_to = nullptr;  // what a fatal signal puts back

constexpr int fatal_signals[] = {SIGTERM, SIGHUP, SIGQUIT, SIGINT};

void restore_and_die(int number) {
  if (restore_to) tcsetattr(STDIN_FILENO, TCSAFLUSH, restore_to);
  std::signal(number, SIG_DFL);
  std::raise(number);
}

}  // namespace

RawTerminal::RawTerminal() {
  if (tcgetattr(STDIN_FILENO, &before_) != 0) {
    throw failure("unable to get tty attributes: {}", std::strerror(errno));
  }
  restore_to = &before_;
  for (int number : fatal_signals) std::signal(number, restore_and_die);
  termios raw = before_;
  cfmakeraw(&raw);
  if (tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) != 0) {
    throw failure("unable to set tty attributes: {}", std::strerror(errno));
  }
}

RawTerminal::~RawTerminal() {
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  for (int number : fatal_signals) std::signal(number, SIG_DFL);
  restore_to = nullptr;
}

}  // namespace vireo::virsh
