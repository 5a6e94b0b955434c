// SPDX-License-Identifier: LGPL-2.1-or-later
// The public C API of one libvirt.so.0, ours or the incumbent's, loaded at run time so that one program
// measures either. The library stays loaded until the process ends.
#pragma once

#include <dlfcn.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <stdexcept>
#include <string>

namespace vireo::bench {

class Api {
 public:
  explicit Api(const std::string& library) : library_(dlopen(library.c_str(), RTLD_NOW | RTLD_GLOBAL)) {
    if (library_ == nullptr) throw std::runtime_error(dlerror());
#define VIREO_LOAD(name) load(name, "vir" #name)
    VIREO_LOAD(Initialize), VIREO_LOAD(ConnectOpen), VIREO_LOAD(ConnectClose),
        VIREO_LOAD(ConnectGetLibVersion);
    VIREO_LOAD(ConnectListAllDomains), VIREO_LOAD(DomainLookupByName), VIREO_LOAD(DomainGetXMLDesc);
    VIREO_LOAD(DomainDefineXML), VIREO_LOAD(DomainUndefine), VIREO_LOAD(DomainCreateWithFlags);
    VIREO_LOAD(DomainDestroy), VIREO_LOAD(DomainFree), VIREO_LOAD(DomainGetInfo),
        VIREO_LOAD(GetLastErrorMessage);
    VIREO_LOAD(SetErrorFunc);
#undef VIREO_LOAD
    Initialize();
    SetErrorFunc(nullptr, [](void*, virErrorPtr) {});
  }

  /// Throws what the library says when `ok` is false.
  void check(bool ok, const char* what) const {
    if (!ok) throw std::runtime_error(std::string(what) + ": " + GetLastErrorMessage());
  }
  virConnectPtr open(const std::string& uri) const {
    virConnectPtr connection = ConnectOpen(uri.c_str());
    check(connection != nullptr, "virConnectOpen");
    return connection;
  }

  decltype(&virInitialize) Initialize;
  decltype(&virConnectOpen) ConnectOpen;
  decltype(&virConnectClose) ConnectClose;
  decltype(&virConnectGetLibVersion) ConnectGetLibVersion;
  decltype(&virConnectListAllDomains) ConnectListAllDomains;
  decltype(&virDomainLookupByName) DomainLookupByName;
  decltype(&virDomainGetXMLDesc) DomainGetXMLDesc;
  decltype(&virDomainDefineXML) DomainDefineXML;
  decltype(&virDomainUndefine) DomainUndefine;
  decltype(&virDomainCreateWithFlags) DomainCreateWithFlags;
  decltype(&virDomainDestroy) DomainDestroy;
  decltype(&virDomainFree) DomainFree;
  decltype(&virDomainGetInfo) DomainGetInfo;
  decltype(&virGetLastErrorMessage) GetLastErrorMessage;
  decltype(&virSetErrorFunc) SetErrorFunc;

 private:
  template <typename Function>
  void load(Function& function, const char* name) {
    function = reinterpret_cast<Function>(dlsym(library_, name));
    if (function == nullptr) throw std::runtime_error(dlerror());
  }
  void* library_;
};

}  // namespace vireo::bench
