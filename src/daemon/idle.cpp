// SPDX-License-Identifier: LGPL-2.1-or-later
#include "daemon/idle.hpp"

namespace vireo::daemon {

void Idle::set(bool busy) {
  if (waiting_ == !busy) return;
  waiting_ = !busy;
  if (busy) {
    timer_.cancel();
    return;
  }
  timer_.expires_after(patience_);
  timer_.async_wait([this](boost::system::error_code error) {
    if (!error && waiting_) handler_();
  });
}

}  // namespace vireo::daemon
