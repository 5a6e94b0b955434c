// SPDX-License-Identifier: LGPL-2.1-or-later
// A completion handler for co_spawn with a cancellation slot. Unlike bind_cancellation_slot it has no
// executor of its own, so Asio 1.81 passes a signal on at once; else it would queue it with a pointer that
// may dangle.
#pragma once

#include <boost/asio/cancellation_signal.hpp>
#include <exception>
#include <utility>

namespace vireo::detail {

template <class F>
class Cancellable {
 public:
  using cancellation_slot_type = boost::asio::cancellation_slot;
  Cancellable(boost::asio::cancellation_slot slot, F f) : slot_(slot), f_(std::move(f)) {}
  cancellation_slot_type get_cancellation_slot() const noexcept { return slot_; }
  void operator()(std::exception_ptr error) { f_(error); }

 private:
  boost::asio::cancellation_slot slot_;
  F f_;
};

}  // namespace vireo::detail
