// SPDX-License-Identifier: LGPL-2.1-or-later
// Typed parameters between C's arrays and the driver's lists.
#pragma once

#include <libvirt/libvirt.h>

#include <vector>

#include "driver/types.hpp"

namespace vireo::api {

/// Copies what the caller gave. Throws VIR_ERR_INVALID_ARG for a type that there is not and a string that is
/// NULL.
std::vector<driver::TypedParam> from_c_params(const virTypedParameter* params, int count);

/// A new array, the caller's to free with virTypedParamsFree; null when the list is empty.
virTypedParameterPtr to_c_params(const std::vector<driver::TypedParam>& params);

}  // namespace vireo::api
