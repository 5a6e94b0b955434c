// SPDX-License-Identifier: LGPL-2.1-or-later
// One row for each kind of domain event: its numbers on the wire in the form without and with a callback
// number in front. The payload is [callback,] domain, then the event's members in order.
#pragma once

#include <span>
#include <string>

#include "driver/events.hpp"
#include "rpc/packet.hpp"

namespace vireo::rpc {

struct EventKind {
  int event_id;           ///< virDomainEventID
  std::int32_t plain;     ///< procedure of the form without callback number; 0: there is none
  std::int32_t callback;  ///< procedure of the form with it
  std::string_view name;  ///< of `callback` on the wire
  bool (*encode)(Encoder&, const driver::EventPayload&);  ///< false: not an event of this kind
  driver::EventPayload (*decode)(Decoder&);
  std::string (*layout)();
};

inline constexpr int event_id_limit = 28;  ///< no kind of domain event has this number or a higher one
inline constexpr std::int32_t connection_closed = 362;  ///< CONNECT_EVENT_CONNECTION_CLOSED: int reason

std::span<const EventKind> event_kinds() noexcept;
const EventKind* find_event_kind(int event_id) noexcept;
/// By the procedure of an event packet, either form.
const EventKind* find_event_procedure(std::int32_t procedure) noexcept;

/// Appends the event, with `callback` in front in the newer form. False when it is not of this kind or the
/// kind lacks the older form.
bool append_event(Bytes& out, const EventKind& kind, std::optional<std::int32_t> callback,
                  const driver::DomainEvent& event);

struct ReceivedEvent {
  const EventKind* kind = nullptr;
  std::optional<std::int32_t> callback;
  driver::DomainEvent event;
};
/// Throws DecodeError; nullopt for an event this table does not know.
std::optional<ReceivedEvent> read_event(std::int32_t procedure, std::span<const std::byte> payload);

}  // namespace vireo::rpc
