// SPDX-License-Identifier: LGPL-2.1-or-later
// A row with its types erased: what the server's session works with. The tables live as long as the program.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "driver/connection.hpp"
#include "driver/stream.hpp"
#include "rpc/packet.hpp"
#include "rpc/row.hpp"
#include "rpc/session_calls.hpp"

namespace vireo::rpc {

struct Procedure;

/// One call in progress.
struct ServerCall {
  const Procedure* procedure = nullptr;
  Header header;
};

/// What a procedure needs of the session that runs it; it outlives the call.
class CallContext {
 public:
  virtual SessionCalls& session() = 0;
  /// Throws VIR_ERR_INTERNAL_ERROR while no connection is open.
  virtual driver::Connection& connection() = 0;
  /// Throws unless the caller may do this with these flags.
  virtual void authorize(const ServerCall& call, std::uint32_t flags) = 0;
  /// Where the reply is to be appended, now.
  virtual Bytes& output() = 0;
  /// Replies with `result` and keeps the stream going under the call's serial.
  virtual void adopt_stream(const ServerCall& call, driver::StreamPtr stream,
                            std::span<const std::byte> result) = 0;

 protected:
  ~CallContext() = default;
};

struct Procedure {
  std::int32_t number;
  std::string_view name;
  std::string_view function;
  Access access;
  Permissions permissions;
  Priority priority;
  Transfer transfer;
  /// Decodes and checks at once (throws DecodeError or Error); the task calls the driver and appends the
  /// reply.
  Task<void> (*begin)(CallContext&, const ServerCall&, std::span<const std::byte> arguments);
  std::string (*arguments)();  ///< layout, for the lock file
  std::string (*result)();
};

/// All procedures there are, by number; nullptr for one without a row.
const Procedure* find_procedure(std::int32_t number) noexcept;
/// In order of their numbers.
std::span<const Procedure* const> all_procedures() noexcept;

}  // namespace vireo::rpc
