// SPDX-License-Identifier: LGPL-2.1-or-later
// What virDomainSetMetadata and virDomainGetMetadata do to one definition: description, title, and elements
// of foreign namespaces.
#pragma once

#include <optional>
#include <string>

#include "model/domain.hpp"

namespace vireo::driver {

/// `type` is a virDomainMetadataType; no `text` removes. For an element, `key` is the prefix to use and `uri`
/// the namespace, of which a definition has one element at most. Throws VIR_ERR_XML_ERROR for an element that
/// is not well-formed, VIR_ERR_INVALID_ARG for an unknown type.
void set_metadata(model::Domain& domain, int type, const std::optional<std::string>& text,
                  const std::string& key, const std::string& uri);

/// An element comes without the prefix of its namespace. Throws VIR_ERR_NO_DOMAIN_METADATA when there is
/// none.
std::string get_metadata(const model::Domain& domain, int type, const std::string& uri);

}  // namespace vireo::driver
