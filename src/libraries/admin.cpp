// SPDX-License-Identifier: LGPL-2.1-or-later
// libvirt-admin.so.0: administration of a running daemon. libvirt.so.0 does the work.
#include <libvirt/libvirt-admin.h>

#include "libraries/forward.hpp"

// clang-format off: one row a function
FORWARD(virAdmClientClose, (client, flags), virAdmClientPtr client, unsigned int flags)
FORWARD(virAdmClientFree, (client), virAdmClientPtr client)
FORWARD(virAdmClientGetID, (client), virAdmClientPtr client)
FORWARD(virAdmClientGetInfo, (client, params, nparams, flags), virAdmClientPtr client,
        virTypedParameterPtr* params, int* nparams, unsigned int flags)
FORWARD(virAdmClientGetTimestamp, (client), virAdmClientPtr client)
FORWARD(virAdmClientGetTransport, (client), virAdmClientPtr client)
FORWARD(virAdmConnectClose, (conn), virAdmConnectPtr conn)
FORWARD(virAdmConnectGetLibVersion, (conn, libVer), virAdmConnectPtr conn, unsigned long long* libVer)
FORWARD(virAdmConnectGetLoggingFilters, (conn, filters, flags), virAdmConnectPtr conn, char** filters,
        unsigned int flags)
FORWARD(virAdmConnectGetLoggingOutputs, (conn, outputs, flags), virAdmConnectPtr conn, char** outputs,
        unsigned int flags)
FORWARD(virAdmConnectGetURI, (conn), virAdmConnectPtr conn)
FORWARD(virAdmConnectIsAlive, (conn), virAdmConnectPtr conn)
FORWARD(virAdmConnectListServers, (conn, servers, flags), virAdmConnectPtr conn, virAdmServerPtr** servers,
        unsigned int flags)
FORWARD(virAdmConnectLookupServer, (conn, name, flags), virAdmConnectPtr conn, const char* name,
        unsigned int flags)
FORWARD(virAdmConnectOpen, (name, flags), const char* name, unsigned int flags)
FORWARD(virAdmConnectRef, (conn), virAdmConnectPtr conn)
FORWARD(virAdmConnectRegisterCloseCallback, (conn, cb, opaque, freecb), virAdmConnectPtr conn,
        virAdmConnectCloseFunc cb, void* opaque, virFreeCallback freecb)
FORWARD(virAdmConnectSetDaemonTimeout, (conn, timeout, flags), virAdmConnectPtr conn, unsigned int timeout,
        unsigned int flags)
FORWARD(virAdmConnectSetLoggingFilters, (conn, filters, flags), virAdmConnectPtr conn, const char* filters,
        unsigned int flags)
FORWARD(virAdmConnectSetLoggingOutputs, (conn, outputs, flags), virAdmConnectPtr conn, const char* outputs,
        unsigned int flags)
FORWARD(virAdmConnectUnregisterCloseCallback, (conn, cb), virAdmConnectPtr conn, virAdmConnectCloseFunc cb)
FORWARD(virAdmGetVersion, (libVer), unsigned long long* libVer)
FORWARD(virAdmInitialize, ())
FORWARD(virAdmServerFree, (srv), virAdmServerPtr srv)
FORWARD(virAdmServerGetClientLimits, (srv, params, nparams, flags), virAdmServerPtr srv,
        virTypedParameterPtr* params, int* nparams, unsigned int flags)
FORWARD(virAdmServerGetName, (srv), virAdmServerPtr srv)
FORWARD(virAdmServerGetThreadPoolParameters, (srv, params, nparams, flags), virAdmServerPtr srv,
        virTypedParameterPtr* params, int* nparams, unsigned int flags)
FORWARD(virAdmServerListClients, (srv, clients, flags), virAdmServerPtr srv, virAdmClientPtr** clients,
        unsigned int flags)
FORWARD(virAdmServerLookupClient, (srv, id, flags), virAdmServerPtr srv, unsigned long long id,
        unsigned int flags)
FORWARD(virAdmServerSetClientLimits, (srv, params, nparams, flags), virAdmServerPtr srv,
        virTypedParameterPtr params, int nparams, unsigned int flags)
FORWARD(virAdmServerSetThreadPoolParameters, (srv, params, nparams, flags), virAdmServerPtr srv,
        virTypedParameterPtr params, int nparams, unsigned int flags)
FORWARD(virAdmServerUpdateTlsFiles, (srv, flags), virAdmServerPtr srv, unsigned int flags)
// clang-format on
