// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/state.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>
#include <chrono>

#include "base/machine.hpp"
#include "driver/flags.hpp"
#include "driver/metadata.hpp"
#include "model/domain_xml.hpp"

namespace vireo::test_driver {

using driver::DomainRef;

namespace {

// Time used stands for time passed: it grows, and no two readings are equal.
std::uint64_t microseconds() {
  using namespace std::chrono;
  return static_cast<std::uint64_t>(
      duration_cast<std::chrono::microseconds>(system_clock::now().time_since_epoch()).count());
}

[[noreturn]] void no_domain() { throw Error(VIR_ERR_NO_DOMAIN, VIR_FROM_TEST, ""); }

const model::Domain& definition(const Domain& domain, std::uint32_t flags) {
  return driver::reads_live(flags, domain.active(), domain.persistent()) ? *domain.live : *domain.config;
}

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

/// The processors a virtual one may run on: those of the definition, or all.
std::vector<int> allowed_cpus(const model::Domain& definition, int host_cpus) {
  std::vector<int> cpus;
  if (!definition.vcpus.cpuset.empty())
    cpus = parse_cpu_list(definition.vcpus.cpuset);
  else
    for (int cpu = 0; cpu < host_cpus; ++cpu) cpus.push_back(cpu);
  std::erase_if(cpus, [&](int cpu) { return cpu >= host_cpus; });
  return cpus;
}

}  // namespace

Task<std::int32_t> Domains::count_active() {
  auto& all = hypervisor_.domains();
  co_return static_cast<std::int32_t>(
      std::count_if(all.begin(), all.end(), [](const auto& entry) { return entry.second.active(); }));
}

Task<driver::List<std::int32_t, driver::domain_list_max>> Domains::active_ids(std::int32_t max) {
  driver::List<std::int32_t, driver::domain_list_max> ids;
  for (const auto& [uuid, domain] : hypervisor_.domains())
    if (domain.active() && std::ssize(ids) < max) ids.push_back(domain.live->id);
  co_return ids;
}

Task<std::int32_t> Domains::count_defined() {
  co_return static_cast<std::int32_t>(hypervisor_.domains().size()) - co_await count_active();
}

Task<driver::List<std::string, driver::domain_list_max>> Domains::defined_names(std::int32_t max) {
  driver::List<std::string, driver::domain_list_max> names;
  for (const auto& [uuid, domain] : hypervisor_.domains())
    if (!domain.active() && std::ssize(names) < max) names.push_back(domain.config->name);
  co_return names;
}

Task<driver::DomainList> Domains::list(std::int32_t need_results, std::uint32_t flags) {
  check(flags, driver::domain_filter_flags, "testConnectListAllDomains");
  driver::DomainList list;
  for (const auto& [uuid, domain] : hypervisor_.domains()) {
    if (!driver::matches(domain.facts(), flags)) continue;
    ++list.count;
    if (need_results) list.domains.push_back(domain.ref());
  }
  co_return list;
}

Task<DomainRef> Domains::lookup_by_id(std::int32_t id) {
  for (const auto& [uuid, domain] : hypervisor_.domains())
    if (domain.active() && domain.live->id == id) co_return domain.ref();
  no_domain();
}

Task<DomainRef> Domains::lookup_by_name(std::string name) {
  if (const Domain* domain = hypervisor_.find_name(name)) co_return domain->ref();
  no_domain();
}

Task<DomainRef> Domains::lookup_by_uuid(Uuid uuid) {
  auto found = hypervisor_.domains().find(uuid);
  if (found == hypervisor_.domains().end()) no_domain();
  co_return found->second.ref();
}

Task<std::string> Domains::xml(DomainRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE,
        "testDomainGetXMLDesc");
  const Domain& domain = hypervisor_.find(ref);
  bool inactive = flags & VIR_DOMAIN_XML_INACTIVE;
  const auto& definition = inactive && domain.config ? *domain.config : domain.current();
  co_return model::format_domain(definition, {.secure = (flags & VIR_DOMAIN_XML_SECURE) != 0,
                                              .inactive = inactive,
                                              .migratable = (flags & VIR_DOMAIN_XML_MIGRATABLE) != 0});
}

