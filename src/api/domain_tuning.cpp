// SPDX-License-Identifier: LGPL-2.1-or-later
// How much of the host a domain may have, as lists of typed parameters.
#include "api/params.hpp"
#include "driver/tuning.hpp"

using namespace vireo::api;
using std::make_tuple;
using vireo::driver::Tuning;

extern "C" {

char* virDomainGetSchedulerType(virDomainPtr domain, int* nparams) {
  return call(domain, Access::read, [=](auto& self) {
    auto found = self.template run<&Tuning::scheduler_type>();
    if (nparams) *nparams = found.nparams;
    return found.type;
  });
}

int virDomainGetSchedulerParameters(virDomainPtr domain, virTypedParameterPtr params, int* nparams) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(params, "params");
    self.not_null(nparams, "nparams");
    positive(self, *nparams, "*nparams");
    *nparams = write_params(self.template run<&Tuning::scheduler_parameters>(*nparams), params, *nparams);
  });
}

int virDomainGetSchedulerParametersFlags(virDomainPtr domain, virTypedParameterPtr params, int* nparams,
                                         unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(params, "params");
    self.not_null(nparams, "nparams");
    positive(self, *nparams, "*nparams");
    not_live_and_config(self, flags);
    const auto found =
        self.template run<&Tuning::scheduler_parameters_flags>(*nparams, flags | VIR_TYPED_PARAM_STRING_OKAY);
    *nparams = write_params(found, params, *nparams);
  });
}

int virDomainSetSchedulerParameters(virDomainPtr domain, virTypedParameterPtr params, int nparams) {
  return call(domain, Access::write,
              sets_params<&Tuning::set_scheduler_parameters, true>(params, nparams, make_tuple()));
}

int virDomainSetSchedulerParametersFlags(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                                         unsigned int flags) {
  return call(
      domain, Access::write,
      sets_params<&Tuning::set_scheduler_parameters_flags, true>(params, nparams, make_tuple(), flags));
}

int virDomainGetMemoryParameters(virDomainPtr domain, virTypedParameterPtr params, int* nparams,
                                 unsigned int flags) {
  return call(domain, Access::read, gets_params<&Tuning::memory_parameters>(params, nparams, flags));
}

int virDomainSetMemoryParameters(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                                 unsigned int flags) {
  return call(domain, Access::write,
              sets_params<&Tuning::set_memory_parameters>(params, nparams, make_tuple(), flags));
}

int virDomainGetBlkioParameters(virDomainPtr domain, virTypedParameterPtr params, int* nparams,
                                unsigned int flags) {
  return call(domain, Access::read, gets_params<&Tuning::blkio_parameters>(params, nparams, flags));
}

int virDomainSetBlkioParameters(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                                unsigned int flags) {
  return call(domain, Access::write,
              sets_params<&Tuning::set_blkio_parameters, true>(params, nparams, make_tuple(), flags));
}

int virDomainGetNumaParameters(virDomainPtr domain, virTypedParameterPtr params, int* nparams,
                               unsigned int flags) {
  return call(domain, Access::read,
              gets_params<&Tuning::numa_parameters, Exclusive::driver>(params, nparams, flags));
}

int virDomainSetNumaParameters(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                               unsigned int flags) {
  return call(domain, Access::write,
              sets_params<&Tuning::set_numa_parameters>(params, nparams, make_tuple(), flags));
}

int virDomainGetInterfaceParameters(virDomainPtr domain, const char* device, virTypedParameterPtr params,
                                    int* nparams, unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(device, "device");
    gets_params<&Tuning::interface_parameters, Exclusive::driver>(params, nparams, flags,
                                                                  std::string(device))(self);
  });
}

int virDomainSetInterfaceParameters(virDomainPtr domain, const char* device, virTypedParameterPtr params,
                                    int nparams, unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_null(device, "device");
    sets_params<&Tuning::set_interface_parameters>(params, nparams, make_tuple(std::string(device)),
                                                   flags)(self);
  });
}

int virDomainGetBlockIoTune(virDomainPtr domain, const char* disk, virTypedParameterPtr params, int* nparams,
                            unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(nparams, "nparams");
    self.not_negative(*nparams, "*nparams");
    if (*nparams) {
      self.not_null(params, "params");
      self.not_null(disk, "disk");
    }
    gets_params<&Tuning::block_io_tune>(params, nparams, flags, optional_text(disk))(self);
  });
}

int virDomainSetBlockIoTune(virDomainPtr domain, const char* disk, virTypedParameterPtr params, int nparams,
                            unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_null(disk, "disk");
    sets_params<&Tuning::set_block_io_tune>(params, nparams, make_tuple(std::string(disk)), flags)(self);
  });
}

int virDomainGetPerfEvents(virDomainPtr domain, virTypedParameterPtr* params, int* nparams,
                           unsigned int flags) {
  return call(domain, Access::read,
              makes_params<&Tuning::perf_events>(params, nparams, flags | VIR_TYPED_PARAM_STRING_OKAY));
}

int virDomainSetPerfEvents(virDomainPtr domain, virTypedParameterPtr params, int nparams,
                           unsigned int flags) {
  return call(domain, Access::write,
              sets_params<&Tuning::set_perf_events>(params, nparams, make_tuple(), flags));
}
}
