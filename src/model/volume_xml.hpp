// SPDX-License-Identifier: LGPL-2.1-or-later
// A volume's definition from and to XML, completed as its pool's type wants. Errors as those of pools.
#pragma once

#include <string_view>

#include "model/volume.hpp"
#include "xml/schema.hpp"

namespace vireo::model {

Volume parse_volume(std::string_view xml, Pool::Type pool, bool validate = false);
Volume read_volume(xml::Node element, Pool::Type pool, bool validate = false);
std::string format_volume(const Volume& volume);

/// The declaration behind all of the above.
const xml::Struct& volume_struct();

}  // namespace vireo::model
