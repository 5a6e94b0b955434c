// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/statistics.hpp"

#include <chrono>

namespace vireo::test_driver {

namespace {

struct Clock {
  std::int64_t seconds = 0;
  std::int64_t ticks = 0;  ///< of 10 µs
};

Clock now() {
  using namespace std::chrono;
  const auto passed = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
  return {passed / 1000000, passed / 10};
}

constexpr std::uint64_t disk_size = std::uint64_t{1} << 40;  ///< bytes on the host
/// So much of it the guest does not see; bytes.
constexpr std::uint64_t disk_hidden = 5177344;

// Processor times in ns, all constant.
constexpr std::uint32_t processors = 2;
constexpr std::uint64_t cpu_time = 24386308517, vcpu_time = 23151740627;
constexpr std::uint64_t user_time = 5540000000, system_time = 6460000000;

/// The parameters of one processor, or of all of them together (-1).
Params processor(std::int32_t cpu) {
  if (cpu < 0)
    return {{VIR_DOMAIN_CPU_STATS_CPUTIME, 2 * cpu_time + 1},
            {VIR_DOMAIN_CPU_STATS_USERTIME, user_time},
            {VIR_DOMAIN_CPU_STATS_SYSTEMTIME, system_time}};
  const auto number = static_cast<std::uint64_t>(cpu);
  return {{VIR_DOMAIN_CPU_STATS_CPUTIME, cpu_time + number},
          {VIR_DOMAIN_CPU_STATS_VCPUTIME, vcpu_time + number}};
}

driver::GuestInterface address_of(const model::Interface& interface, int id, unsigned number) {
  driver::GuestInterface guest;
  guest.name = interface.target_device;
  guest.mac = interface.mac.to_string();
  // Networks are all taken to be the one that every host begins with.
  const auto address = interface.type == model::Interface::Type::network
                           ? fmt::format("192.168.122.{}", (20 * (id - 1) + number) % 250 + 3)
                           : fmt::format("192.168.0.{}", number % 254 + 1);
  guest.addresses.push_back({VIR_IP_ADDR_TYPE_IPV4, address, 24});
  return guest;
}

}  // namespace

Task<driver::BlockStats> Statistics::block_stats(DomainRef ref, std::string path) {
  if (path.empty())
    throw Error(VIR_ERR_OPERATION_UNSUPPORTED, VIR_FROM_TEST, "summary statistics are not supported yet");
  if (!find_disk(*running(hypervisor_, ref).live, path)) throw bad_value("invalid path: {}", path);
  const auto clock = now();
  co_return driver::BlockStats{clock.ticks, clock.ticks / 2, clock.ticks / 3, clock.ticks / 4,
                               clock.seconds / 2};
}

Task<driver::InterfaceStats> Statistics::interface_stats(DomainRef ref, std::string device) {
  find_interface(*running(hypervisor_, ref).live, device);
  const auto clock = now();
  co_return driver::InterfaceStats{.rx_bytes = clock.ticks,
                                   .rx_packets = clock.ticks / 10,
                                   .rx_errs = clock.seconds,
                                   .rx_drop = clock.seconds / 2,
                                   .tx_bytes = clock.ticks / 2,
                                   .tx_packets = clock.ticks / 11,
                                   .tx_errs = clock.seconds / 3,
                                   .tx_drop = clock.seconds / 4};
}

Task<driver::Opaque<4194304>> Statistics::memory_peek(DomainRef ref, std::uint64_t offset, std::uint32_t size,
                                                      std::uint32_t flags) {
  check_flags(flags, VIR_MEMORY_VIRTUAL | VIR_MEMORY_PHYSICAL, "testDomainMemoryPeek");
  if (!(flags & (VIR_MEMORY_VIRTUAL | VIR_MEMORY_PHYSICAL)))
    throw bad_value("flags parameter must be VIR_MEMORY_VIRTUAL or VIR_MEMORY_PHYSICAL");
  running(hypervisor_, ref);
  driver::Opaque<4194304> found;
  if (size > found.max) throw bad_value("size {} is above the {} that can be read at once", size, found.max);
  for (std::uint64_t at = offset; at != offset + size; ++at)
    found.bytes.push_back(static_cast<unsigned char>(at));
  co_return found;
}

Task<driver::List<driver::MemoryStat, 1024>> Statistics::memory_stats(DomainRef ref, std::uint32_t room,
                                                                      std::uint32_t flags) {
  check_flags(flags, 0, "testDomainMemoryStats");
  const Domain& domain = running(hypervisor_, ref);
  driver::List<driver::MemoryStat, 1024> stats;
  // Only a balloon knows.
  if (!domain.live->memory_balloon) co_return stats;
  const auto memory = domain.live->current_memory;
  stats.push_back({VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, memory});
  for (int tag : {VIR_DOMAIN_MEMORY_STAT_SWAP_IN, VIR_DOMAIN_MEMORY_STAT_SWAP_OUT,
                  VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT})
    stats.push_back({tag, 0});
  stats.push_back({VIR_DOMAIN_MEMORY_STAT_UNUSED, memory / 2});
  stats.push_back({VIR_DOMAIN_MEMORY_STAT_AVAILABLE, memory});
  stats.push_back({VIR_DOMAIN_MEMORY_STAT_USABLE, memory / 2});
  stats.push_back({VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, 627319920});
  stats.push_back({VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, memory / 8});
  stats.push_back({VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, 0});
  stats.push_back({VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, 0});
  stats.push_back({VIR_DOMAIN_MEMORY_STAT_RSS, memory / 2});
  if (stats.size() > room) stats.resize(room);
  co_return stats;
}

Task<driver::BlockInfo> Statistics::block_info(DomainRef ref, std::string path, std::uint32_t flags) {
  check_flags(flags, 0, "testDomainGetBlockInfo");
  const auto* disk = find_disk(hypervisor_.find(ref).current(), path);
  if (!disk) throw bad_value("invalid path {} not assigned to domain", path);
  if (disk->source.empty())
    throw bad_value("disk '{}' does not currently have a source assigned", disk->target);
  co_return driver::BlockInfo{
      .allocation = disk_size, .capacity = disk_size - disk_hidden, .physical = disk_size};
}

Task<driver::Counted<Statistics::ParamList<2048>>> Statistics::cpu_stats(DomainRef ref, std::uint32_t room,
                                                                         std::int32_t first,
                                                                         std::uint32_t count,
                                                                         std::uint32_t flags) {
  check_reading(flags, 0, "testDomainGetCPUStats");
  running(hypervisor_, ref);
  driver::Counted<ParamList<2048>> found;
  if (count == 0) {
    found.count = processors;
    co_return found;
  }
  if (first >= static_cast<std::int32_t>(processors))
    throw bad_value("start_cpu {} larger than maximum of {}", first, processors - 1);
  const auto have = static_cast<std::uint32_t>(processor(first).size());
  found.count = static_cast<std::int32_t>(room == 0 ? have : std::min(room, have));
  const auto last = first < 0 ? first + 1
                              : static_cast<std::int32_t>(std::min<std::uint64_t>(
                                    std::uint64_t{count} + static_cast<std::uint32_t>(first), processors));
  for (std::int32_t cpu = first; room && cpu < last; ++cpu) {
    const auto params = processor(cpu);
    found.items.insert(found.items.end(), params.begin(), params.begin() + found.count);
  }
  co_return found;
}

Task<driver::Counted<driver::List<driver::DiskError, 256>>> Statistics::disk_errors(DomainRef ref,
                                                                                    std::uint32_t room,
                                                                                    std::uint32_t flags) {
  check_flags(flags, 0, "testDomainGetDiskErrors");
  const auto& disks = running(hypervisor_, ref).live->disks;
  driver::Counted<driver::List<driver::DiskError, 256>> found;
  found.count = static_cast<std::int32_t>(room ? std::min<std::size_t>(room, disks.size()) : disks.size());
  for (std::int32_t i = 0; room && i < found.count; ++i)
    found.items.push_back(
        {disks[i].target, i % 2 ? VIR_DOMAIN_DISK_ERROR_NO_SPACE : VIR_DOMAIN_DISK_ERROR_UNSPEC});
  co_return found;
}

Task<driver::List<driver::GuestInterface, 2048>> Statistics::interface_addresses(DomainRef ref,
                                                                                 std::uint32_t source,
                                                                                 std::uint32_t flags) {
  check_flags(flags, 0, "testDomainInterfaceAddresses");
  if (source > VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP)
    throw error(VIR_ERR_ARGUMENT_UNSUPPORTED, VIR_FROM_TEST, "Unknown IP address data source {}", source);
  const Domain& domain = running(hypervisor_, ref);
  driver::List<driver::GuestInterface, 2048> found;
  for (const auto& interface : domain.live->interfaces)
    found.push_back(address_of(interface, domain.live->id, static_cast<unsigned>(found.size())));
  co_return found;
}

// A pretended guest is protected from nobody, and has nothing to complain of.
Task<Statistics::ParamList<64>> Statistics::launch_security_info(DomainRef ref, std::uint32_t flags) {
  check_reading(flags, 0, "testDomainGetLaunchSecurityInfo");
  hypervisor_.find(ref);
  co_return ParamList<64>();
}

Task<driver::List<std::string, 2048>> Statistics::messages(DomainRef ref, std::uint32_t flags) {
  check_flags(flags, VIR_DOMAIN_MESSAGE_DEPRECATION | VIR_DOMAIN_MESSAGE_TAINTING, "testDomainGetMessages");
  hypervisor_.find(ref);
  co_return driver::List<std::string, 2048>();
}

}  // namespace vireo::test_driver
