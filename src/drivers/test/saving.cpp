// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/saving.hpp"

#include <libvirt/libvirt.h>

#include <chrono>

#include "driver/flags.hpp"
#include "drivers/test/saved_image.hpp"
#include "model/domain_xml.hpp"

namespace vireo::test_driver {

using driver::Change;
using driver::DomainRef;

namespace {

constexpr std::chrono::seconds disk_patience{30};

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

void same_definition(const std::optional<std::string>& dxml) {
  if (dxml) throw Error(VIR_ERR_ARGUMENT_UNSUPPORTED, VIR_FROM_TEST, "xml modification unsupported");
}

std::string save_failure(std::string_view name, std::string_view path) {
  return fmt::format("saving domain '{}' to '{}': open failed", name, path);
}

}  // namespace

Domain& Saving::active(const DomainRef& ref) {
  Domain& domain = hypervisor_.find(ref);
  if (!domain.active()) throw driver::not_running();
  return domain;
}

Domain& Saving::saveable(const DomainRef& ref) {
  Domain& domain = active(ref);
  if (!driver::transition(domain.state.state, Change::save))
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "domain '{}' is neither running nor paused",
                domain.live->name);
  return domain;
}

Task<void> Saving::write(std::string path, std::string xml, std::string failure) {
  auto work = [path, xml = std::move(xml), failure = std::move(failure)] {
    if (xml.empty())
      write_core(path, failure);
    else
      write_image(path, xml, failure);
  };
  const auto deadline = Clock::now() + disk_patience;
  co_await loop_.blocking(std::move(work), deadline, "writing " + path);
}

Task<std::string> Saving::read(std::string path) {
  auto work = [path] { return read_image(path); };
  const auto deadline = Clock::now() + disk_patience;
  co_return co_await loop_.blocking(std::move(work), deadline, "reading " + path);
}

Task<void> Saving::save(DomainRef ref, std::string to) {
  return save_flags(std::move(ref), std::move(to), std::nullopt, 0);
}

Task<void> Saving::save_flags(DomainRef ref, std::string to, std::optional<std::string> dxml,
                              std::uint32_t flags) {
  check(flags, 0, "testDomainSaveFlags");
  same_definition(dxml);
  const model::Domain& definition = *saveable(ref).live;
  const model::FormatOptions format{.secure = true};
  co_await write(to, model::format_domain(definition, format), save_failure(definition.name, to));
  hypervisor_.change(saveable(ref), Change::save);
}

Task<void> Saving::restore(std::string from) { return restore_flags(std::move(from), std::nullopt, 0); }

Task<void> Saving::restore_flags(std::string from, std::optional<std::string> dxml, std::uint32_t flags) {
  check(flags, 0, "testDomainRestoreFlags");
  same_definition(dxml);
  hypervisor_.create(parse_definition(co_await read(from)), Change::restore);
}

Task<std::string> Saving::image_xml(std::string file, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE, "testDomainSaveImageGetXMLDesc");
  const auto definition = parse_definition(co_await read(file));
  co_return model::format_domain(definition, {.secure = (flags & VIR_DOMAIN_SAVE_IMAGE_XML_SECURE) != 0});
}

Task<void> Saving::define_image(std::string file, std::string dxml, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED, "testDomainSaveImageDefineXML");
  parse_definition(co_await read(file));
  const auto definition = parse_definition(dxml);
  const model::FormatOptions format{.secure = true};
  co_await write(file, model::format_domain(definition, format), save_failure(definition.name, file));
}

Task<void> Saving::managed_save(DomainRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_SAVE_BYPASS_CACHE | VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED,
        "testDomainManagedSave");
  Domain& domain = saveable(ref);
  if (!domain.persistent())
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "cannot do managed save for transient domain");
  hypervisor_.change(domain, Change::save);
  domain.managed_save = true;
  co_return;
}

Task<void> Saving::managed_save_remove(DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainManagedSaveRemove");
  hypervisor_.find(ref).managed_save = false;
  co_return;
}

Task<void> Saving::core_dump(DomainRef ref, std::string to, std::uint32_t flags) {
  return core_dump_with_format(std::move(ref), std::move(to), VIR_DOMAIN_CORE_DUMP_FORMAT_RAW, flags);
}

Task<void> Saving::core_dump_with_format(DomainRef ref, std::string to, std::uint32_t format,
                                         std::uint32_t flags) {
  check(flags, VIR_DUMP_CRASH, "testDomainCoreDumpWithFormat");
  const std::string& name = active(ref).live->name;
  if (format != VIR_DOMAIN_CORE_DUMP_FORMAT_RAW)
    throw Error(VIR_ERR_OPERATION_UNSUPPORTED, VIR_FROM_TEST,
                "kdump-compressed format is not supported here");
  co_await write(to, "", fmt::format("domain '{}' coredump: failed to open {}", name, to));
  if (flags & VIR_DUMP_CRASH) hypervisor_.change(active(ref), Change::crash);
}

}  // namespace vireo::test_driver
