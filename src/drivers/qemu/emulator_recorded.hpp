// SPDX-License-Identifier: LGPL-2.1-or-later
// For tests: an Emulator from the replies recorded in tests/data/qemu/replies.
#pragma once

#include <boost/json/parse.hpp>
#include <fstream>

#include "drivers/qemu/emulator.hpp"

namespace vireo::qemu {

/// `target`: "x86_64" or "i386", as QEMU names it.
inline Emulator recorded_emulator(const std::string& target) {
  std::ifstream file(VIREO_SOURCE_DIR "/tests/data/qemu/replies/qemu-7.2-" + target + ".json");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  boost::json::object replies = boost::json::parse(text).as_object();
  Emulator emulator;
  emulator.binary.path = "/usr/bin/qemu-system-" + target;
  emulator.arch = arch_from_qemu(qmp::parse_target(replies.at("query-target")));
  emulator.version = 7002022;
  emulator.package = "Debian 1:7.2";
  emulator.kvm = qmp::parse_kvm(replies.at("query-kvm")).enabled;
  emulator.machines = qmp::parse_machines(replies.at("query-machines"));
  emulator.cpus = qmp::parse_cpu_definitions(replies.at("query-cpu-definitions"));
  for (std::string& type : qmp::parse_types(replies.at("qom-list-types")))
    emulator.types.insert(std::move(type));
  return emulator;
}

}  // namespace vireo::qemu
