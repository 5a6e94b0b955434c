// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/transition.hpp"

#include <libvirt/libvirt.h>

#include <iterator>

namespace vireo::driver {

namespace {

// From which states a change may come.
enum : unsigned {
  off = 1u << VIR_DOMAIN_SHUTOFF,
  running = 1u << VIR_DOMAIN_RUNNING | 1u << VIR_DOMAIN_BLOCKED | 1u << VIR_DOMAIN_NOSTATE,
  paused = 1u << VIR_DOMAIN_PAUSED,
  ending = 1u << VIR_DOMAIN_SHUTDOWN,
  crashed = 1u << VIR_DOMAIN_CRASHED,
  asleep = 1u << VIR_DOMAIN_PMSUSPENDED,
  on = running | paused | ending | crashed | asleep,
};

struct Rule {
  unsigned from;
  Transition transition;
};

// In the order of Change.
constexpr Rule rules[] = {
    /* boot */ {off,
                {{VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED},
                 LifecycleEvent{VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_BOOTED}}},
    /* boot_paused */
    {off,
     {{VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER},
      LifecycleEvent{VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_BOOTED}}},
    /* restore */
    {off,
     {{VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_RESTORED},
      LifecycleEvent{VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_RESTORED}}},
    /* restore_paused */
    {off,
     {{VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER},
      LifecycleEvent{VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_RESTORED}}},
    /* wake_up */
    {asleep,
     {{VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_WAKEUP},
      LifecycleEvent{VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_WAKEUP}}},
    /* suspend */
    {running | paused,
     {{VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER},
      LifecycleEvent{VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED}}},
    /* resume */
    {running | paused,
     {{VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED},
      LifecycleEvent{VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED}}},
    /* sleep */
    {running,
     {{VIR_DOMAIN_PMSUSPENDED, VIR_DOMAIN_PMSUSPENDED_UNKNOWN},
      LifecycleEvent{VIR_DOMAIN_EVENT_PMSUSPENDED, VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY}}},
    /* sleep_to_disk */
    {running,
     {{VIR_DOMAIN_PMSUSPENDED, VIR_DOMAIN_PMSUSPENDED_UNKNOWN},
      LifecycleEvent{VIR_DOMAIN_EVENT_PMSUSPENDED, VIR_DOMAIN_EVENT_PMSUSPENDED_DISK}}},
    /* io_error */
    {running | paused,
     {{VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_IOERROR},
      LifecycleEvent{VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_IOERROR}}},
    /* watchdog */
    {running | paused,
     {{VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_WATCHDOG},
      LifecycleEvent{VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG}}},
    /* panic_stop */
    {running | paused | ending,
     {{VIR_DOMAIN_CRASHED, VIR_DOMAIN_CRASHED_PANICKED},
      LifecycleEvent{VIR_DOMAIN_EVENT_CRASHED, VIR_DOMAIN_EVENT_CRASHED_PANICKED}}},
    /* power_off */
    {running | paused | ending | asleep,
     {{VIR_DOMAIN_SHUTDOWN, VIR_DOMAIN_SHUTDOWN_UNKNOWN},
      LifecycleEvent{VIR_DOMAIN_EVENT_SHUTDOWN, VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED}}},
    /* shut_down */
    {on,
     {{VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_SHUTDOWN},
      LifecycleEvent{VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN}}},
    /* destroy */
    {on,
     {{VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_DESTROYED},
      LifecycleEvent{VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_DESTROYED}}},
    /* crash */
    {on,
     {{VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_CRASHED},
      LifecycleEvent{VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_CRASHED}}},
    /* fail */
    {on,
     {{VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_FAILED},
      LifecycleEvent{VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_FAILED}}},
    /* save */
    {running | paused,
     {{VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_SAVED},
      LifecycleEvent{VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_SAVED}}},
    /* revert */
    {off,
     {{VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_FROM_SNAPSHOT},
      LifecycleEvent{VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT}}},
    /* revert_pause */
    {running,
     {{VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_FROM_SNAPSHOT},
      LifecycleEvent{VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT}}},
    /* revert_off */
    {on,
     {{VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT},
      LifecycleEvent{VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT}}},
};
static_assert(std::size(rules) == change_count);

}  // namespace

std::optional<Transition> transition(int state, Change change) noexcept {
  if (state < 0 || state > VIR_DOMAIN_PMSUSPENDED) state = VIR_DOMAIN_NOSTATE;
  const Rule& rule = rules[static_cast<int>(change)];
  if (!(rule.from & 1u << state)) return std::nullopt;
  return rule.transition;
}

bool is_active_state(int state) noexcept { return state != VIR_DOMAIN_SHUTOFF; }

}  // namespace vireo::driver
