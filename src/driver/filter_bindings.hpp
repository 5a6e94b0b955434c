// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability FilterBindings: network filters as they are applied to ports.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class FilterBindings : public Capability {
 public:
  using Capability::Capability;
  virtual Task<FilterBindingRef> lookup_by_port_dev(std::string name) {
    return other<&FilterBindings::lookup_by_port_dev>(name);
  }
  virtual Task<std::string> xml(FilterBindingRef opt_nwfilter, std::uint32_t flags) {
    return other<&FilterBindings::xml>(opt_nwfilter, flags);
  }
  virtual Task<FilterBindingRef> create_xml(std::string xml, std::uint32_t flags) {
    return other<&FilterBindings::create_xml>(xml, flags);
  }
  virtual Task<void> remove(FilterBindingRef opt_nwfilter) {
    return other<&FilterBindings::remove>(opt_nwfilter);
  }
  virtual Task<Listing<FilterBindingRef>> list(std::int32_t need_results, std::uint32_t flags) {
    return other<&FilterBindings::list>(need_results, flags);
  }
};

}  // namespace vireo::driver
