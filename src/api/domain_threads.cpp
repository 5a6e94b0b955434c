// SPDX-License-Identifier: LGPL-2.1-or-later
// Where the host runs a domain's threads, its I/O threads, and single settings.
#include <algorithm>

#include "api/params.hpp"
#include "driver/tuning.hpp"

using namespace vireo::api;
namespace driver = vireo::driver;
using driver::Tuning;

namespace {

driver::Opaque<2048> map_of(const unsigned char* map, int length) { return {{map, map + length}}; }

template <class C>
void check_map(const C& self, const unsigned char* map, int length) {
  self.not_null(map, "cpumap");
  positive(self, length, "maplen");
}

/// What the answer leaves out is zero.
void copy_map(const std::vector<unsigned char>& from, unsigned char* to, std::size_t length) {
  const auto count = std::min(from.size(), length);
  std::fill(std::copy_n(from.begin(), count, to), to + length, 0);
}

/// Which of virDomainLifecycle's events may have which action.
void check_lifecycle(unsigned type, unsigned action) {
  constexpr std::array events = {"poweroff", "reboot", "crash"};
  constexpr std::array actions = {"destroy",  "restart",          "rename-restart",
                                  "preserve", "coredump-destroy", "coredump-restart"};
  if (type >= events.size())
    throw vireo::error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "invalid lifecycle type '{}'", type);
  if (action >= actions.size())
    throw vireo::error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "invalid lifecycle action '{}'", action);
  if (type != VIR_DOMAIN_LIFECYCLE_CRASH && action >= VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY)
    throw vireo::error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN,
                       "Lifecycle event '{}' doesn't support '{}' action", events[type], actions[action]);
}

virDomainIOThreadInfoPtr thread_info(const driver::IoThreadInfo& from) {
  auto* info = static_cast<virDomainIOThreadInfoPtr>(std::calloc(1, sizeof(virDomainIOThreadInfo)));
  const auto& map = from.cpu_map.bytes;
  auto* copy = static_cast<unsigned char*>(std::calloc(map.size() + 1, 1));
  if (!info || !copy) {
    std::free(info);
    std::free(copy);
    throw std::bad_alloc();
  }
  std::copy(map.begin(), map.end(), copy);
  *info = {from.id, copy, static_cast<int>(map.size())};
  return info;
}

}  // namespace

extern "C" {

int virDomainPinVcpu(virDomainPtr domain, unsigned int vcpu, unsigned char* cpumap, int maplen) {
  return call(domain, Access::write, [=](auto& self) {
    check_map(self, cpumap, maplen);
    self.template run<&Tuning::pin_vcpu>(vcpu, map_of(cpumap, maplen));
  });
}

int virDomainPinVcpuFlags(virDomainPtr domain, unsigned int vcpu, unsigned char* cpumap, int maplen,
                          unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    check_map(self, cpumap, maplen);
    self.template run<&Tuning::pin_vcpu_flags>(vcpu, map_of(cpumap, maplen), flags);
  });
}

int virDomainGetVcpuPinInfo(virDomainPtr domain, int ncpumaps, unsigned char* cpumaps, int maplen,
                            unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(cpumaps, "cpumaps");
    positive(self, ncpumaps, "ncpumaps");
    positive(self, maplen, "maplen");
    int size = 0;
    if (__builtin_mul_overflow(ncpumaps, maplen, &size))
      throw vireo::error(VIR_ERR_OVERFLOW, VIR_FROM_DOMAIN, "input too large: {} * {}", ncpumaps, maplen);
    not_live_and_config(self, flags);
    const auto found = self.template run<&Tuning::vcpu_pin_info>(ncpumaps, maplen, flags);
    copy_map(found.items.bytes, cpumaps, size);
    return std::min(found.count, ncpumaps);
  });
}

int virDomainPinEmulator(virDomainPtr domain, unsigned char* cpumap, int maplen, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    check_map(self, cpumap, maplen);
    self.template run<&Tuning::pin_emulator>(map_of(cpumap, maplen), flags);
  });
}

int virDomainGetEmulatorPinInfo(virDomainPtr domain, unsigned char* cpumap, int maplen, unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    check_map(self, cpumap, maplen);
    not_live_and_config(self, flags);
    const auto found = self.template run<&Tuning::emulator_pin_info>(maplen, flags);
    copy_map(found.items.bytes, cpumap, maplen);
    return found.count;
  });
}

int virDomainGetIOThreadInfo(virDomainPtr dom, virDomainIOThreadInfoPtr** info, unsigned int flags) {
  return call(dom, Access::read, [=](auto& self) {
    self.not_null(info, "info");
    *info = nullptr;
    not_live_and_config(self, flags);
    const auto found = self.template run<&Tuning::iothread_info>(flags);
    auto** array = static_cast<virDomainIOThreadInfoPtr*>(
        std::calloc(found.items.size() + 1, sizeof(virDomainIOThreadInfoPtr)));
    if (!array) throw std::bad_alloc();
    std::transform(found.items.begin(), found.items.end(), array, thread_info);
    *info = array;
    return static_cast<int>(found.items.size());
  });
}

int virDomainPinIOThread(virDomainPtr domain, unsigned int iothread_id, unsigned char* cpumap, int maplen,
                         unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    check_map(self, cpumap, maplen);
    self.template run<&Tuning::pin_iothread>(iothread_id, map_of(cpumap, maplen), flags);
  });
}

int virDomainAddIOThread(virDomainPtr domain, unsigned int iothread_id, unsigned int flags) {
  return call(domain, Access::write, runs<&Tuning::add_iothread>(iothread_id, flags));
}

int virDomainDelIOThread(virDomainPtr domain, unsigned int iothread_id, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_zero(iothread_id, "iothread_id");
    self.template run<&Tuning::del_iothread>(iothread_id, flags);
  });
}

int virDomainSetIOThreadParams(virDomainPtr domain, unsigned int iothread_id, virTypedParameterPtr params,
                               int nparams, unsigned int flags) {
  return call(
      domain, Access::write,
      sets_params<&Tuning::set_iothread_params>(params, nparams, std::make_tuple(iothread_id), flags));
}

int virDomainSetVcpu(virDomainPtr domain, const char* vcpumap, int state, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_null(vcpumap, "vcpumap");
    self.template run<&Tuning::set_vcpu>(vcpumap, state, flags);
  });
}

int virDomainSetBlockThreshold(virDomainPtr domain, const char* dev, unsigned long long threshold,
                               unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_null(dev, "dev");
    self.template run<&Tuning::set_block_threshold>(dev, threshold, flags);
  });
}

int virDomainSetLifecycleAction(virDomainPtr domain, unsigned int type, unsigned int action,
                                unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    check_lifecycle(type, action);
    self.template run<&Tuning::set_lifecycle_action>(type, action, flags);
  });
}

int virDomainSetMemoryStatsPeriod(virDomainPtr domain, int period, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_negative(period, "period");
    self.template run<&Tuning::set_memory_stats_period>(period, flags);
  });
}
}
