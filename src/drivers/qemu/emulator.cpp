// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/emulator.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <utility>

#include "base/error.hpp"

namespace vireo::qemu {
namespace {

namespace json = boost::json;

/// Changes with the cache's layout; another number means: ask again.
constexpr std::int64_t layout = 1;

struct ArchName {
  std::string_view qemu, libvirt;
};
constexpr std::array<ArchName, 5> renamed{
    {{"i386", "i686"}, {"arm", "armv7l"}, {"or1k", "or32"}, {"sh4eb", "sh4eb"}, {"ppcemb", "ppcemb"}}};

constexpr std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

json::object to_json(const qmp::MachineType& machine) {
  return {{"name", machine.name},
          {"alias", machine.alias},
          {"cpu", machine.default_cpu},
          {"ram", machine.default_ram_id},
          {"max-cpus", machine.max_cpus},
          {"default", machine.is_default},
          {"hotplug", machine.hotpluggable_cpus},
          {"deprecated", machine.deprecated}};
}

json::object to_json(const qmp::CpuModel& model) {
  json::object object{{"name", model.name}, {"type", model.type_name}, {"deprecated", model.deprecated}};
  if (model.usable) object["blockers"] = json::array(model.blockers.begin(), model.blockers.end());
  return object;
}

std::string text(const json::object& object, std::string_view key) {
  return std::string(object.at(key).as_string());
}

qmp::MachineType machine_from(const json::object& object) {
  return {.name = text(object, "name"),
          .alias = text(object, "alias"),
          .default_cpu = text(object, "cpu"),
          .default_ram_id = text(object, "ram"),
          .max_cpus = static_cast<int>(object.at("max-cpus").as_int64()),
          .is_default = object.at("default").as_bool(),
          .hotpluggable_cpus = object.at("hotplug").as_bool(),
          .deprecated = object.at("deprecated").as_bool()};
}

qmp::CpuModel cpu_from(const json::object& object) {
  qmp::CpuModel model{.name = text(object, "name"),
                      .type_name = text(object, "type"),
                      .deprecated = object.at("deprecated").as_bool()};
  if (const json::value* blockers = object.if_contains("blockers")) {
    for (const json::value& blocker : blockers->as_array()) model.blockers.emplace_back(blocker.as_string());
    model.usable = model.blockers.empty();
  }
  return model;
}

Emulator from_json(const json::object& object) {
  if (object.at("layout").as_int64() != layout)
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "cached emulator capabilities have another layout");
  const json::object& binary = object.at("binary").as_object();
  Emulator emulator;
  emulator.binary = {.path = text(binary, "path"),
                     .size = binary.at("size").to_number<std::uint64_t>(),
                     .inode = binary.at("inode").to_number<std::uint64_t>(),
                     .device = binary.at("device").to_number<std::uint64_t>(),
                     .mtime = binary.at("mtime").as_int64(),
                     .ctime = binary.at("ctime").as_int64()};
  emulator.kvm_device = object.at("kvm-device").as_bool();
  emulator.arch = text(object, "arch");
  emulator.version = object.at("version").to_number<std::uint64_t>();
  emulator.package = text(object, "package");
  emulator.kvm = object.at("kvm").as_bool();
  for (const json::value& machine : object.at("machines").as_array())
    emulator.machines.push_back(machine_from(machine.as_object()));
  for (const json::value& cpu : object.at("cpus").as_array())
    emulator.cpus.push_back(cpu_from(cpu.as_object()));
  for (const json::value& type : object.at("types").as_array()) emulator.types.emplace(type.as_string());
  return emulator;
}

}  // namespace

FileIdentity FileIdentity::of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("Cannot check QEMU binary {}", path.string()));
  return {.path = path.string(),
          .size = static_cast<std::uint64_t>(status.st_size),
          .inode = status.st_ino,
          .device = status.st_dev,
          .mtime = nanoseconds(status.st_mtim),
          .ctime = nanoseconds(status.st_ctim)};
}

const qmp::MachineType* Emulator::machine(std::string_view name) const {
  auto found = std::ranges::find_if(machines, [name](const qmp::MachineType& machine) {
    return machine.name == name || (!machine.alias.empty() && machine.alias == name);
  });
  return found == machines.end() ? nullptr : &*found;
}

const qmp::MachineType& Emulator::default_machine() const {
  auto found = std::ranges::find_if(machines, &qmp::MachineType::is_default);
  if (found == machines.end()) found = machines.begin();
  if (found == machines.end())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "emulator '{}' has no machine type", binary.path);
  return *found;
}

std::string Emulator::default_cpu(const qmp::MachineType& machine) const {
  auto found = std::ranges::find(cpus, machine.default_cpu, &qmp::CpuModel::type_name);
  return found == cpus.end() || machine.default_cpu.empty() ? std::string() : found->name;
}

std::string arch_from_qemu(std::string_view target) {
  auto found = std::ranges::find(renamed, target, &ArchName::qemu);
  return std::string(found == renamed.end() ? target : found->libvirt);
}

std::string arch_to_qemu(std::string_view arch) {
  auto found = std::ranges::find(renamed, arch, &ArchName::libvirt);
  return std::string(found == renamed.end() ? arch : found->qemu);
}

bool is_architecture(std::string_view name) {
  static constexpr std::string_view names[] = {
      "i686",    "x86_64",  "aarch64",   "armv7l", "armv6l",     "armv7b",     "ppc64",        "ppc64le",
      "ppc",     "riscv64", "s390x",     "mips",   "mipsel",     "mips64",     "mips64el",     "riscv32",
      "sparc",   "sparc64", "alpha",     "cris",   "lm32",       "m68k",       "or32",         "sh4",
      "sh4eb",   "s390",    "unicore32", "xtensa", "xtensaeb",   "microblaze", "microblazeel", "ia64",
      "itanium", "parisc",  "parisc64",  "ppcemb", "loongarch64"};
  return std::ranges::find(names, name) != std::end(names);
}

std::string to_cache(const Emulator& emulator) {
  json::array machines, cpus, types;
  for (const qmp::MachineType& machine : emulator.machines) machines.push_back(to_json(machine));
  for (const qmp::CpuModel& cpu : emulator.cpus) cpus.push_back(to_json(cpu));
  for (const std::string& type : emulator.types) types.emplace_back(type);
  json::object object{{"layout", layout},
                      {"binary", json::object{{"path", emulator.binary.path},
                                              {"size", emulator.binary.size},
                                              {"inode", emulator.binary.inode},
                                              {"device", emulator.binary.device},
                                              {"mtime", emulator.binary.mtime},
                                              {"ctime", emulator.binary.ctime}}},
                      {"kvm-device", emulator.kvm_device},
                      {"arch", emulator.arch},
                      {"version", emulator.version},
                      {"package", emulator.package},
                      {"kvm", emulator.kvm},
                      {"machines", std::move(machines)},
                      {"cpus", std::move(cpus)},
                      {"types", std::move(types)}};
  return json::serialize(object) + "\n";
}

Emulator from_cache(std::string_view text) {
  try {
    return from_json(json::parse(text).as_object());
  } catch (const Error&) {
    throw;
  } catch (const std::exception& problem) {
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "cached emulator capabilities are damaged: {}",
                problem.what());
  }
}

}  // namespace vireo::qemu
