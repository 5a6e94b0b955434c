// SPDX-License-Identifier: LGPL-2.1-or-later
// Lists of named values: growing them.
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "api/typed_params.hpp"

using namespace vireo::api;

namespace {

/// The list as the program holds it; malloc'ed, so that virTypedParamsFree can free it.
struct List {
  virTypedParameterPtr* params;
  int* count;
  int* room;
};

void check_name(const char* name) {
  if (!name) throw vireo::Error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "a parameter needs a name");
  if (std::strlen(name) >= VIR_TYPED_PARAM_FIELD_LENGTH)
    throw vireo::error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, "Field name '{}' too long", name);
}

/// A new last element of that name and type; its value is zero.
virTypedParameter& append(const List& list, const char* name, int type) {
  if (!list.params || !list.count || !list.room)
    throw vireo::Error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "the list of parameters must not be NULL");
  check_name(name);
  if (*list.count >= *list.room) {
    auto room = static_cast<std::size_t>(*list.count) + (*list.count < 8 ? 1 : *list.count / 2);
    void* larger = ::reallocarray(*list.params, room, sizeof(virTypedParameter));
    if (!larger) throw std::bad_alloc();
    *list.params = static_cast<virTypedParameterPtr>(larger);
    *list.room = static_cast<int>(room);
  }
  auto& added = (*list.params)[(*list.count)++];
  added = virTypedParameter{};
  std::strcpy(added.field, name);
  added.type = type;
  return added;
}

char* duplicate(const char* text) {
  char* copy = text ? ::strdup(text) : nullptr;
  if (text && !copy) throw std::bad_alloc();
  return copy;
}

/// strtol and its kin on the whole text.
template <class T, class Convert>
T number(const char* text, const char* name, const char* type, Convert convert) {
  char* end = nullptr;
  errno = 0;
  auto value = convert(text, &end);
  bool fits = errno == 0 && end != text && *end == '\0';
  if constexpr (std::is_same_v<T, int>) {
    fits = fits && value >= std::numeric_limits<int>::min() && value <= std::numeric_limits<int>::max();
  } else if constexpr (std::is_same_v<T, unsigned>) {
    // A negative number counts down from the type's end, as strtoul has it.
    auto wide = static_cast<long long>(value);
    fits = fits && wide >= -static_cast<long long>(std::numeric_limits<unsigned>::max()) &&
           wide <= static_cast<long long>(std::numeric_limits<unsigned>::max());
  }
  if (!fits)
    throw vireo::error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "Invalid value for field '{}': expected {}", name,
                       type);
  return static_cast<T>(value);
}

void assign(virTypedParameter& to, const char* text) {
  auto integer = [](const char* from, char** end) { return std::strtoll(from, end, 10); };
  auto natural = [](const char* from, char** end) { return std::strtoull(from, end, 10); };
  switch (to.type) {
    case VIR_TYPED_PARAM_INT:
      to.value.i = number<int>(text, to.field, "int", integer);
      return;
    case VIR_TYPED_PARAM_UINT:
      to.value.ui = number<unsigned>(text, to.field, "unsigned int", natural);
      return;
    case VIR_TYPED_PARAM_LLONG:
      to.value.l = number<long long>(text, to.field, "long long", integer);
      return;
    case VIR_TYPED_PARAM_ULLONG:
      to.value.ul = number<unsigned long long>(text, to.field, "unsigned long long", natural);
      return;
    case VIR_TYPED_PARAM_DOUBLE:
      to.value.d = number<double>(text, to.field, "double", std::strtod);
      return;
    case VIR_TYPED_PARAM_BOOLEAN:
      if (std::strcmp(text, "0") != 0 && std::strcmp(text, "1") != 0)
        throw vireo::error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "Invalid boolean value for field '{}'",
                           to.field);
      to.value.b = *text == '1';
      return;
    case VIR_TYPED_PARAM_STRING:
      to.value.s = duplicate(text);
      return;
    default:
      throw vireo::error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, "unexpected type {} for field {}", to.type,
                         to.field);
  }
}

}  // namespace

extern "C" {

int virTypedParamsAddInt(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                         int value) {
  return typed_params_call(__func__, [&] {
    append({params, nparams, maxparams}, name, VIR_TYPED_PARAM_INT).value.i = value;
    return 0;
  });
}

int virTypedParamsAddUInt(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                          unsigned int value) {
  return typed_params_call(__func__, [&] {
    append({params, nparams, maxparams}, name, VIR_TYPED_PARAM_UINT).value.ui = value;
    return 0;
  });
}

int virTypedParamsAddLLong(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                           long long value) {
  return typed_params_call(__func__, [&] {
    append({params, nparams, maxparams}, name, VIR_TYPED_PARAM_LLONG).value.l = value;
    return 0;
  });
}

int virTypedParamsAddULLong(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                            unsigned long long value) {
  return typed_params_call(__func__, [&] {
    append({params, nparams, maxparams}, name, VIR_TYPED_PARAM_ULLONG).value.ul = value;
    return 0;
  });
}

int virTypedParamsAddDouble(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                            double value) {
  return typed_params_call(__func__, [&] {
    append({params, nparams, maxparams}, name, VIR_TYPED_PARAM_DOUBLE).value.d = value;
    return 0;
  });
}

int virTypedParamsAddBoolean(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                             int value) {
  return typed_params_call(__func__, [&] {
    append({params, nparams, maxparams}, name, VIR_TYPED_PARAM_BOOLEAN).value.b = value != 0;
    return 0;
  });
}

int virTypedParamsAddString(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                            const char* value) {
  return typed_params_call(__func__, [&] {
    append({params, nparams, maxparams}, name, VIR_TYPED_PARAM_STRING).value.s = duplicate(value);
    return 0;
  });
}

int virTypedParamsAddStringList(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                                const char** values) {
  return typed_params_call(__func__, [&] {
    for (; values && *values; ++values)
      append({params, nparams, maxparams}, name, VIR_TYPED_PARAM_STRING).value.s = duplicate(*values);
    return 0;
  });
}

int virTypedParamsAddFromString(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                                int type, const char* value) {
  return typed_params_call(__func__, [&] {
    if (!value) throw vireo::Error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "a parameter needs a value");
    check_name(name);
    virTypedParameter parsed{};  // first, so that a bad text adds nothing
    std::strcpy(parsed.field, name);
    parsed.type = type;
    assign(parsed, value);
    append({params, nparams, maxparams}, name, type).value = parsed.value;
    return 0;
  });
}
}
