// SPDX-License-Identifier: LGPL-2.1-or-later
// The domain handle itself: references, and what it knows without asking the driver.
#include <algorithm>

#include "api/call.hpp"
#include "driver/domains.hpp"

using namespace vireo::api;
using vireo::driver::Domains;

extern "C" {

int virDomainRef(virDomainPtr domain) {
  return call(domain, Access::read, [](auto& self) { self.handle.ref(); });
}

int virDomainFree(virDomainPtr domain) {
  // The reference to the connection keeps it alive while an error may still be reported on it.
  return call(domain, Access::read, [](auto& self) { self.handle.unref(); });
}

virConnectPtr virDomainGetConnect(virDomainPtr domain) {
  return call(domain, Access::read, [](auto& self) { return self.handle.connection.get(); });
}

const char* virDomainGetName(virDomainPtr domain) {
  return call(domain, Access::read, [](auto& self) { return self.handle.name.c_str(); });
}

int virDomainGetUUID(virDomainPtr domain, unsigned char* uuid) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(uuid, "uuid");
    std::copy(self.handle.uuid.bytes.begin(), self.handle.uuid.bytes.end(), uuid);
  });
}

int virDomainGetUUIDString(virDomainPtr domain, char* buf) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(buf, "buf");
    std::strcpy(buf, self.handle.uuid.to_string().c_str());
  });
}

unsigned int virDomainGetID(virDomainPtr domain) {
  return static_cast<unsigned>(call(domain, Access::read, [](auto& self) {
    auto& id = self.handle.id;
    if (id == _virDomain::unknown_id) {
      auto& domains = self.connection().driver->template get<Domains>();
      id = self.connection().run(domains.lookup_by_uuid(self.handle.uuid)).id;
    }
    return id.load();
  }));
}

char* virDomainGetOSType(virDomainPtr domain) {
  return call(domain, Access::read, runs<&Domains::os_type>());
}
}