Task<driver::DomainInfo> Domains::info(DomainRef ref) {
  const Domain& domain = hypervisor_.find(ref);
  const auto& definition = domain.current();
  co_return driver::DomainInfo{.state = static_cast<std::uint8_t>(domain.state.state),
                               .max_memory = definition.memory,
                               .memory = definition.current_memory,
                               .vcpus = static_cast<std::uint16_t>(definition.vcpus.online()),
                               .cpu_time = microseconds() * 1000};
}

Task<driver::DomainState> Domains::state(DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainGetState");
  co_return hypervisor_.find(ref).state;
}

Task<driver::ControlInfo> Domains::control_info(DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainGetControlInfo");
  if (!hypervisor_.find(ref).active()) throw driver::not_running();
  co_return driver::ControlInfo{};
}

Task<std::string> Domains::os_type(DomainRef ref) {
  hypervisor_.find(ref);
  co_return "linux";
}

Task<std::uint64_t> Domains::max_memory(DomainRef ref) { co_return hypervisor_.find(ref).current().memory; }

Task<std::int32_t> Domains::max_vcpus(DomainRef ref) {
  return vcpus(std::move(ref), VIR_DOMAIN_VCPU_LIVE | VIR_DOMAIN_VCPU_MAXIMUM);
}

Task<std::int32_t> Domains::vcpus(DomainRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_VCPU_LIVE | VIR_DOMAIN_VCPU_CONFIG | VIR_DOMAIN_VCPU_MAXIMUM,
        "testDomainGetVcpusFlags");
  const auto& vcpus = definition(hypervisor_.find(ref), flags).vcpus;
  co_return static_cast<std::int32_t>(flags & VIR_DOMAIN_VCPU_MAXIMUM ? vcpus.maximum : vcpus.online());
}

Task<driver::Vcpus> Domains::vcpu_info(DomainRef ref, std::int32_t max_info, std::int32_t map_length) {
  const Domain& domain = hypervisor_.find(ref);
  if (!domain.active())
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "cannot list vcpus for an inactive domain");
  auto cpus = allowed_cpus(*domain.live, static_cast<int>(hypervisor_.node().active));
  std::vector<unsigned char> map(static_cast<std::size_t>(std::max(map_length, 0)));
  for (int cpu : cpus)
    if (static_cast<std::size_t>(cpu / 8) < map.size()) map[cpu / 8] |= 1 << cpu % 8;
  driver::Vcpus vcpus;
  auto count = std::min(static_cast<std::int32_t>(domain.live->vcpus.online()), max_info);
  for (std::int32_t i = 0; i < count; ++i) {
    vcpus.info.push_back({.number = static_cast<std::uint32_t>(i),
                          .state = VIR_VCPU_RUNNING,
                          .cpu_time = microseconds() / 10,
                          .cpu = cpus.empty() ? 0 : cpus.back()});
    vcpus.maps.bytes.insert(vcpus.maps.bytes.end(), map.begin(), map.end());
  }
  co_return vcpus;
}

Task<std::int32_t> Domains::autostart(DomainRef ref) { co_return hypervisor_.find(ref).autostart; }
Task<std::int32_t> Domains::is_active(DomainRef ref) { co_return hypervisor_.find(ref).active(); }
Task<std::int32_t> Domains::is_persistent(DomainRef ref) { co_return hypervisor_.find(ref).persistent(); }

// Like the incumbent's, which never marks a domain of this driver as updated.
Task<std::int32_t> Domains::is_updated(DomainRef ref) {
  hypervisor_.find(ref);
  co_return 0;
}

Task<std::int32_t> Domains::has_managed_save(DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainHasManagedSaveImage");
  co_return hypervisor_.find(ref).managed_save;
}

Task<driver::SecurityLabel> Domains::security_label(DomainRef ref) {
  driver::SecurityLabel label;
  if (hypervisor_.find(ref).active()) {
    constexpr std::string_view text = "libvirt-test";
    label.label.assign(text.begin(), text.end());
    label.enforcing = 1;
  }
  label.label.push_back('\0');
  co_return label;
}

Task<std::string> Domains::hostname(DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainGetHostname");
  const Domain& domain = hypervisor_.find(ref);
  if (!domain.active()) throw driver::not_running();
  co_return domain.live->name + "host";
}

Task<std::string> Domains::metadata(DomainRef ref, std::int32_t type, std::optional<std::string> uri,
                                    std::uint32_t flags) {
  check(flags, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG, "testDomainGetMetadata");
  co_return driver::get_metadata(definition(hypervisor_.find(ref), flags), type, uri.value_or(""));
}

}  // namespace vireo::test_driver
