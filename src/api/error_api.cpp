// SPDX-License-Identifier: LGPL-2.1-or-later
// The functions with which programs read, keep and free errors.
#include <cstdlib>

#include "api/connect.hpp"
#include "api/error_state.hpp"

using namespace vireo::api;

extern "C" {

virErrorPtr virGetLastError(void) { return last_error().empty() ? nullptr : &last_error().get(); }

int virGetLastErrorCode(void) { return last_error().get().code; }

int virGetLastErrorDomain(void) { return last_error().get().domain; }

const char* virGetLastErrorMessage(void) {
  auto& last = last_error();
  if (last.empty()) return "no error";
  return last.get().message ? last.get().message : "unknown error";
}

void virResetLastError(void) { last_error().clear(); }

void virResetError(virErrorPtr err) {
  if (!err) return;
  for (char* text : {err->message, err->str1, err->str2, err->str3}) std::free(text);
  *err = virError{};
}

void virFreeError(virErrorPtr err) {
  virResetError(err);
  std::free(err);
}

virErrorPtr virSaveLastError(void) {
  auto* saved = static_cast<virErrorPtr>(std::calloc(1, sizeof(virError)));
  if (saved) copy_error(last_error().get(), *saved);
  return saved;
}

int virCopyLastError(virErrorPtr to) {
  if (!to) return -1;
  virResetError(to);
  copy_error(last_error().get(), *to);
  return to->code;
}

virErrorPtr virConnGetLastError(virConnectPtr conn) {
  return _virConnect::valid(conn) && !conn->error.last.empty() ? &conn->error.last.get() : nullptr;
}

int virConnCopyLastError(virConnectPtr conn, virErrorPtr to) {
  if (!_virConnect::valid(conn) || !to) return -1;
  std::lock_guard lock(conn->error.mutex);
  if (conn->error.last.empty()) {
    virResetError(to);
    return 0;
  }
  virResetError(to);
  copy_error(conn->error.last.get(), *to);
  return to->code;
}

void virConnResetLastError(virConnectPtr conn) {
  if (!_virConnect::valid(conn)) return;
  std::lock_guard lock(conn->error.mutex);
  conn->error.last.clear();
}
}
