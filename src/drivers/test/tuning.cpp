// SPDX-License-Identifier: LGPL-2.1-or-later
// Scheduler, memory, NUMA, interfaces, performance events and the smaller settings.
#include "drivers/test/tuning.hpp"

#include <array>

#include "model/cpuset.hpp"

namespace vireo::test_driver {

namespace {

/// What stands for no limit, in KiB.
constexpr std::uint64_t unlimited = VIR_DOMAIN_MEMORY_PARAM_UNLIMITED;

struct MemoryLimit {
  const char* name;
  std::uint64_t model::MemoryTune::*member;
};
constexpr std::array memory_limits = {
    MemoryLimit{VIR_DOMAIN_MEMORY_HARD_LIMIT, &model::MemoryTune::hard_limit},
    MemoryLimit{VIR_DOMAIN_MEMORY_SOFT_LIMIT, &model::MemoryTune::soft_limit},
    MemoryLimit{VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, &model::MemoryTune::swap_hard_limit},
};

std::uint64_t limit(std::uint64_t said) { return said ? said : unlimited; }

using Rate = model::Bandwidth::Rate;
struct RateParameter {
  const char* name;
  bool inbound;
  std::uint64_t Rate::*member;
};
constexpr std::array rates = {
    RateParameter{VIR_DOMAIN_BANDWIDTH_IN_AVERAGE, true, &Rate::average},
    RateParameter{VIR_DOMAIN_BANDWIDTH_IN_PEAK, true, &Rate::peak},
    RateParameter{VIR_DOMAIN_BANDWIDTH_IN_BURST, true, &Rate::burst},
    RateParameter{VIR_DOMAIN_BANDWIDTH_IN_FLOOR, true, &Rate::floor},
    RateParameter{VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, false, &Rate::average},
    RateParameter{VIR_DOMAIN_BANDWIDTH_OUT_PEAK, false, &Rate::peak},
    RateParameter{VIR_DOMAIN_BANDWIDTH_OUT_BURST, false, &Rate::burst},
};

/// The rate that the parameters say for one direction: nothing when they say nothing of it, all zero when
/// they end it.
std::optional<Rate> said_rate(const Params& params, bool inbound) {
  std::optional<Rate> said;
  for (const auto& rate : rates)
    if (const auto* value = find_param<std::uint32_t>(params, rate.name); value && rate.inbound == inbound) {
      if (!said) said.emplace();
      *said.*(rate.member) = *value;
    }
  return said;
}

void replace(std::optional<Rate>& rate, const std::optional<Rate>& said) {
  if (!said) return;
  rate = said->average || said->floor ? said : std::nullopt;
}

constexpr std::array perf_names = {"cmt",
                                   "mbmt",
                                   "mbml",
                                   "cpu_cycles",
                                   "instructions",
                                   "cache_references",
                                   "cache_misses",
                                   "branch_instructions",
                                   "branch_misses",
                                   "bus_cycles",
                                   "stalled_cycles_frontend",
                                   "stalled_cycles_backend",
                                   "ref_cpu_cycles",
                                   "cpu_clock",
                                   "task_clock",
                                   "page_faults",
                                   "context_switches",
                                   "cpu_migrations",
                                   "page_faults_min",
                                   "page_faults_maj",
                                   "alignment_faults",
                                   "emulation_faults"};

}  // namespace

Task<driver::SchedulerType> Tuning::scheduler_type(DomainRef ref) {
  hypervisor_.find(ref);
  co_return driver::SchedulerType{"fair", 1};
}

Task<Tuning::ParamList<16>> Tuning::scheduler_parameters(DomainRef ref, std::int32_t room) {
  return scheduler_parameters_flags(std::move(ref), room, 0);
}

Task<Tuning::ParamList<16>> Tuning::scheduler_parameters_flags(DomainRef ref, std::int32_t,
                                                               std::uint32_t flags) {
  check_reading(flags, 0, "testDomainGetSchedulerParametersFlags");
  hypervisor_.find(ref);
  ParamList<16> params;
  params.push_back({VIR_DOMAIN_SCHEDULER_WEIGHT, std::uint32_t{50}});
  co_return params;
}

Task<void> Tuning::set_scheduler_parameters(DomainRef ref, ParamList<16> params) {
  return set_scheduler_parameters_flags(std::move(ref), std::move(params), 0);
}

// Nothing is scheduled here: the weight is looked at and forgotten, as the incumbent's driver does.
Task<void> Tuning::set_scheduler_parameters_flags(DomainRef ref, ParamList<16> params, std::uint32_t flags) {
  check_flags(flags, 0, "testDomainSetSchedulerParametersFlags");
  check_params(params, {{VIR_DOMAIN_SCHEDULER_WEIGHT, VIR_TYPED_PARAM_UINT}});
  hypervisor_.find(ref);
  co_return;
}

Task<driver::Counted<Tuning::ParamList<16>>> Tuning::memory_parameters(DomainRef ref, std::int32_t room,
                                                                       std::uint32_t flags) {
  check_reading(flags, affect, "testDomainGetMemoryParameters");
  const auto& tune = choose(hypervisor_.find(ref), flags).definition.memory_tune;
  Params params;
  for (const auto& known : memory_limits) params.push_back({known.name, limit(tune.*(known.member))});
  co_return answer<ParamList<16>>(std::move(params), room, flags);
}

Task<void> Tuning::set_memory_parameters(DomainRef ref, ParamList<16> params, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainSetMemoryParameters");
  std::vector<Known> known;
  for (const auto& one : memory_limits) known.push_back({one.name, VIR_TYPED_PARAM_ULLONG});
  check_params(params, known);
  auto& tune = choose(hypervisor_.find(ref), flags).definition.memory_tune;
  auto changed = tune;
  for (const auto& one : memory_limits)
    if (const auto* value = find_param<std::uint64_t>(params, one.name))
      changed.*(one.member) = *value == unlimited ? 0 : *value;
  if (limit(changed.hard_limit) > limit(changed.swap_hard_limit))
    throw bad_value("memory hard_limit tunable value must be lower than or equal to swap_hard_limit");
  tune = changed;
  co_return;
}

Task<driver::Counted<Tuning::ParamList<16>>> Tuning::numa_parameters(DomainRef ref, std::int32_t room,
                                                                     std::uint32_t flags) {
  check_reading(flags, affect, "testDomainGetNumaParameters");
  const auto& tune = choose(hypervisor_.find(ref), flags).definition.numa_tune;
  const auto mode = std::max(static_cast<int>(tune.mode) - 1, 0);
  Params params;
  params.push_back({VIR_DOMAIN_NUMA_MODE, std::int32_t{mode}});
  params.push_back({VIR_DOMAIN_NUMA_NODESET, tune.nodeset});
  co_return answer<ParamList<16>>(std::move(params), room, flags);
}

Task<void> Tuning::set_numa_parameters(DomainRef ref, ParamList<16> params, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainSetNumaParameters");
  check_params(params, {{VIR_DOMAIN_NUMA_MODE, VIR_TYPED_PARAM_INT},
                        {VIR_DOMAIN_NUMA_NODESET, VIR_TYPED_PARAM_STRING}});
  auto& tune = choose(hypervisor_.find(ref), flags).definition.numa_tune;
  auto changed = tune;
  if (changed.mode == model::NumaTune::Mode::absent) changed.mode = model::NumaTune::Mode::strict;
  if (const auto* mode = find_param<std::int32_t>(params, VIR_DOMAIN_NUMA_MODE)) {
    if (*mode < 0 || *mode > VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE)
      throw bad_value("unsupported numatune mode: '{}'", *mode);
    changed.mode = static_cast<model::NumaTune::Mode>(*mode + 1);
  }
  if (const auto* nodeset = find_param<std::string>(params, VIR_DOMAIN_NUMA_NODESET)) {
    const auto nodes = model::parse_cpuset(*nodeset);
    if (!nodes || nodes->empty())
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "Failed to parse bitmap '{}'", *nodeset);
    changed.nodeset = model::format_cpuset(*nodes);
  }
  if (changed.nodeset.empty())
    throw Error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN,
                "nodeset for NUMA memory tuning must be set if 'placement' is 'static'");
  tune = changed;
  co_return;
}

