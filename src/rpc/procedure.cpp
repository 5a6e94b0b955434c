// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/procedure.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "rpc/procedures.hpp"

namespace vireo::rpc {
namespace {

struct Index {
  std::vector<const Procedure*> sorted;
  std::vector<const Procedure*> by_number;

  Index() {
    for (const auto table : {agent_procedures(),
                             blocks_procedures(),
                             checkpoints_procedures(),
                             console_procedures(),
                             devices_procedures(),
                             domains_procedures(),
                             filter_bindings_procedures(),
                             filters_procedures(),
                             guest_procedures(),
                             host_procedures(),
                             hotplug_procedures(),
                             interfaces_procedures(),
                             jobs_procedures(),
                             lifecycle_procedures(),
                             migration_procedures(),
                             network_ports_procedures(),
                             networks_procedures(),
                             node_procedures(),
                             node_devices_procedures(),
                             pools_procedures(),
                             saving_procedures(),
                             secrets_procedures(),
                             session_procedures(),
                             snapshots_procedures(),
                             statistics_procedures(),
                             tuning_procedures(),
                             volumes_procedures()})
      for (const Procedure& procedure : table) sorted.push_back(&procedure);
    std::ranges::sort(sorted, {}, &Procedure::number);
    by_number.resize(sorted.back()->number + 1);
    for (const Procedure* procedure : sorted) {
      if (by_number[procedure->number]) throw std::logic_error("two rows for one procedure");
      by_number[procedure->number] = procedure;
    }
  }
};

const Index& index() {
  static const Index instance;
  return instance;
}

}  // namespace

const Procedure* find_procedure(std::int32_t number) noexcept {
  const auto& table = index().by_number;
  if (number < 0 || static_cast<std::size_t>(number) >= table.size()) return nullptr;
  return table[number];
}

std::span<const Procedure* const> all_procedures() noexcept { return index().sorted; }

}  // namespace vireo::rpc
