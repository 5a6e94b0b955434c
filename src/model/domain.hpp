// SPDX-License-Identifier: LGPL-2.1-or-later
// The definition of a domain: the root of the model. A plain value; copy it, compare it, change it.
// Reading and writing: model/domain_xml.hpp.
#pragma once

#include "base/uuid.hpp"
#include "model/cpu.hpp"
#include "model/devices.hpp"
#include "model/graphics.hpp"
#include "model/interface.hpp"
#include "model/platform.hpp"
#include "model/tuning.hpp"

namespace vireo::model {

enum class DomainType {
  none,
  qemu,
  kqemu,
  kvm,
  xen,
  lxc,
  uml,
  openvz,
  test,
  vmware,
  hyperv,
  vbox,
  phyp,
  parallels,
  bhyve,
  vz,
  hvf
};

enum class LifecycleAction {
  absent,
  destroy,
  restart,
  rename_restart,
  preserve,
  coredump_destroy,
  coredump_restart
};
enum class LockFailureAction { absent, poweroff, restart, pause, ignore };

struct Vcpus {
  enum class Placement { absent, static_, auto_ };
  unsigned maximum = 0;  ///< 0 only before completion
  unsigned current = 0;  ///< 0: all
  Placement placement = Placement::absent;
  std::string cpuset;
  bool operator==(const Vcpus&) const = default;

  unsigned online() const noexcept { return current != 0 ? current : maximum; }
};

struct MemoryBacking {
  enum class Source { absent, file, anonymous, memfd };
  enum class Access { absent, shared, private_ };
  enum class Allocation { absent, immediate, ondemand };
  struct Page {
    std::uint64_t size = 0;  ///< KiB; 0: the system's default size
    std::string nodeset;
    bool operator==(const Page&) const = default;
  };
  bool hugepages = false;
  std::vector<Page> pages;
  bool nosharepages = false;
  bool locked = false;
  Source source = Source::absent;
  Access access = Access::absent;
  Allocation allocation = Allocation::absent;
  unsigned allocation_threads = 0;
  bool discard = false;
  bool operator==(const MemoryBacking&) const = default;
};

/// Limits in KiB; 0: none said.
struct MemoryTune {
  std::uint64_t hard_limit = 0, soft_limit = 0, min_guarantee = 0, swap_hard_limit = 0;
  bool operator==(const MemoryTune&) const = default;
};

/// <qemu:commandline>: what is handed to QEMU beside its own command line.
struct QemuCommandLine {
  struct Variable {
    std::string name;
    std::optional<std::string> value;
    bool operator==(const Variable&) const = default;
  };
  std::vector<std::string> arguments;
  std::vector<Variable> environment;
  bool operator==(const QemuCommandLine&) const = default;
};

/// An element of libvirt's that this model does not take apart yet: kept as it was written, so that it is
/// neither lost nor silently left out of a guest.
struct KeptElement {
  std::string name;
  RawXml whole;
  bool operator==(const KeptElement&) const = default;
};

struct Domain {
  DomainType type = DomainType::none;
  int id = -1;  ///< -1: not running
  std::string name;
  Uuid uuid;                         ///< nil only before completion
  std::optional<std::string> genid;  ///< UUID, or "" to have one made at start
  std::string title;
  std::string description;
  RawXml metadata;

  std::uint64_t max_memory = 0;  ///< KiB, with hotplug; 0: none
  unsigned memory_slots = 0;
  std::uint64_t memory = 0;          ///< KiB; what the guest boots with, hotplugged modules included
  std::uint64_t current_memory = 0;  ///< KiB; balloon target
  Switch dump_core = Switch::absent;
  MemoryBacking memory_backing;
  MemoryTune memory_tune;
  Vcpus vcpus;
  std::vector<VcpuState> vcpu_states;
  unsigned iothreads = 0;
  std::vector<IoThread> iothread_ids;
  CpuTune cpu_tune;
  NumaTune numa_tune;
  std::string resource_partition;

  std::string bootloader;
  bool bootloader_given = false;  ///< an empty <bootloader/> means the hypervisor's own
  std::string bootloader_args;
  Os os;
  Features features;
  std::optional<Cpu> cpu;
  GuestClock clock;
  LifecycleAction on_poweroff = LifecycleAction::absent;
  LifecycleAction on_reboot = LifecycleAction::absent;
  LifecycleAction on_crash = LifecycleAction::absent;
  LockFailureAction on_lockfailure = LockFailureAction::absent;
  PowerManagement pm;

  std::string emulator;
  std::vector<Disk> disks;
  std::vector<Controller> controllers;
  std::vector<Interface> interfaces;
  std::vector<Serial> serials;
  std::vector<Parallel> parallels;
  std::vector<Console> consoles;
  std::vector<Channel> channels;
  std::vector<Input> inputs;
  std::vector<Tpm> tpms;
  std::vector<Graphics> graphics;
  std::vector<Sound> sounds;
  std::vector<Audio> audios;
  std::vector<Video> videos;
  std::vector<RedirectedDevice> redirected_devices;
  std::vector<Hub> hubs;
  std::vector<Watchdog> watchdogs;
  std::optional<MemoryBalloon> memory_balloon;
  std::vector<Rng> rngs;
  std::vector<Panic> panics;
  std::optional<Vsock> vsock;

  std::vector<KeptElement> kept;  ///< anywhere below <domain> and <devices>, in the order of their rows
  std::vector<SecurityLabel> security_labels;
  std::optional<QemuCommandLine> qemu_command_line;

  bool operator==(const Domain&) const = default;
};

}  // namespace vireo::model
