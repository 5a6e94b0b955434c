// SPDX-License-Identifier: LGPL-2.1-or-later
// Lists of named values: reading and freeing them.
#include "api/typed_params.hpp"

#include <cstdlib>
#include <cstring>

using namespace vireo::api;

namespace {

/// The last of that name and type, else null; a parameter of another type throws.
virTypedParameterPtr find(virTypedParameterPtr params, int count, const char* name, int type) {
  auto* found = virTypedParamsGet(params, count, name);
  if (found && found->type != type)
    throw vireo::error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE,
                       "Invalid type '{}' requested for parameter '{}', actual type is '{}'",
                       typed_parameter_name(type), name, typed_parameter_name(found->type));
  return found;
}

template <class T>
int get(virTypedParameterPtr params, int count, const char* name, int type, T* value, const char* function) {
  return typed_params_call(function, [&] {
    auto* found = find(params, count, name, type);
    if (!found) return 0;
    if (value) *value = *reinterpret_cast<T*>(&found->value);
    return 1;
  });
}

}  // namespace

const char* vireo::api::typed_parameter_name(int type) noexcept {
  switch (type) {
    case VIR_TYPED_PARAM_INT:
      return "int";
    case VIR_TYPED_PARAM_UINT:
      return "uint";
    case VIR_TYPED_PARAM_LLONG:
      return "llong";
    case VIR_TYPED_PARAM_ULLONG:
      return "ullong";
    case VIR_TYPED_PARAM_DOUBLE:
      return "double";
    case VIR_TYPED_PARAM_BOOLEAN:
      return "boolean";
    case VIR_TYPED_PARAM_STRING:
      return "string";
    default:
      return "unknown";
  }
}

extern "C" {

virTypedParameterPtr virTypedParamsGet(virTypedParameterPtr params, int nparams, const char* name) {
  reset_last_error();
  if (!params || !name) return nullptr;
  for (int i = 0; i < nparams; ++i)
    if (std::strncmp(params[i].field, name, VIR_TYPED_PARAM_FIELD_LENGTH) == 0) return &params[i];
  return nullptr;
}

int virTypedParamsGetInt(virTypedParameterPtr params, int nparams, const char* name, int* value) {
  return get(params, nparams, name, VIR_TYPED_PARAM_INT, value, __func__);
}

int virTypedParamsGetUInt(virTypedParameterPtr params, int nparams, const char* name, unsigned int* value) {
  return get(params, nparams, name, VIR_TYPED_PARAM_UINT, value, __func__);
}

int virTypedParamsGetLLong(virTypedParameterPtr params, int nparams, const char* name, long long* value) {
  return get(params, nparams, name, VIR_TYPED_PARAM_LLONG, value, __func__);
}

int virTypedParamsGetULLong(virTypedParameterPtr params, int nparams, const char* name,
                            unsigned long long* value) {
  return get(params, nparams, name, VIR_TYPED_PARAM_ULLONG, value, __func__);
}

int virTypedParamsGetDouble(virTypedParameterPtr params, int nparams, const char* name, double* value) {
  return get(params, nparams, name, VIR_TYPED_PARAM_DOUBLE, value, __func__);
}

int virTypedParamsGetBoolean(virTypedParameterPtr params, int nparams, const char* name, int* value) {
  char flag = 0;
  int status = get(params, nparams, name, VIR_TYPED_PARAM_BOOLEAN, &flag, __func__);
  if (status == 1 && value) *value = flag != 0;
  return status;
}

int virTypedParamsGetString(virTypedParameterPtr params, int nparams, const char* name, const char** value) {
  return get(params, nparams, name, VIR_TYPED_PARAM_STRING, value, __func__);
}

void virTypedParamsClear(virTypedParameterPtr params, int nparams) {
  if (!params) return;
  for (int i = 0; i < nparams; ++i) {
    if (params[i].type != VIR_TYPED_PARAM_STRING) continue;
    std::free(params[i].value.s);
    params[i].value.s = nullptr;
  }
}

void virTypedParamsFree(virTypedParameterPtr params, int nparams) {
  virTypedParamsClear(params, nparams);
  std::free(params);
}
}
