// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/host.hpp"

namespace vireo::remote {

using driver::Host;

namespace {

Task<std::string> as_task(std::string text) { co_return text; }

}  // namespace

Task<std::string> RemoteHost::type() { return call<&Host::type>(); }
Task<std::uint64_t> RemoteHost::version() { return call<&Host::version>(); }
Task<std::uint64_t> RemoteHost::library_version() { return call<&Host::library_version>(); }
Task<std::string> RemoteHost::hostname() { return call<&Host::hostname>(); }
/// What the program opened, which names the daemon too; only without that, what the daemon opened.
Task<std::string> RemoteHost::uri() {
  if (uri_.empty()) return call<&Host::uri>();
  return as_task(uri_);
}
Task<std::int32_t> RemoteHost::max_vcpus(std::optional<std::string> type) {
  return call<&Host::max_vcpus>(std::move(type));
}
Task<driver::NodeInfo> RemoteHost::node_info() { return call<&Host::node_info>(); }
Task<std::string> RemoteHost::capabilities() { return call<&Host::capabilities>(); }
Task<std::string> RemoteHost::sysinfo(std::uint32_t flags) { return call<&Host::sysinfo>(flags); }
Task<std::string> RemoteHost::domain_capabilities(std::optional<std::string> emulator,
                                                  std::optional<std::string> arch,
                                                  std::optional<std::string> machine,
                                                  std::optional<std::string> virt_type, std::uint32_t flags) {
  return call<&Host::domain_capabilities>(std::move(emulator), std::move(arch), std::move(machine),
                                          std::move(virt_type), flags);
}
Task<std::int32_t> RemoteHost::is_secure() { return call<&Host::is_secure>(); }
Task<std::uint64_t> RemoteHost::free_memory() { return call<&Host::free_memory>(); }
Task<driver::List<std::uint64_t, 1024>> RemoteHost::cells_free_memory(std::int32_t start, std::int32_t max) {
  return call<&Host::cells_free_memory>(start, max);
}
Task<driver::NodeStats> RemoteHost::cpu_stats(std::int32_t cpu, std::int32_t nparams, std::uint32_t flags) {
  return call<&Host::cpu_stats>(cpu, nparams, flags);
}
Task<driver::NodeStats> RemoteHost::memory_stats(std::int32_t nparams, std::int32_t cell,
                                                 std::uint32_t flags) {
  return call<&Host::memory_stats>(nparams, cell, flags);
}
Task<driver::CpuMap> RemoteHost::cpu_map(std::int32_t need_map, std::int32_t need_online,
                                         std::uint32_t flags) {
  return call<&Host::cpu_map>(need_map, need_online, flags);
}
Task<driver::SecurityModel> RemoteHost::security_model() { return call<&Host::security_model>(); }
Task<std::string> RemoteHost::domain_xml_from_native(std::string format, std::string config,
                                                     std::uint32_t flags) {
  return call<&Host::domain_xml_from_native>(std::move(format), std::move(config), flags);
}
Task<std::string> RemoteHost::domain_xml_to_native(std::string format, std::string xml, std::uint32_t flags) {
  return call<&Host::domain_xml_to_native>(std::move(format), std::move(xml), flags);
}

}  // namespace vireo::remote
