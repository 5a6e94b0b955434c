// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/flags.hpp"

#include <libvirt/libvirt.h>

namespace vireo::driver {

Error invalid_argument(std::string_view function, std::string_view argument, std::string message,
                       int domain) {
  ErrorData data{.code = VIR_ERR_INVALID_ARG, .domain = domain, .message = std::move(message)};
  data.str1 = function;
  data.str2 = argument;
  data.int1 = data.int2 = 0;
  return Error(std::move(data));
}

void check_flags(std::uint32_t flags, std::uint32_t known, std::string_view function, int domain) {
  if (flags & ~known)
    throw invalid_argument(function, "flags",
                           fmt::format("unsupported flags (0x{:x}) in function {}", flags & ~known, function),
                           domain);
}

Error not_running() { return Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "domain is not running"); }

Affected affected(std::uint32_t flags, bool active, bool persistent) {
  Affected affected{.live = (flags & VIR_DOMAIN_AFFECT_LIVE) != 0,
                    .config = (flags & VIR_DOMAIN_AFFECT_CONFIG) != 0};
  if (!affected.live && !affected.config) (active ? affected.live : affected.config) = true;
  if (affected.live && !active) throw not_running();
  if (affected.config && !persistent)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN,
                "transient domains do not have any persistent config");
  return affected;
}

bool reads_live(std::uint32_t flags, bool active, bool persistent) {
  Affected wanted = affected(flags, active, persistent);
  if (wanted.live && wanted.config)
    throw invalid_argument(
        "virDomainObjGetOneDefState", "flags",
        "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive",
        VIR_FROM_DOMAIN);
  return wanted.live;
}

}  // namespace vireo::driver
