// SPDX-License-Identifier: LGPL-2.1-or-later
// For tests of both ends: a driver connection that records every call (method and arguments as XDR) and
// answers with a value made of the result's type. A method of a capability that is missing here or in the
// tables of rows fails the round-trip tests.
#pragma once

#include "driver/connection.hpp"
#include "driver/event_hub.hpp"
#include "rpc/rows.hpp"
#include "rpc/samples.hpp"

namespace vireo::rpc {

struct RecordedCall {
  std::string_view name;  ///< of the procedure
  Bytes arguments;
  bool operator==(const RecordedCall&) const = default;
};

/// What recording connections share with their test.
struct Recorder {
  std::vector<RecordedCall> calls;
  driver::EventHub hub;
  std::function<driver::StreamPtr()> stream;
  driver::CloseHandler close_handler;
  AsyncEvent* gate = nullptr;  ///< when set, calls wait here before they end
  int open = 0;                ///< connections that exist
};

class RecordingConnection final : public driver::Connection,
                                  public driver::Host,
                                  public driver::Domains,
                                  public driver::Lifecycle,
                                  public driver::Devices,
                                  public driver::Console {
  using DomainRef = driver::DomainRef;

 public:
  RecordingConnection(Loop& loop, Recorder& recorder)
      : loop_(loop), recorder_(recorder), events_(recorder.hub) {
    offer<driver::Host>(*this);
    offer<driver::Domains>(*this);
    offer<driver::Lifecycle>(*this);
    offer<driver::Devices>(*this);
    offer<driver::Console>(*this);
    offer<driver::Events>(events_);
    ++recorder_.open;
  }
  ~RecordingConnection() override { --recorder_.open; }

  Loop& loop() noexcept override { return loop_; }
  Task<std::int32_t> supports_feature(std::int32_t feature) override { co_return feature == 6; }
  void on_close(driver::CloseHandler handler) override { recorder_.close_handler = std::move(handler); }

  // Host
  Task<std::string> type() override { return record<&driver::Host::type>(); }
  Task<std::uint64_t> version() override { return record<&driver::Host::version>(); }
  Task<std::uint64_t> library_version() override { return record<&driver::Host::library_version>(); }
  Task<std::string> hostname() override { return record<&driver::Host::hostname>(); }
  Task<std::string> uri() override { return record<&driver::Host::uri>(); }
  Task<std::int32_t> max_vcpus(std::optional<std::string> a) override {
    return record<&driver::Host::max_vcpus>(std::move(a));
  }
  Task<driver::NodeInfo> node_info() override { return record<&driver::Host::node_info>(); }
  Task<std::string> capabilities() override { return record<&driver::Host::capabilities>(); }
  Task<std::string> sysinfo(std::uint32_t a) override { return record<&driver::Host::sysinfo>(std::move(a)); }
  Task<std::string> domain_capabilities(std::optional<std::string> a, std::optional<std::string> b,
                                        std::optional<std::string> c, std::optional<std::string> d,
                                        std::uint32_t e) override {
    return record<&driver::Host::domain_capabilities>(std::move(a), std::move(b), std::move(c), std::move(d),
                                                      std::move(e));
  }
  Task<std::int32_t> is_secure() override { return record<&driver::Host::is_secure>(); }
  Task<std::uint64_t> free_memory() override { return record<&driver::Host::free_memory>(); }
  Task<driver::List<std::uint64_t, 1024>> cells_free_memory(std::int32_t a, std::int32_t b) override {
    return record<&driver::Host::cells_free_memory>(std::move(a), std::move(b));
  }
  Task<driver::NodeStats> cpu_stats(std::int32_t a, std::int32_t b, std::uint32_t c) override {
    return record<&driver::Host::cpu_stats>(std::move(a), std::move(b), std::move(c));
  }
  Task<driver::NodeStats> memory_stats(std::int32_t a, std::int32_t b, std::uint32_t c) override {
    return record<&driver::Host::memory_stats>(std::move(a), std::move(b), std::move(c));
  }
  Task<driver::CpuMap> cpu_map(std::int32_t a, std::int32_t b, std::uint32_t c) override {
    return record<&driver::Host::cpu_map>(std::move(a), std::move(b), std::move(c));
  }
  Task<driver::SecurityModel> security_model() override { return record<&driver::Host::security_model>(); }
  Task<std::string> domain_xml_from_native(std::string a, std::string b, std::uint32_t c) override {
    return record<&driver::Host::domain_xml_from_native>(std::move(a), std::move(b), std::move(c));
  }
  Task<std::string> domain_xml_to_native(std::string a, std::string b, std::uint32_t c) override {
    return record<&driver::Host::domain_xml_to_native>(std::move(a), std::move(b), std::move(c));
  }

  // Domains
  Task<std::int32_t> count_active() override { return record<&driver::Domains::count_active>(); }
  Task<driver::List<std::int32_t, driver::domain_list_max>> active_ids(std::int32_t a) override {
    return record<&driver::Domains::active_ids>(std::move(a));
  }
  Task<std::int32_t> count_defined() override { return record<&driver::Domains::count_defined>(); }
  Task<driver::List<std::string, driver::domain_list_max>> defined_names(std::int32_t a) override {
    return record<&driver::Domains::defined_names>(std::move(a));
  }
  Task<driver::DomainList> list(std::int32_t a, std::uint32_t b) override {
    return record<&driver::Domains::list>(std::move(a), std::move(b));
  }
  Task<DomainRef> lookup_by_id(std::int32_t a) override {
    return record<&driver::Domains::lookup_by_id>(std::move(a));
  }
  Task<DomainRef> lookup_by_name(std::string a) override {
    return record<&driver::Domains::lookup_by_name>(std::move(a));
  }
  Task<DomainRef> lookup_by_uuid(Uuid a) override {
    return record<&driver::Domains::lookup_by_uuid>(std::move(a));
  }
  Task<std::string> xml(DomainRef a, std::uint32_t b) override {
    return record<&driver::Domains::xml>(std::move(a), std::move(b));
  }
  Task<driver::DomainInfo> info(DomainRef a) override { return record<&driver::Domains::info>(std::move(a)); }
  Task<driver::DomainState> state(DomainRef a, std::uint32_t b) override {
    return record<&driver::Domains::state>(std::move(a), std::move(b));
  }
  Task<driver::ControlInfo> control_info(DomainRef a, std::uint32_t b) override {
    return record<&driver::Domains::control_info>(std::move(a), std::move(b));
  }
  Task<std::string> os_type(DomainRef a) override { return record<&driver::Domains::os_type>(std::move(a)); }
  Task<std::uint64_t> max_memory(DomainRef a) override {
    return record<&driver::Domains::max_memory>(std::move(a));
  }
  Task<std::int32_t> max_vcpus(DomainRef a) override {
    return record<&driver::Domains::max_vcpus>(std::move(a));
  }
  Task<std::int32_t> vcpus(DomainRef a, std::uint32_t b) override {
    return record<&driver::Domains::vcpus>(std::move(a), std::move(b));
  }
  Task<driver::Vcpus> vcpu_info(DomainRef a, std::int32_t b, std::int32_t c) override {
    return record<&driver::Domains::vcpu_info>(std::move(a), std::move(b), std::move(c));
  }
  Task<std::int32_t> autostart(DomainRef a) override {
    return record<&driver::Domains::autostart>(std::move(a));
  }
  Task<std::int32_t> is_active(DomainRef a) override {
    return record<&driver::Domains::is_active>(std::move(a));
  }
  Task<std::int32_t> is_persistent(DomainRef a) override {
    return record<&driver::Domains::is_persistent>(std::move(a));
  }
  Task<std::int32_t> is_updated(DomainRef a) override {
    return record<&driver::Domains::is_updated>(std::move(a));
  }
  Task<std::int32_t> has_managed_save(DomainRef a, std::uint32_t b) override {
    return record<&driver::Domains::has_managed_save>(std::move(a), std::move(b));
  }
  Task<driver::SecurityLabel> security_label(DomainRef a) override {
    return record<&driver::Domains::security_label>(std::move(a));
  }
  Task<std::string> hostname(DomainRef a, std::uint32_t b) override {
    return record<&driver::Domains::hostname>(std::move(a), std::move(b));
  }
  Task<std::string> metadata(DomainRef a, std::int32_t b, std::optional<std::string> c,
                             std::uint32_t d) override {
    return record<&driver::Domains::metadata>(std::move(a), std::move(b), std::move(c), std::move(d));
  }

  // Lifecycle
  Task<DomainRef> define(std::string a) override { return record<&driver::Lifecycle::define>(std::move(a)); }
  Task<DomainRef> define_flags(std::string a, std::uint32_t b) override {
    return record<&driver::Lifecycle::define_flags>(std::move(a), std::move(b));
  }
  Task<void> undefine(DomainRef a) override { return record<&driver::Lifecycle::undefine>(std::move(a)); }
  Task<void> undefine_flags(DomainRef a, std::uint32_t b) override {
    return record<&driver::Lifecycle::undefine_flags>(std::move(a), std::move(b));
  }
  Task<DomainRef> create_xml(std::string a, std::uint32_t b) override {
    return record<&driver::Lifecycle::create_xml>(std::move(a), std::move(b));
  }
  Task<void> create(DomainRef a) override { return record<&driver::Lifecycle::create>(std::move(a)); }
  Task<DomainRef> create_flags(DomainRef a, std::uint32_t b) override {
    return record<&driver::Lifecycle::create_flags>(std::move(a), std::move(b));
  }
  Task<void> suspend(DomainRef a) override { return record<&driver::Lifecycle::suspend>(std::move(a)); }
  Task<void> resume(DomainRef a) override { return record<&driver::Lifecycle::resume>(std::move(a)); }
  Task<void> shutdown(DomainRef a) override { return record<&driver::Lifecycle::shutdown>(std::move(a)); }
  Task<void> shutdown_flags(DomainRef a, std::uint32_t b) override {
    return record<&driver::Lifecycle::shutdown_flags>(std::move(a), std::move(b));
  }
  Task<void> reboot(DomainRef a, std::uint32_t b) override {
    return record<&driver::Lifecycle::reboot>(std::move(a), std::move(b));
  }
  Task<void> reset(DomainRef a, std::uint32_t b) override {
    return record<&driver::Lifecycle::reset>(std::move(a), std::move(b));
  }
  Task<void> destroy(DomainRef a) override { return record<&driver::Lifecycle::destroy>(std::move(a)); }
  Task<void> destroy_flags(DomainRef a, std::uint32_t b) override {
    return record<&driver::Lifecycle::destroy_flags>(std::move(a), std::move(b));
  }
  Task<void> set_autostart(DomainRef a, std::int32_t b) override {
    return record<&driver::Lifecycle::set_autostart>(std::move(a), std::move(b));
  }
  Task<std::int32_t> rename(DomainRef a, std::optional<std::string> b, std::uint32_t c) override {
    return record<&driver::Lifecycle::rename>(std::move(a), std::move(b), std::move(c));
  }

  // Devices
  Task<void> set_max_memory(DomainRef a, std::uint64_t b) override {
    return record<&driver::Devices::set_max_memory>(std::move(a), std::move(b));
  }
  Task<void> set_memory(DomainRef a, std::uint64_t b) override {
    return record<&driver::Devices::set_memory>(std::move(a), std::move(b));
  }
  Task<void> set_memory_flags(DomainRef a, std::uint64_t b, std::uint32_t c) override {
    return record<&driver::Devices::set_memory_flags>(std::move(a), std::move(b), std::move(c));
  }
  Task<void> set_vcpus(DomainRef a, std::uint32_t b) override {
    return record<&driver::Devices::set_vcpus>(std::move(a), std::move(b));
  }
  Task<void> set_vcpus_flags(DomainRef a, std::uint32_t b, std::uint32_t c) override {
    return record<&driver::Devices::set_vcpus_flags>(std::move(a), std::move(b), std::move(c));
  }
  Task<void> set_metadata(DomainRef a, std::int32_t b, std::optional<std::string> c,
                          std::optional<std::string> d, std::optional<std::string> e,
                          std::uint32_t f) override {
    return record<&driver::Devices::set_metadata>(std::move(a), std::move(b), std::move(c), std::move(d),
                                                  std::move(e), std::move(f));
  }

  // Console
  Task<driver::StreamPtr> open_console(DomainRef a, std::optional<std::string> b, std::uint32_t c) override {
    return record<&driver::Console::open_console>(std::move(a), std::move(b), std::move(c));
  }
  Task<driver::StreamPtr> open_channel(DomainRef a, std::optional<std::string> b, std::uint32_t c) override {
    return record<&driver::Console::open_channel>(std::move(a), std::move(b), std::move(c));
  }

 private:
  template <auto Method, class... A>
  Task<typename Signature<decltype(Method)>::Result> record(A... arguments) {
    using Result = typename Signature<decltype(Method)>::Result;
    recorder_.calls.push_back({row_of<Method>().name, encoded(arguments...)});
    if (recorder_.gate) co_await recorder_.gate->wait(no_deadline);
    if constexpr (std::same_as<Result, driver::StreamPtr>)
      co_return recorder_.stream();
    else if constexpr (!std::same_as<Result, void>)
      co_return sample<Result>();
  }

  Loop& loop_;
  Recorder& recorder_;
  driver::ConnectionEvents events_;
};

}  // namespace vireo::rpc
