/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The event loop that calls a program's functions: its own, or the one of this library. Register one of
 * them before opening a connection. */
#ifndef LIBVIRT_EVENT_H
#define LIBVIRT_EVENT_H

#include <libvirt/libvirt-common.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- An event loop of the application --------------------------------------------------------------- */

/** What a descriptor may be ready for; also in combination. Since 0.5.0. */
typedef enum {
  VIR_EVENT_HANDLE_READABLE = 1 << 0,
  VIR_EVENT_HANDLE_WRITABLE = 1 << 1,
  VIR_EVENT_HANDLE_ERROR = 1 << 2,
  VIR_EVENT_HANDLE_HANGUP = 1 << 3,
} virEventHandleType;

/** Told that a descriptor is ready for `events` (virEventHandleType). Since 0.5.0. */
typedef void (*virEventHandleCallback)(int watch, int fd, int events, void* opaque);

/** Told that a timer is due. Since 0.5.0. */
typedef void (*virEventTimeoutCallback)(int timer, void* opaque);

/** Watches a descriptor. Returns a number for it, or -1. `ff` frees `opaque` after removal, outside of any
 *  function of it. Since 0.5.0. */
typedef int (*virEventAddHandleFunc)(int fd, int event, virEventHandleCallback cb, void* opaque,
                                     virFreeCallback ff);

/** Makes a timer of `timeout` ms: 0 is due all the time, -1 never. Returns a number for it, or -1. Since
 *  0.5.0. */
typedef int (*virEventAddTimeoutFunc)(int timeout, virEventTimeoutCallback cb, void* opaque,
                                      virFreeCallback ff);

/** Stops watching; also from inside its function. Returns 0 or -1. Since 0.5.0. */
typedef int (*virEventRemoveHandleFunc)(int watch);

/** Removes a timer; also from inside its function. Returns 0 or -1. Since 0.5.0. */
typedef int (*virEventRemoveTimeoutFunc)(int timer);

/** Changes what a descriptor is watched for; 0 pauses. From any thread. Since 0.5.0. */
typedef void (*virEventUpdateHandleFunc)(int watch, int event);

/** Changes a timer's ms. From any thread. Since 0.5.0. */
typedef void (*virEventUpdateTimeoutFunc)(int timer, int timeout);

/** Gives the library the program's event loop. Once, before the first connection. Since 0.5.0. */
void virEventRegisterImpl(virEventAddHandleFunc addHandle, virEventUpdateHandleFunc updateHandle,
                          virEventRemoveHandleFunc removeHandle, virEventAddTimeoutFunc addTimeout,
                          virEventUpdateTimeoutFunc updateTimeout, virEventRemoveTimeoutFunc removeTimeout);

/** Chooses the library's own event loop; the program calls virEventRunDefaultImpl again and again. Returns
 *  0 or -1. Since 0.9.0. */
int virEventRegisterDefaultImpl(void);

/* ---- The event loop of the library and use of either ------------------------------------------------ */

/** Waits for something to happen and calls the functions for it. One thread. Returns 0 or -1. Since 0.9.0. */
int virEventRunDefaultImpl(void);

/** Watches a descriptor in whichever event loop is registered. Returns a number, or -1 also without a loop.
 *  Since 0.9.3. */
int virEventAddHandle(int fd, int events, virEventHandleCallback cb, void* opaque, virFreeCallback ff);

/** Makes a timer in whichever event loop is registered. Returns a number, or -1 also without a loop. Since
 *  0.9.3. */
int virEventAddTimeout(int timeout, virEventTimeoutCallback cb, void* opaque, virFreeCallback ff);

/** Stops watching. Returns 0 or -1. Since 0.9.3. */
int virEventRemoveHandle(int watch);

/** Removes a timer. Returns 0 or -1. Since 0.9.3. */
int virEventRemoveTimeout(int timer);

/** Changes what a descriptor is watched for. Since 0.9.3. */
void virEventUpdateHandle(int watch, int events);

/** Changes a timer's ms: 0 is due all the time, -1 never. Since 0.9.3. */
void virEventUpdateTimeout(int timer, int timeout);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_EVENT_H */
