/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Administration of a running daemon. Link with libvirt-admin. */
#ifndef LIBVIRT_ADMIN_H
#define LIBVIRT_ADMIN_H

#include <libvirt/libvirt-common.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _virAdmClient virAdmClient;
typedef virAdmClient* virAdmClientPtr;

typedef struct _virAdmConnect virAdmConnect;
typedef virAdmConnect* virAdmConnectPtr;

typedef struct _virAdmServer virAdmServer;
typedef virAdmServer* virAdmServerPtr;

/** Since 2.0.0. */
typedef enum {
  VIR_CLIENT_TRANS_UNIX = 0,
  VIR_CLIENT_TRANS_TCP = 1,
  VIR_CLIENT_TRANS_TLS = 2,
#ifdef VIR_ENUM_SENTINELS
  VIR_CLIENT_TRANS_LAST = 3,
#endif
} virClientTransport;

#define VIR_CLIENT_INFO_READONLY "readonly"                      /* since 2.0.0 */
#define VIR_CLIENT_INFO_SASL_USER_NAME "sasl_user_name"          /* since 2.0.0 */
#define VIR_CLIENT_INFO_SELINUX_CONTEXT "selinux_context"        /* since 2.0.0 */
#define VIR_CLIENT_INFO_SOCKET_ADDR "sock_addr"                  /* since 2.0.0 */
#define VIR_CLIENT_INFO_UNIX_GROUP_ID "unix_group_id"            /* since 2.0.0 */
#define VIR_CLIENT_INFO_UNIX_GROUP_NAME "unix_group_name"        /* since 2.0.0 */
#define VIR_CLIENT_INFO_UNIX_PROCESS_ID "unix_process_id"        /* since 2.0.0 */
#define VIR_CLIENT_INFO_UNIX_USER_ID "unix_user_id"              /* since 2.0.0 */
#define VIR_CLIENT_INFO_UNIX_USER_NAME "unix_user_name"          /* since 2.0.0 */
#define VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME "tls_x509_dname" /* since 2.0.0 */
#define VIR_SERVER_CLIENTS_CURRENT "nclients"                    /* since 2.0.0 */
#define VIR_SERVER_CLIENTS_MAX "nclients_max"                    /* since 2.0.0 */
#define VIR_SERVER_CLIENTS_UNAUTH_CURRENT "nclients_unauth"      /* since 2.0.0 */
#define VIR_SERVER_CLIENTS_UNAUTH_MAX "nclients_unauth_max"      /* since 2.0.0 */
#define VIR_THREADPOOL_JOB_QUEUE_DEPTH "jobQueueDepth"           /* since 2.0.0 */
#define VIR_THREADPOOL_WORKERS_CURRENT "nWorkers"                /* since 2.0.0 */
#define VIR_THREADPOOL_WORKERS_FREE "freeWorkers"                /* since 2.0.0 */
#define VIR_THREADPOOL_WORKERS_MAX "maxWorkers"                  /* since 2.0.0 */
#define VIR_THREADPOOL_WORKERS_MIN "minWorkers"                  /* since 2.0.0 */
#define VIR_THREADPOOL_WORKERS_PRIORITY "prioWorkers"            /* since 2.0.0 */

/** Closes the connect func. Since 2.0.0. */
typedef void (*virAdmConnectCloseFunc)(virAdmConnectPtr conn, int reason, void* opaque);

/** Closes the client. Since 2.0.0. */
int virAdmClientClose(virAdmClientPtr client, unsigned int flags);

/** Gives a reference back to the client. Since 2.0.0. */
int virAdmClientFree(virAdmClientPtr client);

/** Reads the client ID. Since 2.0.0. */
unsigned long long virAdmClientGetID(virAdmClientPtr client);

/** Reads the client info. Since 2.0.0. */
int virAdmClientGetInfo(virAdmClientPtr client, virTypedParameterPtr* params, int* nparams,
                        unsigned int flags);

/** Reads the client timestamp. Since 2.0.0. */
long long virAdmClientGetTimestamp(virAdmClientPtr client);

/** Reads the client transport. Since 2.0.0. */
int virAdmClientGetTransport(virAdmClientPtr client);

/** Closes the connect. Since 2.0.0. */
int virAdmConnectClose(virAdmConnectPtr conn);

