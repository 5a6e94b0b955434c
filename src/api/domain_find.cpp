// SPDX-License-Identifier: LGPL-2.1-or-later
// Finding domains: by id, name or UUID, and in lists.
#include <algorithm>

#include "api/call.hpp"
#include "driver/domains.hpp"

using namespace vireo::api;
using vireo::Uuid;
using vireo::driver::Domains;

namespace {

/// A null-terminated array of handles, as virConnectListAll… hands out. The caller frees each and the array.
virDomainPtr* domain_array(_virConnect& connection, std::vector<vireo::driver::DomainRef> found) {
  auto* array = static_cast<virDomainPtr*>(std::calloc(found.size() + 1, sizeof(virDomainPtr)));
  if (!array) throw std::bad_alloc();
  std::transform(found.begin(), found.end(), array,
                 [&](auto& ref) { return new_domain(connection, std::move(ref)); });
  return array;
}

}  // namespace

extern "C" {

int virConnectNumOfDomains(virConnectPtr conn) {
  return call(conn, Access::read, runs<&Domains::count_active>());
}

int virConnectListDomains(virConnectPtr conn, int* ids, int maxids) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_negative(maxids, "maxids");
    if (maxids) self.not_null(ids, "ids");
    auto found = self.template run<&Domains::active_ids>(maxids);
    auto count = std::min<std::size_t>(found.size(), maxids);
    std::copy_n(found.begin(), count, ids);
    return static_cast<int>(count);
  });
}

int virConnectNumOfDefinedDomains(virConnectPtr conn) {
  return call(conn, Access::read, runs<&Domains::count_defined>());
}

int virConnectListDefinedDomains(virConnectPtr conn, char** const names, int maxnames) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_negative(maxnames, "maxnames");
    if (maxnames) self.not_null(names, "names");
    auto found = self.template run<&Domains::defined_names>(maxnames);
    auto count = std::min<std::size_t>(found.size(), maxnames);
    std::transform(found.begin(), found.begin() + count, names, c_string);
    return static_cast<int>(count);
  });
}

int virConnectListAllDomains(virConnectPtr conn, virDomainPtr** domains, unsigned int flags) {
  return call(conn, Access::read, [=](auto& self) {
    if (domains) *domains = nullptr;
    auto found = self.template run<&Domains::list>(domains != nullptr, flags);
    if (!domains) return static_cast<int>(found.count);
    auto count = static_cast<int>(found.domains.size());
    *domains = domain_array(self.handle, std::move(found.domains));
    return count;
  });
}

virDomainPtr virDomainLookupByID(virConnectPtr conn, int id) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_negative(id, "id");
    return self.template run<&Domains::lookup_by_id>(id);
  });
}

virDomainPtr virDomainLookupByName(virConnectPtr conn, const char* name) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(name, "name");
    return self.template run<&Domains::lookup_by_name>(name);
  });
}

virDomainPtr virDomainLookupByUUID(virConnectPtr conn, const unsigned char* uuid) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(uuid, "uuid");
    Uuid wanted;
    std::copy_n(uuid, wanted.bytes.size(), wanted.bytes.begin());
    return self.template run<&Domains::lookup_by_uuid>(wanted);
  });
}

virDomainPtr virDomainLookupByUUIDString(virConnectPtr conn, const char* uuidstr) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(uuidstr, "uuidstr");
    auto wanted = Uuid::parse(uuidstr);
    if (!wanted) throw bad_argument(self.function, "uuidstr", "Invalid UUID");
    return self.template run<&Domains::lookup_by_uuid>(*wanted);
  });
}
}
