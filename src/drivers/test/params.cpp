// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/params.hpp"

#include <array>

namespace vireo::test_driver {

namespace {

const char* type_name(std::size_t type) {
  constexpr std::array names = {"unknown", "int", "uint", "llong", "ullong", "double", "boolean", "string"};
  return names[type < names.size() ? type : 0];
}

/// virTypedParameterType of a value.
std::size_t type_of(const driver::TypedParam& param) { return param.value.index() + 1; }

}  // namespace

Chosen choose(Domain& domain, std::uint32_t flags) {
  // Said of an inactive domain too, of which reads_live() says that it does not run.
  if ((flags & affect) == affect)
    throw driver::invalid_argument(
        "virDomainObjGetOneDefState", "flags",
        "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive",
        VIR_FROM_DOMAIN);
  if (driver::reads_live(flags & affect, domain.active(), domain.persistent()))
    return {*domain.live, domain.live_settings};
  return {*domain.config, domain.config_settings};
}

Domain& running(Hypervisor& hypervisor, const driver::DomainRef& ref) {
  Domain& domain = hypervisor.find(ref);
  if (!domain.active()) throw driver::not_running();
  return domain;
}

void check_params(const Params& params, const std::vector<Known>& known) {
  for (auto param = params.begin(); param != params.end(); ++param) {
    const auto& name = param->field;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Known& k) { return k.name == name; });
    if (found == known.end())
      throw error(VIR_ERR_ARGUMENT_UNSUPPORTED, VIR_FROM_NONE, "parameter '{}' not supported", name);
    if (static_cast<std::size_t>(found->type) != type_of(*param))
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "invalid type '{}' for parameter '{}', expected '{}'",
                  type_name(type_of(*param)), name, type_name(static_cast<std::size_t>(found->type)));
    if (std::any_of(params.begin(), param, [&](const auto& before) { return before.field == name; }))
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "parameter '{}' occurs multiple times", name);
  }
}

model::Disk* find_disk(model::Domain& definition, std::string_view name) noexcept {
  auto found = std::find_if(definition.disks.begin(), definition.disks.end(), [&](const model::Disk& disk) {
    return disk.target == name || (!disk.source.path.empty() && disk.source.path == name);
  });
  return found == definition.disks.end() ? nullptr : &*found;
}

model::Interface& find_interface(model::Domain& definition, std::string_view name) {
  for (auto& interface : definition.interfaces)
    if (interface.target_device == name || interface.mac.to_string() == name) return interface;
  throw error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "'{}' is not a known interface", name);
}

std::vector<unsigned> iothread_ids(const model::Domain& definition) {
  std::vector<unsigned> ids;
  for (const auto& thread : definition.iothread_ids) ids.push_back(thread.id);
  for (unsigned next = 1; ids.size() < definition.iothreads; ++next)
    if (std::find(ids.begin(), ids.end(), next) == ids.end()) ids.push_back(next);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace vireo::test_driver
