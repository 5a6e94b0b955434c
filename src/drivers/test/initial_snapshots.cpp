// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/initial_snapshots.hpp"

#include "model/snapshot_xml.hpp"

namespace vireo::test_driver {

void add_snapshot(Domain& domain, const std::string& xml) {
  auto snapshot = model::parse_snapshot(xml, [](xml::Node element) { return parse_definition(element); });
  const auto document = xml::Document::parse(xml, {}, VIR_FROM_DOMAIN_SNAPSHOT);
  const auto active = document.root().child("active");
  if (!active)
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN_SNAPSHOT, "Could not find 'active' element");
  if (!snapshot.domain) throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "missing domain in snapshot");
  if (domain.snapshots.find(snapshot.name))
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_DOMAIN, "domain moment {} already exists", snapshot.name);
  domain.snapshots.check_parent(snapshot);
  const bool current = active.text() != "0";
  if (current && domain.snapshots.current())
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_TEST, "more than one snapshot claims to be active");
  const auto& added = domain.snapshots.add(std::move(snapshot));
  if (current) domain.snapshots.set_current(added.name);
}

}  // namespace vireo::test_driver
