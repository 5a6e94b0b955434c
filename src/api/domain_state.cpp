// SPDX-License-Identifier: LGPL-2.1-or-later
// Reading the state of a domain. None of it waits for a change in progress.
#include <algorithm>

#include "api/call.hpp"
#include "driver/domains.hpp"

using namespace vireo::api;
using vireo::driver::Domains;

extern "C" {

int virDomainGetInfo(virDomainPtr domain, virDomainInfoPtr info) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(info, "info");
    auto now = self.template run<&Domains::info>();
    *info = {now.state, now.max_memory, now.memory, now.vcpus, now.cpu_time};
  });
}

int virDomainGetState(virDomainPtr domain, int* state, int* reason, unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(state, "state");
    auto now = self.template run<&Domains::state>(flags);
    *state = now.state;
    if (reason) *reason = now.reason;
  });
}

int virDomainGetControlInfo(virDomainPtr domain, virDomainControlInfoPtr info, unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(info, "info");
    auto now = self.template run<&Domains::control_info>(flags);
    *info = {now.state, now.details, now.state_time};
  });
}

char* virDomainGetXMLDesc(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    if (self.connection().readonly && (flags & (VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_MIGRATABLE)))
      self.denied("virDomainGetXMLDesc with secure flag");
    return self.template run<&Domains::xml>(flags);
  });
}

unsigned long virDomainGetMaxMemory(virDomainPtr domain) {
  return call(domain, Access::read,
              [](auto& self) -> unsigned long { return self.template run<&Domains::max_memory>(); });
}

int virDomainGetMaxVcpus(virDomainPtr domain) {
  return call(domain, Access::read, runs<&Domains::max_vcpus>());
}

int virDomainGetVcpusFlags(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.one_configuration(flags);
    return self.template run<&Domains::vcpus>(flags);
  });
}

int virDomainGetVcpus(virDomainPtr domain, virVcpuInfoPtr info, int maxinfo, unsigned char* cpumaps,
                      int maplen) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(info, "info");
    if (maxinfo <= 0) self.refuse("maxinfo", "must be greater than zero");
    if (cpumaps && maplen <= 0) self.refuse("maplen", "must be greater than zero");
    if (!cpumaps && maplen != 0) self.refuse("maplen", "must be zero");
    auto found = self.template run<&Domains::vcpu_info>(maxinfo, maplen);
    auto count = std::min<std::size_t>(found.info.size(), maxinfo);
    for (std::size_t i = 0; i < count; ++i) {
      const auto& vcpu = found.info[i];
      info[i] = {vcpu.number, vcpu.state, vcpu.cpu_time, vcpu.cpu};
    }
    const auto& maps = found.maps.bytes;
    if (cpumaps) std::copy_n(maps.begin(), std::min(maps.size(), count * maplen), cpumaps);
    return static_cast<int>(count);
  });
}

int virDomainGetAutostart(virDomainPtr domain, int* autostart) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(autostart, "autostart");
    *autostart = self.template run<&Domains::autostart>();
  });
}

int virDomainIsActive(virDomainPtr domain) { return call(domain, Access::read, runs<&Domains::is_active>()); }

int virDomainIsPersistent(virDomainPtr domain) {
  return call(domain, Access::read, runs<&Domains::is_persistent>());
}

int virDomainIsUpdated(virDomainPtr domain) {
  return call(domain, Access::read, runs<&Domains::is_updated>());
}

int virDomainHasManagedSaveImage(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::read, runs<&Domains::has_managed_save>(flags));
}

char* virDomainGetHostname(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::write, runs<&Domains::hostname>(flags));
}

int virDomainGetSecurityLabel(virDomainPtr domain, virSecurityLabelPtr seclabel) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(seclabel, "seclabel");
    auto found = self.template run<&Domains::security_label>();
    auto end = std::find(found.label.begin(), found.label.end(), '\0');
    auto length = std::min<std::size_t>(end - found.label.begin(), sizeof seclabel->label - 1);
    std::copy_n(found.label.begin(), length, seclabel->label);
    seclabel->label[length] = '\0';
    seclabel->enforcing = found.enforcing;
  });
}

char* virDomainGetMetadata(virDomainPtr domain, int type, const char* uri, unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.one_configuration(flags);
    if (type == VIR_DOMAIN_METADATA_ELEMENT) {
      self.not_null(uri, "uri");
    } else if ((type == VIR_DOMAIN_METADATA_TITLE || type == VIR_DOMAIN_METADATA_DESCRIPTION) && uri) {
      self.refuse("uri", "must be NULL");
    }
    return self.template run<&Domains::metadata>(type, optional_text(uri), flags);
  });
}
}
