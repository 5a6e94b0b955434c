// SPDX-License-Identifier: LGPL-2.1-or-later
// Memory, processors and metadata of a domain.
#include "api/call.hpp"
#include "driver/devices.hpp"

using namespace vireo::api;
using vireo::driver::Devices;

extern "C" {

int virDomainSetMaxMemory(virDomainPtr domain, unsigned long memory) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_zero(memory, "memory");
    self.template run<&Devices::set_max_memory>(memory);
  });
}

int virDomainSetMemory(virDomainPtr domain, unsigned long memory) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_zero(memory, "memory");
    self.template run<&Devices::set_memory>(memory);
  });
}

int virDomainSetMemoryFlags(virDomainPtr domain, unsigned long memory, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_zero(memory, "memory");
    self.template run<&Devices::set_memory_flags>(memory, flags);
  });
}

int virDomainSetVcpus(virDomainPtr domain, unsigned int nvcpus) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_zero(nvcpus, "nvcpus");
    self.template run<&Devices::set_vcpus>(nvcpus);
  });
}

int virDomainSetVcpusFlags(virDomainPtr domain, unsigned int nvcpus, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_zero(nvcpus, "nvcpus");
    if ((flags & VIR_DOMAIN_VCPU_GUEST) && (flags & VIR_DOMAIN_VCPU_MAXIMUM))
      throw bad_argument(self.function, "flags", "the guest agent cannot change the maximum of processors");
    self.template run<&Devices::set_vcpus_flags>(nvcpus, flags);
  });
}

int virDomainSetMetadata(virDomainPtr domain, int type, const char* metadata, const char* key,
                         const char* uri, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    if (type == VIR_DOMAIN_METADATA_TITLE && metadata && std::strchr(metadata, '\n'))
      throw bad_argument(self.function, "metadata", "a domain's title must not contain a newline");
    if (type == VIR_DOMAIN_METADATA_TITLE || type == VIR_DOMAIN_METADATA_DESCRIPTION) {
      if (uri) self.refuse("uri", "must be NULL");
      if (key) self.refuse("key", "must be NULL");
    } else if (type == VIR_DOMAIN_METADATA_ELEMENT) {
      self.not_null(uri, "uri");
      if (metadata) self.not_null(key, "key");
    } else {
      throw vireo::error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "unknown metadata type '{}'", type);
    }
    self.template run<&Devices::set_metadata>(type, optional_text(metadata), optional_text(key),
                                              optional_text(uri), flags);
  });
}
}
