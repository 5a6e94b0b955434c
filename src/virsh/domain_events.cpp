// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/domain_events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "virsh/states.hpp"
#include "virsh/typed_parameter.hpp"

namespace vireo::virsh {
namespace {

void emit(void* sink, const std::string& text) { (*static_cast<EventSink*>(sink))(text); }

const char* pick(std::initializer_list<const char*> names, int index) {
  return index >= 0 && index < static_cast<int>(names.size()) ? names.begin()[index] : "unknown";
}

const char* text_or_null(const char* text) { return text ? text : "<null>"; }
const char* text_or_empty(const char* text) { return text ? text : ""; }

std::string head(const char* event, virDomainPtr domain) {
  return fmt::format("event '{}' for domain '{}'", event, virDomainGetName(domain));
}

template <int id>
void generic(virConnectPtr, virDomainPtr domain, void* sink) {
  emit(sink, head(domain_event_kinds()[id].name, domain) + "\n");
}

int lifecycle(virConnectPtr, virDomainPtr domain, int event, int detail, void* sink) {
  emit(sink, fmt::format("{}: {} {}\n", head("lifecycle", domain), lifecycle_event_name(event),
                         lifecycle_detail_name(event, detail)));
  return 0;
}

void rtc_change(virConnectPtr, virDomainPtr domain, long long offset, void* sink) {
  emit(sink, fmt::format("{}: {}\n", head("rtc-change", domain), offset));
}

void watchdog(virConnectPtr, virDomainPtr domain, int action, void* sink) {
  const char* name = pick({"none", "pause", "reset", "poweroff", "shutdown", "debug", "inject-nmi"}, action);
  emit(sink, fmt::format("{}: {}\n", head("watchdog", domain), name));
}

const char* io_action(int action) { return pick({"none", "pause", "report"}, action); }

void io_error(virConnectPtr, virDomainPtr domain, const char* source, const char* alias, int action,
              void* sink) {
  emit(sink, fmt::format("{}: {} ({}) {}\n", head("io-error", domain), text_or_empty(source),
                         text_or_empty(alias), io_action(action)));
}

void io_error_reason(virConnectPtr, virDomainPtr domain, const char* source, const char* alias, int action,
                     const char* reason, void* sink) {
  emit(sink, fmt::format("{}: {} ({}) {} due to {}\n", head("io-error-reason", domain), text_or_empty(source),
                         text_or_empty(alias), io_action(action), text_or_empty(reason)));
}

void graphics(virConnectPtr, virDomainPtr domain, int phase, const virDomainEventGraphicsAddress* local,
              const virDomainEventGraphicsAddress* remote, const char* scheme,
              const virDomainEventGraphicsSubject* subject, void* sink) {
  auto address = [](const virDomainEventGraphicsAddress* a) {
    return fmt::format("{} {} {}", pick({"IPv4", "IPv6", "unix"}, a->family), text_or_empty(a->node),
                       text_or_empty(a->service));
  };
  std::string text = fmt::format("{}: {} local[{}] remote[{}] {}\n", head("graphics", domain),
                                 pick({"connect", "initialize", "disconnect"}, phase), address(local),
                                 address(remote), text_or_empty(scheme));
  for (int i = 0; subject && i < subject->nidentity; ++i) {
    text += fmt::format("\t{}={}\n", subject->identities[i].type, subject->identities[i].name);
  }
  emit(sink, text);
}

template <int id>
void block_job(virConnectPtr, virDomainPtr domain, const char* disk, int type, int status, void* sink) {
  const char* job =
      pick({"Unknown", "Block Pull", "Block Copy", "Block Commit", "Active Block Commit", "Backup"}, type);
  const char* state = pick({"completed", "failed", "canceled", "ready"}, status);
  emit(sink, fmt::format("{}: {} for {} {}\n", head(domain_event_kinds()[id].name, domain), job,
                         text_or_empty(disk), state));
}

void disk_change(virConnectPtr, virDomainPtr domain, const char* before, const char* after, const char* alias,
                 int reason, void* sink) {
  emit(sink, fmt::format("event 'disk-change' for domain '{}' disk {}: {} -> {}: {}\n",
                         virDomainGetName(domain), text_or_empty(alias), text_or_empty(before),
                         text_or_empty(after), pick({"changed", "dropped"}, reason)));
}

void tray_change(virConnectPtr, virDomainPtr domain, const char* alias, int reason, void* sink) {
  emit(sink, fmt::format("event 'tray-change' for domain '{}' disk {}: {}\n", virDomainGetName(domain),
                         text_or_empty(alias), pick({"opened", "closed"}, reason)));
}

template <int id>
void power(virConnectPtr, virDomainPtr domain, int, void* sink) {
  emit(sink, head(domain_event_kinds()[id].name, domain) + "\n");
}

void balloon_change(virConnectPtr, virDomainPtr domain, unsigned long long actual, void* sink) {
  emit(sink, fmt::format("{}: {}KiB\n", head("balloon-change", domain), actual));
}

template <int id>
void device(virConnectPtr, virDomainPtr domain, const char* alias, void* sink) {
  emit(sink, fmt::format("{}: {}\n", head(domain_event_kinds()[id].name, domain), text_or_empty(alias)));
}

std::string parameter_lines(virTypedParameterPtr parameters, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += fmt::format("\t{}: {}\n", parameters[i].field, parameter_text(parameters[i]));
  }
  return text;
}

void tunable(virConnectPtr, virDomainPtr domain, virTypedParameterPtr parameters, int count, void* sink) {
  emit(sink, head("tunable", domain) + ":\n" + parameter_lines(parameters, count));
}

void job_completed(virConnectPtr, virDomainPtr domain, virTypedParameterPtr parameters, int count,
                   void* sink) {
  emit(sink, head("job-completed", domain) + ":\n" + parameter_lines(parameters, count));
}

void agent_lifecycle(virConnectPtr, virDomainPtr domain, int state, int reason, void* sink) {
  emit(sink, fmt::format("{}: state: '{}' reason: '{}'\n", head("agent-lifecycle", domain),
                         pick({"unknown", "connected", "disconnected"}, state),
                         pick({"unknown", "domain started", "channel event"}, reason)));
}

void migration_iteration(virConnectPtr, virDomainPtr domain, int iteration, void* sink) {
  emit(sink, fmt::format("{}: iteration: '{}'\n", head("migration-iteration", domain), iteration));
}

void metadata_change(virConnectPtr, virDomainPtr domain, int type, const char* uri, void* sink) {
  emit(sink, fmt::format("{}: type {}, uri {}\n", head("metadata-change", domain),
                         pick({"description", "title", "element"}, type), text_or_null(uri)));
}

void block_threshold(virConnectPtr, virDomainPtr domain, const char* disk, const char* path,
                     unsigned long long threshold, unsigned long long excess, void* sink) {
  emit(sink, fmt::format("{}: dev: {}({}) {} {}\n", head("block-threshold", domain), text_or_empty(disk),
                         text_or_null(path), threshold, excess));
}

void memory_failure(virConnectPtr, virDomainPtr domain, int recipient, int action, unsigned flags,
                    void* sink) {
  emit(sink, fmt::format("{}:\nrecipient: {}\naction: {}\nflags:\n\taction required: {}\n\trecursive: {}\n",
                         head("memory-failure", domain), pick({"hypervisor", "guest"}, recipient),
                         pick({"ignore", "inject", "fatal", "reset"}, action),
                         (flags & VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED) ? 1 : 0,
                         (flags & VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE) ? 1 : 0));
}

void memory_device_size_change(virConnectPtr, virDomainPtr domain, const char* alias, unsigned long long size,
                               void* sink) {
  emit(sink, fmt::format("{}:\nalias: {}\nsize: {}\n", head("memory-device-size-change", domain),
                         text_or_empty(alias), size));
}

// The library's one type for callbacks of every kind; through a plain function pointer, as compilers want it.
template <class Function>
virConnectDomainEventGenericCallback any_kind(Function* function) {
  return reinterpret_cast<virConnectDomainEventGenericCallback>(reinterpret_cast<void (*)()>(function));
}

#define KIND(name, ID, function) \
  { name, VIR_DOMAIN_EVENT_ID_##ID, any_kind(function) }

}  // namespace

const std::vector<DomainEventKind>& domain_event_kinds() {
  static const std::vector<DomainEventKind> kinds = {
      KIND("lifecycle", LIFECYCLE, lifecycle),
      KIND("reboot", REBOOT, generic<VIR_DOMAIN_EVENT_ID_REBOOT>),
      KIND("rtc-change", RTC_CHANGE, rtc_change),
      KIND("watchdog", WATCHDOG, watchdog),
      KIND("io-error", IO_ERROR, io_error),
      KIND("graphics", GRAPHICS, graphics),
      KIND("io-error-reason", IO_ERROR_REASON, io_error_reason),
      KIND("control-error", CONTROL_ERROR, generic<VIR_DOMAIN_EVENT_ID_CONTROL_ERROR>),
      KIND("block-job", BLOCK_JOB, block_job<VIR_DOMAIN_EVENT_ID_BLOCK_JOB>),
      KIND("disk-change", DISK_CHANGE, disk_change),
      KIND("tray-change", TRAY_CHANGE, tray_change),
      KIND("pm-wakeup", PMWAKEUP, power<VIR_DOMAIN_EVENT_ID_PMWAKEUP>),
      KIND("pm-suspend", PMSUSPEND, power<VIR_DOMAIN_EVENT_ID_PMSUSPEND>),
      KIND("balloon-change", BALLOON_CHANGE, balloon_change),
      KIND("pm-suspend-disk", PMSUSPEND_DISK, power<VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK>),
      KIND("device-removed", DEVICE_REMOVED, device<VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED>),
      KIND("block-job-2", BLOCK_JOB_2, block_job<VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2>),
      KIND("tunable", TUNABLE, tunable),
      KIND("agent-lifecycle", AGENT_LIFECYCLE, agent_lifecycle),
      KIND("device-added", DEVICE_ADDED, device<VIR_DOMAIN_EVENT_ID_DEVICE_ADDED>),
      KIND("migration-iteration", MIGRATION_ITERATION, migration_iteration),
      KIND("job-completed", JOB_COMPLETED, job_completed),
      KIND("device-removal-failed", DEVICE_REMOVAL_FAILED, device<VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED>),
      KIND("metadata-change", METADATA_CHANGE, metadata_change),
      KIND("block-threshold", BLOCK_THRESHOLD, block_threshold),
      KIND("memory-failure", MEMORY_FAILURE, memory_failure),
      KIND("memory-device-size-change", MEMORY_DEVICE_SIZE_CHANGE, memory_device_size_change),
  };
  return kinds;
}

#undef KIND

const DomainEventKind* find_domain_event(std::string_view name) {
  for (const DomainEventKind& kind : domain_event_kinds()) {
    if (name == kind.name) return &kind;
  }
  return nullptr;
}

}  // namespace vireo::virsh
