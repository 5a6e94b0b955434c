// SPDX-License-Identifier: LGPL-2.1-or-later
// The edge of the library. Every public function is `return call(handle, Access::…, what)`: call() resets the
// last error, checks the handle and that a changing function does not come through a read-only connection,
// does `what`, turns its result into C's and what it throws into the thread's last error, reported once.
#pragma once

#include <cstdlib>
#include <cstring>
#include <type_traits>

#include "api/domain.hpp"

namespace vireo::api {

enum class Access { read, write };

/// How errors name a kind of handle.
template <class H>
struct HandleKind;
template <>
struct HandleKind<_virConnect> {
  static constexpr int invalid = VIR_ERR_INVALID_CONN, domain = VIR_FROM_DOMAIN, from = VIR_FROM_DOMAIN;
  static _virConnect& connection(_virConnect& handle) { return handle; }
};
template <>
struct HandleKind<_virDomain> {
  static constexpr int invalid = VIR_ERR_INVALID_DOMAIN, domain = VIR_FROM_DOM, from = VIR_FROM_DOMAIN;
  static _virConnect& connection(_virDomain& handle) { return *handle.connection; }
};

char* c_string(const std::string& text);
inline std::optional<std::string> optional_text(const char* text) {
  return text ? std::optional<std::string>(text) : std::nullopt;
}
virDomainPtr new_domain(_virConnect& connection, driver::DomainRef ref);

/// The class of which a method pointer is a member.
template <class M>
struct MethodOf;
template <class R, class C, class... A>
struct MethodOf<R (C::*)(A...)> {
  using Class = C;
};

/// One call of a public function on a checked handle.
template <class H>
struct Call {
  H& handle;
  const char* function;

  _virConnect& connection() const { return HandleKind<H>::connection(handle); }

  /// Runs a method of a driver's capability to its end; what the handle stands for comes first, unless that
  /// is the connection.
  template <auto Method, class... Args>
  auto run(Args&&... args) const {
    auto& capability = connection().driver->template get<typename MethodOf<decltype(Method)>::Class>();
    if constexpr (requires { handle.driver_ref(); }) {
      return connection().run((capability.*Method)(handle.driver_ref(), std::forward<Args>(args)...));
    } else {
      return connection().run((capability.*Method)(std::forward<Args>(args)...));
    }
  }

  void not_null(const void* pointer, const char* argument) const {
    if (!pointer) refuse(argument, "must not be NULL");
  }
  void not_zero(unsigned long value, const char* argument) const {
    if (value == 0) refuse(argument, "must not be zero");
  }
  void not_negative(long value, const char* argument) const {
    if (value < 0) refuse(argument, "must be zero or greater");
  }
  /// VIR_DOMAIN_AFFECT_LIVE or …_CONFIG, not both.
  void one_configuration(unsigned flags) const {
    constexpr unsigned both = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;
    if ((flags & both) == both)
      throw bad_argument(
          function, "flags",
          "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive");
  }
  [[noreturn]] void refuse(const char* argument, const char* rule) const {
    throw bad_argument(function, argument, fmt::format("{} in {} {}", argument, function, rule));
  }
  [[noreturn]] void denied(std::string_view what) const {
    throw vireo::error(VIR_ERR_OPERATION_DENIED, HandleKind<H>::from, "{}", what);
  }
};

/// How a C++ result leaves through C: the type, the value, and what stands for failure.
template <class R>
struct Result {
  using Type = R;
  static constexpr Type failure = std::is_signed_v<R> ? static_cast<R>(-1) : R{};
  static Type convert(_virConnect&, R value) { return value; }
};
template <class T>
struct Result<T*> {
  using Type = T*;
  static constexpr Type failure = nullptr;
  static Type convert(_virConnect&, T* value) { return value; }
};
template <>
struct Result<std::string> {
  using Type = char*;
  static constexpr Type failure = nullptr;
  static Type convert(_virConnect&, const std::string& value) { return c_string(value); }
};
template <>
struct Result<driver::DomainRef> {
  using Type = virDomainPtr;
  static constexpr Type failure = nullptr;
  static Type convert(_virConnect& connection, driver::DomainRef value) {
    return new_domain(connection, std::move(value));
  }
};
template <>
struct Result<void> {
  using Type = int;
  static constexpr Type failure = -1;
};

/// The exception in flight becomes the last error. An unsupported method gets the function's name here.
void report_exception(const char* function, int from, virConnectPtr connection) noexcept;

/// Throws when the handle is no live one of its kind, or the access is not allowed.
template <class H>
void check(H* handle, Access access, const char* function) {
  using Kind = HandleKind<H>;
  if (!H::valid(handle)) throw Error(Kind::invalid, Kind::domain, function);
  if (access == Access::write && Kind::connection(*handle).readonly)
    throw error(VIR_ERR_OPERATION_DENIED, Kind::from, "read only access prevents {}", function);
}

template <class H, class F>
auto call(H* handle, Access access, F what, const char* function = __builtin_FUNCTION()) noexcept {
  using R = std::remove_cvref_t<std::invoke_result_t<F, Call<H>&>>;
  using C = Result<R>;
  reset_last_error();
  try {
    check(handle, access, function);
    Call<H> self{*handle, function};
    if constexpr (std::is_void_v<R>) {
      what(self);
      return typename C::Type(0);
    } else {
      return C::convert(self.connection(), what(self));
    }
  } catch (...) {
    bool usable = H::valid(handle);
    report_exception(function, HandleKind<H>::from, usable ? &HandleKind<H>::connection(*handle) : nullptr);
    return typename C::Type(C::failure);
  }
}

/// The commonest `what`: one method of the driver with these arguments.
template <auto Method, class... Args>
auto runs(Args... args) {
  return [args...](auto& self) { return self.template run<Method>(args...); };
}

}  // namespace vireo::api
