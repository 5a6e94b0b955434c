// SPDX-License-Identifier: LGPL-2.1-or-later
// Typed parameters between C's arrays and the driver's lists, and what calls that carry them do alike.
// Strings handed out are the caller's to free.
#pragma once

#include "api/call.hpp"

namespace vireo::api {

using Params = std::vector<driver::TypedParam>;

/// The caller's parameters. Throws VIR_ERR_INVALID_ARG for an unknown type or a null string.
Params read_params(const virTypedParameter* params, int count);
void write_param(virTypedParameter& to, const driver::TypedParam& from);
/// Fills at most `room`; returns how many.
int write_params(const Params& from, virTypedParameterPtr to, std::size_t room);
/// A new array, to be freed with virTypedParamsFree; `count` is its length.
virTypedParameterPtr new_params(const Params& from, int* count);

/// As Call::one_configuration, for functions of which errors name the argument "ctl".
void not_both(const char* function, unsigned flags, unsigned first, unsigned second, const char* names);
template <class C>
void not_live_and_config(const C& self, unsigned flags) {
  not_both(self.function, flags, VIR_DOMAIN_AFFECT_LIVE, VIR_DOMAIN_AFFECT_CONFIG,
           "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive");
}

template <class C>
void check_room(const C& self, virTypedParameterPtr params, const int* nparams) {
  self.not_null(nparams, "nparams");
  self.not_negative(*nparams, "*nparams");
  if (*nparams) self.not_null(params, "params");
}
template <class C>
void positive(const C& self, long value, const char* argument) {
  if (value <= 0) self.refuse(argument, "must be greater than zero");
}

/// Who looks whether a call is for the live and the persistent definition at once.
enum class Exclusive { edge, driver };

/// `what` of a getter with the two steps: with *nparams 0 it becomes the number there is, else the array is
/// filled and *nparams is how many. Method(before…, nparams, flags).
template <auto Method, Exclusive Where = Exclusive::edge, class... Before>
auto gets_params(virTypedParameterPtr params, int* nparams, unsigned flags, Before... before) {
  return [=](auto& self) {
    check_room(self, params, nparams);
    if (Where == Exclusive::edge) not_live_and_config(self, flags);
    const auto found = self.template run<Method>(before..., *nparams, flags | VIR_TYPED_PARAM_STRING_OKAY);
    *nparams = *nparams ? write_params(found.items, params, *nparams) : found.count;
  };
}
/// `what` of a getter that makes the array: Method(before…, flags).
template <auto Method, class N, class... Before>
auto makes_params(virTypedParameterPtr* params, N* nparams, unsigned flags, Before... before) {
  return [=](auto& self) {
    self.not_null(params, "params");
    self.not_null(nparams, "nparams");
    const auto found = self.template run<Method>(before..., flags);
    int count = 0;
    *params = new_params(found, &count);
    *nparams = count;
  };
}
/// `what` of a setter: Method(before…, params, flags…). Some take none at all.
template <auto Method, bool Empty = false, class... Before>
auto sets_params(virTypedParameterPtr params, int nparams, std::tuple<Before...> before, auto... flags) {
  return [=](auto& self) {
    self.not_null(params, "params");
    Empty ? self.not_negative(nparams, "nparams") : positive(self, nparams, "nparams");
    std::apply(
        [&](auto&... first) { self.template run<Method>(first..., read_params(params, nparams), flags...); },
        before);
  };
}

/// A null-terminated array of texts, each and the array the caller's to free.
template <class Texts>
char** text_array(const Texts& texts) {
  auto** array = static_cast<char**>(std::calloc(texts.size() + 1, sizeof(char*)));
  if (!array) throw std::bad_alloc();
  std::size_t next = 0;
  for (const auto& text : texts) array[next++] = c_string(text);
  return array;
}

}  // namespace vireo::api
