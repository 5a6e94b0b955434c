// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/capabilities.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "driver/flags.hpp"
#include "drivers/test/devices.hpp"
#include "xml/writer.hpp"

namespace vireo::test_driver {

namespace {

constexpr std::uint64_t page_sizes[] = {4, 8, 2048, 1048576};  // KiB
constexpr int cpus_per_cell = 8;
constexpr std::string_view security_model_name = "testSecurity";

void check(std::uint32_t flags, std::string_view function) {
  driver::check_flags(flags, 0, function, VIR_FROM_TEST);
}

void pages(xml::Writer& out, std::uint64_t size, std::uint64_t count) {
  out.begin("pages");
  out.attribute("unit", "KiB");
  out.attribute("size", std::to_string(size));
  out.text(std::to_string(count));
  out.end("pages");
}

void features(xml::Writer& out) {
  out.begin("features");
  out.begin("pae");
  out.end("pae");
  out.begin("nonpae");
  out.end("nonpae");
  out.end("features");
}

void cpu(xml::Writer& out, std::size_t cell, int core) {
  auto id = std::to_string(static_cast<int>(cell) * cpus_per_cell + core);
  out.begin("cpu");
  out.attribute("id", id);
  out.attribute("socket_id", std::to_string(cell));
  out.attribute("die_id", "0");
  out.attribute("core_id", std::to_string(core));
  out.attribute("siblings", id);
  out.end("cpu");
}

void cell(xml::Writer& out, const Cell& cell, std::size_t id) {
  out.begin("cell");
  out.attribute("id", std::to_string(id));
  out.begin("memory");
  out.attribute("unit", "KiB");
  out.text(std::to_string(cell.memory));
  out.end("memory");
  pages(out, cell.page, cell.pages);
  pages(out, 2048, 0);
  pages(out, 1048576, 0);
  out.begin("cpus");
  out.attribute("num", std::to_string(cpus_per_cell));
  for (int core = 0; core < cpus_per_cell; ++core) cpu(out, id, core);
  out.end("cpus");
  out.end("cell");
}

void topology(xml::Writer& out, const Node& node) {
  out.begin("topology");
  out.begin("cells");
  out.attribute("num", std::to_string(node.cells.size()));
  out.open_content();
  for (std::size_t id = 0; id < node.cells.size(); ++id) cell(out, node.cells[id], id);
  out.end("cells");
  out.end("topology");
}

void host(xml::Writer& out, const Node& node) {
  out.begin("host");
  out.begin("cpu");
  out.element("arch", "i686");
  features(out);
  for (auto size : page_sizes) {
    out.begin("pages");
    out.attribute("unit", "KiB");
    out.attribute("size", std::to_string(size));
    out.end("pages");
  }
  out.end("cpu");
  out.begin("power_management");
  out.end("power_management");
  out.begin("iommu");
  out.attribute("support", "no");
  out.end("iommu");
  topology(out, node);
  out.begin("secmodel");
  out.element("model", security_model_name);
  out.element("doi", "");
  out.end("secmodel");
  out.end("host");
}

void guest(xml::Writer& out, std::string_view os_type) {
  out.begin("guest");
  out.element("os_type", os_type);
  out.begin("arch");
  out.attribute("name", "i686");
  out.element("wordsize", "32");
  out.element("emulator", "/usr/bin/test-hv");
  out.begin("domain");
  out.attribute("type", "test");
  out.end("domain");
  out.end("arch");
  features(out);
  out.end("guest");
}

}  // namespace

// The empty lines between the parts are part of the incumbent's layout.
std::string format_capabilities(const Node& node) {
  std::string text = "<capabilities>\n\n";
  xml::Writer machine(1);
  host(machine, node);
  text += machine.take() + "\n";
  for (auto os_type : {"hvm", "xen"}) {
    xml::Writer part(1);
    guest(part, os_type);
    text += part.take() + "\n";
  }
  return text + "</capabilities>\n";
}

Task<std::string> Host::type() { co_return "TEST"; }
Task<std::uint64_t> Host::version() { co_return 2; }
Task<std::string> Host::uri() { co_return uri_; }
Task<std::int32_t> Host::max_vcpus(std::optional<std::string>) {
  co_return static_cast<std::int32_t>(test_driver::max_vcpus);
}
Task<std::string> Host::capabilities() { co_return format_capabilities(hypervisor_.node()); }
Task<std::int32_t> Host::is_secure() { co_return 1; }

Task<driver::NodeInfo> Host::node_info() {
  const Node& node = hypervisor_.node();
  driver::NodeInfo info{.memory = node.memory,
                        .cpus = static_cast<std::int32_t>(node.active),
                        .mhz = static_cast<std::int32_t>(node.mhz),
                        .nodes = static_cast<std::int32_t>(node.nodes),
                        .sockets = static_cast<std::int32_t>(node.sockets),
                        .cores = static_cast<std::int32_t>(node.cores),
                        .threads = static_cast<std::int32_t>(node.threads)};
  node.model.copy(info.model.data(), info.model.size() - 1);
  co_return info;
}

Task<std::string> Host::sysinfo(std::uint32_t flags) {
  check(flags, "testConnectGetSysinfo");
  xml::Writer out;
  out.begin("sysinfo");
  out.attribute("type", "smbios");
  out.begin("bios");
  constexpr std::pair<std::string_view, std::string_view> entries[] = {
      {"vendor", "LENOVO"}, {"version", "G4ETA1WW (2.61 )"}, {"date", "05/07/2014"}, {"release", "2.61"}};
  for (auto [name, value] : entries) {
    out.begin("entry");
    out.attribute("name", name);
    out.text(value);
    out.end("entry");
  }
  out.end("bios");
  out.end("sysinfo");
  co_return out.take();
}

Task<std::uint64_t> Host::free_memory() {
  std::uint64_t free = 0;
  for (const auto& cell : hypervisor_.node().cells) free += cell.free;
  co_return free;
}

Task<driver::List<std::uint64_t, 1024>> Host::cells_free_memory(std::int32_t start, std::int32_t max) {
  const auto& cells = hypervisor_.node().cells;
  if (start < 0 || start >= std::ssize(cells))
    throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_TEST, "Range exceeds available cells");
  driver::List<std::uint64_t, 1024> free;
  for (auto at = static_cast<std::size_t>(start); at < cells.size() && std::ssize(free) < max; ++at)
    free.push_back(cells[at].memory);
  co_return free;
}

