// SPDX-License-Identifier: LGPL-2.1-or-later
// The domain behind a virDomainPtr: its name, UUID and the id it had when last heard of.
#pragma once

#include <atomic>

#include "api/connect.hpp"
#include "driver/types.hpp"

struct _virDomain final : vireo::api::Handle<_virDomain, 0x76446f6d> {
  /// The id changed, but to what is not known: virDomainGetID asks.
  static constexpr int unknown_id = -2;

  _virDomain(_virConnect& conn, vireo::driver::DomainRef ref)
      : connection(conn), name(std::move(ref.name)), uuid(ref.uuid), id(ref.id) {}

  /// How the driver names it.
  vireo::driver::DomainRef driver_ref() const {
    int known = id.load(std::memory_order_relaxed);
    return {name, uuid, known == unknown_id ? -1 : known};
  }

  vireo::api::Ref<_virConnect> connection;
  const std::string name;
  const vireo::Uuid uuid;
  mutable std::atomic<int> id;
};
