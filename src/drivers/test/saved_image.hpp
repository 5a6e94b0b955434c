// SPDX-License-Identifier: LGPL-2.1-or-later
// The file of a saved domain, as the incumbent's test driver writes it: a magic, the length of the XML, the
// XML. A core dump is the magic alone. All of it blocks.
#pragma once

#include <string>
#include <string_view>

namespace vireo::test_driver {

/// Throws VIR_ERR_SYSTEM_ERROR "FAILURE: open failed: …"; nothing half-written stays.
void write_image(const std::string& path, std::string_view xml, std::string_view failure);
void write_core(const std::string& path, std::string_view failure);

/// The XML inside. Throws VIR_ERR_SYSTEM_ERROR and, for what is no saved domain, VIR_ERR_INTERNAL_ERROR.
std::string read_image(const std::string& path);

}  // namespace vireo::test_driver
