// SPDX-License-Identifier: LGPL-2.1-or-later
// Reading: every answer comes from what the instance knows already; nothing here waits for QEMU or for a job.
#include <libvirt/libvirt.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "base/error.hpp"
#include "driver/domain_filter.hpp"
#include "driver/flags.hpp"
#include "drivers/qemu/connect.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_QEMU);
}

struct ThreadUse {
  std::uint64_t time = 0;  ///< ns
  int cpu = 0;
};

/// Of a process or, with `thread`, of one of its threads.
ThreadUse use_of(pid_t process, std::optional<int> thread = {}) {
  std::ifstream file(thread ? fmt::format("/proc/{}/task/{}/stat", process, *thread)
                            : fmt::format("/proc/{}/stat", process));
  std::string text{std::istreambuf_iterator<char>(file), {}};
  std::size_t name_end = text.rfind(')');
  if (name_end == std::string::npos) return {};
  std::istringstream fields(text.substr(name_end + 2));
  std::string field;
  ThreadUse use;
  const std::uint64_t tick = 1'000'000'000ull / static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK));
  for (int number = 3; fields >> field; ++number) {
    if (number == 14 || number == 15) use.time += std::stoull(field) * tick;
    if (number == 39) use.cpu = std::stoi(field);
  }
  return use;
}

driver::DomainFacts facts(const Domain& domain) {
  return {.active = domain.active(),
          .persistent = domain.persistent,
          .managed_save = false,
          .autostart = domain.autostart,
          .has_snapshot = false,
          .has_checkpoint = false,
          .state = domain.state.state};
}

}  // namespace

Task<std::int32_t> QemuDomains::count_active() {
  std::int32_t count = 0;
  for (const auto& [name, domain] : instance_.by_name()) count += domain->active();
  co_return count;
}

Task<driver::List<std::int32_t, driver::domain_list_max>> QemuDomains::active_ids(std::int32_t max) {
  driver::List<std::int32_t, driver::domain_list_max> ids;
  for (const auto& [name, domain] : instance_.by_name())
    if (domain->active() && std::cmp_less(ids.size(), max)) ids.push_back(domain->id());
  co_return ids;
}

Task<std::int32_t> QemuDomains::count_defined() {
  std::int32_t count = 0;
  for (const auto& [name, domain] : instance_.by_name()) count += !domain->active() && domain->persistent;
  co_return count;
}

Task<driver::List<std::string, driver::domain_list_max>> QemuDomains::defined_names(std::int32_t max) {
  driver::List<std::string, driver::domain_list_max> names;
  for (const auto& [name, domain] : instance_.by_name())
    if (!domain->active() && domain->persistent && std::cmp_less(names.size(), max)) names.push_back(name);
  co_return names;
}

Task<driver::DomainList> QemuDomains::list(std::int32_t need_results, std::uint32_t flags) {
  check(flags, driver::domain_filter_flags, "qemuConnectListAllDomains");
  driver::DomainList result;
  for (const auto& [name, domain] : instance_.by_name()) {
    if (!domain->persistent && !domain->active()) continue;  // a transient one that is only starting
    if (!driver::matches(facts(*domain), flags)) continue;
    ++result.count;
    if (need_results) result.domains.push_back(domain->ref());
  }
  co_return result;
}

Task<driver::DomainRef> QemuDomains::lookup_by_id(std::int32_t id) {
  DomainPtr domain = instance_.find_id(id);
  if (!domain) throw error(VIR_ERR_NO_DOMAIN, VIR_FROM_QEMU, "no domain with matching id {}", id);
  co_return domain->ref();
}

Task<driver::DomainRef> QemuDomains::lookup_by_name(std::string name) {
  DomainPtr domain = instance_.find(name);
  if (!domain) throw error(VIR_ERR_NO_DOMAIN, VIR_FROM_QEMU, "no domain with matching name '{}'", name);
  co_return domain->ref();
}

Task<driver::DomainRef> QemuDomains::lookup_by_uuid(Uuid uuid) {
  DomainPtr domain = instance_.find(uuid);
  if (!domain)
    throw error(VIR_ERR_NO_DOMAIN, VIR_FROM_QEMU, "no domain with matching uuid '{}'", uuid.to_string());
  co_return domain->ref();
}

Task<std::string> QemuDomains::xml(driver::DomainRef ref, std::uint32_t flags) {
  check(
      flags,
      VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_UPDATE_CPU | VIR_DOMAIN_XML_MIGRATABLE,
      "qemuDomainGetXMLDesc");
  DomainPtr domain = instance_.require(ref);
  bool inactive = flags & (VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE) || !domain->active();
  Definition definition = flags & VIR_DOMAIN_XML_INACTIVE && domain->persistent ? instance_.config(*domain)
                                                                                : instance_.current(*domain);
  if (!definition)
    throw error(VIR_ERR_NO_DOMAIN, VIR_FROM_QEMU, "domain '{}' is just starting", domain->name);
  co_return model::format_domain(*definition, {.secure = (flags & VIR_DOMAIN_XML_SECURE) != 0,
                                               .inactive = inactive,
                                               .migratable = (flags & VIR_DOMAIN_XML_MIGRATABLE) != 0});
}

Task<driver::DomainInfo> QemuDomains::info(driver::DomainRef ref) {
  DomainPtr domain = instance_.require(ref);
  driver::DomainInfo info{.state = static_cast<std::uint8_t>(domain->state.state)};
  Definition definition = instance_.current(*domain);
  if (!definition) co_return info;
  info.max_memory = definition->memory;
  info.memory = definition->current_memory ? definition->current_memory : definition->memory;
  info.vcpus = static_cast<std::uint16_t>(definition->vcpus.online());
  if (domain->active()) info.cpu_time = use_of(domain->running->process.pid()).time;
  co_return info;
}

