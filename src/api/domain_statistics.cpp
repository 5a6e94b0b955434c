// SPDX-License-Identifier: LGPL-2.1-or-later
// What a domain has used: numbers in structures and arrays of the caller's.
#include <algorithm>
#include <limits>

#include "api/params.hpp"
#include "driver/statistics.hpp"

using namespace vireo::api;
using vireo::driver::Statistics;

namespace {

/// virDomainMemoryStatTags; no caller has room for more.
constexpr unsigned memory_stats = VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL + 1;

/// `size` is the structure as the caller's header knew it: its beginning is filled.
template <class C, class S>
void check_size(const C& self, std::size_t size) {
  if (size > sizeof(S))
    throw bad_argument(self.function, "size", fmt::format("size must not exceed {}", sizeof(S)));
}

/// Reads at most `size` bytes of the guest into the caller's buffer.
template <class C>
void check_buffer(const C& self, std::size_t size, const void* buffer) {
  if (size) self.not_null(buffer, "buffer");
  if (size > std::numeric_limits<std::uint32_t>::max()) self.refuse("size", "must fit 32 bits");
}

template <class C>
void check_cpu_range(const C& self, const void* params, unsigned nparams, int start, unsigned count) {
  if (start == -1) {
    if (count != 1) throw bad_argument(self.function, "start_cpu", "ncpus must be 1 when start_cpu is -1");
  } else {
    self.not_negative(start, "start_cpu");
  }
  if (nparams && count)
    self.not_null(params, "params");
  else if (params)
    self.refuse("params", "must be NULL");
  if (nparams && count > std::numeric_limits<unsigned>::max() / nparams)
    throw vireo::error(VIR_ERR_OVERFLOW, VIR_FROM_DOMAIN, "input too large: {} * {}", nparams, count);
}

/// The answer has `have` parameters for each processor, the caller's array room for `nparams`; processors
/// that the answer ends before have none.
void spread(const Params& found, unsigned have, virTypedParameterPtr params, unsigned nparams,
            unsigned count) {
  std::fill_n(params, std::size_t{nparams} * count, virTypedParameter{});
  for (std::size_t cpu = 0; have && cpu < count && (cpu + 1) * have <= found.size(); ++cpu) {
    const auto first = found.begin() + cpu * have;
    write_params(Params(first, first + have), params + cpu * nparams, nparams);
  }
}

}  // namespace

