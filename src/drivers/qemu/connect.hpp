// SPDX-License-Identifier: LGPL-2.1-or-later
// One connection to the instance: each capability is a thin front that checks flags and finds the domain.
// Guests started with AUTODESTROY end with it.
#pragma once

#include <set>

#include "driver/connection.hpp"
#include "driver/devices.hpp"
#include "driver/domains.hpp"
#include "driver/lifecycle.hpp"
#include "driver/linux_host.hpp"
#include "driver/stream.hpp"
#include "drivers/qemu/instance.hpp"

namespace vireo::qemu {

class QemuHost : public driver::LinuxHost {
 public:
  QemuHost(Instance& instance, std::string uri)
      : LinuxHost(instance.loop), instance_(instance), uri_(std::move(uri)) {}
  Task<std::string> type() override;
  Task<std::uint64_t> version() override;
  Task<std::string> uri() override;
  Task<std::int32_t> max_vcpus(std::optional<std::string> type) override;
  Task<std::string> capabilities() override;
  Task<std::string> domain_capabilities(std::optional<std::string> path, std::optional<std::string> arch,
                                        std::optional<std::string> machine_name,
                                        std::optional<std::string> virt_type, std::uint32_t flags) override;
  Task<std::string> sysinfo(std::uint32_t flags) override;
  Task<std::int32_t> is_secure() override;
  Task<driver::SecurityModel> security_model() override;
  Task<std::string> domain_xml_to_native(std::string format, std::string xml, std::uint32_t flags) override;

 private:
  Instance& instance_;
  std::string uri_;
};

class QemuDomains : public driver::Domains {
 public:
  explicit QemuDomains(Instance& instance) : instance_(instance) {}
  Task<std::int32_t> count_active() override;
  Task<driver::List<std::int32_t, driver::domain_list_max>> active_ids(std::int32_t max) override;
  Task<std::int32_t> count_defined() override;
  Task<driver::List<std::string, driver::domain_list_max>> defined_names(std::int32_t max) override;
  Task<driver::DomainList> list(std::int32_t need_results, std::uint32_t flags) override;
  Task<driver::DomainRef> lookup_by_id(std::int32_t id) override;
  Task<driver::DomainRef> lookup_by_name(std::string name) override;
  Task<driver::DomainRef> lookup_by_uuid(Uuid uuid) override;
  Task<std::string> xml(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::DomainInfo> info(driver::DomainRef ref) override;
  Task<driver::DomainState> state(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::ControlInfo> control_info(driver::DomainRef ref, std::uint32_t flags) override;
  Task<std::string> os_type(driver::DomainRef ref) override;
  Task<std::uint64_t> max_memory(driver::DomainRef ref) override;
  Task<std::int32_t> max_vcpus(driver::DomainRef ref) override;
  Task<std::int32_t> vcpus(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::Vcpus> vcpu_info(driver::DomainRef ref, std::int32_t max_info,
                                std::int32_t map_length) override;
  Task<std::int32_t> autostart(driver::DomainRef ref) override;
  Task<std::int32_t> is_active(driver::DomainRef ref) override;
  Task<std::int32_t> is_persistent(driver::DomainRef ref) override;
  Task<std::int32_t> is_updated(driver::DomainRef ref) override;
  Task<std::int32_t> has_managed_save(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::SecurityLabel> security_label(driver::DomainRef ref) override;
  Task<std::string> hostname(driver::DomainRef ref, std::uint32_t flags) override;
  Task<std::string> metadata(driver::DomainRef ref, std::int32_t type, std::optional<std::string> uri,
                             std::uint32_t flags) override;

 private:
  Instance& instance_;
};

class QemuLifecycle : public driver::Lifecycle {
 public:
  explicit QemuLifecycle(Instance& instance) : instance_(instance) {}
  ~QemuLifecycle() override;
  Task<driver::DomainRef> define(std::string xml) override;
  Task<driver::DomainRef> define_flags(std::string xml, std::uint32_t flags) override;
  Task<void> undefine(driver::DomainRef ref) override;
  Task<void> undefine_flags(driver::DomainRef ref, std::uint32_t flags) override;
  Task<driver::DomainRef> create_xml(std::string xml, std::uint32_t flags) override;
  Task<void> create(driver::DomainRef ref) override;
  Task<driver::DomainRef> create_flags(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> suspend(driver::DomainRef ref) override;
  Task<void> resume(driver::DomainRef ref) override;
  Task<void> shutdown(driver::DomainRef ref) override;
  Task<void> shutdown_flags(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> reboot(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> reset(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> destroy(driver::DomainRef ref) override;
  Task<void> destroy_flags(driver::DomainRef ref, std::uint32_t flags) override;
  Task<void> set_autostart(driver::DomainRef ref, std::int32_t autostart) override;
  Task<std::int32_t> rename(driver::DomainRef ref, std::optional<std::string> name,
                            std::uint32_t flags) override;

 private:
  void mind(const DomainPtr& domain, std::uint32_t flags);
  Instance& instance_;
  std::vector<std::pair<DomainPtr, std::weak_ptr<Running>>> autodestroy_;
};

class QemuDevices : public driver::Devices {
 public:
  explicit QemuDevices(Instance& instance) : instance_(instance) {}
  Task<void> set_max_memory(driver::DomainRef ref, std::uint64_t kib) override;
  Task<void> set_memory(driver::DomainRef ref, std::uint64_t kib) override;
  Task<void> set_memory_flags(driver::DomainRef ref, std::uint64_t kib, std::uint32_t flags) override;
  Task<void> set_vcpus(driver::DomainRef ref, std::uint32_t count) override;
  Task<void> set_vcpus_flags(driver::DomainRef ref, std::uint32_t count, std::uint32_t flags) override;
  Task<void> set_metadata(driver::DomainRef ref, std::int32_t type, std::optional<std::string> metadata,
                          std::optional<std::string> key, std::optional<std::string> uri,
                          std::uint32_t flags) override;

 private:
  Instance& instance_;
};

class QemuConsole : public driver::Console {
 public:
  explicit QemuConsole(Instance& instance) : instance_(instance) {}
  Task<driver::StreamPtr> open_console(driver::DomainRef ref, std::optional<std::string> device,
                                       std::uint32_t flags) override;
  Task<driver::StreamPtr> open_channel(driver::DomainRef ref, std::optional<std::string> name,
                                       std::uint32_t flags) override;

 private:
  Instance& instance_;
};

class QemuConnection : public driver::Connection {
 public:
  QemuConnection(Instance& instance, std::string uri);
  Loop& loop() noexcept override { return instance_.loop; }
  Task<std::int32_t> supports_feature(std::int32_t feature) override;

 private:
  Instance& instance_;
  QemuHost host_;
  QemuDomains domains_;
  QemuLifecycle lifecycle_;
  QemuDevices devices_;
  QemuConsole console_;
  driver::ConnectionEvents events_;
};

/// Which definition a call with AFFECT flags (live 1, config 2) means. Throws as the incumbent does.
struct Affected {
  bool live = false, config = false;
};
Affected affected(const Domain& domain, std::uint32_t flags);

/// The document of virConnectGetCapabilities (capabilities.cpp).
std::string format_capabilities(const Machine& machine, const std::vector<EmulatorPtr>& emulators,
                                const std::optional<Credentials>& credentials, const std::string& host_uuid,
                                const std::vector<std::string>& cpu_flags);

}  // namespace vireo::qemu
