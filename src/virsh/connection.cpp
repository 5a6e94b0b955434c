// SPDX-License-Identifier: LGPL-2.1-or-later
// Connecting, noticing that the other end went away, and connecting again at the next command.
#include <libvirt/virterror.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <iostream>

#include "virsh/event_loop.hpp"
#include "virsh/failure.hpp"
#include "virsh/shell.hpp"

namespace vireo::virsh {
namespace {

std::string read_answer(const virConnectCredential& wanted) {
  bool secret = wanted.type == VIR_CRED_PASSPHRASE || wanted.type == VIR_CRED_NOECHOPROMPT;
  std::fprintf(stdout, "%s: ", wanted.prompt ? wanted.prompt : "");
  std::fflush(stdout);
  termios before{};
  bool hide = secret && tcgetattr(STDIN_FILENO, &before) == 0;
  if (hide) {
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  std::string line;
  bool read = static_cast<bool>(std::getline(std::cin, line));
  if (hide) {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::fputs("\n", stdout);
  }
  if (!read) throw Failure("no answer");
  return line;
}

int ask(virConnectCredentialPtr wanted, unsigned count, void*) {
  for (unsigned i = 0; i < count; ++i) {
    try {
      std::string answer = read_answer(wanted[i]);
      if (answer.empty() && wanted[i].defresult) answer = wanted[i].defresult;
      wanted[i].result = strdup(answer.c_str());  // the library frees it
      if (!wanted[i].result) return -1;
      wanted[i].resultlen = static_cast<unsigned>(answer.size());
    } catch (const Failure&) {
      return -1;
    }
  }
  return 0;
}

virConnectPtr open(const std::string& uri, bool readonly) {
  static int kinds[] = {VIR_CRED_AUTHNAME, VIR_CRED_ECHOPROMPT, VIR_CRED_PASSPHRASE, VIR_CRED_NOECHOPROMPT};
  virConnectAuth auth{kinds, sizeof kinds / sizeof *kinds, ask, nullptr};
  return virConnectOpenAuth(uri.empty() ? nullptr : uri.c_str(), &auth, readonly ? VIR_CONNECT_RO : 0);
}

}  // namespace

void Shell::on_close(virConnectPtr, int reason, void* shell) {
  static_cast<Shell*>(shell)->catch_disconnect(reason);
}

void Shell::catch_disconnect(int reason) {
  {
    std::lock_guard lock(mutex_);
    ++lost_;
  }
  if (reason == VIR_CONNECT_CLOSE_REASON_CLIENT) return;
  std::string uri = settings_.uri;
  if (char* known = virConnectGetURI(connection_)) {
    uri = known;
    std::free(known);
  }
  const char* why = reason == VIR_CONNECT_CLOSE_REASON_EOF         ? "end of file"
                    : reason == VIR_CONNECT_CLOSE_REASON_KEEPALIVE ? "keepalive timeout"
                                                                   : "I/O error";
  error(fmt::format("Disconnected from {} due to {}", uri, why));
  EventWait::connection_lost();
}

virConnectPtr Shell::connection() {
  bool lost;
  {
    std::lock_guard lock(mutex_);
    lost = lost_ > 0;
  }
  if (connection_ && !lost) return connection_;
  bool held = connection_ != nullptr;
  close_connection();
  virConnectPtr fresh = open(settings_.uri, settings_.readonly);
  if (!fresh) {
    throw Failure(lost ? "Failed to reconnect to the hypervisor" : "failed to connect to the hypervisor");
  }
  adopt(fresh, settings_.readonly);
  if (lost && held) error("Reconnected to the hypervisor");
  return connection_;
}

void Shell::adopt(virConnectPtr fresh, bool readonly) {
  int interval = settings_.keepalive_interval.value_or(5);
  int count = settings_.keepalive_count.value_or(6);
  if (interval > 0 && virConnectSetKeepAlive(fresh, interval, static_cast<unsigned>(count)) != 0) {
    if (settings_.keepalive_interval) {
      error("Cannot setup keepalive on connection as requested, disconnecting");
      virConnectClose(fresh);
      throw Failure("failed to connect to the hypervisor");
    }
    debug(1, "Failed to setup keepalive on connection\n");
    forget_library_error();
  }
  connection_ = fresh;
  settings_.readonly = readonly;
  lost_ = 0;
  if (virConnectRegisterCloseCallback(fresh, on_close, this, nullptr) < 0) forget_library_error();
}

void Shell::connect(std::string uri, bool readonly) {
  virConnectPtr fresh = open(uri, readonly);
  if (!fresh) throw Failure("failed to connect to the hypervisor");
  disconnect();
  settings_.uri = std::move(uri);
  adopt(fresh, readonly);
}

void Shell::disconnect() {
  close_connection();
  lost_ = 0;
}

void Shell::close_connection() {
  if (!connection_) return;
  virConnectUnregisterCloseCallback(connection_, on_close);
  int references = virConnectClose(connection_);
  connection_ = nullptr;
  if (references < 0) {
    error("Failed to disconnect from the hypervisor");
  } else if (references > 0) {
    error("One or more references were leaked after disconnect from the hypervisor");
  }
  forget_library_error();
}

virConnectPtr Shell::connection_for_completion() {
  if (connection_) return connection_;
  try {
    return connection();
  } catch (const Failure&) {
    forget_library_error();
    return nullptr;
  }
}

}  // namespace vireo::virsh
