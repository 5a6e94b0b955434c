// SPDX-License-Identifier: LGPL-2.1-or-later
#include <algorithm>

#include "virsh/commands.hpp"

namespace vireo::virsh {

const Option* Command::option(std::string_view wanted) const {
  auto found = std::ranges::find(options, wanted, &Option::name);
  return found == options.end() ? nullptr : &*found;
}

const std::vector<Group>& groups() {
  static const std::vector<Group> all = [] {
    std::vector<Group> list;
    for (Group (*make)() : {domain_commands, monitor_commands, event_commands, host_commands,
                            network_commands, pool_commands, volume_commands, self_commands}) {
      list.push_back(make());
    }
    return list;
  }();
  return all;
}

const Command* find_command(std::string_view name) {
  for (const Group& group : groups()) {
    auto found = std::ranges::find(group.commands, name, &Command::name);
    if (found != group.commands.end()) return &*found;
  }
  return nullptr;
}

const Group* find_group(std::string_view wanted) {
  for (const Group& group : groups()) {
    if (group.title == wanted || group.keyword == wanted) return &group;
  }
  return nullptr;
}

}  // namespace vireo::virsh