Task<driver::Counted<Tuning::ParamList<16>>> Tuning::interface_parameters(DomainRef ref, std::string device,
                                                                          std::int32_t room,
                                                                          std::uint32_t flags) {
  check_reading(flags, affect, "testDomainGetInterfaceParameters");
  auto& definition = choose(hypervisor_.find(ref), flags).definition;
  const auto& bandwidth = find_interface(definition, device).bandwidth;
  Params params;
  for (const auto& rate : rates) {
    const auto direction =
        bandwidth ? (rate.inbound ? bandwidth->inbound : bandwidth->outbound) : std::nullopt;
    const auto value = direction ? (*direction).*(rate.member) : 0;
    params.push_back({rate.name, static_cast<std::uint32_t>(value)});
  }
  co_return answer<ParamList<16>>(std::move(params), room, flags);
}

Task<void> Tuning::set_interface_parameters(DomainRef ref, std::string device, ParamList<16> params,
                                            std::uint32_t flags) {
  check_flags(flags, affect, "testDomainSetInterfaceParameters");
  std::vector<Known> known;
  for (const auto& rate : rates) known.push_back({rate.name, VIR_TYPED_PARAM_UINT});
  check_params(params, known);
  auto& bandwidth = find_interface(choose(hypervisor_.find(ref), flags).definition, device).bandwidth;
  auto changed = bandwidth.value_or(model::Bandwidth());
  replace(changed.inbound, said_rate(params, true));
  replace(changed.outbound, said_rate(params, false));
  bandwidth.reset();
  if (changed.inbound || changed.outbound) bandwidth = changed;
  co_return;
}

