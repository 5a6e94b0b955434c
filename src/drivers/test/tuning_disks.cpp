// SPDX-License-Identifier: LGPL-2.1-or-later
// Limits of disks: the domain's own (I/O tuning) and the host's as the domain may use them (block I/O).
#include <array>
#include <charconv>

#include "drivers/test/tuning.hpp"

namespace vireo::test_driver {

namespace {

using model::IoTune;

/// Bytes or requests per second; more is refused.
constexpr std::uint64_t most = 1000000000000000;

struct TuneParameter {
  const char* name;
  std::uint64_t IoTune::*member;
};
// In the order in which they are told, "group_name" standing behind the first thirteen.
constexpr std::array tune_parameters = {
    TuneParameter{"total_bytes_sec", &IoTune::total_bytes_sec},
    TuneParameter{"read_bytes_sec", &IoTune::read_bytes_sec},
    TuneParameter{"write_bytes_sec", &IoTune::write_bytes_sec},
    TuneParameter{"total_iops_sec", &IoTune::total_iops_sec},
    TuneParameter{"read_iops_sec", &IoTune::read_iops_sec},
    TuneParameter{"write_iops_sec", &IoTune::write_iops_sec},
    TuneParameter{"total_bytes_sec_max", &IoTune::total_bytes_sec_max},
    TuneParameter{"read_bytes_sec_max", &IoTune::read_bytes_sec_max},
    TuneParameter{"write_bytes_sec_max", &IoTune::write_bytes_sec_max},
    TuneParameter{"total_iops_sec_max", &IoTune::total_iops_sec_max},
    TuneParameter{"read_iops_sec_max", &IoTune::read_iops_sec_max},
    TuneParameter{"write_iops_sec_max", &IoTune::write_iops_sec_max},
    TuneParameter{"size_iops_sec", &IoTune::size_iops_sec},
    TuneParameter{"total_bytes_sec_max_length", &IoTune::total_bytes_sec_max_length},
    TuneParameter{"read_bytes_sec_max_length", &IoTune::read_bytes_sec_max_length},
    TuneParameter{"write_bytes_sec_max_length", &IoTune::write_bytes_sec_max_length},
    TuneParameter{"total_iops_sec_max_length", &IoTune::total_iops_sec_max_length},
    TuneParameter{"read_iops_sec_max_length", &IoTune::read_iops_sec_max_length},
    TuneParameter{"write_iops_sec_max_length", &IoTune::write_iops_sec_max_length},
};
constexpr std::size_t before_group = 13;
/// The first six have a maximum that stands as many behind them.
constexpr std::size_t maxima = 6;

std::uint64_t value(const IoTune& tune, std::size_t index) { return tune.*(tune_parameters[index].member); }

/// A total excludes a limit for reading or writing of its kind; no rate is above its maximum.
void check_tune(const IoTune& tune) {
  constexpr std::array kinds = {"bytes_sec", "iops_sec", "bytes_sec_max", "iops_sec_max"};
  for (std::size_t kind = 0; kind < kinds.size(); ++kind)
    if (value(tune, kind * 3) && (value(tune, kind * 3 + 1) || value(tune, kind * 3 + 2)))
      throw bad_value("total and read/write of {} cannot be set at the same time", kinds[kind]);
  for (std::size_t rate = 0; rate < maxima; ++rate)
    if (value(tune, rate) > value(tune, rate + maxima))
      // The text ends like this where it comes from, and programs compare it.
      throw bad_value("{} cannot be set higher than {} ", tune_parameters[rate].name,
                      tune_parameters[rate + maxima].name);
}

model::Disk& need_disk(model::Domain& definition, std::string_view name) {
  if (auto* disk = find_disk(definition, name)) return *disk;
  throw bad_value("disk '{}' was not found in the domain config", name);
}

Params tell(const IoTune& tune) {
  Params params;
  for (std::size_t i = 0; i < tune_parameters.size(); ++i) {
    if (i == before_group) params.push_back({VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, tune.group_name});
    params.push_back({tune_parameters[i].name, value(tune, i)});
  }
  return params;
}

struct DeviceParameter {
  const char* name;
  std::uint64_t DeviceLimits::*member;
  bool wide;  ///< 64 bits
};
constexpr std::array device_parameters = {
    DeviceParameter{VIR_DOMAIN_BLKIO_DEVICE_WEIGHT, &DeviceLimits::weight, false},
    DeviceParameter{VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS, &DeviceLimits::read_iops, false},
    DeviceParameter{VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS, &DeviceLimits::write_iops, false},
    DeviceParameter{VIR_DOMAIN_BLKIO_DEVICE_READ_BPS, &DeviceLimits::read_bytes, true},
    DeviceParameter{VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS, &DeviceLimits::write_bytes, true},
};

struct DeviceValue {
  std::string path;
  std::uint64_t value = 0;
};

DeviceValue read_value(const DeviceParameter& parameter, std::string path, std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = failure == std::errc() && end == text.data() + text.size();
  if (!whole || (!parameter.wide && value > std::numeric_limits<std::uint32_t>::max()))
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "invalid value '{}' for parameter '{}' of device '{}'",
                text, parameter.name, path);
  return {std::move(path), value};
}

/// "path,value,path,value"; "" is none.
std::vector<DeviceValue> read_values(const DeviceParameter& parameter, std::string_view text) {
  std::vector<std::string_view> pieces;
  for (auto rest = text; !text.empty();) {
    const auto comma = rest.find(',');
    pieces.push_back(rest.substr(0, comma));
    if (comma == rest.npos) break;
    rest.remove_prefix(comma + 1);
  }
  if (pieces.size() % 2)
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "unable to parse blkio device '{}' '{}'",
                parameter.name, text);
  std::vector<DeviceValue> values;
  for (std::size_t i = 0; i < pieces.size(); i += 2)
    values.push_back(read_value(parameter, std::string(pieces[i]), pieces[i + 1]));
  return values;
}

