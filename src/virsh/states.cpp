// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/states.hpp"

#include <libvirt/libvirt.h>

#include <initializer_list>

namespace vireo::virsh {
namespace {

using Names = std::initializer_list<const char*>;

const char* pick(Names names, long index, const char* otherwise) {
  if (index < 0 || index >= static_cast<long>(names.size())) return otherwise;
  return names.begin()[index];
}

}  // namespace

const char* state_name(int state) {
  return pick({"no state", "running", "idle", "paused", "in shutdown", "shut off", "crashed", "pmsuspended"},
              state, "no state");
}

// The lists follow the numbers of the enumerations in libvirt-domain.h.
const char* reason_name(int state, int reason) {
  switch (state) {
    case VIR_DOMAIN_RUNNING:
      return pick(
          {"unknown", "booted", "migrated", "restored", "from snapshot", "unpaused", "migration canceled",
           "save canceled", "event wakeup", "crashed", "post-copy", "post-copy failed"},
          reason, "unknown");
    case VIR_DOMAIN_PAUSED:
      return pick(
          {"unknown", "user", "migrating", "saving", "dumping", "I/O error", "watchdog", "from snapshot",
           "shutting down", "creating snapshot", "crashed", "starting up", "post-copy", "post-copy failed"},
          reason, "unknown");
    case VIR_DOMAIN_SHUTDOWN:
      return pick({"unknown", "user"}, reason, "unknown");
    case VIR_DOMAIN_SHUTOFF:
      return pick({"unknown", "shutdown", "destroyed", "crashed", "migrated", "saved", "failed",
                   "from snapshot", "daemon"},
                  reason, "unknown");
    case VIR_DOMAIN_CRASHED:
      return pick({"unknown", "panicked"}, reason, "unknown");
    default:
      return "unknown";
  }
}

const char* lifecycle_event_name(int event) {
  return pick({"Defined", "Undefined", "Started", "Suspended", "Resumed", "Stopped", "Shutdown",
               "PMSuspended", "Crashed"},
              event, "unknown");
}

const char* lifecycle_detail_name(int event, int detail) {
  switch (event) {
    case VIR_DOMAIN_EVENT_DEFINED:
      return pick({"Added", "Updated", "Renamed", "Snapshot"}, detail, "unknown");
    case VIR_DOMAIN_EVENT_UNDEFINED:
      return pick({"Removed", "Renamed"}, detail, "unknown");
    case VIR_DOMAIN_EVENT_STARTED:
      return pick({"Booted", "Migrated", "Restored", "Snapshot", "Event wakeup"}, detail, "unknown");
    case VIR_DOMAIN_EVENT_SUSPENDED:
      return pick({"Paused", "Migrated", "I/O Error", "Watchdog", "Restored", "Snapshot", "API error",
                   "Post-copy", "Post-copy Error"},
                  detail, "unknown");
    case VIR_DOMAIN_EVENT_RESUMED:
      return pick({"Unpaused", "Migrated", "Snapshot", "Post-copy", "Post-copy Error"}, detail, "unknown");
    case VIR_DOMAIN_EVENT_STOPPED:
      return pick({"Shutdown", "Destroyed", "Crashed", "Migrated", "Saved", "Failed", "Snapshot"}, detail,
                  "unknown");
    case VIR_DOMAIN_EVENT_SHUTDOWN:
      return pick({"Finished", "Finished after guest request", "Finished after host request"}, detail,
                  "unknown");
    case VIR_DOMAIN_EVENT_PMSUSPENDED:
      return pick({"Memory", "Disk"}, detail, "unknown");
    case VIR_DOMAIN_EVENT_CRASHED:
      return pick({"Panicked", "Crashloaded"}, detail, "unknown");
    default:
      return "unknown";
  }
}

const char* control_state_name(unsigned state) {
  return pick({"ok", "background job", "occupied", "error"}, state, "unknown");
}

const char* control_error_name(unsigned reason) {
  return pick({"", "unknown", "monitor failure", "internal (locking) error"}, reason, "unknown");
}

}  // namespace vireo::virsh
