// SPDX-License-Identifier: LGPL-2.1-or-later
// Registering for domain events, and the call of each kind of function.
#include "api/call.hpp"
#include "api/event_delivery.hpp"

using namespace vireo::api;
namespace driver = vireo::driver;

namespace {

/// The last kind of event there is, and one above it.
constexpr int event_kinds = VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE + 1;

using Listener = EventDelivery::Listener;

/// The function as `F`, with the arguments every kind has in front and behind.
template <class F, class... Args>
void invoke(const Listener& listener, virDomainPtr domain, Args... args) {
  reinterpret_cast<F>(listener.function)(listener.connection.get(), domain, args..., listener.opaque);
}

const char* text(const std::optional<std::string>& value) { return value ? value->c_str() : nullptr; }

/// One overload for each kind of payload.
struct Invoker {
  const Listener& listener;
  virDomainPtr domain;

  void operator()(const driver::LifecycleEvent& event) const {
    // The legacy function's return value is not used.
    invoke<virConnectDomainEventCallback>(listener, domain, event.event, event.detail);
  }
  void operator()(const driver::RebootEvent&) const {
    invoke<virConnectDomainEventGenericCallback>(listener, domain);
  }
  void operator()(const driver::RtcChangeEvent& event) const {
    invoke<virConnectDomainEventRTCChangeCallback>(listener, domain, event.offset);
  }
  void operator()(const driver::WatchdogEvent& event) const {
    invoke<virConnectDomainEventWatchdogCallback>(listener, domain, event.action);
  }
  void operator()(const driver::IoErrorEvent& event) const {
    if (listener.event_id == VIR_DOMAIN_EVENT_ID_IO_ERROR)
      return invoke<virConnectDomainEventIOErrorCallback>(listener, domain, event.source.c_str(),
                                                          event.alias.c_str(), event.action);
    invoke<virConnectDomainEventIOErrorReasonCallback>(
        listener, domain, event.source.c_str(), event.alias.c_str(), event.action, event.reason.c_str());
  }
  void operator()(const driver::ControlErrorEvent&) const {
    invoke<virConnectDomainEventGenericCallback>(listener, domain);
  }
  void operator()(const driver::BalloonChangeEvent& event) const {
    invoke<virConnectDomainEventBalloonChangeCallback>(listener, domain, event.actual);
  }
  void operator()(const driver::DeviceRemovedEvent& event) const {
    invoke<virConnectDomainEventDeviceRemovedCallback>(listener, domain, event.alias.c_str());
  }
  void operator()(const driver::DeviceAddedEvent& event) const {
    invoke<virConnectDomainEventDeviceAddedCallback>(listener, domain, event.alias.c_str());
  }
  void operator()(const driver::AgentLifecycleEvent& event) const {
    invoke<virConnectDomainEventAgentLifecycleCallback>(listener, domain, event.state, event.reason);
  }
  void operator()(const driver::MetadataChangeEvent& event) const {
    invoke<virConnectDomainEventMetadataChangeCallback>(listener, domain, event.type, text(event.uri));
  }
};

}  // namespace

void vireo::api::call_listener(const Listener& listener, virDomainPtr domain,
                               const driver::EventPayload& event) {
  std::visit(Invoker{listener, domain}, event);
}

extern "C" {

int virConnectDomainEventRegister(virConnectPtr conn, virConnectDomainEventCallback cb, void* opaque,
                                  virFreeCallback freecb) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(reinterpret_cast<void*>(cb), "cb");
    Listener listener;
    listener.event_id = VIR_DOMAIN_EVENT_ID_LIFECYCLE;
    listener.legacy = true;
    listener.function = reinterpret_cast<EventDelivery::AnyFunction>(cb);
    listener.opaque = opaque;
    listener.free = freecb;
    self.handle.events->add(self.handle, std::move(listener), std::nullopt);
  });
}

int virConnectDomainEventDeregister(virConnectPtr conn, virConnectDomainEventCallback cb) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_null(reinterpret_cast<void*>(cb), "cb");
    self.handle.events->remove_legacy(self.handle, reinterpret_cast<EventDelivery::AnyFunction>(cb));
  });
}

int virConnectDomainEventRegisterAny(virConnectPtr conn, virDomainPtr dom, int eventID,
                                     virConnectDomainEventGenericCallback cb, void* opaque,
                                     virFreeCallback freecb) {
  return call(conn, Access::read, [=](auto& self) {
    if (dom) {
      check(dom, Access::read, self.function);
      if (dom->connection.get() != conn)
        throw bad_argument(self.function, "dom", "the domain belongs to another connection");
    }
    self.not_null(reinterpret_cast<void*>(cb), "cb");
    self.not_negative(eventID, "eventID");
    if (eventID >= event_kinds)
      throw bad_argument(self.function, "eventID", fmt::format("eventID must be less than {}", event_kinds));
    Listener listener;
    listener.event_id = eventID;
    listener.function = reinterpret_cast<EventDelivery::AnyFunction>(cb);
    listener.opaque = opaque;
    listener.free = freecb;
    return self.handle.events->add(self.handle, std::move(listener),
                                   dom ? std::optional(dom->driver_ref()) : std::nullopt);
  });
}

int virConnectDomainEventDeregisterAny(virConnectPtr conn, int callbackID) {
  return call(conn, Access::read, [=](auto& self) {
    self.not_negative(callbackID, "callbackID");
    self.handle.events->remove(self.handle, callbackID);
  });
}
}
