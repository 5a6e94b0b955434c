// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability NetworkPorts: what is plugged into a virtual network.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class NetworkPorts : public Capability {
 public:
  using Capability::Capability;
  virtual Task<Listing<NetworkPortRef>> list(NetworkRef opt_network, std::int32_t need_results,
                                             std::uint32_t flags) {
    return other<&NetworkPorts::list>(opt_network, need_results, flags);
  }
  virtual Task<NetworkPortRef> lookup_by_uuid(NetworkRef opt_network, Uuid uuid) {
    return other<&NetworkPorts::lookup_by_uuid>(opt_network, uuid);
  }
  virtual Task<NetworkPortRef> create_xml(NetworkRef opt_network, std::string xml, std::uint32_t flags) {
    return other<&NetworkPorts::create_xml>(opt_network, xml, flags);
  }
  virtual Task<Counted<List<TypedParam, 16>>> parameters(NetworkPortRef port, std::int32_t nparams,
                                                         std::uint32_t flags) {
    return other<&NetworkPorts::parameters>(port, nparams, flags);
  }
  virtual Task<void> set_parameters(NetworkPortRef port, List<TypedParam, 16> params, std::uint32_t flags) {
    return other<&NetworkPorts::set_parameters>(port, params, flags);
  }
  virtual Task<std::string> xml(NetworkPortRef port, std::uint32_t flags) {
    return other<&NetworkPorts::xml>(port, flags);
  }
  virtual Task<void> remove(NetworkPortRef port, std::uint32_t flags) {
    return other<&NetworkPorts::remove>(port, flags);
  }
};

}  // namespace vireo::driver
