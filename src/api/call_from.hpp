// SPDX-License-Identifier: LGPL-2.1-or-later
// call() for functions whose errors are filed under another domain (VIR_FROM_…) than their handle's: taking a
// snapshot starts at a domain, yet a missing argument is an error of snapshots. And checks of flags.
#pragma once

#include "api/call.hpp"
#include "driver/flags.hpp"

namespace vireo::api {

/// A flag with its name, as errors print it.
struct Flag {
  unsigned bit;
  const char* name;
};
#define VIREO_FLAG(name) \
  vireo::api::Flag { name, #name }

template <int From, class H>
struct CallFrom : Call<H> {
  void not_null(const void* pointer, const char* argument) const {
    if (!pointer) refuse(argument, "must not be NULL");
  }
  void not_negative(long value, const char* argument) const {
    if (value < 0) refuse(argument, "must be zero or greater");
  }
  void not_both(unsigned flags, Flag one, Flag other) const {
    if (flags & one.bit && flags & other.bit)
      bad_flags(fmt::format("Flags '{}' and '{}' are mutually exclusive", one.name, other.name));
  }
  void needs(unsigned flags, Flag given, Flag needed) const {
    if (flags & given.bit && !(flags & needed.bit))
      bad_flags(fmt::format("Flag '{}' is required by flag '{}'", needed.name, given.name));
  }
  [[noreturn]] void refuse(const char* argument, const char* rule) const {
    throw driver::invalid_argument(this->function, argument,
                                   fmt::format("{} in {} {}", argument, this->function, rule), From);
  }
  [[noreturn]] void bad_flags(std::string text) const {
    throw driver::invalid_argument(this->function, "flags", std::move(text), From);
  }
};

template <int From, class H, class F>
auto call_from(H* handle, Access access, F what, const char* function = __builtin_FUNCTION()) noexcept {
  using R = std::remove_cvref_t<std::invoke_result_t<F, CallFrom<From, H>&>>;
  using C = Result<R>;
  reset_last_error();
  try {
    check(handle, Access::read, function);
    CallFrom<From, H> self{{*handle, function}};
    if (access == Access::write && self.connection().readonly)
      throw error(VIR_ERR_OPERATION_DENIED, From, "read only access prevents {}", function);
    if constexpr (std::is_void_v<R>) {
      what(self);
      return typename C::Type(0);
    } else {
      return C::convert(self.connection(), what(self));
    }
  } catch (...) {
    const bool usable = H::valid(handle);
    report_exception(function, From, usable ? &HandleKind<H>::connection(*handle) : nullptr);
    return typename C::Type(C::failure);
  }
}

}  // namespace vireo::api
