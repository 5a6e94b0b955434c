// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Node: the host as a resource: memory pages, suspend, what its processors can do.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class Node : public Capability {
 public:
  using Capability::Capability;
  virtual Task<std::int32_t> compare_cpu(std::string xml, std::uint32_t flags) {
    return other<&Node::compare_cpu>(xml, flags);
  }
  virtual Task<std::string> baseline_cpu(List<std::string, 256> xml_cpus, std::uint32_t flags) {
    return other<&Node::baseline_cpu>(xml_cpus, flags);
  }
  virtual Task<void> suspend_for_duration(std::uint32_t target, std::uint64_t duration, std::uint32_t flags) {
    return other<&Node::suspend_for_duration>(target, duration, flags);
  }
  virtual Task<void> set_memory_parameters(List<TypedParam, 64> params, std::uint32_t flags) {
    return other<&Node::set_memory_parameters>(params, flags);
  }
  virtual Task<Counted<List<TypedParam, 64>>> memory_parameters(std::int32_t nparams, std::uint32_t flags) {
    return other<&Node::memory_parameters>(nparams, flags);
  }
  virtual Task<Counted<List<std::string, 8192>>> cpu_model_names(std::string arch, std::int32_t need_results,
                                                                 std::uint32_t flags) {
    return other<&Node::cpu_model_names>(arch, need_results, flags);
  }
  virtual Task<List<std::uint64_t, 1024>> free_pages(List<std::uint32_t, 1024> pages, std::int32_t start_cell,
                                                     std::uint32_t cell_count, std::uint32_t flags) {
    return other<&Node::free_pages>(pages, start_cell, cell_count, flags);
  }
  virtual Task<std::int32_t> alloc_pages(List<std::uint32_t, 1024> page_sizes,
                                         List<std::uint64_t, 1024> page_counts, std::int32_t start_cell,
                                         std::uint32_t cell_count, std::uint32_t flags) {
    return other<&Node::alloc_pages>(page_sizes, page_counts, start_cell, cell_count, flags);
  }
  virtual Task<std::int32_t> compare_hypervisor_cpu(std::optional<std::string> emulator,
                                                    std::optional<std::string> arch,
                                                    std::optional<std::string> machine,
                                                    std::optional<std::string> virttype, std::string xmlcpu,
                                                    std::uint32_t flags) {
    return other<&Node::compare_hypervisor_cpu>(emulator, arch, machine, virttype, xmlcpu, flags);
  }
  virtual Task<std::string> baseline_hypervisor_cpu(std::optional<std::string> emulator,
                                                    std::optional<std::string> arch,
                                                    std::optional<std::string> machine,
                                                    std::optional<std::string> virttype,
                                                    List<std::string, 256> xmlcp_us, std::uint32_t flags) {
    return other<&Node::baseline_hypervisor_cpu>(emulator, arch, machine, virttype, xmlcp_us, flags);
  }
  virtual Task<Counted<List<TypedParam, 64>>> sev_info(std::int32_t nparams, std::uint32_t flags) {
    return other<&Node::sev_info>(nparams, flags);
  }
};

}  // namespace vireo::driver
