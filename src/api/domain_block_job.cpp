// SPDX-License-Identifier: LGPL-2.1-or-later
// Long-running changes of a domain's disks.
#include "api/call_from.hpp"
#include "api/params.hpp"
#include "driver/blocks.hpp"

using namespace vireo::api;
using vireo::driver::Blocks;

namespace {

/// A method whose first argument names a disk.
template <auto Method, class... Args>
auto on_disk(const char* disk, Args... args) {
  return [=](auto& self) {
    self.not_null(disk, "disk");
    return self.template run<Method>(disk, args...);
  };
}

}  // namespace

extern "C" {

int virDomainBlockJobAbort(virDomainPtr dom, const char* disk, unsigned int flags) {
  return call(dom, Access::write, on_disk<&Blocks::block_job_abort>(disk, flags));
}

int virDomainGetBlockJobInfo(virDomainPtr dom, const char* disk, virDomainBlockJobInfoPtr info,
                             unsigned int flags) {
  return call(dom, Access::read, [=](auto& self) {
    self.not_null(disk, "disk");
    self.not_null(info, "info");
    *info = {};
    const auto job = self.template run<&Blocks::block_job_info>(disk, flags);
    if (job.found == 0) return 0;
    *info = {.type = job.type, .bandwidth = job.bandwidth, .cur = job.current, .end = job.end};
    return 1;
  });
}

int virDomainBlockJobSetSpeed(virDomainPtr dom, const char* disk, unsigned long bandwidth,
                              unsigned int flags) {
  return call(dom, Access::write, on_disk<&Blocks::block_job_set_speed>(disk, bandwidth, flags));
}

int virDomainBlockPull(virDomainPtr dom, const char* disk, unsigned long bandwidth, unsigned int flags) {
  return call(dom, Access::write, on_disk<&Blocks::block_pull>(disk, bandwidth, flags));
}

int virDomainBlockResize(virDomainPtr dom, const char* disk, unsigned long long size, unsigned int flags) {
  return call(dom, Access::write, on_disk<&Blocks::block_resize>(disk, size, flags));
}

int virDomainBlockRebase(virDomainPtr dom, const char* disk, const char* base, unsigned long bandwidth,
                         unsigned int flags) {
  return call_from<VIR_FROM_DOMAIN>(dom, Access::write, [=](auto& self) {
    constexpr unsigned copying = VIR_DOMAIN_BLOCK_REBASE_SHALLOW | VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT |
                                 VIR_DOMAIN_BLOCK_REBASE_COPY_RAW | VIR_DOMAIN_BLOCK_REBASE_COPY_DEV;
    self.not_null(disk, "disk");
    if (flags & VIR_DOMAIN_BLOCK_REBASE_COPY)
      self.not_null(base, "base");
    else if (flags & copying)
      self.bad_flags("use of flags requires a copy job");
    return self.template run<&Blocks::block_rebase>(disk, optional_text(base), bandwidth, flags);
  });
}

int virDomainBlockCommit(virDomainPtr dom, const char* disk, const char* base, const char* top,
                         unsigned long bandwidth, unsigned int flags) {
  return call(
      dom, Access::write,
      on_disk<&Blocks::block_commit>(disk, optional_text(base), optional_text(top), bandwidth, flags));
}

int virDomainBlockCopy(virDomainPtr dom, const char* disk, const char* destxml, virTypedParameterPtr params,
                       int nparams, unsigned int flags) {
  return call(dom, Access::write, [=](auto& self) {
    self.not_null(disk, "disk");
    self.not_null(destxml, "destxml");
    self.not_negative(nparams, "nparams");
    if (nparams) self.not_null(params, "params");
    return self.template run<&Blocks::block_copy>(disk, destxml, read_params(params, nparams), flags);
  });
}
}
