// SPDX-License-Identifier: LGPL-2.1-or-later
// For tests of both ends: a driver connection that records every call (method and arguments as XDR) and
// answers with a value made of the result's type.
#pragma once

#include "driver/all_capabilities.hpp"
#include "driver/event_hub.hpp"
#include "rpc/rows.hpp"
#include "rpc/samples.hpp"

namespace vireo::rpc {

struct RecordedCall {
  std::string_view name;  ///< of the procedure
  Bytes arguments;
  bool operator==(const RecordedCall&) const = default;
};

/// What recording connections share with their test.
struct Recorder {
  std::vector<RecordedCall> calls;
  driver::EventHub hub;
  std::function<driver::StreamPtr()> stream;
  driver::CloseHandler close_handler;
  AsyncEvent* gate = nullptr;  ///< when set, calls wait here before they end
  int open = 0;                ///< connections that exist
};

class RecordingConnection final : public driver::Connection, private driver::Proxy {
 public:
  RecordingConnection(Loop& loop, Recorder& recorder)
      : loop_(loop), recorder_(recorder), events_(recorder.hub) {
    all_.each([this](auto& capability) { offer(capability); });
    offer<driver::Events>(events_);
    ++recorder_.open;
  }
  ~RecordingConnection() override { --recorder_.open; }

  Loop& loop() noexcept override { return loop_; }
  Task<std::int32_t> supports_feature(std::int32_t feature) override { co_return feature == 6; }
  void on_close(driver::CloseHandler handler) override { recorder_.close_handler = std::move(handler); }

 private:
  using Methods = driver::MethodTable<Recorder>;

  /// One coroutine for each type of result: one for each method takes a minute to compile.
  template <class Result>
  static Task<Result> answer(Recorder& recorder) {
    if (recorder.gate) co_await recorder.gate->wait(no_deadline);
    if constexpr (std::same_as<Result, driver::StreamPtr>)
      co_return recorder.stream();
    else if constexpr (driver::opens_stream<Result>)
      co_return Result{recorder.stream(), sample<decltype(Result::value)>()};
    else if constexpr (!std::same_as<Result, void>)
      co_return sample<Result>();
  }
  template <auto Method>
  static auto record(Recorder& recorder, typename driver::Signature<decltype(Method)>::Arguments arguments) {
    const auto encode = [](const auto&... argument) { return encoded(argument...); };
    recorder.calls.push_back({row_of<Method>().name, std::apply(encode, arguments)});
    return answer<typename driver::Signature<decltype(Method)>::Result>(recorder);
  }

  static const Methods& methods() {
    static const Methods table = [] {
      Methods made;
      each_driver_row([&made]<auto Method>(const Row<Method>&) { made.add<Method, &record<Method>>(); });
      return made;
    }();
    return table;
  }

  void perform(const driver::MethodTag& method, void* arguments, void* task) override {
    methods().perform(recorder_, method, arguments, task);
  }

  Loop& loop_;
  Recorder& recorder_;
  driver::AllCapabilities all_{*this};
  driver::ConnectionEvents events_;
};

}  // namespace vireo::rpc
