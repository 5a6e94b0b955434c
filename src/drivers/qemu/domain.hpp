// SPDX-License-Identifier: LGPL-2.1-or-later
// One domain of the driver. Everything readers look at is a value or a shared_ptr to a constant one, replaced
// whole; the Running part exists only while there is a process. Owned by the instance's index, kept alive by
// operations under way.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/process.hpp"
#include "base/uuid.hpp"
#include "driver/types.hpp"
#include "drivers/qemu/emulator.hpp"
#include "drivers/qemu/fd_stream.hpp"
#include "drivers/qemu/jobs.hpp"
#include "drivers/qemu/monitor.hpp"
#include "drivers/qemu/status.hpp"
#include "model/domain.hpp"

namespace vireo::qemu {

using Definition = std::shared_ptr<const model::Domain>;

/// What exists only while the guest's process does.
struct Running {
  Definition live;
  Process process;
  std::shared_ptr<Monitor> monitor;
  std::filesystem::path directory;  ///< lib/qemu/domain-ID-NAME
  std::vector<int> vcpu_threads;
  std::vector<OwnerChange> owners;  ///< given back when it ends
  bool booted = false;              ///< the start is complete: the domain counts as active
  bool fake_reboot = false;         ///< the next power-off is the first half of a reboot
  bool guest_shutdown = false;      ///< QEMU said that the guest is off
  bool destroying = false;          ///< the user is ending it
  bool ending = false;              ///< its end is being dealt with
  std::weak_ptr<Line> console;      ///< who uses it
  AsyncEvent exited;                ///< the process is gone
  AsyncEvent ended;                 ///< everything of it is cleaned up
};

struct Domain {
  std::string name;
  Uuid uuid;
  std::filesystem::path file;  ///< of the definition; empty: transient
  Definition config;           ///< null until somebody needs it, or transient
  bool persistent = false;
  bool autostart = false;
  bool updated = false;
  driver::DomainState state{5, 0};
  JobQueue jobs;
  std::shared_ptr<Running> running;

  bool active() const noexcept { return running && running->booted; }
  std::int32_t id() const noexcept { return active() ? running->live->id : -1; }
  driver::DomainRef ref() const { return {.name = name, .uuid = uuid, .id = id()}; }
};

using DomainPtr = std::shared_ptr<Domain>;

}  // namespace vireo::qemu
