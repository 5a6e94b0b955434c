// SPDX-License-Identifier: LGPL-2.1-or-later
// Storage volumes.
#include "api/call_of.hpp"
#include "api/object_calls.hpp"
#include "api/stream.hpp"
#include "driver/volumes.hpp"

using namespace vireo::api;
using vireo::driver::Volumes;

namespace {

/// `what` of an upload or download: the volume's content becomes the stream's.
template <auto Method>
auto streams(virStreamPtr stream, unsigned long long offset, unsigned long long length, unsigned flags) {
  return [=](auto& self) {
    check(stream, Access::read, self.function);
    if (stream->connection.get() != &self.connection())
      self.refuse("stream",
                  fmt::format("must match connection of volume '{}'", self.handle.reference.name).c_str());
    stream->open(self.template run<Method>(offset, length, flags));
  };
}

}  // namespace

extern "C" {

int virStorageVolRef(virStorageVolPtr vol) { return call(vol, Access::read, takes_reference()); }

int virStorageVolFree(virStorageVolPtr vol) { return call(vol, Access::read, gives_reference_back()); }

virConnectPtr virStorageVolGetConnect(virStorageVolPtr vol) {
  return call(vol, Access::read, says_connection());
}

const char* virStorageVolGetName(virStorageVolPtr vol) {
  return call(vol, Access::read, [](auto& self) { return self.handle.reference.name.c_str(); });
}

const char* virStorageVolGetKey(virStorageVolPtr vol) {
  return call(vol, Access::read, [](auto& self) { return self.handle.reference.key.c_str(); });
}

virStorageVolPtr virStorageVolLookupByName(virStoragePoolPtr pool, const char* name) {
  return call(pool, Access::read, looks_up_name<&Volumes::lookup_by_name>(name, "name"));
}

virStorageVolPtr virStorageVolLookupByKey(virConnectPtr conn, const char* key) {
  return call_of<VIR_FROM_STORAGE>(conn, Access::read, looks_up_name<&Volumes::lookup_by_key>(key, "key"));
}

virStorageVolPtr virStorageVolLookupByPath(virConnectPtr conn, const char* path) {
  return call_of<VIR_FROM_STORAGE>(conn, Access::read, looks_up_name<&Volumes::lookup_by_path>(path, "path"));
}

virStorageVolPtr virStorageVolCreateXML(virStoragePoolPtr pool, const char* xmlDesc, unsigned int flags) {
  return call(pool, Access::write, takes_xml<&Volumes::create_xml>(xmlDesc, "xmlDesc", flags));
}

virStorageVolPtr virStorageVolCreateXMLFrom(virStoragePoolPtr pool, const char* xmlDesc,
                                            virStorageVolPtr clonevol, unsigned int flags) {
  return call(pool, Access::write, [=](auto& self) {
    check(clonevol, Access::read, self.function);
    self.not_null(xmlDesc, "xmlDesc");
    return self.template run<&Volumes::create_xml_from>(xmlDesc, clonevol->driver_ref(), flags);
  });
}

int virStorageVolDelete(virStorageVolPtr vol, unsigned int flags) {
  return call(vol, Access::write, runs<&Volumes::remove>(flags));
}

int virStorageVolWipe(virStorageVolPtr vol, unsigned int flags) {
  return call(vol, Access::write, runs<&Volumes::wipe>(flags));
}

int virStorageVolWipePattern(virStorageVolPtr vol, unsigned int algorithm, unsigned int flags) {
  return call(vol, Access::write, runs<&Volumes::wipe_pattern>(algorithm, flags));
}

int virStorageVolResize(virStorageVolPtr vol, unsigned long long capacity, unsigned int flags) {
  return call(vol, Access::write, [=](auto& self) {
    if (capacity == 0 && !(flags & (VIR_STORAGE_VOL_RESIZE_DELTA | VIR_STORAGE_VOL_RESIZE_SHRINK)))
      self.refuse("capacity", "cannot be zero without 'delta' or 'shrink' flags set");
    return self.template run<&Volumes::resize>(capacity, flags);
  });
}

int virStorageVolUpload(virStorageVolPtr vol, virStreamPtr stream, unsigned long long offset,
                        unsigned long long length, unsigned int flags) {
  return call(vol, Access::write, streams<&Volumes::upload>(stream, offset, length, flags));
}

int virStorageVolDownload(virStorageVolPtr vol, virStreamPtr stream, unsigned long long offset,
                          unsigned long long length, unsigned int flags) {
  return call(vol, Access::write, streams<&Volumes::download>(stream, offset, length, flags));
}

int virStorageVolGetInfo(virStorageVolPtr vol, virStorageVolInfoPtr info) {
  return call(vol, Access::read, [=](auto& self) {
    self.not_null(info, "info");
    const auto now = self.template run<&Volumes::info>();
    *info = {now.type, now.capacity, now.allocation};
  });
}

int virStorageVolGetInfoFlags(virStorageVolPtr vol, virStorageVolInfoPtr info, unsigned int flags) {
  return call(vol, Access::read, [=](auto& self) {
    self.not_null(info, "info");
    const auto now = self.template run<&Volumes::info_flags>(flags);
    *info = {now.type, now.capacity, now.allocation};
  });
}

char* virStorageVolGetXMLDesc(virStorageVolPtr vol, unsigned int flags) {
  return call(vol, Access::read, runs<&Volumes::xml>(flags));
}

char* virStorageVolGetPath(virStorageVolPtr vol) { return call(vol, Access::read, runs<&Volumes::path>()); }
}
