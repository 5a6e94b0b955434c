// SPDX-License-Identifier: LGPL-2.1-or-later
// One function for each QMP command in use. They build the arguments and take the answer apart; an answer of
// the wrong shape is VIR_ERR_INTERNAL_ERROR.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drivers/qemu/monitor.hpp"

namespace vireo::qemu::qmp {

struct Status {
  bool running = false;
  std::string status;  ///< QEMU's run state: "running", "paused", "prelaunch", "shutdown" …
};
struct CharDevice {
  std::string label;
  std::string filename;  ///< e.g. "pty:/dev/pts/3"
};
struct MachineType {
  std::string name, alias, default_cpu, default_ram_id;
  int max_cpus = 0;
  bool is_default = false, hotpluggable_cpus = false, deprecated = false;
};
struct CpuModel {
  std::string name, type_name;
  bool deprecated = false;
  std::optional<bool> usable;  ///< unknown without an accelerator
  std::vector<std::string> blockers;
};
struct KvmState {
  bool enabled = false, present = false;
};

Task<Status> query_status(Monitor& monitor, Deadline deadline);
Task<std::vector<CharDevice>> query_chardev(Monitor& monitor, Deadline deadline);
/// Thread ids of the processors, by index.
Task<std::vector<int>> query_cpus_fast(Monitor& monitor, Deadline deadline);
Task<void> cont(Monitor& monitor, Deadline deadline);
Task<void> stop(Monitor& monitor, Deadline deadline);
Task<void> system_powerdown(Monitor& monitor, Deadline deadline);
Task<void> system_reset(Monitor& monitor, Deadline deadline);
Task<void> quit(Monitor& monitor, Deadline deadline);
Task<void> balloon(Monitor& monitor, std::uint64_t bytes, Deadline deadline);
Task<std::uint64_t> query_balloon(Monitor& monitor, Deadline deadline);  ///< bytes

/// `protocol`: "vnc"; `connected`: what happens to those who are there already, "" for QEMU's default.
Task<void> set_password(Monitor& monitor, std::string protocol, std::string password, std::string connected,
                        Deadline deadline);
/// `time`: "now", "never", "+SECONDS".
Task<void> expire_password(Monitor& monitor, std::string protocol, std::string time, Deadline deadline);
Task<void> set_link(Monitor& monitor, std::string device, bool up, Deadline deadline);
/// How often the guest is asked for its statistics, in seconds.
Task<void> set_balloon_period(Monitor& monitor, std::string device, unsigned seconds, Deadline deadline);

Task<std::string> query_target(Monitor& monitor, Deadline deadline);
Task<KvmState> query_kvm(Monitor& monitor, Deadline deadline);
Task<std::vector<MachineType>> query_machines(Monitor& monitor, Deadline deadline);
Task<std::vector<CpuModel>> query_cpu_definitions(Monitor& monitor, Deadline deadline);
/// Names of the types that implement `interface` and are not abstract.
Task<std::vector<std::string>> qom_list_types(Monitor& monitor, std::string interface, Deadline deadline);

/// The pure half of the above, for answers recorded earlier.
Status parse_status(const boost::json::value& answer);
std::vector<CharDevice> parse_chardev(const boost::json::value& answer);
std::vector<int> parse_cpus(const boost::json::value& answer);
std::string parse_target(const boost::json::value& answer);
KvmState parse_kvm(const boost::json::value& answer);
std::vector<MachineType> parse_machines(const boost::json::value& answer);
std::vector<CpuModel> parse_cpu_definitions(const boost::json::value& answer);
std::vector<std::string> parse_types(const boost::json::value& answer);

}  // namespace vireo::qemu::qmp
