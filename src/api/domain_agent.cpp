// SPDX-License-Identifier: LGPL-2.1-or-later
// What only the agent inside the guest can do.
#include <algorithm>

#include "api/params.hpp"
#include "driver/agent.hpp"

using namespace vireo::api;
namespace driver = vireo::driver;
using driver::Agent;

namespace {

template <class C>
driver::List<std::string, 256> mountpoints_of(const C& self, const char** mountpoints, unsigned count) {
  if (count) self.not_null(mountpoints, "mountpoints");
  driver::List<std::string, 256> list;
  if (!mountpoints) return list;
  for (unsigned i = 0; i < count; ++i) {
    self.not_null(mountpoints[i], "mountpoints");
    list.push_back(mountpoints[i]);
  }
  return list;
}

virDomainFSInfoPtr file_system(const driver::FileSystemInfo& from) {
  auto* made = static_cast<virDomainFSInfoPtr>(std::calloc(1, sizeof(virDomainFSInfo)));
  if (!made) throw std::bad_alloc();
  made->mountpoint = c_string(from.mountpoint);
  made->name = c_string(from.name);
  made->fstype = c_string(from.type);
  made->devAlias = text_array(from.devices);
  made->ndevAlias = from.devices.size();
  return made;
}

}  // namespace

extern "C" {

int virDomainFSTrim(virDomainPtr dom, const char* mountPoint, unsigned long long minimum,
                    unsigned int flags) {
  return call(dom, Access::write, runs<&Agent::fstrim>(optional_text(mountPoint), minimum, flags));
}

int virDomainFSFreeze(virDomainPtr dom, const char** mountpoints, unsigned int nmountpoints,
                      unsigned int flags) {
  return call(dom, Access::write, [=](auto& self) {
    return self.template run<&Agent::fsfreeze>(mountpoints_of(self, mountpoints, nmountpoints), flags);
  });
}

int virDomainFSThaw(virDomainPtr dom, const char** mountpoints, unsigned int nmountpoints,
                    unsigned int flags) {
  return call(dom, Access::write, [=](auto& self) {
    return self.template run<&Agent::fsthaw>(mountpoints_of(self, mountpoints, nmountpoints), flags);
  });
}

int virDomainGetTime(virDomainPtr dom, long long* seconds, unsigned int* nseconds, unsigned int flags) {
  return call(dom, Access::write, [=](auto& self) {
    const auto now = self.template run<&Agent::time>(flags);
    if (seconds) *seconds = now.seconds;
    if (nseconds) *nseconds = now.nseconds;
  });
}

int virDomainSetTime(virDomainPtr dom, long long seconds, unsigned int nseconds, unsigned int flags) {
  return call(dom, Access::write, runs<&Agent::set_time>(seconds, nseconds, flags));
}

int virDomainGetFSInfo(virDomainPtr dom, virDomainFSInfoPtr** info, unsigned int flags) {
  return call(dom, Access::write, [=](auto& self) {
    self.not_null(info, "info");
    *info = nullptr;
    const auto found = self.template run<&Agent::fsinfo>(flags);
    auto** array =
        static_cast<virDomainFSInfoPtr*>(std::calloc(found.items.size() + 1, sizeof(virDomainFSInfoPtr)));
    if (!array) throw std::bad_alloc();
    std::transform(found.items.begin(), found.items.end(), array, file_system);
    *info = array;
    return static_cast<int>(found.items.size());
  });
}

int virDomainSetUserPassword(virDomainPtr dom, const char* user, const char* password, unsigned int flags) {
  return call(dom, Access::write, [=](auto& self) {
    self.not_null(user, "user");
    self.not_null(password, "password");
    self.template run<&Agent::set_user_password>(user, password, flags);
  });
}

int virDomainGetGuestVcpus(virDomainPtr domain, virTypedParameterPtr* params, unsigned int* nparams,
                           unsigned int flags) {
  return call(domain, Access::write, makes_params<&Agent::guest_vcpus>(params, nparams, flags));
}

int virDomainSetGuestVcpus(virDomainPtr domain, const char* cpumap, int state, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_null(cpumap, "cpumap");
    self.template run<&Agent::set_guest_vcpus>(cpumap, state, flags);
  });
}

int virDomainGetGuestInfo(virDomainPtr domain, unsigned int types, virTypedParameterPtr* params, int* nparams,
                          unsigned int flags) {
  return call(domain, Access::write, makes_params<&Agent::guest_info>(params, nparams, flags, types));
}

int virDomainAgentSetResponseTimeout(virDomainPtr domain, int timeout, unsigned int flags) {
  return call(domain, Access::write, runs<&Agent::agent_set_response_timeout>(timeout, flags));
}

int virDomainAuthorizedSSHKeysGet(virDomainPtr domain, const char* user, char*** keys, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_null(user, "user");
    self.not_null(keys, "keys");
    const auto found = self.template run<&Agent::authorized_ssh_keys_get>(user, flags);
    *keys = text_array(found);
    return static_cast<int>(found.size());
  });
}

int virDomainAuthorizedSSHKeysSet(virDomainPtr domain, const char* user, const char** keys,
                                  unsigned int nkeys, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    constexpr unsigned append = VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND,
                       remove = VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE;
    self.not_null(user, "user");
    if (flags & (append | remove)) self.not_null(keys, "keys");
    not_both(self.function, flags, append, remove,
             "Flags 'VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND' and "
             "'VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE' are mutually exclusive");
    driver::List<std::string, 2048> list;
    for (unsigned i = 0; keys && i < nkeys; ++i) {
      self.not_null(keys[i], "keys");
      list.push_back(keys[i]);
    }
    self.template run<&Agent::authorized_ssh_keys_set>(user, std::move(list), flags);
  });
}
}
