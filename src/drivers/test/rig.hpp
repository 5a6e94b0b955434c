// SPDX-License-Identifier: LGPL-2.1-or-later
// For this folder's tests: a connection whose calls run at once, with its errors and events as text.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "drivers/test/connect.hpp"

namespace vireo::test_driver {

class Rig {
 public:
  Rig() : driver_(loop) { connection = open("test:///default"); }

  driver::ConnectionPtr open(const std::string& uri) {
    driver::OpenRequest request{.uri = Uri::parse(uri), .text = uri};
    return driver_.open(std::move(request));
  }

  template <class C, class R, class... P, class... A>
  R call(Task<R> (C::*method)(P...), A... arguments) {
    return loop.run((connection->get<C>().*method)(std::move(arguments)...));
  }

  /// "code domain message" of what the call throws; "" when it does not.
  template <class C, class R, class... P, class... A>
  std::string error(Task<R> (C::*method)(P...), A... arguments) {
    try {
      call(method, std::move(arguments)...);
    } catch (const Error& error) {
      return fmt::format("{} {} {}", error.code(), error.domain(), error.what());
    }
    return "";
  }

  driver::DomainRef find(std::string name) { return call(&driver::Domains::lookup_by_name, std::move(name)); }
  driver::DomainRef define(const std::string& name, const std::string& more = "") {
    return call(&driver::Lifecycle::define, xml(name, more));
  }
  /// "state reason"
  std::string state(const driver::DomainRef& ref) {
    auto state = call(&driver::Domains::state, ref, 0u);
    return fmt::format("{} {}", state.state, state.reason);
  }

  static std::string xml(const std::string& name, const std::string& more = "") {
    return "<domain type='test'><name>" + name + "</name><memory>1024</memory><os><type>hvm</type></os>" +
           more + "</domain>";
  }

  /// Life-cycle events from now on, as "name id event detail"; reboots as "name reboot".
  void listen() {
    call(&driver::Events::subscribe, driver::LifecycleEvent::id, std::optional<driver::DomainRef>(),
         driver::EventHandler([this](const driver::DomainEvent& event) {
           auto& life = std::get<driver::LifecycleEvent>(event.payload);
           events.push_back(
               fmt::format("{} {} {} {}", event.domain.name, event.domain.id, life.event, life.detail));
         }));
    call(&driver::Events::subscribe, driver::RebootEvent::id, std::optional<driver::DomainRef>(),
         driver::EventHandler(
             [this](const driver::DomainEvent& event) { events.push_back(event.domain.name + " reboot"); }));
  }

  Loop loop;
  driver::ConnectionPtr connection;
  std::vector<std::string> events;

 private:
  Driver driver_;
};

}  // namespace vireo::test_driver
