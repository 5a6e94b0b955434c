// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/lifecycle.hpp"

#include <libvirt/libvirt.h>

#include "driver/flags.hpp"
#include "model/domain_xml.hpp"

namespace vireo::test_driver {

using driver::Change;
using driver::DomainRef;
using model::LifecycleAction;

namespace {

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

Change boot(std::uint32_t flags) {
  return flags & VIR_DOMAIN_START_PAUSED ? Change::boot_paused : Change::boot;
}

Domain& active(Hypervisor& hypervisor, const DomainRef& ref) {
  Domain& domain = hypervisor.find(ref);
  if (!domain.active()) throw driver::not_running();
  return domain;
}

[[noreturn]] void refuse(const Domain& domain, std::string_view lacks) {
  throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "domain '{}' not {}", domain.current().name, lacks);
}

/// The guest powered itself off or rebooted: what its definition wants done then.
void perform(Hypervisor& hypervisor, Domain& domain, LifecycleAction action) {
  if (action != LifecycleAction::restart && action != LifecycleAction::rename_restart) {
    hypervisor.change(domain, Change::shut_down);
    return;
  }
  domain.state = {VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED};
  hypervisor.events().publish(domain.ref(), driver::RebootEvent{});
}

constexpr std::uint32_t start_flags = VIR_DOMAIN_START_PAUSED | VIR_DOMAIN_START_AUTODESTROY;

}  // namespace

Task<DomainRef> Lifecycle::define(std::string xml) { return define_flags(std::move(xml), 0); }

Task<DomainRef> Lifecycle::define_flags(std::string xml, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_DEFINE_VALIDATE, "testDomainDefineXMLFlags");
  co_return hypervisor_.define(parse_definition(xml, flags & VIR_DOMAIN_DEFINE_VALIDATE)).ref();
}

Task<void> Lifecycle::undefine(DomainRef ref) { return undefine_flags(std::move(ref), 0); }

Task<void> Lifecycle::undefine_flags(DomainRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA,
        "testDomainUndefineFlags");
  Domain& domain = hypervisor_.find(ref);
  if (domain.managed_save && !(flags & VIR_DOMAIN_UNDEFINE_MANAGED_SAVE))
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST,
                "Refusing to undefine while domain managed save image exists");
  if (!domain.active() && !domain.snapshots.empty() && !(flags & VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA))
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "cannot delete inactive domain with {} snapshots",
                domain.snapshots.size());
  hypervisor_.undefine(domain);
  co_return;
}

Task<DomainRef> Lifecycle::create_xml(std::string xml, std::uint32_t flags) {
  check(flags, start_flags | VIR_DOMAIN_START_VALIDATE, "testDomainCreateXML");
  Domain& domain = hypervisor_.create(parse_definition(xml, flags & VIR_DOMAIN_START_VALIDATE), boot(flags));
  if (flags & VIR_DOMAIN_START_AUTODESTROY) domain.owner = this;
  co_return domain.ref();
}

Task<void> Lifecycle::create(DomainRef ref) { co_await create_flags(std::move(ref), 0); }

Task<DomainRef> Lifecycle::create_flags(DomainRef ref, std::uint32_t flags) {
  check(flags, start_flags, "testDomainCreateWithFlags");
  Domain& domain = hypervisor_.find(ref);
  hypervisor_.start(domain, boot(flags));
  if (flags & VIR_DOMAIN_START_AUTODESTROY) domain.owner = this;
  co_return domain.ref();
}

Task<void> Lifecycle::suspend(DomainRef ref) {
  Domain& domain = hypervisor_.find(ref);
  if (domain.state.state == VIR_DOMAIN_PAUSED || !hypervisor_.change(domain, Change::suspend))
    refuse(domain, "running");
  co_return;
}

Task<void> Lifecycle::resume(DomainRef ref) {
  Domain& domain = hypervisor_.find(ref);
  if (domain.state.state != VIR_DOMAIN_PAUSED) refuse(domain, "paused");
  hypervisor_.change(domain, Change::resume);
  co_return;
}

Task<void> Lifecycle::shutdown(DomainRef ref) { return shutdown_flags(std::move(ref), 0); }

Task<void> Lifecycle::shutdown_flags(DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainShutdownFlags");
  Domain& domain = hypervisor_.find(ref);
  if (!domain.active()) refuse(domain, "running");
  perform(hypervisor_, domain, domain.live->on_poweroff);
  co_return;
}

Task<void> Lifecycle::reboot(DomainRef ref, std::uint32_t flags) {
  check(flags,
        VIR_DOMAIN_REBOOT_ACPI_POWER_BTN | VIR_DOMAIN_REBOOT_GUEST_AGENT | VIR_DOMAIN_REBOOT_INITCTL |
            VIR_DOMAIN_REBOOT_SIGNAL | VIR_DOMAIN_REBOOT_PARAVIRT,
        "testDomainReboot");
  Domain& domain = active(hypervisor_, ref);
  perform(hypervisor_, domain, domain.live->on_reboot);
  co_return;
}

Task<void> Lifecycle::reset(DomainRef ref, std::uint32_t flags) {
  check(flags, 0, "testDomainReset");
  Domain& domain = active(hypervisor_, ref);
  hypervisor_.events().publish(domain.ref(), driver::RebootEvent{});
  co_return;
}

Task<void> Lifecycle::destroy(DomainRef ref) { return destroy_flags(std::move(ref), 0); }

Task<void> Lifecycle::destroy_flags(DomainRef ref, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_DESTROY_GRACEFUL, "testDomainDestroyFlags");
  hypervisor_.change(active(hypervisor_, ref), Change::destroy);
  co_return;
}

Task<void> Lifecycle::set_autostart(DomainRef ref, std::int32_t autostart) {
  hypervisor_.find(ref).autostart = autostart != 0;
  co_return;
}

Task<std::int32_t> Lifecycle::rename(DomainRef ref, std::optional<std::string> name, std::uint32_t flags) {
  check(flags, 0, "testDomainRename");
  Domain& domain = hypervisor_.find(ref);
  if (domain.active()) throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "cannot rename active domain");
  if (!name || name->empty())
    throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_TEST, "a domain's new name must not be empty");
  if (name->find('/') != name->npos)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_TEST, "name {} cannot contain '/'", *name);
  if (*name == domain.current().name)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "Can't rename domain to itself");
  if (hypervisor_.find_name(*name))
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "domain with name '{}' already exists", *name);
  hypervisor_.rename(domain, *name);
  co_return 0;
}

}  // namespace vireo::test_driver
