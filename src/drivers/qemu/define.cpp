// SPDX-License-Identifier: LGPL-2.1-or-later
// Stored definitions: made, replaced, renamed, removed; each change is on disk before it counts.
#include <unistd.h>

#include "base/error.hpp"
#include "drivers/qemu/instance.hpp"
#include "drivers/qemu/post_parse.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

constexpr auto disk_patience = std::chrono::seconds(60);

/// What libvirt puts above every definition it stores.
std::string with_warning(const std::string& name, const std::string& xml) {
  return fmt::format(
      "<!--\n"
      "WARNING: THIS IS AN AUTO-GENERATED FILE. CHANGES TO IT ARE LIKELY TO BE\n"
      "OVERWRITTEN AND LOST. Changes to this xml configuration should be made using:\n"
      "  virsh edit {}\n"
      "or other application using the libvirt API.\n"
      "-->\n\n{}",
      name, xml);
}

std::string stored_text(const model::Domain& config) {
  return with_warning(config.name, model::format_domain(config, {.secure = true, .inactive = true}));
}

void check_file_name(const std::string& name) {
  if (name.find('/') != std::string::npos)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "name {} cannot contain '/'", name);
  if (name == "." || name == ".." || name.empty())
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "name '{}' cannot be used for a file", name);
}

}  // namespace

Task<EmulatorPtr> Instance::emulator_for(const model::Domain& domain) {
  if (!domain.emulator.empty()) co_return co_await emulators.get(domain.emulator);
  std::string arch = domain.os.arch;
  if (arch.empty()) {
#if defined(__x86_64__)
    arch = "x86_64";
#elif defined(__aarch64__)
    arch = "aarch64";
#else
    arch = "x86_64";
#endif
  }
  co_return co_await emulators.get_for_arch(std::move(arch));
}

Task<model::Domain> Instance::parse(std::string xml, bool validate) {
  std::vector<xml::UnknownPart> unknown;
  xml::Unknown report = [&unknown](const xml::UnknownPart& part) { unknown.push_back(part); };
  model::Domain domain = model::parse_domain(
      xml, {.inactive = true, .complete = false, .validate = false, .unknown = validate ? &report : nullptr});
  if (!unknown.empty())
    throw error(VIR_ERR_XML_INVALID_SCHEMA, VIR_FROM_QEMU, "line {}: unknown '{}' in element '{}'",
                unknown.front().position.line, unknown.front().name, unknown.front().parent);
  check_domain_type(domain);
  if (!domain.os.arch.empty() && !is_architecture(domain.os.arch))
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN, "Unknown architecture {}", domain.os.arch);
  EmulatorPtr emulator = co_await emulator_for(domain);
  model::DomainHooks hooks = make_hooks(emulator, settings);
  model::complete_domain(domain, {.inactive = true, .hooks = &hooks});
  check_file_name(domain.name);
  co_return domain;
}

void Instance::check_unique(const model::Domain& definition, const Domain* same) const {
  if (DomainPtr other = find(definition.uuid); other && other.get() != same && other->name != definition.name)
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_DOMAIN, "domain '{}' is already defined with uuid {}",
                other->name, other->uuid.to_string());
  if (DomainPtr other = find(definition.name); other && other.get() != same && other->uuid != definition.uuid)
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_DOMAIN, "domain '{}' already exists with uuid {}",
                other->name, other->uuid.to_string());
}

Task<void> Instance::store(DomainPtr domain, model::Domain config) {
  fs::path path = dirs.config / (domain->name + ".xml");
  std::string text = stored_text(config);
  auto work = [path, text = std::move(text)] { write_file(path, text, 0600); };
  co_await loop.blocking(std::move(work), Clock::now() + disk_patience, "writing " + path.string());
  domain->file = path;
  domain->config = std::make_shared<const model::Domain>(std::move(config));
}

