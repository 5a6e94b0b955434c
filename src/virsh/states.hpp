// SPDX-License-Identifier: LGPL-2.1-or-later
// The words for a domain's states, reasons and life-cycle events.
#pragma once

namespace vireo::virsh {

const char* state_name(int state);
/// Of one state; "unknown" for a reason newer than this program.
const char* reason_name(int state, int reason);
const char* lifecycle_event_name(int event);
/// "" for events whose details are not known.
const char* lifecycle_detail_name(int event, int detail);
const char* control_state_name(unsigned state);
const char* control_error_name(unsigned reason);

}  // namespace vireo::virsh