DeviceLimits& device(std::vector<DeviceLimits>& devices, const std::string& path) {
  auto found = std::find_if(devices.begin(), devices.end(), [&](const auto& d) { return d.path == path; });
  return found == devices.end() ? devices.emplace_back(DeviceLimits{.path = path}) : *found;
}

std::string format_values(const std::vector<DeviceLimits>& devices, const DeviceParameter& parameter) {
  std::string text;
  for (const auto& device : devices)
    if (const auto value = device.*(parameter.member))
      text += fmt::format("{}{},{}", text.empty() ? "" : ",", device.path, value);
  return text;
}

}  // namespace

Task<driver::Counted<Tuning::ParamList<32>>> Tuning::block_io_tune(DomainRef ref,
                                                                   std::optional<std::string> disk,
                                                                   std::int32_t room, std::uint32_t flags) {
  check_reading(flags, affect, "testDomainGetBlockIoTune");
  auto& definition = choose(hypervisor_.find(ref), flags).definition;
  // The number is the same for every disk.
  const auto tune = room == 0 ? IoTune() : need_disk(definition, disk.value_or("")).iotune;
  co_return answer<ParamList<32>>(tell(tune), room, flags);
}

Task<void> Tuning::set_block_io_tune(DomainRef ref, std::string name, ParamList<32> params,
                                     std::uint32_t flags) {
  check_flags(flags, affect, "testDomainSetBlockIoTune");
  std::vector<Known> known = {{VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, VIR_TYPED_PARAM_STRING}};
  for (const auto& one : tune_parameters) known.push_back({one.name, VIR_TYPED_PARAM_ULLONG});
  check_params(params, known);
  auto& disk = need_disk(choose(hypervisor_.find(ref), flags).definition, name);
  auto changed = disk.iotune;
  for (const auto& one : tune_parameters)
    if (const auto* value = find_param<std::uint64_t>(params, one.name)) {
      if (*value > most)
        throw error(VIR_ERR_ARGUMENT_UNSUPPORTED, VIR_FROM_TEST,
                    "block I/O throttle limit value must be no more than {}", most);
      changed.*(one.member) = *value;
    }
  if (const auto* group = find_param<std::string>(params, VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME))
    changed.group_name = *group;
  check_tune(changed);
  disk.iotune = changed;
  co_return;
}

Task<driver::Counted<Tuning::ParamList<16>>> Tuning::blkio_parameters(DomainRef ref, std::int32_t room,
                                                                      std::uint32_t flags) {
  check_reading(flags, affect, "testDomainGetBlkioParameters");
  const auto& settings = choose(hypervisor_.find(ref), flags).settings;
  Params params;
  params.push_back({VIR_DOMAIN_BLKIO_WEIGHT, std::uint32_t{settings.block_weight}});
  for (const auto& parameter : device_parameters)
    params.push_back({parameter.name, format_values(settings.devices, parameter)});
  co_return answer<ParamList<16>>(std::move(params), room, flags);
}

Task<void> Tuning::set_blkio_parameters(DomainRef ref, ParamList<16> params, std::uint32_t flags) {
  check_flags(flags, affect, "testDomainSetBlkioParameters");
  std::vector<Known> known = {{VIR_DOMAIN_BLKIO_WEIGHT, VIR_TYPED_PARAM_UINT}};
  for (const auto& parameter : device_parameters) known.push_back({parameter.name, VIR_TYPED_PARAM_STRING});
  check_params(params, known);
  auto& settings = choose(hypervisor_.find(ref), flags).settings;
  auto changed = settings;
  if (const auto* weight = find_param<std::uint32_t>(params, VIR_DOMAIN_BLKIO_WEIGHT))
    changed.block_weight = *weight;
  for (const auto& parameter : device_parameters)
    if (const auto* text = find_param<std::string>(params, parameter.name))
      for (const auto& said : read_values(parameter, *text))
        device(changed.devices, said.path).*(parameter.member) = said.value;
  settings = std::move(changed);
  co_return;
}

}  // namespace vireo::test_driver
