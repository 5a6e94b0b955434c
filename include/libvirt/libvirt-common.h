/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What all headers share: the version, attributes, and typed parameters (lists of named values). */
#ifndef LIBVIRT_COMMON_H
#define LIBVIRT_COMMON_H

#include <sys/types.h>

/* Programs that name these members are warned by the compiler. */
#ifndef VIR_DEPRECATED
#if defined __GNUC__
#define VIR_DEPRECATED __attribute__((__deprecated__))
#else
#define VIR_DEPRECATED
#endif
#endif

#ifndef VIR_EXPORT_VAR
#define VIR_EXPORT_VAR extern
#endif

/* Before an enumeration with a value above that of int, which strict C has only since C23. */
#ifdef __GNUC__
#define VIR_WIDE_ENUM __extension__
#else
#define VIR_WIDE_ENUM
#endif

/* Every enumeration may grow. Its ..._LAST member, one above the last known value, exists only for programs
 * that define VIR_ENUM_SENTINELS, since its value differs from release to release. */

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version ---------------------------------------------------------------------------------------- */

#define LIBVIR_VERSION_NUMBER 9000000 /* since 0.0.1 */

/** Since 1.2.0. */
#define LIBVIR_CHECK_VERSION(major, minor, micro) \
  ((major)*1000000 + (minor)*1000 + (micro) <= LIBVIR_VERSION_NUMBER)

/* ---- Typed parameters ------------------------------------------------------------------------------- */

/** Which type a typed parameter has. Since 0.9.2. */
typedef enum {
  VIR_TYPED_PARAM_INT = 1,
  VIR_TYPED_PARAM_UINT = 2,
  VIR_TYPED_PARAM_LLONG = 3,
  VIR_TYPED_PARAM_ULLONG = 4,
  VIR_TYPED_PARAM_DOUBLE = 5,
  VIR_TYPED_PARAM_BOOLEAN = 6,
  VIR_TYPED_PARAM_STRING = 7, /**< since 0.9.8 */
#ifdef VIR_ENUM_SENTINELS
  VIR_TYPED_PARAM_LAST = 8,
#endif
} virTypedParameterType;

/** Flags of functions that take or give typed parameters. Since 0.9.8. */
typedef enum {
  VIR_TYPED_PARAM_STRING_OKAY = 1 << 2,
} virTypedParameterFlags;

#define VIR_TYPED_PARAM_FIELD_LENGTH 80 /* since 0.9.2 */

/** A named value of one of several types. */
typedef struct _virTypedParameter virTypedParameter;
struct _virTypedParameter {
  char field[VIR_TYPED_PARAM_FIELD_LENGTH];
  int type;
  /** Which member holds the value says `type`. */
  union {
    int i;                     /**< VIR_TYPED_PARAM_INT */
    unsigned int ui;           /**< VIR_TYPED_PARAM_UINT */
    long long int l;           /**< VIR_TYPED_PARAM_LLONG */
    unsigned long long int ul; /**< VIR_TYPED_PARAM_ULLONG */
    double d;                  /**< VIR_TYPED_PARAM_DOUBLE */
    char b;                    /**< VIR_TYPED_PARAM_BOOLEAN */
    char* s;                   /**< VIR_TYPED_PARAM_STRING; owned by the parameter */
  } value;
};
typedef virTypedParameter* virTypedParameterPtr;

/** As virTypedParamsAddInt. Since 1.0.2. */
int virTypedParamsAddBoolean(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                             int value);

/** As virTypedParamsAddInt. Since 1.0.2. */
int virTypedParamsAddDouble(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                            double value);

/** Appends a value read from text as type `type`. Since 1.0.2. */
int virTypedParamsAddFromString(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                                int type, const char* value);

/** Appends a value; the list (*params of *nparams, room for *maxparams; start with NULL, 0, 0) grows as
 *  needed. Returns 0 or -1. Since 1.0.2. */
int virTypedParamsAddInt(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                         int value);

/** As virTypedParamsAddInt. Since 1.0.2. */
int virTypedParamsAddLLong(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                           long long value);

/** As virTypedParamsAddInt; the text is copied. Since 1.0.2. */
int virTypedParamsAddString(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                            const char* value);

/** As virTypedParamsAddInt. Since 1.0.2. */
int virTypedParamsAddUInt(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                          unsigned int value);

/** As virTypedParamsAddInt. Since 1.0.2. */
int virTypedParamsAddULLong(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                            unsigned long long value);

/** Frees the texts in a list, not the list. Since 1.0.2. */
void virTypedParamsClear(virTypedParameterPtr params, int nparams);

/** Frees a list and the texts in it. Since 1.0.2. */
void virTypedParamsFree(virTypedParameterPtr params, int nparams);

/** Returns the parameter of that name, or NULL; it belongs to the list. Since 1.0.2. */
virTypedParameterPtr virTypedParamsGet(virTypedParameterPtr params, int nparams, const char* name);

/** As virTypedParamsGetInt. Since 1.0.2. */
int virTypedParamsGetBoolean(virTypedParameterPtr params, int nparams, const char* name, int* value);

/** As virTypedParamsGetInt. Since 1.0.2. */
int virTypedParamsGetDouble(virTypedParameterPtr params, int nparams, const char* name, double* value);

/** Stores the value. Returns 1, 0 when there is no such parameter, or -1 when it has another type. Since
 *  1.0.2. */
int virTypedParamsGetInt(virTypedParameterPtr params, int nparams, const char* name, int* value);

/** As virTypedParamsGetInt. Since 1.0.2. */
int virTypedParamsGetLLong(virTypedParameterPtr params, int nparams, const char* name, long long* value);

/** As virTypedParamsGetInt; the text belongs to the list. Since 1.0.2. */
int virTypedParamsGetString(virTypedParameterPtr params, int nparams, const char* name, const char** value);

/** As virTypedParamsGetInt. Since 1.0.2. */
int virTypedParamsGetUInt(virTypedParameterPtr params, int nparams, const char* name, unsigned int* value);

/** As virTypedParamsGetInt. Since 1.0.2. */
int virTypedParamsGetULLong(virTypedParameterPtr params, int nparams, const char* name,
                            unsigned long long* value);

/** Appends each of `values`, ended by NULL, under the same name. Since 1.2.17. */
int virTypedParamsAddStringList(virTypedParameterPtr* params, int* nparams, int* maxparams, const char* name,
                                const char** values);

/* ---- Other ------------------------------------------------------------------------------------------ */

/** Why a connection ended. Since 0.10.0. */
typedef enum {
  VIR_CONNECT_CLOSE_REASON_ERROR = 0,
  VIR_CONNECT_CLOSE_REASON_EOF = 1,
  VIR_CONNECT_CLOSE_REASON_KEEPALIVE = 2,
  VIR_CONNECT_CLOSE_REASON_CLIENT = 3,
#ifdef VIR_ENUM_SENTINELS
  VIR_CONNECT_CLOSE_REASON_LAST = 4,
#endif
} virConnectCloseReason;

/** Frees what a program handed over. Since 0.5.0. */
typedef void (*virFreeCallback)(void* opaque);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_COMMON_H */
