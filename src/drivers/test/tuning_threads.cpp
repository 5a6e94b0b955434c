// SPDX-License-Identifier: LGPL-2.1-or-later
// Pinning, and I/O threads.
#include "drivers/test/tuning.hpp"
#include "model/cpuset.hpp"

namespace vireo::test_driver {

namespace {

using Pin = model::CpuTune::Pin;

std::vector<unsigned> numbers(const std::vector<unsigned char>& map) {
  std::vector<unsigned> set;
  for (unsigned bit = 0; bit < map.size() * 8; ++bit)
    if (map[bit / 8] >> bit % 8 & 1) set.push_back(bit);
  return set;
}

/// A map of `length` bytes; what lies beyond is left out.
std::vector<unsigned char> map_of(const std::string& cpuset, std::size_t length) {
  std::vector<unsigned char> map(length);
  for (unsigned cpu : model::parse_cpuset(cpuset).value_or(std::vector<unsigned>()))
    if (cpu / 8 < length) map[cpu / 8] |= static_cast<unsigned char>(1U << cpu % 8);
  return map;
}

std::string first_cpus(unsigned count) { return count > 1 ? fmt::format("0-{}", count - 1) : "0"; }

/// Where a thread runs that is pinned nowhere: where the domain's processors may, or on all of `cpus`.
std::string unpinned(const model::Domain& definition, unsigned cpus) {
  return definition.vcpus.cpuset.empty() ? first_cpus(cpus) : definition.vcpus.cpuset;
}

const Pin* find_pin(const std::vector<Pin>& pins, unsigned id) {
  auto found = std::find_if(pins.begin(), pins.end(), [&](const Pin& pin) { return pin.id == id; });
  return found == pins.end() ? nullptr : &*found;
}

void pin(std::vector<Pin>& pins, unsigned id, std::string cpuset) {
  std::erase_if(pins, [&](const Pin& old) { return old.id == id; });
  auto at = std::find_if(pins.begin(), pins.end(), [&](const Pin& other) { return other.id > id; });
  pins.insert(at, {id, std::move(cpuset)});
}

bool has_iothread(const model::Domain& definition, unsigned id) {
  const auto ids = iothread_ids(definition);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// All I/O threads by number: those that are only counted keep the ones they have had.
std::vector<model::IoThread> named_iothreads(const model::Domain& definition) {
  std::vector<model::IoThread> threads;
  for (unsigned id : iothread_ids(definition)) {
    auto said = std::find_if(definition.iothread_ids.begin(), definition.iothread_ids.end(),
                             [&](const auto& thread) { return thread.id == id; });
    threads.push_back(said == definition.iothread_ids.end() ? model::IoThread{.id = id} : *said);
  }
  return threads;
}

void need_iothread_id(std::uint32_t id) {
  if (id == 0) throw bad_value("invalid value of 0 for iothread_id");
}

}  // namespace

Task<void> Tuning::pin_vcpu(DomainRef ref, std::uint32_t vcpu, CpuMap map) {
  return pin_vcpu_flags(std::move(ref), vcpu, std::move(map), 0);
}

Task<void> Tuning::pin_vcpu_flags(DomainRef ref, std::uint32_t vcpu, CpuMap map, std::uint32_t flags) {
  check_flags(flags, 0, "testDomainPinVcpuFlags");
  Domain& domain = hypervisor_.find(ref);
  if (!domain.active())
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "cannot pin vcpus on an inactive domain");
  if (vcpu >= domain.live->vcpus.online())
    throw bad_value("requested vcpu '{}' is not present in the domain", vcpu);
  pin(domain.live->cpu_tune.vcpu_pins, vcpu, model::format_cpuset(numbers(map.bytes)));
  co_return;
}

Task<Tuning::CpuMaps> Tuning::vcpu_pin_info(DomainRef ref, std::int32_t maps, std::int32_t length,
                                            std::uint32_t flags) {
  check_flags(flags, affect, "testDomainGetVcpuPinInfo");
  const auto& definition = choose(hypervisor_.find(ref), flags).definition;
  CpuMaps found;
  found.count = std::min(maps, static_cast<std::int32_t>(definition.vcpus.maximum));
  const auto all = unpinned(definition, hypervisor_.node().active);
  for (std::int32_t vcpu = 0; vcpu < found.count; ++vcpu) {
    const auto* own = find_pin(definition.cpu_tune.vcpu_pins, static_cast<unsigned>(vcpu));
    const auto map = map_of(own ? own->cpuset : all, static_cast<std::size_t>(length));
    found.items.bytes.insert(found.items.bytes.end(), map.begin(), map.end());
  }
  co_return found;
}

Task<void> Tuning::pin_emulator(DomainRef ref, CpuMap map, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainPinEmulator");
  auto& tune = choose(hypervisor_.find(ref), flags).definition.cpu_tune;
  const auto cpus = numbers(map.bytes);
  if (cpus.empty()) throw bad_value("Empty cpu list for pinning");
  tune.emulator_pin = model::format_cpuset(cpus);
  co_return;
}

Task<Tuning::CpuMaps> Tuning::emulator_pin_info(DomainRef ref, std::int32_t length, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainGetEmulatorPinInfo");
  const auto& definition = choose(hypervisor_.find(ref), flags).definition;
  const auto& own = definition.cpu_tune.emulator_pin;
  CpuMaps found;
  found.count = 1;
  found.items.bytes = map_of(own.empty() ? unpinned(definition, hypervisor_.node().active) : own,
                             static_cast<std::size_t>(length));
  co_return found;
}

Task<driver::Listing<driver::IoThreadInfo>> Tuning::iothread_info(DomainRef ref, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainGetIOThreadInfo");
  const auto& definition = choose(hypervisor_.find(ref), flags).definition;
  const auto all = unpinned(definition, definition.vcpus.maximum);
  driver::Listing<driver::IoThreadInfo> found;
  for (unsigned id : iothread_ids(definition)) {
    const auto* own = find_pin(definition.cpu_tune.iothread_pins, id);
    const auto& cpuset = own ? own->cpuset : all;
    const auto cpus = model::parse_cpuset(cpuset).value_or(std::vector<unsigned>());
    found.items.push_back({id, {map_of(cpuset, cpus.empty() ? 1 : cpus.back() / 8 + 1)}});
  }
  found.count = static_cast<std::uint32_t>(found.items.size());
  co_return found;
}

Task<void> Tuning::pin_iothread(DomainRef ref, std::uint32_t id, CpuMap map, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainPinIOThread");
  auto& definition = choose(hypervisor_.find(ref), flags).definition;
  const auto cpus = numbers(map.bytes);
  if (cpus.empty()) throw bad_value("Empty iothread cpumap list for pinning");
  if (!has_iothread(definition, id)) throw bad_value("iothreadid {} not found", id);
  pin(definition.cpu_tune.iothread_pins, id, model::format_cpuset(cpus));
  co_return;
}

Task<void> Tuning::add_iothread(DomainRef ref, std::uint32_t id, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainAddIOThread");
  need_iothread_id(id);
  Domain& domain = hypervisor_.find(ref);
  auto& definition = choose(domain, flags).definition;
  if (has_iothread(definition, id))
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "an IOThread is already using iothread_id '{}'", id);
  auto threads = named_iothreads(definition);
  threads.push_back({.id = id});
  definition.iothread_ids = std::move(threads);
  ++definition.iothreads;
  domain.guest.polling[id] = {};
  co_return;
}

