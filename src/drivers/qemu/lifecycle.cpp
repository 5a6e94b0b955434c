// SPDX-License-Identifier: LGPL-2.1-or-later
#include <libvirt/libvirt.h>

#include "base/error.hpp"
#include "driver/flags.hpp"
#include "drivers/qemu/connect.hpp"

namespace vireo::qemu {
namespace {

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_QEMU);
}

constexpr std::uint32_t start_flags = VIR_DOMAIN_START_PAUSED | VIR_DOMAIN_START_AUTODESTROY |
                                      VIR_DOMAIN_START_BYPASS_CACHE | VIR_DOMAIN_START_FORCE_BOOT;

}  // namespace

QemuLifecycle::~QemuLifecycle() {
  for (const auto& [domain, running] : autodestroy_) instance_.destroy_of_owner(domain, running);
}

void QemuLifecycle::mind(const DomainPtr& domain, std::uint32_t flags) {
  if (flags & VIR_DOMAIN_START_AUTODESTROY && domain->running)
    autodestroy_.emplace_back(domain, domain->running);
}

Task<driver::DomainRef> QemuLifecycle::define(std::string xml) { return define_flags(std::move(xml), 0); }

Task<driver::DomainRef> QemuLifecycle::define_flags(std::string xml, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_DEFINE_VALIDATE, "qemuDomainDefineXMLFlags");
  DomainPtr domain = co_await instance_.define(std::move(xml), flags & VIR_DOMAIN_DEFINE_VALIDATE);
  co_return domain->ref();
}

Task<void> QemuLifecycle::undefine(driver::DomainRef ref) { return undefine_flags(std::move(ref), 0); }

Task<void> QemuLifecycle::undefine_flags(driver::DomainRef ref, std::uint32_t flags) {
  check(flags,
        VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA |
            VIR_DOMAIN_UNDEFINE_NVRAM | VIR_DOMAIN_UNDEFINE_KEEP_NVRAM |
            VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA | VIR_DOMAIN_UNDEFINE_TPM | VIR_DOMAIN_UNDEFINE_KEEP_TPM,
        "qemuDomainUndefineFlags");
  co_await instance_.undefine(instance_.require(ref), flags);
}

Task<driver::DomainRef> QemuLifecycle::create_xml(std::string xml, std::uint32_t flags) {
  check(flags, start_flags | VIR_DOMAIN_START_VALIDATE, "qemuDomainCreateXML");
  Instance::StartOptions options{.paused = (flags & VIR_DOMAIN_START_PAUSED) != 0,
                                 .validate = (flags & VIR_DOMAIN_START_VALIDATE) != 0};
  DomainPtr domain = co_await instance_.create(std::move(xml), options);
  mind(domain, flags);
  co_return domain->ref();
}

Task<void> QemuLifecycle::create(driver::DomainRef ref) { co_await create_flags(std::move(ref), 0); }

Task<driver::DomainRef> QemuLifecycle::create_flags(driver::DomainRef ref, std::uint32_t flags) {
  check(flags, start_flags, "qemuDomainCreateWithFlags");
  DomainPtr domain = instance_.require(ref);
  Instance::StartOptions options{.paused = (flags & VIR_DOMAIN_START_PAUSED) != 0};
  co_await instance_.start(domain, options);
  mind(domain, flags);
  co_return domain->ref();
}

Task<void> QemuLifecycle::suspend(driver::DomainRef ref) {
  co_await instance_.suspend(instance_.require(ref));
}
Task<void> QemuLifecycle::resume(driver::DomainRef ref) { co_await instance_.resume(instance_.require(ref)); }
Task<void> QemuLifecycle::shutdown(driver::DomainRef ref) { return shutdown_flags(std::move(ref), 0); }

Task<void> QemuLifecycle::shutdown_flags(driver::DomainRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN | VIR_DOMAIN_SHUTDOWN_GUEST_AGENT,
        "qemuDomainShutdownFlags");
  co_await instance_.shutdown(instance_.require(ref), flags);
}

Task<void> QemuLifecycle::reboot(driver::DomainRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_REBOOT_ACPI_POWER_BTN | VIR_DOMAIN_REBOOT_GUEST_AGENT, "qemuDomainReboot");
  co_await instance_.reboot(instance_.require(ref), flags);
}

Task<void> QemuLifecycle::reset(driver::DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "qemuDomainReset");
  co_await instance_.reset(instance_.require(ref));
}

Task<void> QemuLifecycle::destroy(driver::DomainRef ref) { return destroy_flags(std::move(ref), 0); }

Task<void> QemuLifecycle::destroy_flags(driver::DomainRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_DESTROY_GRACEFUL | VIR_DOMAIN_DESTROY_REMOVE_LOGS, "qemuDomainDestroyFlags");
  DomainPtr domain = instance_.require(ref);
  co_await instance_.destroy(domain, flags & VIR_DOMAIN_DESTROY_GRACEFUL);
  if (flags & VIR_DOMAIN_DESTROY_REMOVE_LOGS) {
    std::error_code ignored;
    fs::remove(instance_.log_file(domain->name), ignored);
  }
}

Task<void> QemuLifecycle::set_autostart(driver::DomainRef ref, std::int32_t autostart) {
  co_await instance_.set_autostart(instance_.require(ref), autostart != 0);
}

Task<std::int32_t> QemuLifecycle::rename(driver::DomainRef ref, std::optional<std::string> name,
                                         std::uint32_t flags) {
  check(flags, 0, "qemuDomainRename");
  co_await instance_.rename(instance_.require(ref), name.value_or(""));
  co_return 0;
}

}  // namespace vireo::qemu
