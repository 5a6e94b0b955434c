// SPDX-License-Identifier: LGPL-2.1-or-later
// The command `event`: waits for domain events and prints them.
#include <atomic>
#include <chrono>
#include <memory>

#include "virsh/commands.hpp"
#include "virsh/domain_events.hpp"
#include "virsh/event_loop.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/text.hpp"

namespace vireo::virsh {
namespace {

long long now_milliseconds() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// The registrations of one command. The library owns a share of the sink until it has let go of it.
class Listener {
 public:
  Listener(virConnectPtr connection, virDomainPtr domain) : connection_(connection), domain_(domain) {}
  ~Listener() {
    for (int id : ids_) virConnectDomainEventDeregisterAny(connection_, id);
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  void add(const DomainEventKind& kind, const EventSink& sink) {
    auto* owned = new EventSink(sink);
    int id = virConnectDomainEventRegisterAny(connection_, domain_, kind.id, kind.callback, owned,
                                              [](void* opaque) { delete static_cast<EventSink*>(opaque); });
    if (id < 0) {
      delete owned;
      throw Failure();
    }
    ids_.push_back(id);
  }
  bool empty() const { return ids_.empty(); }

 private:
  virConnectPtr connection_;
  virDomainPtr domain_;
  std::vector<int> ids_;
};

struct Progress {
  std::atomic<int> count = 0;
};

void listen(Shell& shell, Listener& listener, const Arguments& arguments, const DomainEventKind* only,
            const EventSink& sink) {
  for (const DomainEventKind& kind : domain_event_kinds()) {
    if (only && &kind != only) continue;
    try {
      listener.add(kind, sink);
    } catch (const Failure&) {
      // With --all, kinds this driver does not have are left out.
      if (!arguments.has("all")) throw;
      shell.forget_library_error();
    }
  }
  if (listener.empty()) throw Failure();
}

void event(Shell& shell, const Arguments& arguments) {
  if (arguments.has("list")) {
    for (const DomainEventKind& kind : domain_event_kinds()) shell.print("{}\n", kind.name);
    return;
  }
  arguments.exclusive("all", "event");
  auto name = arguments.text("event");
  if (!name && !arguments.has("all")) throw Failure("one of --list, --all, or --event <type> is required");
  const DomainEventKind* only = name ? find_domain_event(*name) : nullptr;
  if (name && !only) throw failure("unknown event type {}", *name);
  auto timeout = arguments.timeout();
  Domain domain;
  if (arguments.has("domain")) domain = domain_of(shell, arguments);

  auto progress = std::make_shared<Progress>();
  EventWait wait;
  bool loop = arguments.has("loop"), stamp = arguments.has("timestamp");
  EventSink sink = [&shell, &wait, progress, loop, stamp](const std::string& text) {
    if (!loop && progress->count > 0) return;
    ++progress->count;
    shell.write(stamp ? fmt::format("{}: {}", utc_stamp(now_milliseconds()), text) : text);
    if (!loop) wait.done();
  };
  Listener listener(shell.connection(), domain.get());
  listen(shell, listener, arguments, only, sink);
  EventWait::End end = wait.wait(timeout.value_or(0));
  if (end == EventWait::End::interrupted) shell.print("event loop interrupted\n");
  if (end == EventWait::End::timed_out) shell.print("event loop timed out\n");
  shell.print("events received: {}\n", progress->count.load());
  if (progress->count == 0 || end == EventWait::End::lost) throw Failure().alone();
}

std::vector<std::string> complete_events(Shell&, const Arguments&) {
  std::vector<std::string> names;
  for (const DomainEventKind& kind : domain_event_kinds()) names.emplace_back(kind.name);
  return names;
}

}  // namespace

Group event_commands() {
  Group group{"Domain Events", "events", {}};
  group.commands = {
      {"event",
       "wait for domain events",
       "Lists the kinds of events, or waits for events and prints them.",
       {domain_filter_option(), text("event", "only this kind").completes(complete_events),
        flag("all", "every kind"), flag("loop", "go on after the first, until timeout or Ctrl-C"),
        number("timeout", "wait at most so many seconds"), flag("list", "list the kinds"),
        flag("timestamp", "with the time of each")},
       event},
  };
  return group;
}

}  // namespace vireo::virsh
