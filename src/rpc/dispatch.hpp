// SPDX-License-Identifier: LGPL-2.1-or-later
// Makes server procedures of rows. Included only by the tables' .cpp files: one coroutine for each signature.
#pragma once

#include <tuple>

#include "driver/stream.hpp"
#include "rpc/layout.hpp"
#include "rpc/procedure.hpp"

namespace vireo::rpc {

inline Header reply_header(const Header& call) {
  Header header = call;
  header.type = Type::reply;
  header.status = Status::ok;
  return header;
}

template <class C>
C& call_target(CallContext& context) {
  if constexpr (std::same_as<C, SessionCalls>)
    return context.session();
  else
    return context.connection().get<C>();
}

template <class C, class R, class... A>
Task<void> perform(Task<R> (C::*method)(A...), CallContext& context, ServerCall call, C& target,
                   std::tuple<A...> arguments) {
  auto start = [&](A&... argument) { return (target.*method)(std::move(argument)...); };
  if constexpr (std::same_as<R, void>) {
    co_await std::apply(start, arguments);
    append_packet(context.output(), reply_header(call.header));
  } else if constexpr (std::same_as<R, driver::StreamPtr>) {
    driver::StreamPtr stream = co_await std::apply(start, arguments);
    context.adopt_stream(call, std::move(stream), {});
  } else if constexpr (driver::opens_stream<R>) {
    R result = co_await std::apply(start, arguments);
    Bytes value;
    Encoder(value).put(result.value);
    context.adopt_stream(call, std::move(result.stream), value);
  } else {
    const R result = co_await std::apply(start, arguments);
    PacketBuilder reply(context.output(), reply_header(call.header));
    reply.encoder().put(result);
    reply.finish();
  }
}

template <class C, class R, class... A>
Task<void> begin_call(Task<R> (C::*method)(A...), CallContext& context, const ServerCall& call,
                      std::span<const std::byte> bytes) {
  std::tuple<A...> arguments;
  Decoder in(bytes);
  std::apply([&in](A&... argument) { (in.read(argument), ...); }, arguments);
  in.finish();
  std::uint32_t flags = 0;  // where there are flags, they are the last argument
  if constexpr (sizeof...(A) > 0) {
    constexpr std::size_t last = sizeof...(A) - 1;
    if constexpr (std::same_as<std::tuple_element_t<last, std::tuple<A...>>, std::uint32_t>)
      flags = std::get<last>(arguments);
  }
  context.authorize(call, flags);
  return perform(method, context, call, call_target<C>(context), std::move(arguments));
}

template <class... A>
std::string layout_of_arguments() {
  std::string text;
  ((text += (text.empty() ? "" : " ") + layout<A>()), ...);
  return text;
}

template <class R>
std::string layout_of_result() {
  if constexpr (std::same_as<R, void> || std::same_as<R, driver::StreamPtr>)
    return "";
  else if constexpr (driver::opens_stream<R>)
    return layout<decltype(R::value)>();
  else {
    const std::string text = layout<R>();
    return text.starts_with('{') && text.ends_with('}') ? text.substr(1, text.size() - 2) : text;
  }
}

template <class C, class R, class... A>
constexpr Procedure make_procedure_of(Task<R> (C::*)(A...), auto begin, const auto& row) {
  return {row.number,          row.name,        row.function,
          row.access,          row.permissions, row.priority,
          row.transfer,        begin,           &layout_of_arguments<A...>,
          &layout_of_result<R>};
}

template <auto Method>
constexpr Procedure make_procedure(const Row<Method>& row) {
  constexpr auto begin = [](CallContext& context, const ServerCall& call, std::span<const std::byte> bytes) {
    return begin_call(Method, context, call, bytes);
  };
  return make_procedure_of(Method, +begin, row);
}

template <auto... Methods>
constexpr std::array<Procedure, sizeof...(Methods)> make_procedures(const Rows<Methods...>& rows) {
  return {make_procedure(rows.template row<Methods>())...};
}

}  // namespace vireo::rpc
