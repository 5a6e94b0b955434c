// SPDX-License-Identifier: LGPL-2.1-or-later
// The value of a typed parameter as text.
#pragma once

#include <fmt/format.h>
#include <libvirt/libvirt.h>

#include <string>

namespace vireo::virsh {

inline std::string parameter_text(const virTypedParameter& p) {
  switch (p.type) {
    case VIR_TYPED_PARAM_INT:
      return fmt::format("{}", p.value.i);
    case VIR_TYPED_PARAM_UINT:
      return fmt::format("{}", p.value.ui);
    case VIR_TYPED_PARAM_LLONG:
      return fmt::format("{}", p.value.l);
    case VIR_TYPED_PARAM_ULLONG:
      return fmt::format("{}", p.value.ul);
    case VIR_TYPED_PARAM_DOUBLE:
      return fmt::format("{:.6f}", p.value.d);
    case VIR_TYPED_PARAM_BOOLEAN:
      return p.value.b ? "yes" : "no";
    case VIR_TYPED_PARAM_STRING:
      return p.value.s ? p.value.s : "";
    default:
      return "";
  }
}

}  // namespace vireo::virsh
