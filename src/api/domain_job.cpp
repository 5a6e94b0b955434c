// SPDX-License-Identifier: LGPL-2.1-or-later
// What a domain is busy with, and backups, which are such jobs.
#include "api/call.hpp"
#include "api/params.hpp"
#include "driver/checkpoints.hpp"
#include "driver/jobs.hpp"

using namespace vireo::api;
using vireo::driver::Checkpoints;
using vireo::driver::Jobs;

extern "C" {

int virDomainGetJobInfo(virDomainPtr domain, virDomainJobInfoPtr info) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(info, "info");
    *info = {};
    const auto job = self.template run<&Jobs::job_info>();
    *info = {.type = job.type,
             .timeElapsed = job.time_elapsed,
             .timeRemaining = job.time_remaining,
             .dataTotal = job.data_total,
             .dataProcessed = job.data_processed,
             .dataRemaining = job.data_remaining,
             .memTotal = job.mem_total,
             .memProcessed = job.mem_processed,
             .memRemaining = job.mem_remaining,
             .fileTotal = job.file_total,
             .fileProcessed = job.file_processed,
             .fileRemaining = job.file_remaining};
  });
}

int virDomainGetJobStats(virDomainPtr domain, int* type, virTypedParameterPtr* params, int* nparams,
                         unsigned int flags) {
  return call(domain, Access::read, [=](auto& self) {
    self.not_null(type, "type");
    self.not_null(params, "params");
    self.not_null(nparams, "nparams");
    const auto stats = self.template run<&Jobs::job_stats>(flags);
    *params = new_params(stats.params, nparams);
    *type = stats.type;
  });
}

int virDomainAbortJob(virDomainPtr domain) { return call(domain, Access::write, runs<&Jobs::abort_job>()); }

int virDomainAbortJobFlags(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::write, runs<&Jobs::abort_job_flags>(flags));
}

int virDomainBackupBegin(virDomainPtr domain, const char* backupXML, const char* checkpointXML,
                         unsigned int flags) {
  return call(domain, Access::write, [=](auto& self) {
    self.not_null(backupXML, "backupXML");
    return self.template run<&Checkpoints::backup_begin>(backupXML, optional_text(checkpointXML), flags);
  });
}

char* virDomainBackupGetXMLDesc(virDomainPtr domain, unsigned int flags) {
  return call(domain, Access::read, runs<&Checkpoints::backup_xml>(flags));
}
}
