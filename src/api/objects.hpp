// SPDX-License-Identifier: LGPL-2.1-or-later
// The handles of everything that is not a domain. Each is what the driver gave out to name the object, and a
// reference to the connection, or to the domain or network whose part it is.
#pragma once

#include <mutex>
#include <optional>

#include "api/call.hpp"
#include "driver/objects.hpp"

namespace vireo::api {

/// `Invalid` and `From`: code and domain of the error for a handle that is none.
template <class Self, std::uint32_t Magic, class R, int Invalid, int From>
class ObjectHandle : public Handle<Self, Magic> {
 public:
  using Reference = R;
  static constexpr int invalid = Invalid, error_domain = From;

  ObjectHandle(_virConnect& conn, R ref) : connection(conn), reference(std::move(ref)) {}
  const R& driver_ref() const noexcept { return reference; }

  const Ref<_virConnect> connection;
  const R reference;
};

/// An object of a domain or network, whose handle it keeps.
template <class Self, std::uint32_t Magic, class R, class Owner, int Invalid, int From>
class PartHandle : public Handle<Self, Magic> {
 public:
  using Reference = R;
  static constexpr int invalid = Invalid, error_domain = From;

  PartHandle(Owner& whole, R ref) : owner(whole), connection(*whole.connection), reference(std::move(ref)) {}
  const R& driver_ref() const noexcept { return reference; }

  const Ref<Owner> owner;
  const Ref<_virConnect> connection;
  const R reference;
};

}  // namespace vireo::api

struct _virNetwork final : vireo::api::ObjectHandle<_virNetwork, 0x764e6574, vireo::driver::NetworkRef,
                                                    VIR_ERR_INVALID_NETWORK, VIR_FROM_NETWORK> {
  using ObjectHandle::ObjectHandle;
};
struct _virInterface final : vireo::api::ObjectHandle<_virInterface, 0x76496661, vireo::driver::InterfaceRef,
                                                      VIR_ERR_INVALID_INTERFACE, VIR_FROM_INTERFACE> {
  using ObjectHandle::ObjectHandle;
};
struct _virStoragePool final : vireo::api::ObjectHandle<_virStoragePool, 0x76506f6f, vireo::driver::PoolRef,
                                                        VIR_ERR_INVALID_STORAGE_POOL, VIR_FROM_STORAGE> {
  using ObjectHandle::ObjectHandle;
};
struct _virStorageVol final : vireo::api::ObjectHandle<_virStorageVol, 0x76566f6c, vireo::driver::VolumeRef,
                                                       VIR_ERR_INVALID_STORAGE_VOL, VIR_FROM_STORAGE> {
  using ObjectHandle::ObjectHandle;
};
struct _virNodeDevice final
    : vireo::api::ObjectHandle<_virNodeDevice, 0x764e6f64, vireo::driver::NodeDeviceRef,
                               VIR_ERR_INVALID_NODE_DEVICE, VIR_FROM_NODEDEV> {
  using ObjectHandle::ObjectHandle;
  const std::string& driver_ref() const noexcept { return reference.name; }

  /// The parent's name once it is known: virNodeDeviceGetParent hands out a pointer to it.
  const char* known_parent() {
    const std::scoped_lock lock(mutex_);
    return parent_ ? parent_->c_str() : nullptr;
  }
  const char* keep_parent(const std::string& name) {
    const std::scoped_lock lock(mutex_);
    if (!parent_) parent_ = name;
    return parent_->c_str();
  }

 private:
  std::mutex mutex_;
  std::optional<std::string> parent_;
};
struct _virSecret final : vireo::api::ObjectHandle<_virSecret, 0x76536563, vireo::driver::SecretRef,
                                                   VIR_ERR_INVALID_SECRET, VIR_FROM_SECRET> {
  using ObjectHandle::ObjectHandle;
};
struct _virNWFilter final : vireo::api::ObjectHandle<_virNWFilter, 0x7646696c, vireo::driver::FilterRef,
                                                     VIR_ERR_INVALID_NWFILTER, VIR_FROM_NWFILTER> {
  using ObjectHandle::ObjectHandle;
};
struct _virNWFilterBinding final
    : vireo::api::ObjectHandle<_virNWFilterBinding, 0x7642696e, vireo::driver::FilterBindingRef,
                               VIR_ERR_INVALID_NWFILTER_BINDING, VIR_FROM_NWFILTER> {
  using ObjectHandle::ObjectHandle;
};
struct _virNetworkPort final
    : vireo::api::PartHandle<_virNetworkPort, 0x76507274, vireo::driver::NetworkPortRef, _virNetwork,
                             VIR_ERR_INVALID_NETWORK_PORT, VIR_FROM_NETWORK> {
  using PartHandle::PartHandle;
};
struct _virDomainSnapshot final
    : vireo::api::PartHandle<_virDomainSnapshot, 0x76536e61, vireo::driver::SnapshotRef, _virDomain,
                             VIR_ERR_INVALID_DOMAIN_SNAPSHOT, VIR_FROM_DOMAIN_SNAPSHOT> {
  using PartHandle::PartHandle;
};
struct _virDomainCheckpoint final
    : vireo::api::PartHandle<_virDomainCheckpoint, 0x76436865, vireo::driver::CheckpointRef, _virDomain,
                             VIR_ERR_INVALID_DOMAIN_CHECKPOINT, VIR_FROM_DOMAIN_CHECKPOINT> {
  using PartHandle::PartHandle;
};

namespace vireo::api {

template <class H>
requires requires { typename H::Reference; }
struct HandleKind<H> {
  static constexpr int invalid = H::invalid, domain = H::error_domain, from = H::error_domain;
  static _virConnect& connection(H& handle) { return *handle.connection; }
};

/// The handle that stands for a driver's reference.
template <class R>
struct HandleOf;
template <>
struct HandleOf<driver::NetworkRef> : std::type_identity<_virNetwork> {};
template <>
struct HandleOf<driver::InterfaceRef> : std::type_identity<_virInterface> {};
template <>
struct HandleOf<driver::PoolRef> : std::type_identity<_virStoragePool> {};
template <>
struct HandleOf<driver::VolumeRef> : std::type_identity<_virStorageVol> {};
template <>
struct HandleOf<driver::NodeDeviceRef> : std::type_identity<_virNodeDevice> {};
template <>
struct HandleOf<driver::SecretRef> : std::type_identity<_virSecret> {};
template <>
struct HandleOf<driver::FilterRef> : std::type_identity<_virNWFilter> {};
template <>
struct HandleOf<driver::FilterBindingRef> : std::type_identity<_virNWFilterBinding> {};

/// A method's result that is an object leaves as a new handle.
template <class R>
requires requires { typename HandleOf<R>::type; }
struct Result<R> {
  using Type = typename HandleOf<R>::type*;
  static constexpr Type failure = nullptr;
  static Type convert(_virConnect& connection, R value) {
    return new typename HandleOf<R>::type(connection, std::move(value));
  }
};

}  // namespace vireo::api
