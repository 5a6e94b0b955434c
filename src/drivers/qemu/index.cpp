// SPDX-License-Identifier: LGPL-2.1-or-later
// Finding domains and their definitions; state changes and what is told of them.
#include <fcntl.h>
#include <sys/stat.h>

#include <chrono>
#include <ctime>

#include "base/error.hpp"
#include "drivers/qemu/instance.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {

DomainPtr Instance::find(const Uuid& uuid) const {
  auto found = by_uuid_.find(uuid);
  return found == by_uuid_.end() ? nullptr : found->second;
}

DomainPtr Instance::find(const std::string& name) const {
  auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

DomainPtr Instance::find_id(int id) const {
  for (const auto& [name, domain] : by_name_)
    if (domain->active() && domain->id() == id) return domain;
  return nullptr;
}

DomainPtr Instance::require(const driver::DomainRef& ref) const {
  DomainPtr domain = find(ref.uuid);
  if (!domain)
    throw error(VIR_ERR_NO_DOMAIN, VIR_FROM_QEMU, "no domain with matching uuid '{}' ({})",
                ref.uuid.to_string(), ref.name);
  return domain;
}

Running& Instance::running(Domain& domain) const {
  if (!domain.active()) throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "domain is not running");
  return *domain.running;
}

Definition Instance::config(Domain& domain) const {
  if (!domain.config && !domain.file.empty()) {
    // Definitions were completed before they were stored, so nothing is added when they are read back.
    model::Domain read =
        model::parse_domain(read_file(domain.file), {.inactive = true, .complete = false, .validate = false});
    domain.config = std::make_shared<const model::Domain>(std::move(read));
  }
  return domain.config;
}

Definition Instance::current(Domain& domain) const {
  return domain.active() ? domain.running->live : config(domain);
}

void Instance::insert(DomainPtr domain) {
  by_name_[domain->name] = domain;
  by_uuid_[domain->uuid] = std::move(domain);
}

void Instance::remove(const DomainPtr& domain) {
  if (auto found = by_name_.find(domain->name); found != by_name_.end() && found->second == domain)
    by_name_.erase(found);
  if (auto found = by_uuid_.find(domain->uuid); found != by_uuid_.end() && found->second == domain)
    by_uuid_.erase(found);
}

bool Instance::move(Domain& domain, driver::Change change) {
  std::optional<driver::Transition> step = driver::transition(domain.state.state, change);
  if (!step) return false;
  domain.state = step->to;
  if (step->event) publish(domain, *step->event);
  return true;
}

void Instance::save_status(const Domain& domain) const {
  if (!domain.running) return;
  const Running& running = *domain.running;
  Status status{.state = domain.state,
                .pid = running.process ? running.process.pid() : 0,
                .start_time = running.process ? running.process.start_time() : 0,
                .booted = running.booted,
                .fake_reboot = running.fake_reboot,
                .guest_shutdown = running.guest_shutdown,
                .directory = running.directory.string(),
                .vcpu_threads = running.vcpu_threads,
                .owners = running.owners,
                .domain = *running.live};
  // Renamed into place but not flushed: guests do not survive what would lose it.
  fs::path path = status_file(domain.name), next = path;
  next += ".new";
  UniqueFd fd = open_file(next, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0600);
  write_all(fd.get(), format_status(status), next.string());
  fs::rename(next, path);
}

void Instance::log_line(const std::string& name, const std::string& text) const {
  try {
    auto now = std::chrono::system_clock::now();
    std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    auto part = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char stamp[32];
    std::strftime(stamp, sizeof stamp, "%Y-%m-%d %H:%M:%S", &parts);
    UniqueFd fd = open_file(log_file(name), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0600);
    write_all(fd.get(), fmt::format("{}.{:03}+0000: {}\n", stamp, part, text), log_file(name).string());
  } catch (const Error&) {  // a full disk does not stop guests
  }
}

}  // namespace vireo::qemu
