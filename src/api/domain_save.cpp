// SPDX-License-Identifier: LGPL-2.1-or-later
// A domain's memory in a file: save, restore, managed save, core dump.
#include <filesystem>

#include "api/call_from.hpp"
#include "api/params.hpp"
#include "driver/saving.hpp"

using namespace vireo::api;
using vireo::driver::Saving;

namespace {

template <class H, class F>
auto domain_call(H* handle, Access access, F what, const char* function = __builtin_FUNCTION()) noexcept {
  return call_from<VIR_FROM_DOMAIN>(handle, access, what, function);
}

void one_way_to_start(auto& self, unsigned flags) {
  self.not_both(flags, VIREO_FLAG(VIR_DOMAIN_SAVE_RUNNING), VIREO_FLAG(VIR_DOMAIN_SAVE_PAUSED));
}

void one_end(auto& self, unsigned flags) {
  self.not_both(flags, VIREO_FLAG(VIR_DUMP_CRASH), VIREO_FLAG(VIR_DUMP_LIVE));
  self.not_both(flags, VIREO_FLAG(VIR_DUMP_CRASH), VIREO_FLAG(VIR_DUMP_RESET));
  self.not_both(flags, VIREO_FLAG(VIR_DUMP_LIVE), VIREO_FLAG(VIR_DUMP_RESET));
}

/// The path as the driver gets it: a daemon has another working directory.
std::string absolute(const char* path) { return std::filesystem::absolute(path).native(); }

}  // namespace

extern "C" {

int virDomainSave(virDomainPtr domain, const char* to) {
  return domain_call(domain, Access::write, [=](auto& self) {
    self.not_null(to, "to");
    self.template run<&Saving::save>(absolute(to));
    self.handle.id = -1;
  });
}

int virDomainSaveFlags(virDomainPtr domain, const char* to, const char* dxml, unsigned int flags) {
  return domain_call(domain, Access::write, [=](auto& self) {
    self.not_null(to, "to");
    one_way_to_start(self, flags);
    self.template run<&Saving::save_flags>(absolute(to), optional_text(dxml), flags);
    self.handle.id = -1;
  });
}

int virDomainSaveParams(virDomainPtr domain, virTypedParameterPtr params, int nparams, unsigned int flags) {
  return domain_call(domain, Access::write, [=](auto& self) {
    one_way_to_start(self, flags);
    self.template run<&Saving::save_params>(read_params(params, nparams), flags);
    self.handle.id = -1;
  });
}

int virDomainRestore(virConnectPtr conn, const char* from) {
  return domain_call(conn, Access::write, [=](auto& self) {
    self.not_null(from, "from");
    return self.template run<&Saving::restore>(absolute(from));
  });
}

int virDomainRestoreFlags(virConnectPtr conn, const char* from, const char* dxml, unsigned int flags) {
  return domain_call(conn, Access::write, [=](auto& self) {
    self.not_null(from, "from");
    one_way_to_start(self, flags);
    return self.template run<&Saving::restore_flags>(absolute(from), optional_text(dxml), flags);
  });
}

int virDomainRestoreParams(virConnectPtr conn, virTypedParameterPtr params, int nparams, unsigned int flags) {
  return domain_call(conn, Access::write, [=](auto& self) {
    one_way_to_start(self, flags);
    return self.template run<&Saving::restore_params>(read_params(params, nparams), flags);
  });
}

char* virDomainSaveImageGetXMLDesc(virConnectPtr conn, const char* file, unsigned int flags) {
  return domain_call(conn, Access::write, [=](auto& self) {
    self.not_null(file, "file");
    return self.template run<&Saving::image_xml>(absolute(file), flags);
  });
}

int virDomainSaveImageDefineXML(virConnectPtr conn, const char* file, const char* dxml, unsigned int flags) {
  return domain_call(conn, Access::write, [=](auto& self) {
    self.not_null(file, "file");
    self.not_null(dxml, "dxml");
    one_way_to_start(self, flags);
    return self.template run<&Saving::define_image>(absolute(file), dxml, flags);
  });
}

int virDomainManagedSave(virDomainPtr dom, unsigned int flags) {
  return domain_call(dom, Access::write, [=](auto& self) {
    one_way_to_start(self, flags);
    self.template run<&Saving::managed_save>(flags);
    self.handle.id = -1;
  });
}

int virDomainManagedSaveRemove(virDomainPtr dom, unsigned int flags) {
  return domain_call(dom, Access::write, runs<&Saving::managed_save_remove>(flags));
}

char* virDomainManagedSaveGetXMLDesc(virDomainPtr domain, unsigned int flags) {
  return domain_call(domain, Access::read, [=](auto& self) {
    if (flags & VIR_DOMAIN_SAVE_IMAGE_XML_SECURE && self.connection().readonly)
      self.denied("virDomainManagedSaveGetXMLDesc with secure flag");
    return self.template run<&Saving::managed_save_xml>(flags);
  });
}

int virDomainManagedSaveDefineXML(virDomainPtr domain, const char* dxml, unsigned int flags) {
  return domain_call(domain, Access::write, [=](auto& self) {
    one_way_to_start(self, flags);
    return self.template run<&Saving::define_managed_save>(optional_text(dxml), flags);
  });
}

int virDomainCoreDump(virDomainPtr domain, const char* to, unsigned int flags) {
  return domain_call(domain, Access::write, [=](auto& self) {
    self.not_null(to, "to");
    one_end(self, flags);
    self.template run<&Saving::core_dump>(absolute(to), flags);
    if (flags & VIR_DUMP_CRASH) self.handle.id = _virDomain::unknown_id;
  });
}

int virDomainCoreDumpWithFormat(virDomainPtr domain, const char* to, unsigned int dumpformat,
                                unsigned int flags) {
  return domain_call(domain, Access::write, [=](auto& self) {
    self.not_null(to, "to");
    if (dumpformat > VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP)
      throw vireo::driver::invalid_argument(self.function, "dumpformat",
                                            fmt::format("dumpformat '{}' is not supported", dumpformat),
                                            VIR_FROM_DOMAIN);
    one_end(self, flags);
    self.template run<&Saving::core_dump_with_format>(absolute(to), dumpformat, flags);
    if (flags & VIR_DUMP_CRASH) self.handle.id = _virDomain::unknown_id;
  });
}
}
