// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Filters: network filters.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class Filters : public Capability {
 public:
  using Capability::Capability;
  virtual Task<FilterRef> lookup_by_name(std::string name) { return other<&Filters::lookup_by_name>(name); }
  virtual Task<FilterRef> lookup_by_uuid(Uuid uuid) { return other<&Filters::lookup_by_uuid>(uuid); }
  virtual Task<std::string> xml(FilterRef nwfilter, std::uint32_t flags) {
    return other<&Filters::xml>(nwfilter, flags);
  }
  virtual Task<std::int32_t> count() { return other<&Filters::count>(); }
  virtual Task<List<std::string, 16384>> names(std::int32_t maxnames) {
    return other<&Filters::names>(maxnames);
  }
  virtual Task<FilterRef> define(std::string xml) { return other<&Filters::define>(xml); }
  virtual Task<void> undefine(FilterRef nwfilter) { return other<&Filters::undefine>(nwfilter); }
  virtual Task<Listing<FilterRef>> list(std::int32_t need_results, std::uint32_t flags) {
    return other<&Filters::list>(need_results, flags);
  }
  virtual Task<FilterRef> define_flags(std::string xml, std::uint32_t flags) {
    return other<&Filters::define_flags>(xml, flags);
  }
};

}  // namespace vireo::driver
