// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/qmp.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/error.hpp"

namespace vireo::qemu::qmp {
namespace {

namespace json = boost::json;

/// Number of the negotiation command, never given to others.
constexpr std::uint64_t negotiation = 0;

[[noreturn]] void garbage(std::string_view what, std::string_view text) {
  throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "QEMU monitor: {}: '{}'", what, text.substr(0, 120));
}

std::string string_member(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t number_member(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value && value->is_int64() ? value->get_int64() : 0;
}

std::string request(std::uint64_t id, const Command& command) {
  json::object object;
  object["execute"] = command.name;
  if (!command.arguments.empty()) object["arguments"] = command.arguments;
  object["id"] = id;
  return json::serialize(object) + "\r\n";
}

}  // namespace

Machine::Machine(std::size_t max_line) : max_line_(max_line) {
  output_ = request(negotiation, {.name = "qmp_capabilities", .arguments = {}});
  pending_.insert(negotiation);
}

std::uint64_t Machine::issue(const Command& command) {
  std::uint64_t id = next_id_++;
  output_ += request(id, command);
  pending_.insert(id);
  return id;
}

std::string Machine::take_output() { return std::exchange(output_, {}); }

void Machine::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    std::size_t end = bytes.find('\n');
    std::string_view part = bytes.substr(0, end);
    if (input_.size() + part.size() > max_line_)
      throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "QEMU monitor: line of more than {} bytes",
                  max_line_);
    input_ += part;
    if (end == std::string_view::npos) return;
    bytes.remove_prefix(end + 1);
    std::string text = std::exchange(input_, {});
    line(text);
  }
}

void Machine::line(std::string_view text) {
  if (text.ends_with('\r')) text.remove_suffix(1);
  if (text.empty()) return;
  boost::system::error_code failed;
  json::parse_options options;
  options.max_depth = 64;
  json::value value = json::parse(text, failed, {}, options);
  if (failed || !value.is_object()) garbage("not a JSON object", text);
  json::object& object = value.get_object();
  if (!greeted_) {
    if (!object.contains("QMP")) garbage("expected a greeting", text);
    return greeting(object);
  }
  if (object.contains("event")) return event(object);
  if (object.contains("return") || object.contains("error")) return reply(object);
  garbage("neither reply nor event", text);
}

void Machine::greeting(const json::object& object) {
  auto member = [&object](const json::object& of, std::string_view key) -> const json::object& {
    const json::value* value = of.if_contains(key);
    if (!value || !value->is_object()) garbage("malformed greeting", json::serialize(object));
    return value->get_object();
  };
  const json::object& version = member(member(object, "QMP"), "version");
  const json::object& qemu = member(version, "qemu");
  messages_.push_back(Greeting{.major = static_cast<int>(number_member(qemu, "major")),
                               .minor = static_cast<int>(number_member(qemu, "minor")),
                               .micro = static_cast<int>(number_member(qemu, "micro")),
                               .package = string_member(version, "package")});
  greeted_ = true;
}

void Machine::reply(json::object& object) {
  const json::value* number = object.if_contains("id");
  std::optional<Failure> failure;
  if (const json::value* error = object.if_contains("error")) {
    if (!error->is_object()) garbage("malformed error", json::serialize(object));
    failure =
        Failure{string_member(error->get_object(), "class"), string_member(error->get_object(), "desc")};
  }
  if (!number || !number->is_int64()) {
    // QEMU answers without a number only when it could not parse what we sent.
    garbage(failure ? failure->description : "reply without a number", json::serialize(object));
  }
  auto id = static_cast<std::uint64_t>(number->get_int64());
  if (forgotten_.erase(id)) return;
  if (!pending_.erase(id)) garbage("reply to nothing", json::serialize(object));
  if (id == negotiation) {
    if (failure) garbage("negotiation refused", failure->description);
    ready_ = true;
    return;
  }
  Reply reply{.id = id, .result = {}, .failure = std::move(failure)};
  if (json::value* result = object.if_contains("return")) reply.result = std::move(*result);
  messages_.push_back(std::move(reply));
}

void Machine::event(json::object& object) {
  Event event{.name = string_member(object, "event"), .data = {}};
  if (event.name.empty()) garbage("event without a name", json::serialize(object));
  if (json::value* data = object.if_contains("data"); data && data->is_object())
    event.data = std::move(data->get_object());
  if (const json::value* time = object.if_contains("timestamp"); time && time->is_object()) {
    event.seconds = number_member(time->get_object(), "seconds");
    event.microseconds = number_member(time->get_object(), "microseconds");
  }
  messages_.push_back(std::move(event));
}

std::optional<Message> Machine::next() {
  if (messages_.empty()) return std::nullopt;
  Message message = std::move(messages_.front());
  messages_.pop_front();
  return message;
}

void Machine::forget(std::uint64_t id) {
  if (pending_.erase(id)) {
    forgotten_.insert(id);
    return;
  }
  std::erase_if(messages_, [id](const Message& message) {
    const Reply* reply = std::get_if<Reply>(&message);
    return reply && reply->id == id;
  });
}

}  // namespace vireo::qemu::qmp
