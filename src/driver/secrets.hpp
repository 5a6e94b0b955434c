// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Secrets: secrets: passphrases and keys that definitions refer to.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class Secrets : public Capability {
 public:
  using Capability::Capability;
  virtual Task<std::int32_t> count() { return other<&Secrets::count>(); }
  virtual Task<List<std::string, 16384>> uuids(std::int32_t maxuuids) {
    return other<&Secrets::uuids>(maxuuids);
  }
  virtual Task<SecretRef> lookup_by_uuid(Uuid uuid) { return other<&Secrets::lookup_by_uuid>(uuid); }
  virtual Task<SecretRef> define(std::string xml, std::uint32_t flags) {
    return other<&Secrets::define>(xml, flags);
  }
  virtual Task<std::string> xml(SecretRef secret, std::uint32_t flags) {
    return other<&Secrets::xml>(secret, flags);
  }
  virtual Task<void> set_value(SecretRef secret, Opaque<65536> value, std::uint32_t flags) {
    return other<&Secrets::set_value>(secret, value, flags);
  }
  virtual Task<Opaque<65536>> value(SecretRef secret, std::uint32_t flags) {
    return other<&Secrets::value>(secret, flags);
  }
  virtual Task<void> undefine(SecretRef secret) { return other<&Secrets::undefine>(secret); }
  virtual Task<SecretRef> lookup_by_usage(std::int32_t usage_type, std::string usage_id) {
    return other<&Secrets::lookup_by_usage>(usage_type, usage_id);
  }
  virtual Task<Listing<SecretRef>> list(std::int32_t need_results, std::uint32_t flags) {
    return other<&Secrets::list>(need_results, flags);
  }
};

}  // namespace vireo::driver
