// SPDX-License-Identifier: LGPL-2.1-or-later
// The functions no driver of ours serves yet. Each is one row of a table: UNSUPPORTED(FROM, result, name,
// types of the arguments…), and fails with VIR_ERR_NO_SUPPORT, or earlier when its handle is none. A function
// that gets a body of its own loses its row.
#pragma once

#include "api/stream.hpp"

namespace vireo::api {

/// Handles of objects that no call gives out yet: whatever comes in is none.
template <int Code, int From>
[[noreturn]] void check_absent(const char* function) {
  throw Error(Code, From, function);
}

inline void check_any(virConnectPtr handle, const char* function) { check(handle, Access::read, function); }
inline void check_any(virDomainPtr handle, const char* function) { check(handle, Access::read, function); }
inline void check_any(virStreamPtr handle, const char* function) { check(handle, Access::read, function); }
inline void check_any(virNetworkPtr, const char* function) {
  check_absent<VIR_ERR_INVALID_NETWORK, VIR_FROM_NETWORK>(function);
}
inline void check_any(virNetworkPortPtr, const char* function) {
  check_absent<VIR_ERR_INVALID_NETWORK_PORT, VIR_FROM_NETWORK>(function);
}
inline void check_any(virStoragePoolPtr, const char* function) {
  check_absent<VIR_ERR_INVALID_STORAGE_POOL, VIR_FROM_STORAGE>(function);
}
inline void check_any(virStorageVolPtr, const char* function) {
  check_absent<VIR_ERR_INVALID_STORAGE_VOL, VIR_FROM_STORAGE>(function);
}
inline void check_any(virNodeDevicePtr, const char* function) {
  check_absent<VIR_ERR_INVALID_NODE_DEVICE, VIR_FROM_NODEDEV>(function);
}
inline void check_any(virInterfacePtr, const char* function) {
  check_absent<VIR_ERR_INVALID_INTERFACE, VIR_FROM_INTERFACE>(function);
}
inline void check_any(virSecretPtr, const char* function) {
  check_absent<VIR_ERR_INVALID_SECRET, VIR_FROM_SECRET>(function);
}
inline void check_any(virNWFilterPtr, const char* function) {
  check_absent<VIR_ERR_INVALID_NWFILTER, VIR_FROM_NWFILTER>(function);
}
inline void check_any(virNWFilterBindingPtr, const char* function) {
  check_absent<VIR_ERR_INVALID_NWFILTER_BINDING, VIR_FROM_NWFILTER>(function);
}
inline void check_any(virDomainSnapshotPtr, const char* function) {
  check_absent<VIR_ERR_INVALID_DOMAIN_SNAPSHOT, VIR_FROM_DOMAIN_SNAPSHOT>(function);
}
inline void check_any(virDomainCheckpointPtr, const char* function) {
  check_absent<VIR_ERR_INVALID_DOMAIN_CHECKPOINT, VIR_FROM_DOMAIN_CHECKPOINT>(function);
}
/// A list of domains.
inline void check_any(virDomainPtr* handles, const char* function) {
  if (!handles || !*handles)
    throw bad_argument(function, "doms", fmt::format("doms in {} must not be NULL", function));
  check(*handles, Access::read, function);
}

/// The connection on which to report; null when there is none.
template <class H>
virConnectPtr connection_of(H handle) noexcept {
  if constexpr (std::is_same_v<H, virConnectPtr>) {
    return _virConnect::valid(handle) ? handle : nullptr;
  } else if constexpr (std::is_same_v<H, virDomainPtr>) {
    return _virDomain::valid(handle) ? handle->connection.get() : nullptr;
  } else if constexpr (std::is_same_v<H, virStreamPtr>) {
    return _virStream::valid(handle) ? handle->connection.get() : nullptr;
  } else {
    return nullptr;
  }
}

template <class R, class H>
R fail_unsupported(int from, const char* function, H handle) noexcept {
  reset_last_error();
  try {
    check_any(handle, function);
    throw Error(VIR_ERR_NO_SUPPORT, from, function);
  } catch (...) {
    report_exception(function, from, connection_of(handle));
  }
  return Result<R>::failure;
}

}  // namespace vireo::api

#define UNSUPPORTED(from, result, name, handle_type, ...)                 \
  extern "C" result name(handle_type handle __VA_OPT__(, ) __VA_ARGS__) { \
    return vireo::api::fail_unsupported<result>(from, #name, handle);     \
  }