Task<driver::DomainState> QemuDomains::state(driver::DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "qemuDomainGetState");
  co_return instance_.require(ref)->state;
}

Task<driver::ControlInfo> QemuDomains::control_info(driver::DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "qemuDomainGetControlInfo");
  DomainPtr domain = instance_.require(ref);
  Running& running = instance_.running(*domain);
  driver::ControlInfo info{.state = VIR_DOMAIN_CONTROL_OK};
  auto since = [](Clock::time_point time) {
    return static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - time).count());
  };
  if (running.monitor->closed() || running.monitor->unanswered()) {
    info.state = VIR_DOMAIN_CONTROL_ERROR;
    info.details = VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR;
  } else if (auto waiting = running.monitor->waiting_since()) {
    info.state = VIR_DOMAIN_CONTROL_OCCUPIED;
    info.state_time = since(*waiting);
  } else if (const auto& job = domain->jobs.current()) {
    info.state = VIR_DOMAIN_CONTROL_JOB;
    info.state_time = since(job->since);
  }
  co_return info;
}

Task<std::string> QemuDomains::os_type(driver::DomainRef ref) {
  DomainPtr domain = instance_.require(ref);
  Definition definition = instance_.current(*domain);
  co_return definition ? std::string(model::name_of(definition->os.type)) : std::string("hvm");
}

Task<std::uint64_t> QemuDomains::max_memory(driver::DomainRef ref) {
  DomainPtr domain = instance_.require(ref);
  Definition definition = instance_.current(*domain);
  co_return definition ? definition->memory : 0;
}

Task<std::int32_t> QemuDomains::max_vcpus(driver::DomainRef ref) {
  return vcpus(std::move(ref), static_cast<std::uint32_t>(VIR_DOMAIN_AFFECT_LIVE) | VIR_DOMAIN_VCPU_MAXIMUM);
}

Task<std::int32_t> QemuDomains::vcpus(driver::DomainRef ref, std::uint32_t flags) {
  check(flags, 3u | VIR_DOMAIN_VCPU_MAXIMUM | VIR_DOMAIN_VCPU_GUEST, "qemuDomainGetVcpusFlags");
  DomainPtr domain = instance_.require(ref);
  if (flags & VIR_DOMAIN_VCPU_GUEST) {
    instance_.running(*domain);
    throw Error(VIR_ERR_AGENT_UNRESPONSIVE, VIR_FROM_QEMU, "QEMU guest agent is not configured");
  }
  Affected which = affected(*domain, flags & 3u);
  Definition definition = which.live ? domain->running->live : instance_.config(*domain);
  co_return static_cast<std::int32_t>(flags & VIR_DOMAIN_VCPU_MAXIMUM ? definition->vcpus.maximum
                                                                      : definition->vcpus.online());
}

Task<driver::Vcpus> QemuDomains::vcpu_info(driver::DomainRef ref, std::int32_t max_info,
                                           std::int32_t map_length) {
  DomainPtr domain = instance_.require(ref);
  if (!domain->active())
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU,
                "cannot retrieve vcpu information for inactive domain");
  const Running& running = *domain->running;
  driver::Vcpus result;
  std::size_t count =
      std::min<std::size_t>(running.live->vcpus.online(), static_cast<std::size_t>(std::max(max_info, 0)));
  std::vector<bool> host = cpu_map();
  for (std::size_t i = 0; i < count; ++i) {
    driver::VcpuInfo info{.number = static_cast<std::uint32_t>(i), .state = VIR_VCPU_RUNNING};
    if (i < running.vcpu_threads.size()) {
      ThreadUse use = use_of(running.process.pid(), running.vcpu_threads[i]);
      info.cpu_time = use.time;
      info.cpu = use.cpu;
    }
    result.info.push_back(info);
    for (std::int32_t byte = 0; byte < map_length; ++byte) {
      unsigned char bits = 0;
      for (std::size_t bit = 0; bit < 8; ++bit) {
        std::size_t cpu = static_cast<std::size_t>(byte) * 8 + bit;
        if (cpu < host.size() && host[cpu]) bits = static_cast<unsigned char>(bits | (1u << bit));
      }
      result.maps.bytes.push_back(bits);
    }
  }
  co_return result;
}

Task<std::int32_t> QemuDomains::autostart(driver::DomainRef ref) {
  co_return instance_.require(ref)->autostart;
}
Task<std::int32_t> QemuDomains::is_active(driver::DomainRef ref) {
  co_return instance_.require(ref)->active();
}
Task<std::int32_t> QemuDomains::is_persistent(driver::DomainRef ref) {
  co_return instance_.require(ref)->persistent;
}
Task<std::int32_t> QemuDomains::is_updated(driver::DomainRef ref) {
  co_return instance_.require(ref)->updated;
}

Task<std::int32_t> QemuDomains::has_managed_save(driver::DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "qemuDomainHasManagedSaveImage");
  instance_.require(ref);
  co_return 0;
}

Task<driver::SecurityLabel> QemuDomains::security_label(driver::DomainRef ref) {
  instance_.require(ref);
  co_return driver::SecurityLabel{};
}

Task<std::string> QemuDomains::hostname(driver::DomainRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_GET_HOSTNAME_LEASE | VIR_DOMAIN_GET_HOSTNAME_AGENT, "qemuDomainGetHostname");
  DomainPtr domain = instance_.require(ref);
  instance_.running(*domain);
  throw Error(VIR_ERR_AGENT_UNRESPONSIVE, VIR_FROM_QEMU, "QEMU guest agent is not configured");
}

}  // namespace vireo::qemu
