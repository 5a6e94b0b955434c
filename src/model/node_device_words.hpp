// SPDX-License-Identifier: LGPL-2.1-or-later
// What the two .cpp files of node devices share.
#pragma once

#include "model/node_device.hpp"
#include "xml/declare.hpp"

namespace vireo::model {

const xml::Struct& node_capability_struct();

}  // namespace vireo::model
