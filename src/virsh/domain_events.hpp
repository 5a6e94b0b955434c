// SPDX-License-Identifier: LGPL-2.1-or-later
// Every kind of domain event: its name, and how to listen for it as lines of text.
#pragma once

#include <libvirt/libvirt.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vireo::virsh {

/// Gets the text of each event, without time stamp; called on the event thread.
using EventSink = std::function<void(const std::string&)>;

struct DomainEventKind {
  const char* name;
  int id;                                         ///< VIR_DOMAIN_EVENT_ID_…
  virConnectDomainEventGenericCallback callback;  ///< its opaque is an EventSink
};

/// In the order of their numbers.
const std::vector<DomainEventKind>& domain_event_kinds();
const DomainEventKind* find_domain_event(std::string_view name);

}  // namespace vireo::virsh
