// SPDX-License-Identifier: LGPL-2.1-or-later
// The host as a resource: memory pages, suspend, and what its processors can do.
#include "driver/node.hpp"

#include <algorithm>

#include "api/object_calls.hpp"
#include "api/params.hpp"

using namespace vireo::api;
namespace driver = vireo::driver;
using driver::Node;

namespace {

template <class C>
driver::List<std::string, 256> cpus_of(const C& self, const char** xml, unsigned count) {
  self.not_null(xml, "xmlCPUs");
  driver::List<std::string, 256> list;
  for (unsigned i = 0; i < count; ++i) list.push_back(xml[i] ? xml[i] : "");
  return list;
}

}  // namespace

extern "C" {

int virConnectCompareCPU(virConnectPtr conn, const char* xmlDesc, unsigned int flags) {
  return call(conn, Access::read, takes_xml<&Node::compare_cpu>(xmlDesc, "xmlDesc", flags));
}

int virConnectCompareHypervisorCPU(virConnectPtr conn, const char* emulator, const char* arch,
                                   const char* machine, const char* virttype, const char* xmlCPU,
                                   unsigned int flags) {
  return call(conn, Access::write, [=](auto& self) {
    self.not_null(xmlCPU, "xmlCPU");
    return self.template run<&Node::compare_hypervisor_cpu>(optional_text(emulator), optional_text(arch),
                                                            optional_text(machine), optional_text(virttype),
                                                            xmlCPU, flags);
  });
}

char* virConnectBaselineCPU(virConnectPtr conn, const char** xmlCPUs, unsigned int ncpus,
                            unsigned int flags) {
  return call(conn, Access::read, [=](auto& self) {
    return self.template run<&Node::baseline_cpu>(cpus_of(self, xmlCPUs, ncpus), flags);
  });
}

char* virConnectBaselineHypervisorCPU(virConnectPtr conn, const char* emulator, const char* arch,
                                      const char* machine, const char* virttype, const char** xmlCPUs,
                                      unsigned int ncpus, unsigned int flags) {
  return call(conn, Access::write, [=](auto& self) {
    return self.template run<&Node::baseline_hypervisor_cpu>(optional_text(emulator), optional_text(arch),
                                                             optional_text(machine), optional_text(virttype),
                                                             cpus_of(self, xmlCPUs, ncpus), flags);
  });
}

int virConnectGetCPUModelNames(virConnectPtr conn, const char* arch, char*** models, unsigned int flags) {
  return call(conn, Access::read, [=](auto& self) {
    if (models) *models = nullptr;
    self.not_null(arch, "arch");
    const auto found = self.template run<&Node::cpu_model_names>(arch, models != nullptr, flags);
    if (!models) return found.count;
    *models = text_array(found.items);
    return static_cast<int>(found.items.size());
  });
}

int virNodeGetFreePages(virConnectPtr conn, unsigned int npages, unsigned int* pages, int startCell,
                        unsigned int cellCount, unsigned long long* counts, unsigned int flags) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_zero(npages, "npages");
    self.not_null(pages, "pages");
    self.not_zero(cellCount, "cellCount");
    self.not_null(counts, "counts");
    driver::List<std::uint32_t, 1024> sizes;
    sizes.assign(pages, pages + npages);
    const auto found = self.template run<&Node::free_pages>(std::move(sizes), startCell, cellCount, flags);
    const auto count = std::min(found.size(), std::size_t{npages} * cellCount);
    std::copy_n(found.begin(), count, counts);
    return static_cast<int>(count);
  });
}

int virNodeAllocPages(virConnectPtr conn, unsigned int npages, unsigned int* pageSizes,
                      unsigned long long* pageCounts, int startCell, unsigned int cellCount,
                      unsigned int flags) {
  return call(conn, Access::write, [=](auto& self) {
    self.not_zero(npages, "npages");
    self.not_null(pageSizes, "pageSizes");
    self.not_null(pageCounts, "pageCounts");
    self.not_zero(cellCount, "cellCount");
    driver::List<std::uint32_t, 1024> sizes;
    sizes.assign(pageSizes, pageSizes + npages);
    driver::List<std::uint64_t, 1024> wanted;
    wanted.assign(pageCounts, pageCounts + npages);
    return self.template run<&Node::alloc_pages>(std::move(sizes), std::move(wanted), startCell, cellCount,
                                                 flags);
  });
}

int virNodeGetMemoryParameters(virConnectPtr conn, virTypedParameterPtr params, int* nparams,
                               unsigned int flags) {
  return call(conn, Access::read,
              gets_params<&Node::memory_parameters, Exclusive::driver>(params, nparams, flags));
}

int virNodeSetMemoryParameters(virConnectPtr conn, virTypedParameterPtr params, int nparams,
                               unsigned int flags) {
  return call(conn, Access::write,
              sets_params<&Node::set_memory_parameters, true>(params, nparams, std::make_tuple(), flags));
}

int virNodeGetSEVInfo(virConnectPtr conn, virTypedParameterPtr* params, int* nparams, unsigned int flags) {
  return call(conn, Access::write, [=](auto& self) {
    self.not_null(nparams, "nparams");
    self.not_negative(*nparams, "*nparams");
    const auto found = self.template run<&Node::sev_info>(*nparams, flags | VIR_TYPED_PARAM_STRING_OKAY);
    self.not_null(params, "params");
    *params = new_params(found.items, nparams);
  });
}

int virNodeSuspendForDuration(virConnectPtr conn, unsigned int target, unsigned long long duration,
                              unsigned int flags) {
  return call(conn, Access::write, runs<&Node::suspend_for_duration>(target, duration, flags));
}
}
