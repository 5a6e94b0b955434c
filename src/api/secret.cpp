// SPDX-License-Identifier: LGPL-2.1-or-later
// Secrets: passphrases and keys that definitions refer to.
#include "api/call_of.hpp"
#include "api/object_calls.hpp"
#include "driver/secrets.hpp"

using namespace vireo::api;
using vireo::driver::Secrets;

namespace {

/// Malloc'ed for the caller; an empty value is not NULL, which would be failure.
unsigned char* copy_of(const std::vector<unsigned char>& bytes) {
  auto* copy = static_cast<unsigned char*>(std::malloc(bytes.size() + 1));
  if (!copy) throw std::bad_alloc();
  *std::copy(bytes.begin(), bytes.end(), copy) = 0;
  return copy;
}

}  // namespace

extern "C" {

int virConnectNumOfSecrets(virConnectPtr conn) {
  return call_of<VIR_FROM_SECRET>(conn, Access::read, runs<&Secrets::count>());
}

int virConnectListSecrets(virConnectPtr conn, char** uuids, int maxuuids) {
  return call_of<VIR_FROM_SECRET>(conn, Access::read,
                                  lists_names<&Secrets::uuids>(uuids, "uuids", maxuuids, "maxuuids"));
}

int virConnectListAllSecrets(virConnectPtr conn, virSecretPtr** secrets, unsigned int flags) {
  return call_of<VIR_FROM_SECRET>(conn, Access::read, lists_all<&Secrets::list>(secrets, flags));
}

virSecretPtr virSecretLookupByUUID(virConnectPtr conn, const unsigned char* uuid) {
  return call_of<VIR_FROM_SECRET>(conn, Access::read, looks_up_uuid<&Secrets::lookup_by_uuid>(uuid, "uuid"));
}

virSecretPtr virSecretLookupByUUIDString(virConnectPtr conn, const char* uuid) {
  return call_of<VIR_FROM_SECRET>(conn, Access::read,
                                  looks_up_uuid_text<&Secrets::lookup_by_uuid>(uuid, "uuidstr"));
}

virSecretPtr virSecretLookupByUsage(virConnectPtr conn, int usage_type, const char* usage_id) {
  return call_of<VIR_FROM_SECRET>(conn, Access::read, [=](auto& self) {
    self.not_null(usage_id, "usageID");
    return self.template run<&Secrets::lookup_by_usage>(usage_type, usage_id);
  });
}

virSecretPtr virSecretDefineXML(virConnectPtr conn, const char* xml, unsigned int flags) {
  return call_of<VIR_FROM_SECRET>(conn, Access::write, takes_xml<&Secrets::define>(xml, "xml", flags));
}

int virSecretRef(virSecretPtr secret) { return call(secret, Access::read, takes_reference()); }

int virSecretFree(virSecretPtr secret) { return call(secret, Access::read, gives_reference_back()); }

virConnectPtr virSecretGetConnect(virSecretPtr secret) {
  return call(secret, Access::read, says_connection());
}

int virSecretGetUUID(virSecretPtr secret, unsigned char* uuid) {
  return call(secret, Access::read, copies_uuid(uuid, "uuid"));
}

int virSecretGetUUIDString(virSecretPtr secret, char* buf) {
  return call(secret, Access::read, prints_uuid(buf, "buf"));
}

int virSecretGetUsageType(virSecretPtr secret) {
  return call(secret, Access::read,
              [](auto& self) { return static_cast<int>(self.handle.reference.usage_type); });
}

const char* virSecretGetUsageID(virSecretPtr secret) {
  return call(secret, Access::read, [](auto& self) { return self.handle.reference.usage_id.c_str(); });
}

char* virSecretGetXMLDesc(virSecretPtr secret, unsigned int flags) {
  return call(secret, Access::read, runs<&Secrets::xml>(flags));
}

int virSecretSetValue(virSecretPtr secret, const unsigned char* value, size_t value_size,
                      unsigned int flags) {
  return call(secret, Access::write, [=](auto& self) {
    self.not_null(value, "value");
    vireo::driver::Opaque<65536> bytes;
    if (value_size > bytes.max)
      throw vireo::error(VIR_ERR_INVALID_ARG, VIR_FROM_SECRET,
                         "a secret's value has at most {} bytes, not {}", bytes.max, value_size);
    bytes.bytes.assign(value, value + value_size);
    self.template run<&Secrets::set_value>(std::move(bytes), flags);
  });
}

unsigned char* virSecretGetValue(virSecretPtr secret, size_t* value_size, unsigned int flags) {
  return call(secret, Access::write, [=](auto& self) {
    self.not_null(value_size, "value_size");
    const auto value = self.template run<&Secrets::value>(flags);
    auto* copy = copy_of(value.bytes);
    *value_size = value.bytes.size();
    return copy;
  });
}

int virSecretUndefine(virSecretPtr secret) { return call(secret, Access::write, runs<&Secrets::undefine>()); }
}
