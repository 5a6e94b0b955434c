// SPDX-License-Identifier: LGPL-2.1-or-later
// The library as a whole: its version and its start.
#include "api/call.hpp"

using namespace vireo::api;
using vireo::Error;

namespace {

bool is_hypervisor_name(std::string_view name) {
  constexpr std::string_view names[] = {"Test",   "QEMU", "Xen",   "LXC", "OpenVZ", "VBox",
                                        "VMware", "ESX",  "bhyve", "VZ",  "HyperV", "CH"};
  auto equal = [&](std::string_view other) {
    return name.size() == other.size() && ::strncasecmp(name.data(), other.data(), name.size()) == 0;
  };
  for (auto known : names)
    if (equal(known)) return true;
  return false;
}

}  // namespace

extern "C" {

int virInitialize(void) {
  // Everything is made when it is first needed, and safely so from any thread.
  return 0;
}

int virGetVersion(unsigned long* libVer, const char* type, unsigned long* typeVer) {
  reset_last_error();
  try {
    if (!libVer) throw bad_argument(__func__, "libVer", "libVer in virGetVersion must not be NULL");
    *libVer = LIBVIR_VERSION_NUMBER;
    if (!typeVer) return 0;
    if (type && !is_hypervisor_name(type)) throw Error(VIR_ERR_NO_CONNECT, VIR_FROM_NONE, type);
    *typeVer = LIBVIR_VERSION_NUMBER;
    return 0;
  } catch (...) {
    report_exception(__func__, VIR_FROM_NONE, nullptr);
    return -1;
  }
}
}
