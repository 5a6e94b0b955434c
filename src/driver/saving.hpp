// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Saving: a domain's memory in a file: save, restore, managed save, core dump.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class Saving : public Capability {
 public:
  using Capability::Capability;
  virtual Task<void> core_dump(DomainRef domain, std::string to, std::uint32_t flags) {
    return other<&Saving::core_dump>(domain, to, flags);
  }
  virtual Task<void> restore(std::string from) { return other<&Saving::restore>(from); }
  virtual Task<void> save(DomainRef domain, std::string to) { return other<&Saving::save>(domain, to); }
  virtual Task<void> managed_save(DomainRef domain, std::uint32_t flags) {
    return other<&Saving::managed_save>(domain, flags);
  }
  virtual Task<void> managed_save_remove(DomainRef domain, std::uint32_t flags) {
    return other<&Saving::managed_save_remove>(domain, flags);
  }
  virtual Task<void> save_flags(DomainRef domain, std::string to, std::optional<std::string> dxml,
                                std::uint32_t flags) {
    return other<&Saving::save_flags>(domain, to, dxml, flags);
  }
  virtual Task<void> restore_flags(std::string from, std::optional<std::string> dxml, std::uint32_t flags) {
    return other<&Saving::restore_flags>(from, dxml, flags);
  }
  virtual Task<std::string> image_xml(std::string file, std::uint32_t flags) {
    return other<&Saving::image_xml>(file, flags);
  }
  virtual Task<void> define_image(std::string file, std::string dxml, std::uint32_t flags) {
    return other<&Saving::define_image>(file, dxml, flags);
  }
  virtual Task<void> core_dump_with_format(DomainRef domain, std::string to, std::uint32_t dumpformat,
                                           std::uint32_t flags) {
    return other<&Saving::core_dump_with_format>(domain, to, dumpformat, flags);
  }
  virtual Task<std::string> managed_save_xml(DomainRef domain, std::uint32_t flags) {
    return other<&Saving::managed_save_xml>(domain, flags);
  }
  virtual Task<void> define_managed_save(DomainRef domain, std::optional<std::string> dxml,
                                         std::uint32_t flags) {
    return other<&Saving::define_managed_save>(domain, dxml, flags);
  }
  virtual Task<void> save_params(DomainRef domain, List<TypedParam, 64> params, std::uint32_t flags) {
    return other<&Saving::save_params>(domain, params, flags);
  }
  virtual Task<void> restore_params(List<TypedParam, 64> params, std::uint32_t flags) {
    return other<&Saving::restore_params>(params, flags);
  }
};

}  // namespace vireo::driver
