// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/param_lists.hpp"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include "base/error.hpp"

namespace vireo::api {

namespace {

driver::TypedValue value_of(const virTypedParameter& param) {
  switch (param.type) {
    case VIR_TYPED_PARAM_INT:
      return std::int32_t{param.value.i};
    case VIR_TYPED_PARAM_UINT:
      return std::uint32_t{param.value.ui};
    case VIR_TYPED_PARAM_LLONG:
      return std::int64_t{param.value.l};
    case VIR_TYPED_PARAM_ULLONG:
      return std::uint64_t{param.value.ul};
    case VIR_TYPED_PARAM_DOUBLE:
      return param.value.d;
    case VIR_TYPED_PARAM_BOOLEAN:
      return param.value.b != 0;
    case VIR_TYPED_PARAM_STRING:
      if (param.value.s) return std::string(param.value.s);
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "NULL string parameter '{}'", param.field);
    default:
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "parameter '{}' has the unknown type {}", param.field,
                  param.type);
  }
}

/// The members of the union stand in the order of TypedValue's alternatives.
struct Store {
  virTypedParameter& to;
  void operator()(std::int32_t value) const { to.value.i = value; }
  void operator()(std::uint32_t value) const { to.value.ui = value; }
  void operator()(std::int64_t value) const { to.value.l = value; }
  void operator()(std::uint64_t value) const { to.value.ul = value; }
  void operator()(double value) const { to.value.d = value; }
  void operator()(bool value) const { to.value.b = value; }
  void operator()(const std::string& value) const {
    to.value.s = ::strdup(value.c_str());
    if (!to.value.s) throw std::bad_alloc();
  }
};

}  // namespace

std::vector<driver::TypedParam> from_c_params(const virTypedParameter* params, int count) {
  std::vector<driver::TypedParam> list;
  for (int i = 0; i < count; ++i) {
    const auto length = ::strnlen(params[i].field, VIR_TYPED_PARAM_FIELD_LENGTH);
    list.push_back({std::string(params[i].field, length), value_of(params[i])});
  }
  return list;
}

virTypedParameterPtr to_c_params(const std::vector<driver::TypedParam>& params) {
  if (params.empty()) return nullptr;
  auto release = [count = static_cast<int>(params.size())](virTypedParameterPtr array) {
    virTypedParamsFree(array, count);
  };
  std::unique_ptr<virTypedParameter, decltype(release)> array(
      static_cast<virTypedParameterPtr>(std::calloc(params.size(), sizeof(virTypedParameter))), release);
  if (!array) throw std::bad_alloc();
  for (std::size_t i = 0; i < params.size(); ++i) {
    virTypedParameter& to = array.get()[i];
    params[i].field.copy(to.field, VIR_TYPED_PARAM_FIELD_LENGTH - 1);
    std::visit(Store{to}, params[i].value);
    to.type = static_cast<int>(params[i].value.index()) + VIR_TYPED_PARAM_INT;
  }
  return array.release();
}

}  // namespace vireo::api
