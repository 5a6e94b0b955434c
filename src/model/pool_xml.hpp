// SPDX-License-Identifier: LGPL-2.1-or-later
// A pool's definition from and to XML, completed and checked as the incumbent does for every driver. Errors:
// VIR_ERR_XML_ERROR and the incumbent's other codes.
#pragma once

#include <string_view>

#include "model/pool.hpp"
#include "xml/schema.hpp"

namespace vireo::model {

/// `validate`: an element or attribute that no declaration knows is VIR_ERR_XML_INVALID_SCHEMA.
Pool parse_pool(std::string_view xml, bool validate = false);
Pool read_pool(xml::Node element, bool validate = false);
std::string format_pool(const Pool& pool);

/// A <source> alone, as what to look for; the pool has the type and this source only.
Pool parse_pool_source(std::string_view xml, Pool::Type type);
/// <sources> of what was found.
std::string format_pool_sources(const std::vector<Pool>& found);

std::string_view name_of(Pool::Type type);
/// Type::absent when there is none of that name.
Pool::Type pool_type_of(std::string_view name);

/// Refuses what no declaration knows when `validate`.
xml::Unknown refuse_unknown(bool validate);

/// The declaration behind all of the above.
const xml::Struct& pool_struct();

}  // namespace vireo::model
