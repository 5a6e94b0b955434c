// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/commands.hpp"

#include <boost/json/array.hpp>

#include "base/error.hpp"

namespace vireo::qemu::qmp {
namespace {

namespace json = boost::json;

[[noreturn]] void malformed(std::string_view what) {
  throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "QEMU's answer has no usable '{}'", what);
}

const json::object& object_of(const json::value& value, std::string_view what) {
  if (!value.is_object()) malformed(what);
  return value.get_object();
}

const json::array& array_of(const json::value& value, std::string_view what) {
  if (!value.is_array()) malformed(what);
  return value.get_array();
}

std::string text(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (!value || !value->is_string()) malformed(key);
  return std::string(value->get_string());
}

std::string text_or_empty(const json::object& object, std::string_view key) {
  return object.contains(key) ? text(object, key) : std::string();
}

bool truth(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (!value || !value->is_bool()) malformed(key);
  return value->get_bool();
}

bool truth_or_false(const json::object& object, std::string_view key) {
  return object.contains(key) && truth(object, key);
}

std::int64_t number(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (!value || !value->is_int64()) malformed(key);
  return value->get_int64();
}

Task<void> simple(Monitor& monitor, std::string_view name, Deadline deadline) {
  Command command{.name = name, .arguments = {}};
  co_await monitor.call(std::move(command), deadline);
}

Task<json::value> ask(Monitor& monitor, std::string_view name, Deadline deadline) {
  Command command{.name = name, .arguments = {}};
  co_return co_await monitor.call(std::move(command), deadline);
}

}  // namespace

Status parse_status(const json::value& answer) {
  const json::object& object = object_of(answer, "query-status");
  return {.running = truth(object, "running"), .status = text(object, "status")};
}

std::vector<CharDevice> parse_chardev(const json::value& answer) {
  std::vector<CharDevice> devices;
  for (const json::value& item : array_of(answer, "query-chardev")) {
    const json::object& object = object_of(item, "query-chardev");
    devices.push_back({.label = text(object, "label"), .filename = text(object, "filename")});
  }
  return devices;
}

std::vector<int> parse_cpus(const json::value& answer) {
  std::vector<int> threads;
  for (const json::value& item : array_of(answer, "query-cpus-fast"))
    threads.push_back(static_cast<int>(number(object_of(item, "query-cpus-fast"), "thread-id")));
  return threads;
}

std::string parse_target(const json::value& answer) {
  return text(object_of(answer, "query-target"), "arch");
}

KvmState parse_kvm(const json::value& answer) {
  const json::object& object = object_of(answer, "query-kvm");
  return {.enabled = truth(object, "enabled"), .present = truth(object, "present")};
}

std::vector<MachineType> parse_machines(const json::value& answer) {
  std::vector<MachineType> machines;
  for (const json::value& item : array_of(answer, "query-machines")) {
    const json::object& object = object_of(item, "query-machines");
    MachineType machine{.name = text(object, "name"),
                        .alias = text_or_empty(object, "alias"),
                        .default_cpu = text_or_empty(object, "default-cpu-type"),
                        .default_ram_id = text_or_empty(object, "default-ram-id"),
                        .max_cpus = static_cast<int>(number(object, "cpu-max")),
                        .is_default = truth_or_false(object, "is-default"),
                        .hotpluggable_cpus = truth_or_false(object, "hotpluggable-cpus"),
                        .deprecated = truth_or_false(object, "deprecated")};
    machines.push_back(std::move(machine));
  }
  return machines;
}

std::vector<CpuModel> parse_cpu_definitions(const json::value& answer) {
  std::vector<CpuModel> models;
  for (const json::value& item : array_of(answer, "query-cpu-definitions")) {
    const json::object& object = object_of(item, "query-cpu-definitions");
    CpuModel model{.name = text(object, "name"),
                   .type_name = text_or_empty(object, "typename"),
                   .deprecated = truth_or_false(object, "deprecated")};
    if (const json::value* blockers = object.if_contains("unavailable-features")) {
      for (const json::value& blocker : array_of(*blockers, "unavailable-features"))
        if (blocker.is_string()) model.blockers.emplace_back(blocker.get_string());
      model.usable = model.blockers.empty();
    }
    models.push_back(std::move(model));
  }
  return models;
}

std::vector<std::string> parse_types(const json::value& answer) {
  std::vector<std::string> names;
  for (const json::value& item : array_of(answer, "qom-list-types"))
    names.push_back(text(object_of(item, "qom-list-types"), "name"));
  return names;
}

