// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/pinning.hpp"

#include <sched.h>

#include <algorithm>
#include <string>

#include "base/error.hpp"
#include "base/files.hpp"
#include "model/cpuset.hpp"

namespace vireo::qemu {
namespace {

void pin(int thread, const std::string& cpuset) {
  cpu_set_t mask;
  CPU_ZERO(&mask);
  for (unsigned number : model::parse_cpuset(cpuset).value_or(std::vector<unsigned>{}))
    if (number < CPU_SETSIZE) CPU_SET(number, &mask);
  if (::sched_setaffinity(thread, sizeof mask, &mask) == 0 || errno == ESRCH) return;
  throw system_error(errno, VIR_FROM_QEMU,
                     fmt::format("cannot set CPU affinity of thread {} to '{}'", thread, cpuset));
}

std::vector<int> threads_of(pid_t process) {
  std::vector<int> threads;
  for (const std::string& name : list_directory(fmt::format("/proc/{}/task", process)))
    threads.push_back(std::stoi(name));
  return threads;
}

}  // namespace

void pin_threads(const model::Domain& live, pid_t process, const std::vector<int>& vcpus) {
  const std::string& everywhere = live.vcpus.cpuset;
  const std::string& emulator = live.cpu_tune.emulator_pin;
  if (everywhere.empty() && emulator.empty() && live.cpu_tune.vcpu_pins.empty()) return;
  for (int thread : threads_of(process)) {
    const bool vcpu = std::ranges::find(vcpus, thread) != vcpus.end();
    if (!vcpu && !emulator.empty())
      pin(thread, emulator);
    else if (!everywhere.empty())
      pin(thread, everywhere);
  }
  for (const model::CpuTune::Pin& each : live.cpu_tune.vcpu_pins)
    if (each.id < vcpus.size()) pin(vcpus[each.id], each.cpuset);
}

}  // namespace vireo::qemu
