// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/params.hpp"

#include <algorithm>

#include "driver/flags.hpp"

namespace vireo::api {

namespace {

driver::TypedValue value_of(const virTypedParameter& param) {
  switch (param.type) {
    case VIR_TYPED_PARAM_INT:
      return param.value.i;
    case VIR_TYPED_PARAM_UINT:
      return param.value.ui;
    case VIR_TYPED_PARAM_LLONG:
      return static_cast<std::int64_t>(param.value.l);
    case VIR_TYPED_PARAM_ULLONG:
      return static_cast<std::uint64_t>(param.value.ul);
    case VIR_TYPED_PARAM_DOUBLE:
      return param.value.d;
    case VIR_TYPED_PARAM_BOOLEAN:
      return param.value.b != 0;
    case VIR_TYPED_PARAM_STRING:
      if (!param.value.s)
        throw driver::invalid_argument("virTypedParameterValidateSet", "params",
                                       fmt::format("NULL string parameter '{}'", param.field));
      return std::string(param.value.s);
    default:
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "parameter '{}' has the unknown type {}", param.field,
                  param.type);
  }
}

struct Writer {
  virTypedParameter& to;
  void operator()(std::int32_t value) const { set(VIR_TYPED_PARAM_INT, to.value.i, value); }
  void operator()(std::uint32_t value) const { set(VIR_TYPED_PARAM_UINT, to.value.ui, value); }
  void operator()(std::int64_t value) const { set(VIR_TYPED_PARAM_LLONG, to.value.l, value); }
  void operator()(std::uint64_t value) const { set(VIR_TYPED_PARAM_ULLONG, to.value.ul, value); }
  void operator()(double value) const { set(VIR_TYPED_PARAM_DOUBLE, to.value.d, value); }
  void operator()(bool value) const { set(VIR_TYPED_PARAM_BOOLEAN, to.value.b, value); }
  void operator()(const std::string& value) const {
    set(VIR_TYPED_PARAM_STRING, to.value.s, c_string(value));
  }
  template <class M, class V>
  void set(int type, M& member, V value) const {
    to.type = type;
    member = static_cast<M>(value);
  }
};

}  // namespace

Params read_params(const virTypedParameter* params, int count) {
  Params read;
  for (const auto* param = params; param != params + count; ++param) {
    const std::string name(param->field, strnlen(param->field, sizeof param->field));
    if (name.size() == sizeof param->field)
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "the name of parameter {} has no end", param - params);
    read.push_back({name, value_of(*param)});
  }
  return read;
}

void write_param(virTypedParameter& to, const driver::TypedParam& from) {
  if (from.field.size() >= sizeof to.field)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, "Parameter {} too big for destination", from.field);
  to = {};
  std::visit(Writer{to}, from.value);
  from.field.copy(to.field, from.field.size());
}

int write_params(const Params& from, virTypedParameterPtr to, std::size_t room) {
  const auto count = static_cast<int>(std::min(from.size(), room));
  int written = 0;
  try {
    for (; written < count; ++written) write_param(to[written], from[written]);
  } catch (...) {
    virTypedParamsClear(to, written);
    throw;
  }
  return count;
}

virTypedParameterPtr new_params(const Params& from, int* count) {
  auto* array = static_cast<virTypedParameterPtr>(std::calloc(from.size() + 1, sizeof(virTypedParameter)));
  if (!array) throw std::bad_alloc();
  try {
    *count = write_params(from, array, from.size());
  } catch (...) {
    std::free(array);
    throw;
  }
  return array;
}

void not_both(const char* function, unsigned flags, unsigned first, unsigned second, const char* names) {
  if ((flags & first) && (flags & second)) throw bad_argument(function, "ctl", names);
}

}  // namespace vireo::api