extern "C" {

int virDomainBlockStats(virDomainPtr dom, const char* disk, virDomainBlockStatsPtr stats, size_t size) {
  return call(dom, Access::read, [=](auto& self) {
    self.not_null(disk, "disk");
    self.not_null(stats, "stats");
    check_size<decltype(self), virDomainBlockStatsStruct>(self, size);
    const auto found = self.template run<&Statistics::block_stats>(disk);
    const virDomainBlockStatsStruct all = {found.read_requests, found.read_bytes, found.write_requests,
                                           found.write_bytes, found.errors};
    std::memcpy(stats, &all, size);
  });
}

int virDomainBlockStatsFlags(virDomainPtr dom, const char* disk, virTypedParameterPtr params, int* nparams,
                             unsigned int flags) {
  return call(dom, Access::read, [=](auto& self) {
    self.not_null(disk, "disk");
    gets_params<&Statistics::block_stats_flags, Exclusive::driver>(params, nparams, flags,
                                                                   std::string(disk))(self);
  });
}

int virDomainInterfaceStats(virDomainPtr dom, const char* device, virDomainInterfaceStatsPtr stats,
                            size_t size) {
  return call(dom, Access::read, [=](auto& self) {
    self.not_null(device, "device");
    self.not_null(stats, "stats");
    check_size<decltype(self), virDomainInterfaceStatsStruct>(self, size);
    const auto found = self.template run<&Statistics::interface_stats>(device);
    const virDomainInterfaceStatsStruct all = {found.rx_bytes, found.rx_packets, found.rx_errs,
                                               found.rx_drop,  found.tx_bytes,   found.tx_packets,
                                               found.tx_errs,  found.tx_drop};
    std::memcpy(stats, &all, size);
  });
}

int virDomainMemoryStats(virDomainPtr dom, virDomainMemoryStatPtr stats, unsigned int nr_stats,
                         unsigned int flags) {
  return call(dom, Access::read, [=](auto& self) {
    if (!stats || nr_stats == 0) return 0;
    const unsigned room = std::min<unsigned>(nr_stats, memory_stats);
    const auto found = self.template run<&Statistics::memory_stats>(room, flags);
    const auto count = std::min<std::size_t>(found.size(), room);
    std::transform(found.begin(), found.begin() + count, stats, [](const auto& stat) {
      return virDomainMemoryStatStruct{stat.tag, stat.value};
    });
    return static_cast<int>(count);
  });
}

int virDomainBlockPeek(virDomainPtr dom, const char* disk, unsigned long long offset, size_t size,
                       void* buffer, unsigned int flags) {
  return call(dom, Access::write, [=](auto& self) {
    self.not_null(disk, "disk");
    check_buffer(self, size, buffer);
    const auto found = self.template run<&Statistics::block_peek>(disk, offset, size, flags);
    std::copy_n(found.bytes.begin(), std::min(found.bytes.size(), size), static_cast<unsigned char*>(buffer));
  });
}

int virDomainMemoryPeek(virDomainPtr dom, unsigned long long start, size_t size, void* buffer,
                        unsigned int flags) {
  return call(dom, Access::write, [=](auto& self) {
    not_both(self.function, flags, VIR_MEMORY_VIRTUAL, VIR_MEMORY_PHYSICAL,
             "Flags 'VIR_MEMORY_VIRTUAL' and 'VIR_MEMORY_PHYSICAL' are mutually exclusive");
    check_buffer(self, size, buffer);
    const auto found = self.template run<&Statistics::memory_peek>(start, size, flags);
    std::copy_n(found.bytes.begin(), std::min(found.bytes.size(), size), static_cast<unsigned char*>(buffer));
  });
}

int virDomainGetBlockInfo(virDomainPtr domain, const char* disk, virDomainBlockInfoPtr info,
                          unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(disk, "disk");
    if (!*disk)
      throw bad_argument(self.function, "disk",
                         fmt::format("string disk in {} must not be empty", self.function));
    self.not_null(info, "info");
    const auto found = self.template run<&Statistics::block_info>(disk, flags);
    *info = {found.capacity, found.allocation, found.physical};
  });
}

int virDomainGetCPUStats(virDomainPtr domain, virTypedParameterPtr params, unsigned int nparams,
                         int start_cpu, unsigned int ncpus, unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    check_cpu_range(self, params, nparams, start_cpu, ncpus);
    const auto found = self.template run<&Statistics::cpu_stats>(nparams, start_cpu, ncpus,
                                                                 flags | VIR_TYPED_PARAM_STRING_OKAY);
    if (params) spread(found.items, found.count, params, nparams, ncpus);
    return found.count;
  });
}

int virDomainGetDiskErrors(virDomainPtr dom, virDomainDiskErrorPtr errors, unsigned int maxerrors,
                           unsigned int flags) {
  return call(dom, Access::read, [=](auto& self) {
    if (maxerrors) self.not_null(errors, "errors");
    const auto found = self.template run<&Statistics::disk_errors>(maxerrors, flags);
    if (!errors) return found.count;
    const auto count = std::min<std::size_t>(found.items.size(), maxerrors);
    std::transform(found.items.begin(), found.items.begin() + count, errors, [](const auto& error) {
      return virDomainDiskError{c_string(error.disk), error.error};
    });
    return static_cast<int>(count);
  });
}

int virDomainStartDirtyRateCalc(virDomainPtr domain, int seconds, unsigned int flags) {
  return call(domain, Access::write, runs<&Statistics::start_dirty_rate_calc>(seconds, flags));
}
}
