// SPDX-License-Identifier: LGPL-2.1-or-later
// How a domain moves from state to state: one total function over (state, what happened), and the life-cycle
// event the move is told by. Drivers take every change of state from here.
#pragma once

#include <optional>

#include "driver/events.hpp"
#include "driver/types.hpp"

namespace vireo::driver {

/// What happened to a domain, named from outside.
enum class Change {
  boot,            ///< started and runs
  boot_paused,     ///< started with its processors stopped
  restore,         ///< started from a saved state and runs
  restore_paused,  ///< started from a saved state, processors stopped
  wake_up,         ///< the guest left its own sleep
  suspend,         ///< the user stopped the processors
  resume,          ///< the user let them run
  sleep,           ///< the guest put itself to sleep (memory)
  sleep_to_disk,   ///< the guest saved itself and is off
  io_error,        ///< stopped by the hypervisor: a disk failed
  watchdog,        ///< stopped by the hypervisor: its watchdog rang
  panic_stop,      ///< crashed; kept for looking at it (on_crash = preserve)
  power_off,       ///< the guest is powering off but not yet off
  shut_down,       ///< the guest is off by itself, or at a polite request
  destroy,         ///< the user ended it
  crash,           ///< ended by a crash
  fail,            ///< the hypervisor's process ended with an error
  save,            ///< ended after its state was saved
  revert,          ///< started from a snapshot and runs
  revert_pause,    ///< stopped right after that, as it was in the snapshot
  revert_off,      ///< ended for a snapshot: it was off there, or is to start from it
};
inline constexpr int change_count = static_cast<int>(Change::revert_off) + 1;

struct Transition {
  DomainState to;
  std::optional<LifecycleEvent> event;
};

/// nullopt: that cannot happen in this state (the caller says so with VIR_ERR_OPERATION_INVALID).
/// `state` is a virDomainState; unknown numbers count as VIR_DOMAIN_NOSTATE.
std::optional<Transition> transition(int state, Change change) noexcept;

/// A domain in this state has an id and a process.
bool is_active_state(int state) noexcept;

}  // namespace vireo::driver
