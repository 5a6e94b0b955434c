// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/error_state.hpp"

#include <cstdlib>
#include <cstring>
#include <mutex>

#include "api/connect.hpp"

namespace vireo::api {

namespace {

struct GlobalHandler {
  std::mutex mutex;
  virErrorFunc function = nullptr;
  void* data = nullptr;
};

GlobalHandler& global_handler() {
  static auto* handler = new GlobalHandler;  // outlives every thread
  return *handler;
}

char* duplicate(const std::optional<std::string>& text) noexcept {
  return text ? ::strdup(text->c_str()) : nullptr;
}
char* duplicate(const char* text) noexcept { return text ? ::strdup(text) : nullptr; }

const char* level_name(virErrorLevel level) {
  switch (level) {
    case VIR_ERR_WARNING:
      return "warning";
    case VIR_ERR_ERROR:
      return "error";
    default:
      return "";
  }
}

}  // namespace

void ErrorSlot::clear() noexcept {
  for (char* text : {error_.message, error_.str1, error_.str2, error_.str3}) std::free(text);
  error_ = virError{};
}

void ErrorSlot::set(const ErrorData& data) noexcept {
  clear();
  error_.code = data.code;
  error_.domain = data.domain;
  error_.level = static_cast<virErrorLevel>(data.level);
  error_.message = ::strdup(data.message.c_str());
  error_.str1 = duplicate(data.str1);
  error_.str2 = duplicate(data.str2);
  error_.str3 = duplicate(data.str3);
  error_.int1 = data.int1;
  error_.int2 = data.int2;
}

void ErrorSlot::set(const virError& other) noexcept {
  if (&other == &error_) return;
  clear();
  copy_error(other, error_);
}

bool copy_error(const virError& from, virError& to) noexcept {
  to = virError{};
  to.code = from.code;
  to.domain = from.domain;
  to.level = from.level;
  to.int1 = from.int1;
  to.int2 = from.int2;
  to.message = duplicate(from.message);
  to.str1 = duplicate(from.str1);
  to.str2 = duplicate(from.str2);
  to.str3 = duplicate(from.str3);
  return !from.message || to.message;
}

ErrorSlot& last_error() noexcept {
  thread_local ErrorSlot slot;
  return slot;
}

void report(const ErrorData& data, virConnectPtr connection) noexcept {
  auto& last = last_error();
  last.set(data);
  virErrorFunc function = nullptr;
  void* user_data = nullptr;
  if (connection) {
    std::lock_guard lock(connection->error.mutex);
    connection->error.last.set(last.get());
    function = connection->error.function;
    user_data = connection->error.data;
  }
  if (!function) {
    std::lock_guard lock(global_handler().mutex);
    function = global_handler().function;
    user_data = global_handler().data;
  }
  if (function) return function(user_data, &last.get());
  virDefaultErrorFunc(&last.get());
}

std::string describe(const virError& error) {
  std::string_view text = error.message ? error.message : "No error message provided";
  if (text.ends_with('\n')) text.remove_suffix(1);
  return fmt::format("libvirt: {} {} : {}", error_domain_name(error.domain), level_name(error.level), text);
}

Error bad_argument(const char* function, const char* argument, std::string text) {
  return Error(ErrorData{.code = VIR_ERR_INVALID_ARG,
                         .domain = VIR_FROM_DOMAIN,
                         .message = std::move(text),
                         .str1 = function,
                         .str2 = argument,
                         .str3 = std::nullopt,
                         .int1 = 0,
                         .int2 = 0});
}

}  // namespace vireo::api

using namespace vireo::api;

extern "C" {

void virSetErrorFunc(void* userData, virErrorFunc handler) {
  std::lock_guard lock(global_handler().mutex);
  global_handler().function = handler;
  global_handler().data = userData;
}

void virConnSetErrorFunc(virConnectPtr conn, void* userData, virErrorFunc handler) {
  if (!_virConnect::valid(conn)) return;
  std::lock_guard lock(conn->error.mutex);
  conn->error.function = handler;
  conn->error.data = userData;
}

void virDefaultErrorFunc(virErrorPtr err) {
  if (!err || err->code == VIR_ERR_OK) return;
  std::fprintf(stderr, "%s\n", describe(*err).c_str());
}
}
