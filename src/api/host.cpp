// SPDX-License-Identifier: LGPL-2.1-or-later
// What a connection says about its hypervisor and its machine.
#include "driver/host.hpp"

#include <algorithm>

#include "api/call.hpp"

using namespace vireo::api;
using vireo::driver::Host;

namespace {

template <std::size_t N, class Text>
void copy_text(char (&to)[N], const Text& from) {
  auto end = std::find(from.begin(), from.end(), '\0');
  auto length = std::min<std::size_t>(end - from.begin(), N - 1);
  std::copy_n(from.begin(), length, to);
  to[length] = '\0';
}

/// virNodeGetCPUStats and virNodeGetMemoryStats: nparams 0 asks for the number, else `fields` are filled in.
template <class Field>
void copy_stats(const vireo::driver::NodeStats& stats, Field* fields, int* count) {
  int asked = *count;
  *count = stats.nparams;
  if (asked == 0) return;
  *count = std::min<int>(asked, static_cast<int>(stats.params.size()));
  for (int i = 0; i < *count; ++i) {
    copy_text(fields[i].field, stats.params[i].field);
    fields[i].value = stats.params[i].value;
  }
}

}  // namespace

extern "C" {

const char* virConnectGetType(virConnectPtr conn) {
  return call(conn, Access::read, [](auto& self) {
    auto& handle = self.handle;
    std::call_once(handle.type_once, [&] { handle.type = self.template run<&Host::type>(); });
    return handle.type.c_str();
  });
}

int virConnectGetVersion(virConnectPtr conn, unsigned long* hvVer) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(hvVer, "hvVer");
    *hvVer = self.template run<&Host::version>();
  });
}

int virConnectGetLibVersion(virConnectPtr conn, unsigned long* libVer) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(libVer, "libVer");
    *libVer = self.template run<&Host::library_version>();
  });
}

char* virConnectGetHostname(virConnectPtr conn) { return call(conn, Access::read, runs<&Host::hostname>()); }

char* virConnectGetURI(virConnectPtr conn) { return call(conn, Access::read, runs<&Host::uri>()); }

char* virConnectGetSysinfo(virConnectPtr conn, unsigned int flags) {
  return call(conn, Access::read, runs<&Host::sysinfo>(flags));
}

int virConnectGetMaxVcpus(virConnectPtr conn, const char* type) {
  return call(conn, Access::read, runs<&Host::max_vcpus>(optional_text(type)));
}

char* virConnectGetCapabilities(virConnectPtr conn) {
  return call(conn, Access::read, runs<&Host::capabilities>());
}

char* virConnectGetDomainCapabilities(virConnectPtr conn, const char* emulatorbin, const char* arch,
                                      const char* machine, const char* virttype, unsigned int flags) {
  return call(conn, Access::read,
              runs<&Host::domain_capabilities>(optional_text(emulatorbin), optional_text(arch),
                                               optional_text(machine), optional_text(virttype), flags));
}

int virNodeGetInfo(virConnectPtr conn, virNodeInfoPtr info) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(info, "info");
    auto node = self.template run<&Host::node_info>();
    copy_text(info->model, node.model);
    info->memory = node.memory;
    info->cpus = node.cpus;
    info->mhz = node.mhz;
    info->nodes = node.nodes;
    info->sockets = node.sockets;
    info->cores = node.cores;
    info->threads = node.threads;
  });
}

unsigned long long virNodeGetFreeMemory(virConnectPtr conn) {
  return call(conn, Access::read,
              [](auto& self) -> unsigned long long { return self.template run<&Host::free_memory>(); });
}

int virNodeGetCellsFreeMemory(virConnectPtr conn, unsigned long long* freeMems, int startCell, int maxCells) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(freeMems, "freeMems");
    if (maxCells <= 0) self.refuse("maxCells", "must be greater than zero");
    self.not_negative(startCell, "startCell");
    auto cells = self.template run<&Host::cells_free_memory>(startCell, maxCells);
    auto count = std::min<std::size_t>(cells.size(), maxCells);
    std::copy_n(cells.begin(), count, freeMems);
    return static_cast<int>(count);
  });
}

int virNodeGetCPUStats(virConnectPtr conn, int cpuNum, virNodeCPUStatsPtr params, int* nparams,
                       unsigned int flags) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(nparams, "nparams");
    self.not_negative(*nparams, "nparams");
    if (*nparams) self.not_null(params, "params");
    copy_stats(self.template run<&Host::cpu_stats>(cpuNum, *nparams, flags), params, nparams);
  });
}

int virNodeGetMemoryStats(virConnectPtr conn, int cellNum, virNodeMemoryStatsPtr params, int* nparams,
                          unsigned int flags) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(nparams, "nparams");
    self.not_negative(*nparams, "nparams");
    if (*nparams) self.not_null(params, "params");
    copy_stats(self.template run<&Host::memory_stats>(*nparams, cellNum, flags), params, nparams);
  });
}

int virNodeGetCPUMap(virConnectPtr conn, unsigned char** cpumap, unsigned int* online, unsigned int flags) {
  return call(conn, Access::read, [=](auto& self) {
    auto map = self.template run<&Host::cpu_map>(cpumap != nullptr, online != nullptr, flags);
    if (online) *online = map.online;
    if (cpumap) {
      *cpumap = static_cast<unsigned char*>(std::calloc(map.map.bytes.size() + 1, 1));
      if (!*cpumap) throw std::bad_alloc();
      std::copy(map.map.bytes.begin(), map.map.bytes.end(), *cpumap);
    }
    return map.count;
  });
}

int virNodeGetSecurityModel(virConnectPtr conn, virSecurityModelPtr secmodel) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(secmodel, "secmodel");
    auto model = self.template run<&Host::security_model>();
    copy_text(secmodel->model, model.model);
    copy_text(secmodel->doi, model.doi);
  });
}

char* virConnectDomainXMLFromNative(virConnectPtr conn, const char* nativeFormat, const char* nativeConfig,
                                    unsigned int flags) {
  return call(conn, Access::write, [=](auto& self) {
    self.not_null(nativeFormat, "nativeFormat");
    self.not_null(nativeConfig, "nativeConfig");
    return self.template run<&Host::domain_xml_from_native>(nativeFormat, nativeConfig, flags);
  });
}

char* virConnectDomainXMLToNative(virConnectPtr conn, const char* nativeFormat, const char* domainXml,
                                  unsigned int flags) {
  return call(conn, Access::write, [=](auto& self) {
    self.not_null(nativeFormat, "nativeFormat");
    self.not_null(domainXml, "domainXml");
    return self.template run<&Host::domain_xml_to_native>(nativeFormat, domainXml, flags);
  });
}
}
