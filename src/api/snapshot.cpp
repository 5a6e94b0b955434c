// SPDX-License-Identifier: LGPL-2.1-or-later
// Snapshots of domains: taking, finding, reading, reverting to, deleting; their handles.
#include "api/moment_calls.hpp"
#include "driver/snapshots.hpp"

using namespace vireo::api;
using vireo::driver::Snapshots;

namespace {

constexpr int from = VIR_FROM_DOMAIN_SNAPSHOT;

template <class H, class F>
auto snapshot_call(H* handle, Access access, F what, const char* function = __builtin_FUNCTION()) noexcept {
  return call_from<from>(handle, access, what, function);
}

}  // namespace

extern "C" {

virDomainSnapshotPtr virDomainSnapshotCreateXML(virDomainPtr domain, const char* xmlDesc,
                                                unsigned int flags) {
  return snapshot_call(domain, Access::write, [=](auto& self) {
    self.not_null(xmlDesc, "xmlDesc");
    self.needs(flags, VIREO_FLAG(VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT),
               VIREO_FLAG(VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE));
    self.not_both(flags, VIREO_FLAG(VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE),
                  VIREO_FLAG(VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA));
    self.not_both(flags, VIREO_FLAG(VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE),
                  VIREO_FLAG(VIR_DOMAIN_SNAPSHOT_CREATE_HALT));
    auto* made = moment<_virDomainSnapshot, &Snapshots::create_xml>(self, xmlDesc, flags);
    if (flags & VIR_DOMAIN_SNAPSHOT_CREATE_HALT) self.handle.id = _virDomain::unknown_id;
    return made;
  });
}

virDomainSnapshotPtr virDomainSnapshotLookupByName(virDomainPtr domain, const char* name,
                                                   unsigned int flags) {
  return snapshot_call(domain, Access::read,
                       gives_moment_for<_virDomainSnapshot, &Snapshots::lookup_by_name>(name, "name", flags));
}

int virDomainHasCurrentSnapshot(virDomainPtr domain, unsigned int flags) {
  return snapshot_call(domain, Access::read, runs<&Snapshots::has_current>(flags));
}

virDomainSnapshotPtr virDomainSnapshotCurrent(virDomainPtr domain, unsigned int flags) {
  return snapshot_call(domain, Access::read, gives_moment<_virDomainSnapshot, &Snapshots::current>(flags));
}

virDomainSnapshotPtr virDomainSnapshotGetParent(virDomainSnapshotPtr snapshot, unsigned int flags) {
  return snapshot_call(snapshot, Access::read, gives_moment<_virDomainSnapshot, &Snapshots::parent>(flags));
}

char* virDomainSnapshotGetXMLDesc(virDomainSnapshotPtr snapshot, unsigned int flags) {
  return snapshot_call(snapshot, Access::read, [=](auto& self) {
    if (flags & VIR_DOMAIN_SNAPSHOT_XML_SECURE && self.connection().readonly)
      throw vireo::error(VIR_ERR_OPERATION_DENIED, from, "virDomainSnapshotGetXMLDesc with secure flag");
    return self.template run<&Snapshots::xml>(flags);
  });
}

int virDomainSnapshotIsCurrent(virDomainSnapshotPtr snapshot, unsigned int flags) {
  return snapshot_call(snapshot, Access::read, runs<&Snapshots::is_current>(flags));
}

int virDomainSnapshotHasMetadata(virDomainSnapshotPtr snapshot, unsigned int flags) {
  return snapshot_call(snapshot, Access::read, runs<&Snapshots::has_metadata>(flags));
}

int virDomainRevertToSnapshot(virDomainSnapshotPtr snapshot, unsigned int flags) {
  return snapshot_call(snapshot, Access::write, [=](auto& self) {
    self.not_both(flags, VIREO_FLAG(VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING),
                  VIREO_FLAG(VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED));
    self.template run<&Snapshots::revert>(flags);
    self.handle.owner->id = _virDomain::unknown_id;
  });
}

int virDomainSnapshotDelete(virDomainSnapshotPtr snapshot, unsigned int flags) {
  return snapshot_call(snapshot, Access::write, [=](auto& self) {
    self.not_both(flags, VIREO_FLAG(VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN),
                  VIREO_FLAG(VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY));
    return self.template run<&Snapshots::remove>(flags);
  });
}

const char* virDomainSnapshotGetName(virDomainSnapshotPtr snapshot) {
  return snapshot_call(snapshot, Access::read, says_name());
}

virDomainPtr virDomainSnapshotGetDomain(virDomainSnapshotPtr snapshot) {
  return snapshot_call(snapshot, Access::read, says_domain());
}

virConnectPtr virDomainSnapshotGetConnect(virDomainSnapshotPtr snapshot) {
  return snapshot_call(snapshot, Access::read, says_connection());
}

int virDomainSnapshotRef(virDomainSnapshotPtr snapshot) {
  return snapshot_call(snapshot, Access::read, takes_reference());
}

int virDomainSnapshotFree(virDomainSnapshotPtr snapshot) {
  return snapshot_call(snapshot, Access::read, gives_reference_back());
}

int virDomainSnapshotNum(virDomainPtr domain, unsigned int flags) {
  return snapshot_call(domain, Access::read, runs<&Snapshots::count>(flags));
}

int virDomainSnapshotListNames(virDomainPtr domain, char** names, int nameslen, unsigned int flags) {
  return snapshot_call(domain, Access::read, lists_moment_names<&Snapshots::names>(names, nameslen, flags));
}

int virDomainListAllSnapshots(virDomainPtr domain, virDomainSnapshotPtr** snaps, unsigned int flags) {
  return snapshot_call(domain, Access::read,
                       lists_moments<_virDomainSnapshot, &Snapshots::list>(snaps, flags));
}

int virDomainSnapshotNumChildren(virDomainSnapshotPtr snapshot, unsigned int flags) {
  return snapshot_call(snapshot, Access::read, runs<&Snapshots::children_count>(flags));
}

int virDomainSnapshotListChildrenNames(virDomainSnapshotPtr snapshot, char** names, int nameslen,
                                       unsigned int flags) {
  return snapshot_call(snapshot, Access::read,
                       lists_moment_names<&Snapshots::children_names>(names, nameslen, flags));
}

int virDomainSnapshotListAllChildren(virDomainSnapshotPtr snapshot, virDomainSnapshotPtr** snaps,
                                     unsigned int flags) {
  return snapshot_call(snapshot, Access::read,
                       lists_moments<_virDomainSnapshot, &Snapshots::children>(snaps, flags));
}
}
