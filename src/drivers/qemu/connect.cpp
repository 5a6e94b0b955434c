// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/connect.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>

#include "base/error.hpp"
#include "drivers/qemu/driver.hpp"

namespace vireo::qemu {

QemuConnection::QemuConnection(Instance& instance, std::string uri)
    : instance_(instance),
      host_(instance, std::move(uri)),
      domains_(instance),
      lifecycle_(instance),
      devices_(instance),
      console_(instance),
      events_(instance.events) {
  offer<driver::Host>(host_);
  offer<driver::Domains>(domains_);
  offer<driver::Lifecycle>(lifecycle_);
  offer<driver::Devices>(devices_);
  offer<driver::Console>(console_);
  offer<driver::Events>(events_);
}

Task<std::int32_t> QemuConnection::supports_feature(std::int32_t feature) {
  // Features that say something of calls this driver has (wire.md): typed strings, fd passing of the program.
  constexpr std::int32_t typed_param_string = 10, xml_migratable = 11, off_line_undefine = 14;
  co_return feature == typed_param_string || feature == xml_migratable || feature == off_line_undefine ? 1
                                                                                                       : 0;
}

Affected affected(const Domain& domain, std::uint32_t flags) {
  bool live = flags & VIR_DOMAIN_AFFECT_LIVE, config = flags & VIR_DOMAIN_AFFECT_CONFIG;
  if (!live && !config) (domain.active() ? live : config) = true;
  if (live && !domain.active())
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "domain is not running");
  if (config && !domain.persistent)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN,
                "transient domains do not have any persistent config");
  return {.live = live, .config = config};
}

QemuDriver::QemuDriver(Loop& loop, Paths paths)
    : loop_(loop), session_(paths.session), instance_(std::make_unique<Instance>(loop, std::move(paths))) {}

QemuDriver::~QemuDriver() = default;

bool QemuDriver::claims(const Uri& uri) const {
  return uri.driver() == "qemu" && uri.transport().empty() && uri.server.empty();
}

std::optional<std::string> QemuDriver::probe() {
  return session_ ? std::string("qemu:///session") : std::string("qemu:///system");
}

driver::ConnectionPtr QemuDriver::open(driver::OpenRequest request) {
  std::string_view wanted = session_ ? "/session" : "/system";
  if (request.uri.path.empty())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "no QEMU URI path given, try qemu://{}", wanted);
  if (request.uri.path != wanted)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "unexpected QEMU URI path '{}', try qemu://{}",
                request.uri.path, wanted);
  return std::make_unique<QemuConnection>(*instance_, fmt::format("qemu://{}", wanted));
}

bool QemuDriver::busy() const {
  const auto& domains = instance_->by_name();
  return std::ranges::any_of(domains, [](const auto& entry) { return entry.second->running != nullptr; });
}

// Guests come and go with life-cycle events; the answer is asked for when the change is complete.
void QemuDriver::on_busy_changed(std::function<void()> handler) {
  instance_->events.subscribe(driver::LifecycleEvent::id, std::nullopt,
                              [this, handler = std::move(handler)](const driver::DomainEvent&) {
                                boost::asio::post(loop_.executor(), handler);
                              });
}

Task<void> QemuDriver::start() { return instance_->start(); }
void QemuDriver::reload() { instance_->reload(); }
Task<void> QemuDriver::stop() { return instance_->stop(); }

}  // namespace vireo::qemu