/** Reads the connect lib version. Since 2.0.0. */
int virAdmConnectGetLibVersion(virAdmConnectPtr conn, unsigned long long* libVer);

/** Reads the connect URI. Since 2.0.0. */
char* virAdmConnectGetURI(virAdmConnectPtr conn);

/** Tells whether it is the connect alive. Since 2.0.0. */
int virAdmConnectIsAlive(virAdmConnectPtr conn);

/** Lists the connect servers. Since 2.0.0. */
int virAdmConnectListServers(virAdmConnectPtr conn, virAdmServerPtr** servers, unsigned int flags);

/** Finds the connect server. Since 2.0.0. */
virAdmServerPtr virAdmConnectLookupServer(virAdmConnectPtr conn, const char* name, unsigned int flags);

/** Opens the connect. Since 2.0.0. */
virAdmConnectPtr virAdmConnectOpen(const char* name, unsigned int flags);

/** Takes another reference to the connect. Since 2.0.0. */
int virAdmConnectRef(virAdmConnectPtr conn);

/** Registers the connect close callback. Since 2.0.0. */
int virAdmConnectRegisterCloseCallback(virAdmConnectPtr conn, virAdmConnectCloseFunc cb, void* opaque,
                                       virFreeCallback freecb);

/** Unregisters the connect close callback. Since 2.0.0. */
int virAdmConnectUnregisterCloseCallback(virAdmConnectPtr conn, virAdmConnectCloseFunc cb);

/** Reads the version. Since 2.0.0. */
int virAdmGetVersion(unsigned long long* libVer);

/** Prepares the administration library. Since 2.0.0. */
int virAdmInitialize(void);

/** Gives a reference back to the server. Since 2.0.0. */
int virAdmServerFree(virAdmServerPtr srv);

/** Reads the server client limits. Since 2.0.0. */
int virAdmServerGetClientLimits(virAdmServerPtr srv, virTypedParameterPtr* params, int* nparams,
                                unsigned int flags);

/** Reads the server name. Since 2.0.0. */
const char* virAdmServerGetName(virAdmServerPtr srv);

/** Reads the server thread pool parameters. Since 2.0.0. */
int virAdmServerGetThreadPoolParameters(virAdmServerPtr srv, virTypedParameterPtr* params, int* nparams,
                                        unsigned int flags);

/** Lists the server clients. Since 2.0.0. */
int virAdmServerListClients(virAdmServerPtr srv, virAdmClientPtr** clients, unsigned int flags);

/** Finds the server client. Since 2.0.0. */
virAdmClientPtr virAdmServerLookupClient(virAdmServerPtr srv, unsigned long long id, unsigned int flags);

/** Sets the server client limits. Since 2.0.0. */
int virAdmServerSetClientLimits(virAdmServerPtr srv, virTypedParameterPtr params, int nparams,
                                unsigned int flags);

/** Sets the server thread pool parameters. Since 2.0.0. */
int virAdmServerSetThreadPoolParameters(virAdmServerPtr srv, virTypedParameterPtr params, int nparams,
                                        unsigned int flags);

/** Reloads the server tls files. Since 2.0.0. */
int virAdmServerUpdateTlsFiles(virAdmServerPtr srv, unsigned int flags);

/** Reads the connect logging filters. Since 3.0.0. */
int virAdmConnectGetLoggingFilters(virAdmConnectPtr conn, char** filters, unsigned int flags);

/** Reads the connect logging outputs. Since 3.0.0. */
int virAdmConnectGetLoggingOutputs(virAdmConnectPtr conn, char** outputs, unsigned int flags);

/** Sets the connect logging filters. Since 3.0.0. */
int virAdmConnectSetLoggingFilters(virAdmConnectPtr conn, const char* filters, unsigned int flags);

/** Sets the connect logging outputs. Since 3.0.0. */
int virAdmConnectSetLoggingOutputs(virAdmConnectPtr conn, const char* outputs, unsigned int flags);

/** Sets the connect daemon timeout. Since 8.6.0. */
int virAdmConnectSetDaemonTimeout(virAdmConnectPtr conn, unsigned int timeout, unsigned int flags);

#ifdef __cplusplus
}
#endif

#endif /* LIBVIRT_ADMIN_H */
