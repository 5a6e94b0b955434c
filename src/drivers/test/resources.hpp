// SPDX-License-Identifier: LGPL-2.1-or-later
// The pretended machine as a resource: its free pages, and the processor models that exist.
#pragma once

#include "driver/node.hpp"
#include "drivers/test/params.hpp"

namespace vireo::test_driver {

class Resources final : public driver::Node {
 public:
  Task<driver::Counted<driver::List<std::string, 8192>>> cpu_model_names(std::string arch,
                                                                         std::int32_t wanted,
                                                                         std::uint32_t flags) override;
  Task<driver::List<std::uint64_t, 1024>> free_pages(driver::List<std::uint32_t, 1024> sizes,
                                                     std::int32_t start, std::uint32_t cells,
                                                     std::uint32_t flags) override;
};

}  // namespace vireo::test_driver
