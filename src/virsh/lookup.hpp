// SPDX-License-Identifier: LGPL-2.1-or-later
// Objects named by an option's value. Each throws Failure when there is no such object.
#pragma once

#include <string>
#include <vector>

#include "virsh/handles.hpp"
#include "virsh/shell.hpp"

namespace vireo::virsh {

enum : unsigned { by_id = 1, by_uuid = 2, by_name = 4, by_any = by_id | by_uuid | by_name };

Domain find_domain(Shell& shell, const std::string& wanted, unsigned how = by_any);
/// The one of option "domain".
Domain domain_of(Shell& shell, const Arguments& arguments, unsigned how = by_any);
Network network_of(Shell& shell, const Arguments& arguments, unsigned how = by_uuid | by_name);
Pool pool_of(Shell& shell, const Arguments& arguments, unsigned how = by_uuid | by_name);
Pool find_pool(Shell& shell, const std::string& wanted, unsigned how = by_uuid | by_name);
/// The option "vol", within option "pool" when that is given.
Volume volume_of(Shell& shell, const Arguments& arguments);

/// Flags of --config, --live and --current; the three exclude one another where they must.
unsigned affect_flags(const Arguments& arguments);

/// The option's file, whole. Throws Failure naming the file and the cause.
std::string read_file(const std::string& path);

std::string name_of(const Domain& domain);
/// nullptr for an absent option, for C functions.
inline const char* c_or_null(const std::optional<std::string>& text) {
  return text ? text->c_str() : nullptr;
}
/// The string a C function returned, released; throws an empty Failure for nullptr.
std::string take_string(char* text);
std::string take_string(char* text, std::string failure_text);

}  // namespace vireo::virsh
