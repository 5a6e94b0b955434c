// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/event_table.hpp"

#include <algorithm>

#include "rpc/layout.hpp"

namespace vireo::rpc {
namespace {

using namespace driver;

/// IO_ERROR is IO_ERROR_REASON without its last member.
struct IoErrorPlain {
  std::string source;
  std::string alias;
  std::int32_t action = 0;
};

template <class E>
bool encode(Encoder& out, const EventPayload& payload) {
  if constexpr (std::same_as<E, IoErrorPlain>) {
    const auto* event = std::get_if<IoErrorEvent>(&payload);
    if (event) out.put(IoErrorPlain{event->source, event->alias, event->action});
    return event;
  } else {
    const auto* event = std::get_if<E>(&payload);
    if (event) out.put(*event);
    return event;
  }
}

template <class E>
EventPayload decode(Decoder& in) {
  auto event = in.get<E>();
  if constexpr (std::same_as<E, IoErrorPlain>)
    return IoErrorEvent{std::move(event.source), std::move(event.alias), event.action, {}};
  else
    return event;
}

template <class E>
constexpr EventKind kind(int event_id, std::int32_t plain, std::int32_t callback, std::string_view name) {
  return {event_id, plain, callback, name, &encode<E>, &decode<E>, &layout<E>};
}

constexpr EventKind kinds[] = {
    kind<LifecycleEvent>(0, 107, 318, "DOMAIN_EVENT_CALLBACK_LIFECYCLE"),
    kind<RebootEvent>(1, 169, 319, "DOMAIN_EVENT_CALLBACK_REBOOT"),
    kind<RtcChangeEvent>(2, 170, 320, "DOMAIN_EVENT_CALLBACK_RTC_CHANGE"),
    kind<WatchdogEvent>(3, 171, 321, "DOMAIN_EVENT_CALLBACK_WATCHDOG"),
    kind<IoErrorPlain>(4, 172, 322, "DOMAIN_EVENT_CALLBACK_IO_ERROR"),
    kind<ControlErrorEvent>(7, 224, 325, "DOMAIN_EVENT_CALLBACK_CONTROL_ERROR"),
    kind<IoErrorEvent>(8, 195, 324, "DOMAIN_EVENT_CALLBACK_IO_ERROR_REASON"),
    kind<BalloonChangeEvent>(13, 276, 331, "DOMAIN_EVENT_CALLBACK_BALLOON_CHANGE"),
    kind<DeviceRemovedEvent>(15, 311, 333, "DOMAIN_EVENT_CALLBACK_DEVICE_REMOVED"),
    kind<AgentLifecycleEvent>(18, 0, 348, "DOMAIN_EVENT_CALLBACK_AGENT_LIFECYCLE"),
    kind<DeviceAddedEvent>(19, 0, 354, "DOMAIN_EVENT_CALLBACK_DEVICE_ADDED"),
    kind<MetadataChangeEvent>(23, 0, 379, "DOMAIN_EVENT_CALLBACK_METADATA_CHANGE"),
};

}  // namespace

std::span<const EventKind> event_kinds() noexcept { return kinds; }

const EventKind* find_event_kind(int event_id) noexcept {
  const auto* found = std::ranges::find(kinds, event_id, &EventKind::event_id);
  return found == std::end(kinds) ? nullptr : found;
}

const EventKind* find_event_procedure(std::int32_t procedure) noexcept {
  const auto* found = std::ranges::find_if(
      kinds, [procedure](const EventKind& k) { return k.callback == procedure || k.plain == procedure; });
  return procedure <= 0 || found == std::end(kinds) ? nullptr : found;
}

bool append_event(Bytes& out, const EventKind& kind, std::optional<std::int32_t> callback,
                  const DomainEvent& event) {
  Header header;
  header.procedure = callback ? kind.callback : kind.plain;
  header.type = Type::event;
  if (!header.procedure) return false;
  PacketBuilder packet(out, header);
  if (callback) packet.encoder().put(*callback);
  packet.encoder().put(event.domain);
  if (!kind.encode(packet.encoder(), event.payload)) return false;
  packet.finish();
  return true;
}

std::optional<ReceivedEvent> read_event(std::int32_t procedure, std::span<const std::byte> payload) {
  ReceivedEvent received{find_event_procedure(procedure), {}, {}};
  if (!received.kind) return std::nullopt;
  Decoder in(payload);
  if (received.kind->callback == procedure) received.callback = in.get<std::int32_t>();
  in.read(received.event.domain);
  received.event.payload = received.kind->decode(in);
  in.finish();
  return received;
}

}  // namespace vireo::rpc
