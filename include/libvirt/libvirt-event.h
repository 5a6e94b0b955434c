/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef LIBVIRT_EVENT_H
#define LIBVIRT_EVENT_H

#include <libvirt/libvirt-common.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- An event loop of the application --------------------------------------------------------------------
 */

/** Since 0.5.0. */
typedef enum {
  VIR_EVENT_HANDLE_READABLE = 1 << 0,
  VIR_EVENT_HANDLE_WRITABLE = 1 << 1,
  VIR_EVENT_HANDLE_ERROR = 1 << 2,
  VIR_EVENT_HANDLE_HANGUP = 1 << 3,
} virEventHandleType;

/** Since 0.5.0. */
typedef void (*virEventHandleCallback)(int watch, int fd, int events, void* opaque);

/** Since 0.5.0. */
typedef void (*virEventTimeoutCallback)(int timer, void* opaque);

/** Since 0.5.0. */
typedef int (*virEventAddHandleFunc)(int fd, int event, virEventHandleCallback cb, void* opaque,
                                     virFreeCallback ff);

/** Since 0.5.0. */
typedef int (*virEventAddTimeoutFunc)(int timeout, virEventTimeoutCallback cb, void* opaque,
                                      virFreeCallback ff);

/** Since 0.5.0. */
typedef int (*virEventRemoveHandleFunc)(int watch);

/** Since 0.5.0. */
typedef int (*virEventRemoveTimeoutFunc)(int timer);

/** Since 0.5.0. */
typedef void (*virEventUpdateHandleFunc)(int watch, int event);

/** Since 0.5.0. */
typedef void (*virEventUpdateTimeoutFunc)(int timer, int timeout);

/** Since 0.5.0. */
void virEventRegisterImpl(virEventAddHandleFunc addHandle, virEventUpdateHandleFunc updateHandle,
                          virEventRemoveHandleFunc removeHandle, virEventAddTimeoutFunc addTimeout,
                          virEventUpdateTimeoutFunc updateTimeout, virEventRemoveTimeoutFunc removeTimeout);

/** Since 0.9.0. */
int virEventRegisterDefaultImpl(void);

/* ---- The event loop of the library and use of either -----------------------------------------------------
 */

/** Since 0.9.0. */
int virEventRunDefaultImpl(void);

/** Since 0.9.3. */
int virEventAddHandle(int fd, int events, virEventHandleCallback cb, void* opaque, virFreeCallback ff);

/** Since 0.9.3. */
int virEventAddTimeout(int timeout, virEventTimeoutCallback cb, void* opaque, virFreeCallback ff);

/** Since 0.9.3. */
int virEventRemoveHandle(int watch);

/** Since 0.9.3. */
int virEventRemoveTimeout(int timer);

/** Since 0.9.3. */
void virEventUpdateHandle(int watch, int events);

/** Since 0.9.3. */
void virEventUpdateTimeout(int timer, int timeout);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_EVENT_H */
