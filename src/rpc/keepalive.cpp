// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/keepalive.hpp"

namespace vireo::rpc {

void Keepalive::start(int interval, unsigned count, Deadline now) noexcept {
  interval_ = std::chrono::seconds(interval > 0 ? interval : 0);
  count_ = count;
  heard(now);
}

void Keepalive::heard(Deadline now) noexcept {
  last_ = now;
  unanswered_ = 0;
}

std::optional<Deadline> Keepalive::next() const noexcept {
  if (!running()) return std::nullopt;
  return last_ + interval_;
}

Keepalive::Action Keepalive::tick(Deadline now) noexcept {
  if (!running() || now < last_ + interval_) return Action::none;
  if (unanswered_ >= count_) return Action::dead;
  ++unanswered_;
  last_ = now;
  return Action::ping;
}

void append_keepalive(Bytes& out, KeepaliveProcedure procedure) {
  Header header;
  header.program = keepalive_program;
  header.procedure = static_cast<std::int32_t>(procedure);
  header.type = Type::event;
  append_packet(out, header);
}

}  // namespace vireo::rpc
