// SPDX-License-Identifier: LGPL-2.1-or-later
// One remote call from a method's row: number and types. The task blocks the calling thread, whose own loop
// it runs on.
#pragma once

#include "drivers/remote/channel.hpp"
#include "rpc/row.hpp"

namespace vireo::remote {

/// The result of a reply's payload; throws VIR_ERR_RPC when it is not one.
template <class R>
R decode_result(std::span<const std::byte> payload) {
  try {
    rpc::Decoder in(payload);
    if constexpr (std::same_as<R, void>) {
      in.finish();
    } else {
      R result = in.get<R>();
      in.finish();
      return result;
    }
  } catch (const rpc::DecodeError&) {
    throw Error(VIR_ERR_RPC, VIR_FROM_RPC, "Unable to decode message payload");
  }
}

template <class R, class... A>
Task<R> call_remote(Channel& channel, std::int32_t procedure, std::tuple<A...> arguments) {
  const rpc::Bytes payload = channel.call(procedure, [&arguments](rpc::Encoder& out) {
    std::apply([&out](const A&... argument) { (out.put(argument), ...); }, arguments);
  });
  co_return decode_result<R>(payload);
}

template <auto Method>
Task<typename driver::Signature<decltype(Method)>::Result> call_row(
    Channel& channel, typename driver::Signature<decltype(Method)>::Arguments arguments) {
  using Result = typename driver::Signature<decltype(Method)>::Result;
  return call_remote<Result>(channel, rpc::row_of<Method>().number, std::move(arguments));
}

/// What the capabilities of a remote connection do: each method asks the daemon.
using RemoteMethods = driver::MethodTable<Channel>;

}  // namespace vireo::remote
