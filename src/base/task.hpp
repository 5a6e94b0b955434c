// SPDX-License-Identifier: LGPL-2.1-or-later
// Coroutine vocabulary: every driver operation is a Task. Rules: no capturing lambda coroutines, parameters
// by value or owned by somebody who outlives the task, every wait with a deadline, no blocking call on the
// loop.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace vireo {

using LoopExecutor = boost::asio::io_context::executor_type;

/// A lazily started coroutine bound to one Loop.
template <class T = void>
using Task = boost::asio::awaitable<T, LoopExecutor>;

/// Completion token for Asio operations inside a Task: co_await timer.async_wait(use_task).
inline constexpr boost::asio::use_awaitable_t<LoopExecutor> use_task;

}  // namespace vireo
