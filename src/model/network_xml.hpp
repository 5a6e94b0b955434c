// SPDX-License-Identifier: LGPL-2.1-or-later
// A virtual network's definition from and to XML, and changes of parts of it. Errors: the incumbent's codes
// of VIR_FROM_NETWORK.
#pragma once

#include <string>
#include <string_view>

#include "model/network.hpp"
#include "xml/limits.hpp"
#include "xml/schema.hpp"

namespace vireo::model {

struct NetworkParseOptions {
  const xml::Unknown* unknown = nullptr;  ///< told of every element and attribute that was dropped
  xml::Limits limits = {};
  xml::Coverage* coverage = nullptr;
};

/// A network without a UUID gets a random one.
Network parse_network(std::string_view xml, const NetworkParseOptions& options = {});
Network read_network(xml::Node element, const NetworkParseOptions& options = {});
std::string format_network(const Network& network, bool inactive = false, xml::Coverage* coverage = nullptr);

/// virNetworkUpdate: `command` is a virNetworkUpdateCommand, `section` a virNetworkUpdateSection, `xml` the
/// part's element. `network` is unchanged when it throws.
void update_network(Network& network, unsigned command, unsigned section, int parent_index,
                    std::string_view xml);

/// The declaration behind all of the above.
const xml::Struct& network_struct();

std::string_view name_of(NetworkForward::Mode mode);

}  // namespace vireo::model
