// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/drivers.hpp"

namespace vireo::api {

driver::Registry& registry() {
  static auto* drivers = new driver::Registry;  // open connections may outlive static destructors
  return *drivers;
}

}  // namespace vireo::api
