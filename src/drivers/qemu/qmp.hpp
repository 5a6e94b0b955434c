// SPDX-License-Identifier: LGPL-2.1-or-later
// QMP as a machine without a socket: bytes in, messages out. It knows greeting, capability negotiation,
// command numbers and which reply belongs to which command; it owns nothing outside itself.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>

namespace vireo::qemu::qmp {

struct Command {
  std::string_view name;
  boost::json::object arguments;
};

/// What QEMU says of itself in the first line.
struct Greeting {
  int major = 0, minor = 0, micro = 0;
  std::string package;
};

/// A command's failure as QEMU reports it.
struct Failure {
  std::string error_class;
  std::string description;
};

struct Reply {
  std::uint64_t id = 0;
  boost::json::value result;       ///< when there is no failure
  std::optional<Failure> failure;  ///< set when the command failed
};

struct Event {
  std::string name;
  boost::json::object data;
  std::int64_t seconds = 0,
               microseconds = 0;  ///< when it happened, by QEMU's clock; -1 when it does not know
};

using Message = std::variant<Greeting, Reply, Event>;

class Machine {
 public:
  /// A line longer than `max_line` bytes ends the connection.
  explicit Machine(std::size_t max_line = 16 * 1024 * 1024);

  /// Numbers the command and adds its text to the output. Commands may be issued at once, also before the
  /// greeting: QEMU reads them in order, after the negotiation that the machine itself puts first.
  std::uint64_t issue(const Command& command);

  /// Bytes that must be written to QEMU; the caller takes them over.
  std::string take_output();

  /// Consumes what was read. Throws VIR_ERR_INTERNAL_ERROR on anything that is not QMP: no JSON object in a
  /// line, an unknown reply number, a greeting at the wrong time, a line over the budget. After that the
  /// machine must not be used any more.
  void feed(std::string_view bytes);

  /// The next message, in the order of arrival.
  std::optional<Message> next();

  /// A reply to this command is no longer wanted (its caller gave up); it is dropped when it comes.
  void forget(std::uint64_t id);

  bool ready() const noexcept { return ready_; }  ///< negotiation is done

 private:
  void line(std::string_view text);
  void greeting(const boost::json::object& object);
  void reply(boost::json::object& object);
  void event(boost::json::object& object);

  std::size_t max_line_;
  std::string input_;
  std::string output_;
  std::deque<Message> messages_;
  std::set<std::uint64_t> pending_;
  std::set<std::uint64_t> forgotten_;
  std::uint64_t next_id_ = 1;
  bool greeted_ = false;
  bool ready_ = false;
};

}  // namespace vireo::qemu::qmp
