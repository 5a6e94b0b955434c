// SPDX-License-Identifier: LGPL-2.1-or-later
// The status file: what the next daemon must know of a running guest, in libvirt's layout with elements of
// our own. Pure reading and writing of the text; files are the caller's business.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "driver/types.hpp"
#include "model/domain.hpp"

namespace vireo::qemu {

/// A file given to QEMU's user for as long as the guest runs, and whose it was.
struct OwnerChange {
  std::string path;
  uid_t uid = 0;
  gid_t gid = 0;
  bool operator==(const OwnerChange&) const = default;
};

struct Status {
  driver::DomainState state;
  pid_t pid = 0;                 ///< 0: the process was about to be started
  std::uint64_t start_time = 0;  ///< of the process, clock ticks since boot
  bool booted = false;           ///< the start was complete
  bool fake_reboot = false;
  bool guest_shutdown = false;
  std::string directory;
  std::vector<int> vcpu_threads;
  std::vector<OwnerChange> owners;
  model::Domain domain;
};

std::string format_status(const Status& status);
/// Throws VIR_ERR_XML_ERROR.
Status parse_status_file(std::string_view text);

/// Names of libvirt's files for a state ("running") and its reason ("booted").
std::string_view state_name(int state);
std::string_view reason_name(int state, int reason);

}  // namespace vireo::qemu
