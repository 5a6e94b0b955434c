// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Migration: moving a running domain to another host, as the phases of each protocol version.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"
#include "driver/stream.hpp"

namespace vireo::driver {

struct MigrationTarget {
  Opaque<4194304> cookie;
  std::optional<std::string> uri;
};
struct MigrationStart {
  Opaque<4194304> cookie;
  std::string xml;
};
struct MigrationEnd {
  DomainRef domain;
  Opaque<4194304> cookie;
};

class Migration : public Capability {
 public:
  using Capability::Capability;
  virtual Task<MigrationTarget> prepare(std::optional<std::string> uri_in, std::uint64_t flags,
                                        std::optional<std::string> dname, std::uint64_t resource) {
    return other<&Migration::prepare>(uri_in, flags, dname, resource);
  }
  virtual Task<void> perform(DomainRef domain, Opaque<4194304> cookie, std::string uri, std::uint64_t flags,
                             std::optional<std::string> dname, std::uint64_t resource) {
    return other<&Migration::perform>(domain, cookie, uri, flags, dname, resource);
  }
  virtual Task<DomainRef> finish(std::string dname, Opaque<4194304> cookie, std::string uri,
                                 std::uint64_t flags) {
    return other<&Migration::finish>(dname, cookie, uri, flags);
  }
  virtual Task<MigrationTarget> prepare2(std::optional<std::string> uri_in, std::uint64_t flags,
                                         std::optional<std::string> dname, std::uint64_t resource,
                                         std::string dom_xml) {
    return other<&Migration::prepare2>(uri_in, flags, dname, resource, dom_xml);
  }
  virtual Task<DomainRef> finish2(std::string dname, Opaque<4194304> cookie, std::string uri,
                                  std::uint64_t flags, std::int32_t retcode) {
    return other<&Migration::finish2>(dname, cookie, uri, flags, retcode);
  }
  virtual Task<StreamPtr> prepare_tunnel(std::uint64_t flags, std::optional<std::string> dname,
                                         std::uint64_t resource, std::string dom_xml) {
    return other<&Migration::prepare_tunnel>(flags, dname, resource, dom_xml);
  }
  virtual Task<void> set_max_downtime(DomainRef domain, std::uint64_t downtime, std::uint32_t flags) {
    return other<&Migration::set_max_downtime>(domain, downtime, flags);
  }
  virtual Task<void> set_max_speed(DomainRef domain, std::uint64_t bandwidth, std::uint32_t flags) {
    return other<&Migration::set_max_speed>(domain, bandwidth, flags);
  }
  virtual Task<MigrationStart> begin3(DomainRef domain, std::optional<std::string> xmlin, std::uint64_t flags,
                                      std::optional<std::string> dname, std::uint64_t resource) {
    return other<&Migration::begin3>(domain, xmlin, flags, dname, resource);
  }
  virtual Task<MigrationTarget> prepare3(Opaque<4194304> cookie_in, std::optional<std::string> uri_in,
                                         std::uint64_t flags, std::optional<std::string> dname,
                                         std::uint64_t resource, std::string dom_xml) {
    return other<&Migration::prepare3>(cookie_in, uri_in, flags, dname, resource, dom_xml);
  }
  virtual Task<StreamWith<Opaque<4194304>>> prepare_tunnel3(Opaque<4194304> cookie_in, std::uint64_t flags,
                                                            std::optional<std::string> dname,
                                                            std::uint64_t resource, std::string dom_xml) {
    return other<&Migration::prepare_tunnel3>(cookie_in, flags, dname, resource, dom_xml);
  }
  virtual Task<Opaque<4194304>> perform3(DomainRef domain, std::optional<std::string> xmlin,
                                         Opaque<4194304> cookie_in, std::optional<std::string> dconnuri,
                                         std::optional<std::string> uri, std::uint64_t flags,
                                         std::optional<std::string> dname, std::uint64_t resource) {
    return other<&Migration::perform3>(domain, xmlin, cookie_in, dconnuri, uri, flags, dname, resource);
  }
  virtual Task<MigrationEnd> finish3(std::string dname, Opaque<4194304> cookie_in,
                                     std::optional<std::string> dconnuri, std::optional<std::string> uri,
                                     std::uint64_t flags, std::int32_t cancelled) {
    return other<&Migration::finish3>(dname, cookie_in, dconnuri, uri, flags, cancelled);
  }
  virtual Task<void> confirm3(DomainRef domain, Opaque<4194304> cookie_in, std::uint64_t flags,
                              std::int32_t cancelled) {
    return other<&Migration::confirm3>(domain, cookie_in, flags, cancelled);
  }
  virtual Task<std::uint64_t> max_speed(DomainRef domain, std::uint32_t flags) {
    return other<&Migration::max_speed>(domain, flags);
  }
  virtual Task<std::uint64_t> compression_cache(DomainRef domain, std::uint32_t flags) {
    return other<&Migration::compression_cache>(domain, flags);
  }
  virtual Task<void> set_compression_cache(DomainRef domain, std::uint64_t cache_size, std::uint32_t flags) {
    return other<&Migration::set_compression_cache>(domain, cache_size, flags);
  }
  virtual Task<MigrationStart> begin3_params(DomainRef domain, List<TypedParam, 64> params,
                                             std::uint32_t flags) {
    return other<&Migration::begin3_params>(domain, params, flags);
  }
  virtual Task<MigrationTarget> prepare3_params(List<TypedParam, 64> params, Opaque<4194304> cookie_in,
                                                std::uint32_t flags) {
    return other<&Migration::prepare3_params>(params, cookie_in, flags);
  }
  virtual Task<Opaque<4194304>> prepare_tunnel3_params(List<TypedParam, 64> params, Opaque<4194304> cookie_in,
                                                       std::uint32_t flags) {
    return other<&Migration::prepare_tunnel3_params>(params, cookie_in, flags);
  }
  virtual Task<Opaque<4194304>> perform3_params(DomainRef domain, std::optional<std::string> dconnuri,
                                                List<TypedParam, 64> params, Opaque<4194304> cookie_in,
                                                std::uint32_t flags) {
    return other<&Migration::perform3_params>(domain, dconnuri, params, cookie_in, flags);
  }
  virtual Task<MigrationEnd> finish3_params(List<TypedParam, 64> params, Opaque<4194304> cookie_in,
                                            std::uint32_t flags, std::int32_t cancelled) {
    return other<&Migration::finish3_params>(params, cookie_in, flags, cancelled);
  }
  virtual Task<void> confirm3_params(DomainRef domain, List<TypedParam, 64> params, Opaque<4194304> cookie_in,
                                     std::uint32_t flags, std::int32_t cancelled) {
    return other<&Migration::confirm3_params>(domain, params, cookie_in, flags, cancelled);
  }
  virtual Task<void> start_post_copy(DomainRef domain, std::uint32_t flags) {
    return other<&Migration::start_post_copy>(domain, flags);
  }
  virtual Task<std::uint64_t> max_downtime(DomainRef domain, std::uint32_t flags) {
    return other<&Migration::max_downtime>(domain, flags);
  }
};

}  // namespace vireo::driver