Task<Tuning::ParamList<64>> Tuning::perf_events(DomainRef ref, std::uint32_t flags) {
  check_reading(flags, affect, "testDomainGetPerfEvents");
  const auto& enabled = choose(hypervisor_.find(ref), flags).settings.perf_events;
  ParamList<64> params;
  for (const char* name : perf_names) params.push_back({name, enabled.contains(name)});
  co_return params;
}

Task<void> Tuning::set_perf_events(DomainRef ref, ParamList<64> params, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainSetPerfEvents");
  std::vector<Known> known;
  for (const char* name : perf_names) known.push_back({name, VIR_TYPED_PARAM_BOOLEAN});
  check_params(params, known);
  auto& enabled = choose(hypervisor_.find(ref), flags).settings.perf_events;
  for (const auto& param : params)
    if (std::get<bool>(param.value))
      enabled.insert(param.field);
    else
      enabled.erase(param.field);
  co_return;
}

Task<void> Tuning::set_memory_stats_period(DomainRef ref, std::int32_t period, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainSetMemoryStatsPeriod");
  auto& balloon = choose(hypervisor_.find(ref), flags).definition.memory_balloon;
  if (!balloon)
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST,
                "No memory balloon device configured, can not set the collection period");
  balloon->stats_period = static_cast<unsigned>(period);
  co_return;
}

Task<void> Tuning::set_lifecycle_action(DomainRef ref, std::uint32_t type, std::uint32_t action,
                                        std::uint32_t flags) {
  check_flags(flags, affect, "testDomainSetLifecycleAction");
  using D = model::Domain;
  constexpr std::array members = {&D::on_poweroff, &D::on_reboot, &D::on_crash};
  if (type >= members.size() || action > VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART)
    throw bad_value("there is no life-cycle event {} or action {}", type, action);
  Domain& domain = hypervisor_.find(ref);
  const auto wanted = driver::affected(flags, domain.active(), domain.persistent());
  const auto value = static_cast<model::LifecycleAction>(action + 1);
  if (wanted.live) *domain.live.*members[type] = value;
  if (wanted.config) *domain.config.*members[type] = value;
  co_return;
}

}  // namespace vireo::test_driver