Task<Status> query_status(Monitor& monitor, Deadline deadline) {
  co_return parse_status(co_await ask(monitor, "query-status", deadline));
}

Task<std::vector<CharDevice>> query_chardev(Monitor& monitor, Deadline deadline) {
  co_return parse_chardev(co_await ask(monitor, "query-chardev", deadline));
}

Task<std::vector<int>> query_cpus_fast(Monitor& monitor, Deadline deadline) {
  co_return parse_cpus(co_await ask(monitor, "query-cpus-fast", deadline));
}

Task<void> cont(Monitor& monitor, Deadline deadline) { return simple(monitor, "cont", deadline); }
Task<void> stop(Monitor& monitor, Deadline deadline) { return simple(monitor, "stop", deadline); }
Task<void> system_powerdown(Monitor& monitor, Deadline deadline) {
  return simple(monitor, "system_powerdown", deadline);
}
Task<void> system_reset(Monitor& monitor, Deadline deadline) {
  return simple(monitor, "system_reset", deadline);
}
Task<void> quit(Monitor& monitor, Deadline deadline) { return simple(monitor, "quit", deadline); }

Task<void> balloon(Monitor& monitor, std::uint64_t bytes, Deadline deadline) {
  json::object arguments;
  arguments["value"] = bytes;
  Command command{.name = "balloon", .arguments = std::move(arguments)};
  co_await monitor.call(std::move(command), deadline);
}

Task<std::uint64_t> query_balloon(Monitor& monitor, Deadline deadline) {
  json::value answer = co_await ask(monitor, "query-balloon", deadline);
  co_return static_cast<std::uint64_t>(number(object_of(answer, "query-balloon"), "actual"));
}

Task<void> expire_password(Monitor& monitor, std::string protocol, std::string time, Deadline deadline) {
  json::object arguments;
  arguments["protocol"] = protocol;
  arguments["time"] = time;
  Command command{.name = "expire_password", .arguments = std::move(arguments)};
  co_await monitor.call(std::move(command), deadline);
}

Task<void> set_link(Monitor& monitor, std::string device, bool up, Deadline deadline) {
  json::object arguments;
  arguments["name"] = device;
  arguments["up"] = up;
  Command command{.name = "set_link", .arguments = std::move(arguments)};
  co_await monitor.call(std::move(command), deadline);
}

Task<void> set_balloon_period(Monitor& monitor, std::string device, unsigned seconds, Deadline deadline) {
  json::object arguments;
  arguments["path"] = "/machine/peripheral/" + device;
  arguments["property"] = "guest-stats-polling-interval";
  arguments["value"] = seconds;
  Command command{.name = "qom-set", .arguments = std::move(arguments)};
  co_await monitor.call(std::move(command), deadline);
}

Task<void> set_password(Monitor& monitor, std::string protocol, std::string password, std::string connected,
                        Deadline deadline) {
  json::object arguments;
  arguments["protocol"] = protocol;
  arguments["password"] = password;
  if (!connected.empty()) arguments["connected"] = connected;
  Command command{.name = "set_password", .arguments = std::move(arguments)};
  co_await monitor.call(std::move(command), deadline);
}

Task<std::string> query_target(Monitor& monitor, Deadline deadline) {
  co_return parse_target(co_await ask(monitor, "query-target", deadline));
}

Task<KvmState> query_kvm(Monitor& monitor, Deadline deadline) {
  co_return parse_kvm(co_await ask(monitor, "query-kvm", deadline));
}

Task<std::vector<MachineType>> query_machines(Monitor& monitor, Deadline deadline) {
  co_return parse_machines(co_await ask(monitor, "query-machines", deadline));
}

Task<std::vector<CpuModel>> query_cpu_definitions(Monitor& monitor, Deadline deadline) {
  co_return parse_cpu_definitions(co_await ask(monitor, "query-cpu-definitions", deadline));
}

Task<std::vector<std::string>> qom_list_types(Monitor& monitor, std::string interface, Deadline deadline) {
  json::object arguments;
  arguments["implements"] = interface;
  arguments["abstract"] = false;
  Command command{.name = "qom-list-types", .arguments = std::move(arguments)};
  co_return parse_types(co_await monitor.call(std::move(command), deadline));
}

}  // namespace vireo::qemu::qmp