Task<driver::NodeStats> Host::cpu_stats(std::int32_t, std::int32_t nparams, std::uint32_t flags) {
  check(flags, "testNodeGetCPUStats");
  const std::vector<driver::NodeStat> all = {{VIR_NODE_CPU_STATS_USER, 9797400000},
                                             {VIR_NODE_CPU_STATS_KERNEL, 34678723400000},
                                             {VIR_NODE_CPU_STATS_IDLE, 87264900000},
                                             {VIR_NODE_CPU_STATS_IOWAIT, 763600000}};
  driver::NodeStats stats;
  stats.nparams = static_cast<std::int32_t>(all.size());
  if (nparams > 0) {
    stats.nparams = std::min(nparams, stats.nparams);
    stats.params.assign(all.begin(), all.begin() + stats.nparams);
  }
  co_return stats;
}

Task<driver::CpuMap> Host::cpu_map(std::int32_t need_map, std::int32_t need_online, std::uint32_t flags) {
  check(flags, "testNodeGetCPUMap");
  driver::CpuMap map{.count = 8};
  if (need_map) map.map.bytes = {0b00010101};
  if (need_online) map.online = 3;
  co_return map;
}

Task<driver::SecurityModel> Host::security_model() {
  driver::SecurityModel model;
  model.model.assign(security_model_name.begin(), security_model_name.end());
  model.model.push_back('\0');
  model.doi.push_back('\0');
  co_return model;
}

}  // namespace vireo::test_driver
