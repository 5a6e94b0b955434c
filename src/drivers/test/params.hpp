// SPDX-License-Identifier: LGPL-2.1-or-later
// What the capabilities of this driver do alike with flags, definitions and lists of typed parameters.
#pragma once

#include <libvirt/libvirt.h>

#include <algorithm>

#include "driver/flags.hpp"
#include "driver/objects.hpp"
#include "drivers/test/hypervisor.hpp"

namespace vireo::test_driver {

using Params = std::vector<driver::TypedParam>;

inline constexpr std::uint32_t affect = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

inline void check_flags(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}
/// For functions that answer with parameters: those say whether the caller takes strings.
inline void check_reading(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  check_flags(flags, known | VIR_TYPED_PARAM_STRING_OKAY, function);
}

/// The one definition that the flags mean, and the settings beside it.
struct Chosen {
  model::Domain& definition;
  Settings& settings;
};
Chosen choose(Domain& domain, std::uint32_t flags);
/// Throws VIR_ERR_OPERATION_INVALID unless the domain runs.
Domain& running(Hypervisor& hypervisor, const driver::DomainRef& ref);

/// A parameter that a function knows; `type` is virTypedParameterType.
struct Known {
  std::string_view name;
  int type;
};
/// Throws VIR_ERR_ARGUMENT_UNSUPPORTED for another name, VIR_ERR_INVALID_ARG for another type or a
/// repetition.
void check_params(const Params& params, const std::vector<Known>& known);

template <class T>
const T* find_param(const Params& params, std::string_view name) {
  auto found = std::find_if(params.begin(), params.end(), [&](const auto& p) { return p.field == name; });
  return found == params.end() ? nullptr : std::get_if<T>(&found->value);
}

/// The number of parameters when there is no room, else as many as there is room for. Callers that do not
/// take strings get none.
template <class L>
driver::Counted<L> answer(Params all, std::int32_t room, std::uint32_t flags) {
  if (!(flags & VIR_TYPED_PARAM_STRING_OKAY))
    std::erase_if(all, [](const auto& param) { return std::holds_alternative<std::string>(param.value); });
  const auto size = static_cast<std::int32_t>(all.size());
  driver::Counted<L> counted;
  counted.count = room == 0 ? size : std::min(size, room);
  if (room > 0) counted.items.assign(all.begin(), all.begin() + counted.count);
  return counted;
}

/// VIR_ERR_INVALID_ARG of this driver.
template <class... Args>
Error bad_value(fmt::format_string<Args...> format, Args&&... args) {
  return error(VIR_ERR_INVALID_ARG, VIR_FROM_TEST, format, std::forward<Args>(args)...);
}

/// By target or by the path of its source; null when there is none.
model::Disk* find_disk(model::Domain& definition, std::string_view name) noexcept;
/// By device on the host or by MAC. Throws VIR_ERR_INVALID_ARG.
model::Interface& find_interface(model::Domain& definition, std::string_view name);

/// Identifiers of the I/O threads: those of the definition, and the lowest free ones for the rest of the
/// count.
std::vector<unsigned> iothread_ids(const model::Domain& definition);

}  // namespace vireo::test_driver
