/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Streams of bytes between a program and something of a domain or a volume. A stream starts out empty; a
 * call such as virDomainOpenConsole opens it. */
#ifndef LIBVIRT_STREAM_H
#define LIBVIRT_STREAM_H

#include <libvirt/libvirt-host.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a stream may be ready for; also in combination. Since 0.7.2. */
typedef enum {
  VIR_STREAM_EVENT_READABLE = 1 << 0,
  VIR_STREAM_EVENT_WRITABLE = 1 << 1,
  VIR_STREAM_EVENT_ERROR = 1 << 2,
  VIR_STREAM_EVENT_HANGUP = 1 << 3,
} virStreamEventType;

/** Flags of virStreamNew. Since 0.7.2. */
typedef enum {
  VIR_STREAM_NONBLOCK = 1 << 0, /**< send and receive never wait */
} virStreamFlags;

/** Since 3.4.0. */
typedef enum {
  VIR_STREAM_RECV_STOP_AT_HOLE = 1 << 0,
} virStreamRecvFlagsValues;

/** Told that a stream is ready for some of virStreamEventType. Since 0.7.2. */
typedef void (*virStreamEventCallback)(virStreamPtr stream, int events, void* opaque);

/** Takes at most `nbytes` of `data`. Returns how many, or -1 to abort. Since 0.7.2. */
typedef int (*virStreamSinkFunc)(virStreamPtr st, const char* data, size_t nbytes, void* opaque);

/** Puts at most `nbytes` into `data`. Returns how many, 0 at the end, or -1 to abort. Since 0.7.2. */
typedef int (*virStreamSourceFunc)(virStreamPtr st, char* data, size_t nbytes, void* opaque);

/** Makes a hole in the sink. Since 3.4.0. */
typedef int (*virStreamSinkHoleFunc)(virStreamPtr st, long long length, void* opaque);

/** Says whether data or a hole comes next, and how long. Since 3.4.0. */
typedef int (*virStreamSourceHoleFunc)(virStreamPtr st, int* inData, long long* length, void* opaque);

/** Skips bytes of the source. Since 3.4.0. */
typedef int (*virStreamSourceSkipFunc)(virStreamPtr st, long long length, void* opaque);

/** Ends it at once; what is on its way is lost. Since 0.7.2. */
int virStreamAbort(virStreamPtr stream);

/** Has `cb` called from the event loop while the stream is ready for any of `events`. One function for each
 *  stream. `ff` (may be NULL) frees `opaque`. Since 0.7.2. */
int virStreamEventAddCallback(virStreamPtr stream, int events, virStreamEventCallback cb, void* opaque,
                              virFreeCallback ff);

/** Takes the function back; also from inside it. Since 0.7.2. */
int virStreamEventRemoveCallback(virStreamPtr stream);

/** Changes what the function waits for; 0 pauses it. Since 0.7.2. */
int virStreamEventUpdateCallback(virStreamPtr stream, int events);

/** Ends it in order: what was sent has arrived when this returns 0. Since 0.7.2. */
int virStreamFinish(virStreamPtr stream);

/** Gives a reference back; the last one aborts what is not finished. Returns 0 or -1. Since 0.7.2. */
int virStreamFree(virStreamPtr stream);

/** Makes a stream. With VIR_STREAM_NONBLOCK its functions never wait. Since 0.7.2. */
virStreamPtr virStreamNew(virConnectPtr conn, unsigned int flags);

/** Receives at most `nbytes`. Returns how many came, 0 at the end, -2 when it would have to wait and must
 *  not, or -1. Since 0.7.2. */
int virStreamRecv(virStreamPtr stream, char* data, size_t nbytes);

/** Gives all that comes to `handler`. A blocking stream only; finish or abort it afterwards. Since 0.7.2. */
int virStreamRecvAll(virStreamPtr stream, virStreamSinkFunc handler, void* opaque);

/** Takes another reference. Returns 0 or -1. Since 0.7.2. */
int virStreamRef(virStreamPtr stream);

/** Sends at most `nbytes`. Returns how many were taken, -2 when it would have to wait and must not, or -1.
 *  Since 0.7.2. */
int virStreamSend(virStreamPtr stream, const char* data, size_t nbytes);

/** Sends what `handler` gives until it returns 0. A blocking stream only; finish or abort it afterwards.
 *  Since 0.7.2. */
int virStreamSendAll(virStreamPtr stream, virStreamSourceFunc handler, void* opaque);

/** As virStreamRecv; with VIR_STREAM_RECV_STOP_AT_HOLE returns -3 at a hole. Only a stream that was opened
 *  sparse has holes, which no driver offers yet (VIR_ERR_NO_SUPPORT): of any other all is data. Since 3.4.0.
 */
int virStreamRecvFlags(virStreamPtr stream, char* data, size_t nbytes, unsigned int flags);

/** Stores the length of the hole at which receiving stopped. Since 3.4.0. */
int virStreamRecvHole(virStreamPtr stream, long long* length, unsigned int flags);

/** Sends a hole. Since 3.4.0. */
int virStreamSendHole(virStreamPtr stream, long long length, unsigned int flags);

/** As virStreamRecvAll, with holes. Since 3.4.0. */
int virStreamSparseRecvAll(virStreamPtr stream, virStreamSinkFunc handler, virStreamSinkHoleFunc holeHandler,
                           void* opaque);

/** As virStreamSendAll, with holes. Since 3.4.0. */
int virStreamSparseSendAll(virStreamPtr stream, virStreamSourceFunc handler,
                           virStreamSourceHoleFunc holeHandler, virStreamSourceSkipFunc skipHandler,
                           void* opaque);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_STREAM_H */