Task<void> Tuning::del_iothread(DomainRef ref, std::uint32_t id, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainDelIOThread");
  Domain& domain = hypervisor_.find(ref);
  auto& definition = choose(domain, flags).definition;
  if (!has_iothread(definition, id))
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "cannot find IOThread '{}' in iothreadids list", id);
  auto threads = named_iothreads(definition);
  std::erase_if(threads, [&](const auto& thread) { return thread.id == id; });
  definition.iothread_ids = std::move(threads);
  --definition.iothreads;
  std::erase_if(definition.cpu_tune.iothread_pins, [&](const Pin& pin) { return pin.id == id; });
  domain.guest.polling.erase(id);
  co_return;
}

Task<void> Tuning::set_iothread_params(DomainRef ref, std::uint32_t id, ParamList<64> params,
                                       std::uint32_t flags) {
  check_flags(flags, VIR_DOMAIN_AFFECT_LIVE, "testDomainSetIOThreadParams");
  need_iothread_id(id);
  check_params(params, {{VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, VIR_TYPED_PARAM_ULLONG},
                        {VIR_DOMAIN_IOTHREAD_POLL_GROW, VIR_TYPED_PARAM_UINT},
                        {VIR_DOMAIN_IOTHREAD_POLL_SHRINK, VIR_TYPED_PARAM_UINT}});
  Domain& domain = hypervisor_.find(ref);
  if (!has_iothread(choose(domain, flags).definition, id))
    throw bad_value("cannot find IOThread '{}' in iothreadids", id);
  auto& polling = domain.guest.polling[id];
  if (const auto* value = find_param<std::uint64_t>(params, VIR_DOMAIN_IOTHREAD_POLL_MAX_NS))
    polling.max_ns = *value;
  if (const auto* value = find_param<std::uint32_t>(params, VIR_DOMAIN_IOTHREAD_POLL_GROW))
    polling.grow = *value;
  if (const auto* value = find_param<std::uint32_t>(params, VIR_DOMAIN_IOTHREAD_POLL_SHRINK))
    polling.shrink = *value;
  co_return;
}

}  // namespace vireo::test_driver
