// SPDX-License-Identifier: LGPL-2.1-or-later
// A program's virConnectAuth as the drivers see it.
#pragma once

#include <libvirt/libvirt.h>

#include "driver/registry.hpp"

namespace vireo::api {

/// Empty when `auth` is null or has no function. `auth` must live until the connection is open.
driver::AuthCallback ask_through(virConnectAuthPtr auth);

}  // namespace vireo::api
