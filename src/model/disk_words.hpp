// SPDX-License-Identifier: LGPL-2.1-or-later
// Declarations of disk_xml.cpp that storage pools and volumes share. Not for other layers.
#pragma once

#include "model/words.hpp"

namespace vireo::model {

const xml::Struct& secret_ref_struct();
const xml::Struct& encryption_struct();

}  // namespace vireo::model
