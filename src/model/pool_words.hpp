// SPDX-License-Identifier: LGPL-2.1-or-later
// Declarations and checks that pools and volumes share. Not for other layers.
#pragma once

#include "model/disk_words.hpp"
#include "model/pool.hpp"

namespace vireo::model {

const xml::Struct& permissions_struct();

/// The words of <format> in a pool's source; empty when the type has none. The first is the default.
std::vector<std::string_view> pool_formats(Pool::Type type);
/// The same for its volumes.
std::vector<std::string_view> volume_formats(Pool::Type type);

/// One slash where there are many, but for two at the beginning; none at the end.
std::string sanitized_path(std::string_view path);

/// What is left to say and to refuse when all elements are read.
void complete_source(Pool& pool);
void complete_pool(Pool& pool);

}  // namespace vireo::model
