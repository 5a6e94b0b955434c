// SPDX-License-Identifier: LGPL-2.1-or-later
// Checks of the machine that span elements, with the incumbent's codes.
#include <algorithm>
#include <set>

#include "model/complete.hpp"
#include "model/cpuset.hpp"

namespace vireo::model {

namespace {

template <class... Args>
[[noreturn]] void unsupported(fmt::format_string<Args...> format, Args&&... args) {
  throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN, format, std::forward<Args>(args)...);
}

/// What the declarations have read already; empty for nothing said.
std::vector<unsigned> numbers_in(const std::string& set) {
  return parse_cpuset(set).value_or(std::vector<unsigned>());
}

void validate_cells(const Domain& domain) {
  if (!domain.cpu) return;
  std::size_t count = 0;
  for (const NumaCell& cell : domain.cpu->numa) {
    const auto cpus = numbers_in(cell.cpus);
    count += cpus.size();
    if (count > domain.vcpus.maximum)
      throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN,
                  "Number of CPUs in <numa> exceeds the <vcpu> count");
    if (!cpus.empty() && cpus.back() >= domain.vcpus.maximum)
      throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "CPU IDs in <numa> exceed the <vcpu> count");
  }
}

void validate_vcpus(const Domain& domain) {
  if (domain.vcpus.current > domain.vcpus.maximum)
    unsupported("maximum vCPU count must not be less than current vCPU count ({} < {})", domain.vcpus.maximum,
                domain.vcpus.current);
  for (const auto& schedule : domain.cpu_tune.vcpu_schedules)
    for (const unsigned id : numbers_in(schedule.threads))
      if (id >= domain.vcpus.maximum) unsupported("vCPU '{}' is not present in domain definition", id);
}

/// Those named, and the lowest free numbers for the rest of them.
std::set<unsigned> iothreads_of(const Domain& domain) {
  std::set<unsigned> ids;
  for (const IoThread& thread : domain.iothread_ids) ids.insert(thread.id);
  for (unsigned next = 1; ids.size() < domain.iothreads; ++next) ids.insert(next);
  return ids;
}

void validate_iothreads(const Domain& domain) {
  const auto& tune = domain.cpu_tune;
  if (tune.iothread_schedules.empty() && tune.iothread_pins.empty()) return;
  const auto ids = iothreads_of(domain);
  const auto look = [&](unsigned id) {
    if (!ids.contains(id)) unsupported("Cannot find 'iothread' : {}", id);
  };
  for (const auto& schedule : tune.iothread_schedules)
    for (const unsigned id : numbers_in(schedule.threads)) look(id);
  for (const auto& pin : tune.iothread_pins) look(pin.id);
}

void validate_numa_tune(const Domain& domain) {
  using Placement = NumaTune::Placement;
  const NumaTune& tune = domain.numa_tune;
  if (tune.mode == NumaTune::Mode::absent && tune.placement == Placement::absent) return;
  const bool follows = tune.placement == Placement::absent && tune.nodeset.empty() &&
                       domain.vcpus.placement == Vcpus::Placement::auto_;
  const bool automatic = tune.placement == Placement::auto_ || follows;
  if (automatic && !tune.nodes.empty())
    unsupported("Per-node binding is not compatible with automatic NUMA placement.");
  if (!automatic && tune.nodeset.empty())
    unsupported("nodeset for NUMA memory tuning must be set if 'placement' is 'static'");
}

void validate_pages(const Domain& domain) {
  const std::size_t cells = domain.cpu ? domain.cpu->numa.size() : 0;
  for (const auto& page : domain.memory_backing.pages)
    for (const unsigned node : numbers_in(page.nodeset))
      if (node >= std::max<std::size_t>(cells, 1))
        throw error(VIR_ERR_XML_DETAIL, VIR_FROM_DOMAIN, "hugepages: node {} not found", node);
}

void validate_labels(const std::vector<SecurityLabel>& labels) {
  std::set<std::string> models;
  for (const SecurityLabel& label : labels)
    if (!models.insert(label.model).second)
      throw error(VIR_ERR_XML_DETAIL, VIR_FROM_DOMAIN, "seclabel for model {} is already provided",
                  label.model);
  if (labels.size() > 1 && models.contains(""))
    throw Error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "missing security model when using multiple labels");
}

void validate_texts(const Domain& domain) {
  if (domain.title.find('\n') != std::string::npos)
    throw Error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "Domain title can't contain newlines");
  constexpr unsigned first_cid = 3;
  if (domain.vsock && domain.vsock->auto_cid != Switch::yes && domain.vsock->cid != 0 &&
      domain.vsock->cid < first_cid)
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN, "guest CIDs must be >= {}", first_cid);
}

}  // namespace

void validate_domain(const Domain& domain) {
  validate_texts(domain);
  validate_vcpus(domain);
  validate_cells(domain);
  validate_iothreads(domain);
  validate_numa_tune(domain);
  validate_pages(domain);
  validate_labels(domain.security_labels);
  validate_devices(domain);
}

}  // namespace vireo::model
