// SPDX-License-Identifier: LGPL-2.1-or-later
// What libvirt-admin.so.0 forwards to. Nothing serves the administration of daemons yet: there is no way to a
// connection, so whatever is handed in as one, or as a server or client, is none.
#include <libvirt/libvirt-admin.h>

#include "api/call.hpp"

using namespace vireo::api;

namespace {

template <class R>
R fail(int code, const char* function) {
  reset_last_error();
  report(vireo::Error(code, VIR_FROM_ADMIN, function).data(), nullptr);
  if constexpr (std::is_pointer_v<R>)
    return nullptr;
  else
    return static_cast<R>(-1);
}

/// NULL may be given back; nothing else was ever handed out.
int give_back(const void* handle, const char* function) {
  reset_last_error();
  return handle ? fail<int>(VIR_ERR_INVALID_CONN, function) : 0;
}

}  // namespace

extern "C" {

int vireo_virAdmInitialize() { return 0; }

int vireo_virAdmGetVersion(unsigned long long* version) {
  reset_last_error();
  if (!version) {
    auto data =
        bad_argument("virAdmGetVersion", "libVer", "libVer in virAdmGetVersion must not be NULL").data();
    data.domain = VIR_FROM_ADMIN;
    report(data, nullptr);
    return -1;
  }
  *version = LIBVIR_VERSION_NUMBER;
  return 0;
}

virAdmConnectPtr vireo_virAdmConnectOpen(const char*, unsigned int) {
  return fail<virAdmConnectPtr>(VIR_ERR_NO_SUPPORT, "virAdmConnectOpen");
}

int vireo_virAdmConnectClose(virAdmConnectPtr conn) { return give_back(conn, "virAdmConnectClose"); }

int vireo_virAdmServerFree(virAdmServerPtr srv) { return give_back(srv, "virAdmServerFree"); }

int vireo_virAdmClientFree(virAdmClientPtr client) { return give_back(client, "virAdmClientFree"); }

int vireo_virAdmConnectIsAlive(virAdmConnectPtr conn) { return give_back(conn, "virAdmConnectIsAlive"); }
}

// clang-format off: one row a function
#define NO_HANDLE(result, name, ...) \
  extern "C" result vireo_##name(__VA_ARGS__) { return fail<result>(VIR_ERR_INVALID_CONN, #name); }

NO_HANDLE(int, virAdmClientClose, virAdmClientPtr, unsigned int)
NO_HANDLE(unsigned long long, virAdmClientGetID, virAdmClientPtr)
NO_HANDLE(int, virAdmClientGetInfo, virAdmClientPtr, virTypedParameterPtr*, int*, unsigned int)
NO_HANDLE(long long, virAdmClientGetTimestamp, virAdmClientPtr)
NO_HANDLE(int, virAdmClientGetTransport, virAdmClientPtr)
NO_HANDLE(int, virAdmConnectGetLibVersion, virAdmConnectPtr, unsigned long long*)
NO_HANDLE(int, virAdmConnectGetLoggingFilters, virAdmConnectPtr, char**, unsigned int)
NO_HANDLE(int, virAdmConnectGetLoggingOutputs, virAdmConnectPtr, char**, unsigned int)
NO_HANDLE(char*, virAdmConnectGetURI, virAdmConnectPtr)
NO_HANDLE(int, virAdmConnectListServers, virAdmConnectPtr, virAdmServerPtr**, unsigned int)
NO_HANDLE(virAdmServerPtr, virAdmConnectLookupServer, virAdmConnectPtr, const char*, unsigned int)
NO_HANDLE(int, virAdmConnectRef, virAdmConnectPtr)
NO_HANDLE(int, virAdmConnectRegisterCloseCallback, virAdmConnectPtr, virAdmConnectCloseFunc, void*,
          virFreeCallback)
NO_HANDLE(int, virAdmConnectSetDaemonTimeout, virAdmConnectPtr, unsigned int, unsigned int)
NO_HANDLE(int, virAdmConnectSetLoggingFilters, virAdmConnectPtr, const char*, unsigned int)
NO_HANDLE(int, virAdmConnectSetLoggingOutputs, virAdmConnectPtr, const char*, unsigned int)
NO_HANDLE(int, virAdmConnectUnregisterCloseCallback, virAdmConnectPtr, virAdmConnectCloseFunc)
NO_HANDLE(int, virAdmServerGetClientLimits, virAdmServerPtr, virTypedParameterPtr*, int*, unsigned int)
NO_HANDLE(const char*, virAdmServerGetName, virAdmServerPtr)
NO_HANDLE(int, virAdmServerGetThreadPoolParameters, virAdmServerPtr, virTypedParameterPtr*, int*,
          unsigned int)
NO_HANDLE(int, virAdmServerListClients, virAdmServerPtr, virAdmClientPtr**, unsigned int)
NO_HANDLE(virAdmClientPtr, virAdmServerLookupClient, virAdmServerPtr, unsigned long long, unsigned int)
NO_HANDLE(int, virAdmServerSetClientLimits, virAdmServerPtr, virTypedParameterPtr, int, unsigned int)
NO_HANDLE(int, virAdmServerSetThreadPoolParameters, virAdmServerPtr, virTypedParameterPtr, int, unsigned int)
NO_HANDLE(int, virAdmServerUpdateTlsFiles, virAdmServerPtr, unsigned int)
// clang-format on
