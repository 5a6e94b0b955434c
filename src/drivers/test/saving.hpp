// SPDX-License-Identifier: LGPL-2.1-or-later
// Saving of the test driver: of a guest that has no memory its definition is kept.
#pragma once

#include "base/loop.hpp"
#include "driver/saving.hpp"
#include "drivers/test/hypervisor.hpp"

namespace vireo::test_driver {

class Saving final : public driver::Saving {
 public:
  Saving(Loop& loop, Hypervisor& hypervisor) : loop_(loop), hypervisor_(hypervisor) {}

  Task<void> save(driver::DomainRef ref, std::string to) override;
  Task<void> save_flags(driver::DomainRef ref, std::string to, std::optional<std::string> dxml,
                        std::uint32_t flags) override;
  Task<void> restore(std::string from) override;
  Task<void> restore_flags(std::string from, std::optional<std::string> dxml, std::uint32_t flags) override;
  Task<std::string> image_xml(std::string file, std::uint32_t flags) override;
  Task<void> define_image(std::string file, std::string dxml, std::uint32_t flags) override;
  Task<void> managed_save(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> managed_save_remove(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> core_dump(driver::DomainRef ref, std::string to, std::uint32_t flags) override;
  Task<void> core_dump_with_format(driver::DomainRef ref, std::string to, std::uint32_t format,
                                   std::uint32_t flags) override;

 private:
  /// Without XML: a core.
  Task<void> write(std::string path, std::string xml, std::string failure);
  Task<std::string> read(std::string path);
  Domain& active(const driver::DomainRef& ref);
  Domain& saveable(const driver::DomainRef& ref);

  Loop& loop_;
  Hypervisor& hypervisor_;
};

}  // namespace vireo::test_driver
