// SPDX-License-Identifier: LGPL-2.1-or-later
// Checkpoints of domains and their handles.
#include "api/moment_calls.hpp"
#include "driver/checkpoints.hpp"

using namespace vireo::api;
using vireo::driver::Checkpoints;

namespace {

constexpr int from = VIR_FROM_DOMAIN_CHECKPOINT;

template <class H, class F>
auto checkpoint_call(H* handle, Access access, F what, const char* function = __builtin_FUNCTION()) noexcept {
  return call_from<from>(handle, access, what, function);
}

}  // namespace

extern "C" {

virDomainCheckpointPtr virDomainCheckpointCreateXML(virDomainPtr domain, const char* xmlDesc,
                                                    unsigned int flags) {
  return checkpoint_call(domain, Access::write, [=](auto& self) {
    self.not_null(xmlDesc, "xmlDesc");
    self.needs(flags, VIREO_FLAG(VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE),
               VIREO_FLAG(VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE));
    self.not_both(flags, VIREO_FLAG(VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE),
                  VIREO_FLAG(VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE));
    return moment<_virDomainCheckpoint, &Checkpoints::create_xml>(self, xmlDesc, flags);
  });
}

virDomainCheckpointPtr virDomainCheckpointLookupByName(virDomainPtr domain, const char* name,
                                                       unsigned int flags) {
  return checkpoint_call(
      domain, Access::read,
      gives_moment_for<_virDomainCheckpoint, &Checkpoints::lookup_by_name>(name, "name", flags));
}

char* virDomainCheckpointGetXMLDesc(virDomainCheckpointPtr checkpoint, unsigned int flags) {
  return checkpoint_call(checkpoint, Access::read, [=](auto& self) {
    if (flags & VIR_DOMAIN_CHECKPOINT_XML_SECURE && self.connection().readonly)
      throw vireo::error(VIR_ERR_OPERATION_DENIED, from, "virDomainCheckpointGetXMLDesc with secure flag");
    return self.template run<&Checkpoints::xml>(flags);
  });
}

virDomainCheckpointPtr virDomainCheckpointGetParent(virDomainCheckpointPtr checkpoint, unsigned int flags) {
  return checkpoint_call(checkpoint, Access::read,
                         gives_moment<_virDomainCheckpoint, &Checkpoints::parent>(flags));
}

int virDomainListAllCheckpoints(virDomainPtr domain, virDomainCheckpointPtr** checkpoints,
                                unsigned int flags) {
  return checkpoint_call(domain, Access::read,
                         lists_moments<_virDomainCheckpoint, &Checkpoints::list>(checkpoints, flags));
}

int virDomainCheckpointListAllChildren(virDomainCheckpointPtr checkpoint, virDomainCheckpointPtr** children,
                                       unsigned int flags) {
  return checkpoint_call(checkpoint, Access::read,
                         lists_moments<_virDomainCheckpoint, &Checkpoints::children>(children, flags));
}

int virDomainCheckpointDelete(virDomainCheckpointPtr checkpoint, unsigned int flags) {
  return checkpoint_call(checkpoint, Access::write, [=](auto& self) {
    self.not_both(flags, VIREO_FLAG(VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN),
                  VIREO_FLAG(VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY));
    return self.template run<&Checkpoints::remove>(flags);
  });
}

const char* virDomainCheckpointGetName(virDomainCheckpointPtr checkpoint) {
  return checkpoint_call(checkpoint, Access::read, says_name());
}

virDomainPtr virDomainCheckpointGetDomain(virDomainCheckpointPtr checkpoint) {
  return checkpoint_call(checkpoint, Access::read, says_domain());
}

virConnectPtr virDomainCheckpointGetConnect(virDomainCheckpointPtr checkpoint) {
  return checkpoint_call(checkpoint, Access::read, says_connection());
}

int virDomainCheckpointRef(virDomainCheckpointPtr checkpoint) {
  return checkpoint_call(checkpoint, Access::read, takes_reference());
}

int virDomainCheckpointFree(virDomainCheckpointPtr checkpoint) {
  return checkpoint_call(checkpoint, Access::read, gives_reference_back());
}
}