Task<DomainPtr> Instance::define(std::string xml, bool validate) {
  model::Domain config = co_await parse(std::move(xml), validate);
  check_unique(config, nullptr);
  DomainPtr domain = find(config.uuid);
  bool fresh = !domain;
  if (fresh) {
    domain = std::make_shared<Domain>();
    domain->name = config.name;
    domain->uuid = config.uuid;
    insert(domain);  // the name is taken from here on
  }
  try {
    Job job = co_await domain->jobs.begin("define", domain->name, Clock::now() + job_patience);
    co_await store(domain, std::move(config));
  } catch (...) {
    if (fresh) remove(domain);
    throw;
  }
  domain->persistent = true;
  if (domain->active()) domain->updated = true;
  publish(*domain,
          driver::LifecycleEvent{VIR_DOMAIN_EVENT_DEFINED,
                                 fresh ? VIR_DOMAIN_EVENT_DEFINED_ADDED : VIR_DOMAIN_EVENT_DEFINED_UPDATED});
  co_return domain;
}

Task<void> Instance::undefine(DomainPtr domain, std::uint32_t /*flags*/) {
  Job job = co_await domain->jobs.begin("undefine", domain->name, Clock::now() + job_patience);
  if (!domain->persistent)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "cannot undefine transient domain");
  fs::path file = domain->file, link = dirs.config / "autostart" / (domain->name + ".xml");
  auto work = [file, link] {
    FileBatch batch;
    batch.remove(link);
    batch.remove(file);
    batch.commit();
  };
  co_await loop.blocking(std::move(work), Clock::now() + disk_patience, "removing " + file.string());
  domain->persistent = false;
  domain->autostart = false;
  domain->file.clear();
  domain->config.reset();
  if (!domain->running) remove(domain);
  publish(*domain, driver::LifecycleEvent{VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED});
}

Task<void> Instance::rename(DomainPtr domain, std::string name) {
  Job job = co_await domain->jobs.begin("rename", domain->name, Clock::now() + job_patience);
  if (domain->running) throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "cannot rename active domain");
  if (!domain->persistent)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "cannot rename a transient domain");
  check_file_name(name);
  if (name == domain->name)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "Can't rename domain to itself");
  if (find(name))
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "domain with name '{}' already exists", name);
  model::Domain changed = *config(*domain);
  changed.name = name;
  driver::DomainRef old = domain->ref();
  fs::path old_file = domain->file, old_link = dirs.config / "autostart" / old_file.filename();
  by_name_[name] = domain;
  std::string before = std::exchange(domain->name, name);
  try {
    co_await store(domain, std::move(changed));
  } catch (...) {
    by_name_.erase(name);
    domain->name = before;
    throw;
  }
  by_name_.erase(before);
  bool autostart = domain->autostart;
  fs::path file = domain->file;
  auto work = [old_file, old_link, file, autostart] {
    FileBatch batch;
    batch.remove(old_link);
    batch.remove(old_file);
    batch.commit();
    if (autostart) fs::create_symlink(file, old_link.parent_path() / file.filename());
  };
  co_await loop.blocking(std::move(work), Clock::now() + disk_patience, "renaming " + old_file.string());
  events.publish(old, driver::LifecycleEvent{VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED});
  publish(*domain, driver::LifecycleEvent{VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED});
}

Task<void> Instance::set_autostart(DomainPtr domain, bool autostart) {
  Job job = co_await domain->jobs.begin("autostart", domain->name, Clock::now() + job_patience);
  if (!domain->persistent)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "cannot set autostart for transient domain");
  if (domain->autostart == autostart) co_return;
  fs::path link = dirs.config / "autostart" / (domain->name + ".xml"), file = domain->file;
  auto work = [link, file, autostart] {
    make_directories(link.parent_path());
    if (!autostart) {
      remove_file(link);
    } else if (::symlink(file.c_str(), link.c_str()) != 0 && errno != EEXIST) {
      throw system_error(errno, VIR_FROM_QEMU,
                         fmt::format("Failed to create symlink '{}' to '{}'", link.string(), file.string()));
    }
  };
  co_await loop.blocking(std::move(work), Clock::now() + disk_patience, "changing " + link.string());
  domain->autostart = autostart;
}

}  // namespace vireo::qemu
