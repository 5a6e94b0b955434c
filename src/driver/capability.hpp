// SPDX-License-Identifier: LGPL-2.1-or-later
// A capability is a class of virtual methods, of which a driver overrides those it has. The others go to the
// proxy the capability was made with (a remote connection has one that asks the daemon for every method);
// without a proxy they are not supported.
#pragma once

#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/error.hpp"
#include "base/task.hpp"

namespace vireo::driver {

/// Thrown without the function's name; the edge (C API or RPC session) knows it and puts it in.
[[noreturn]] inline void unsupported() { throw Error(VIR_ERR_NO_SUPPORT, VIR_FROM_NONE, ""); }

/// The types of a capability's method: what it is a member of, what it takes and returns.
template <class M>
struct Signature;
template <class C, class R, class... A>
struct Signature<Task<R> (C::*)(A...)> {
  using Class = C;
  using Result = R;
  using Arguments = std::tuple<A...>;
};

/// What tells methods apart at run time: the address of method_tag<&Lifecycle::create>.
struct MethodTag {
  char unused = 0;
};
template <auto Method>
inline constexpr MethodTag method_tag{};

class Proxy {
 public:
  /// `arguments` is the method's Signature::Arguments, to be moved from; `task`, a
  /// std::optional<Task<Result>>, is to be filled. Throws like the method itself. Implemented with a
  /// MethodTable.
  virtual void perform(const MethodTag& method, void* arguments, void* task) = 0;

 protected:
  ~Proxy() = default;
};

class Capability {
 public:
  explicit Capability(Proxy* proxy = nullptr) noexcept : proxy_(proxy) {}
  virtual ~Capability() = default;

 protected:
  /// The body of a method that a driver has not written.
  template <auto Method, class... A>
  auto other(A&... arguments) {
    using S = Signature<decltype(Method)>;
    if (!proxy_) unsupported();
    typename S::Arguments moved(std::move(arguments)...);
    std::optional<Task<typename S::Result>> task;
    proxy_->perform(method_tag<Method>, &moved, &task);
    return std::move(*task);
  }

 private:
  Proxy* proxy_;
};

/// For proxies: one function for each method they serve.
template <class Context>
class MethodTable {
 public:
  /// `function` is called as function(context, Signature::Arguments) and returns the method's task.
  template <auto Method, auto Function>
  void add() {
    using S = Signature<decltype(Method)>;
    functions_[&method_tag<Method>] = [](Context& context, void* arguments, void* task) {
      auto& typed = *static_cast<typename S::Arguments*>(arguments);
      static_cast<std::optional<Task<typename S::Result>>*>(task)->emplace(
          Function(context, std::move(typed)));
    };
  }
  void perform(Context& context, const MethodTag& method, void* arguments, void* task) const {
    const auto found = functions_.find(&method);
    if (found == functions_.end()) unsupported();
    found->second(context, arguments, task);
  }

 private:
  std::unordered_map<const MethodTag*, void (*)(Context&, void*, void*)> functions_;
};

}  // namespace vireo::driver
