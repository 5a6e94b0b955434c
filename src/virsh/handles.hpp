// SPDX-License-Identifier: LGPL-2.1-or-later
// The C API's objects and strings with their owners' release built in.
#pragma once

#include <libvirt/libvirt.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace vireo::virsh {

template <auto release>
struct Release {
  template <class T>
  void operator()(T* object) const {
    release(object);
  }
};

using Domain = std::unique_ptr<virDomain, Release<virDomainFree>>;
using Network = std::unique_ptr<virNetwork, Release<virNetworkFree>>;
using Pool = std::unique_ptr<virStoragePool, Release<virStoragePoolFree>>;
using Volume = std::unique_ptr<virStorageVol, Release<virStorageVolFree>>;
using Snapshot = std::unique_ptr<virDomainSnapshot, Release<virDomainSnapshotFree>>;
using NodeDevice = std::unique_ptr<virNodeDevice, Release<virNodeDeviceFree>>;
using Stream = std::unique_ptr<virStream, Release<virStreamFree>>;
using CString = std::unique_ptr<char, Release<std::free>>;

/// Takes over an array of objects and the array itself, as the ListAll functions return them.
template <class Handle, class Raw>
std::vector<Handle> take(Raw** objects, int count) {
  std::vector<Handle> out;
  for (int i = 0; i < count; ++i) out.emplace_back(objects[i]);
  std::free(objects);
  return out;
}

}  // namespace vireo::virsh
