// SPDX-License-Identifier: LGPL-2.1-or-later
// Storage pools.
#include <strings.h>

#include <algorithm>

#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/table.hpp"

namespace vireo::virsh {
namespace {

std::string name_of(const Pool& pool) { return virStoragePoolGetName(pool.get()); }

const char* state_of(int state) {
  static constexpr const char* names[] = {"inactive", "building", "running", "degraded", "inaccessible"};
  return state >= 0 && state < 5 ? names[state] : "unknown";
}

std::string size_text(unsigned long long bytes, bool plain) {
  if (plain) return fmt::format("{}", bytes);
  Size size = readable_size(bytes);
  return fmt::format("{:.2f} {}", size.value, size.unit);
}

void pool_start(Shell& shell, const Arguments& arguments) {
  Pool pool = pool_of(shell, arguments);
  std::string name = arguments.text_or("pool", "");
  unsigned flags = 0;
  if (arguments.has("build")) flags |= VIR_STORAGE_POOL_CREATE_WITH_BUILD;
  if (arguments.has("overwrite")) flags |= VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE;
  if (arguments.has("no-overwrite")) flags |= VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE;
  if (virStoragePoolCreate(pool.get(), flags) < 0) throw failure("Failed to start pool {}", name);
  shell.say("Pool {} started\n", name);
}

template <auto call>
void act(Shell& shell, const Arguments& arguments, const char* verb, const char* done) {
  Pool pool = pool_of(shell, arguments);
  std::string name = arguments.text_or("pool", "");
  if (call(pool.get()) < 0) throw failure("Failed to {} pool {}", verb, name);
  shell.say("Pool {} {}\n", name, done);
}

void pool_destroy(Shell& shell, const Arguments& a) {
  act<virStoragePoolDestroy>(shell, a, "destroy", "destroyed");
}
void pool_undefine(Shell& shell, const Arguments& a) {
  act<virStoragePoolUndefine>(shell, a, "undefine", "has been undefined");
}
void pool_refresh(Shell& shell, const Arguments& a) {
  act<[](virStoragePoolPtr pool) { return virStoragePoolRefresh(pool, 0); }>(shell, a, "refresh",
                                                                             "refreshed");
}

void pool_autostart(Shell& shell, const Arguments& arguments) {
  Pool pool = pool_of(shell, arguments);
  std::string name = arguments.text_or("pool", "");
  bool on = !arguments.has("disable");
  if (virStoragePoolSetAutostart(pool.get(), on) < 0) {
    throw failure("failed to {} pool {} as autostarted", on ? "mark" : "unmark", name);
  }
  shell.say("Pool {} {} as autostarted\n", name, on ? "marked" : "unmarked");
}

void pool_define(Shell& shell, const Arguments& arguments) {
  std::string file = arguments.text_or("file", ""), xml = read_file(file);
  unsigned flags = arguments.has("validate") ? VIR_STORAGE_POOL_DEFINE_VALIDATE : 0;
  Pool pool(virStoragePoolDefineXML(shell.connection(), xml.c_str(), flags));
  if (!pool) throw failure("Failed to define pool from {}", file);
  shell.say("Pool {} defined from {}\n", name_of(pool), file);
}

void pool_dumpxml(Shell& shell, const Arguments& arguments) {
  Pool pool = pool_of(shell, arguments);
  unsigned flags = arguments.has("inactive") ? VIR_STORAGE_XML_INACTIVE : 0;
  print_document(shell, arguments, take_string(virStoragePoolGetXMLDesc(pool.get(), flags)));
}

void pool_info(Shell& shell, const Arguments& arguments) {
  Pool pool = pool_of(shell, arguments);
  auto row = [&](const char* title, const std::string& value) { shell.print("{:<15} {}\n", title, value); };
  row("Name:", name_of(pool));
  char uuid[VIR_UUID_STRING_BUFLEN];
  if (virStoragePoolGetUUIDString(pool.get(), uuid) == 0) row("UUID:", uuid);
  virStoragePoolInfo info{};
  if (virStoragePoolGetInfo(pool.get(), &info) < 0) throw Failure();
  row("State:", state_of(info.state));
  int persistent = virStoragePoolIsPersistent(pool.get()), autostart = 0;
  row("Persistent:", persistent < 0 ? "unknown" : persistent ? "yes" : "no");
  bool known = virStoragePoolGetAutostart(pool.get(), &autostart) == 0;
  row("Autostart:", !known ? "no autostart" : autostart ? "yes" : "no");
  if (info.state != VIR_STORAGE_POOL_RUNNING && info.state != VIR_STORAGE_POOL_DEGRADED) return;
  bool plain = arguments.has("bytes");
  row("Capacity:", size_text(info.capacity, plain));
  row("Allocation:", size_text(info.allocation, plain));
  row("Available:", size_text(info.available, plain));
}

void pool_name(Shell& shell, const Arguments& arguments) {
  shell.print("{}\n", name_of(pool_of(shell, arguments, by_uuid)));
}

void pool_uuid(Shell& shell, const Arguments& arguments) {
  Pool pool = pool_of(shell, arguments, by_name);
  char uuid[VIR_UUID_STRING_BUFLEN];
  if (virStoragePoolGetUUIDString(pool.get(), uuid) < 0) throw Failure("failed to get pool UUID");
  shell.print("{}\n", uuid);
}

unsigned list_flags(const Arguments& arguments) {
  static constexpr const char* types[] = {"dir",     "fs",   "netfs",    "logical",     "disk",
                                          "iscsi",   "scsi", "mpath",    "rbd",         "sheepdog",
                                          "gluster", "zfs",  "vstorage", "iscsi-direct"};
  unsigned flags = VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE;
  if (arguments.has("inactive")) flags = VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE;
  if (arguments.has("all"))
    flags = VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE | VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE;
  if (arguments.has("autostart")) flags |= VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART;
  if (arguments.has("no-autostart")) flags |= VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART;
  if (arguments.has("persistent")) flags |= VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT;
  if (arguments.has("transient")) flags |= VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT;
  for (const std::string& wanted : split_commas(arguments.text_or("type", ""))) {
    if (!arguments.has("type")) break;
    auto known = std::ranges::find(types, wanted, [](const char* name) { return std::string_view(name); });
    if (known == std::end(types)) throw failure("Invalid pool type '{}'", wanted);
    flags |= VIR_CONNECT_LIST_STORAGE_POOLS_DIR << (known - std::begin(types));
  }
  return flags;
}

// Active ones first, then by name.
bool before(const Pool& a, const Pool& b) {
  bool a_active = virStoragePoolIsActive(a.get()) == 1, b_active = virStoragePoolIsActive(b.get()) == 1;
  if (a_active != b_active) return a_active;
  return strcasecmp(virStoragePoolGetName(a.get()), virStoragePoolGetName(b.get())) < 0;
}

std::string autostart_of(const Pool& pool) {
  int autostart = 0;
  if (virStoragePoolGetAutostart(pool.get(), &autostart) < 0) return "no autostart";
  return autostart ? "yes" : "no";
}

std::vector<std::string> detailed_row(const Pool& pool) {
  virStoragePoolInfo info{};
  bool known = virStoragePoolGetInfo(pool.get(), &info) == 0;
  bool sized = known && (info.state == VIR_STORAGE_POOL_RUNNING || info.state == VIR_STORAGE_POOL_DEGRADED);
  auto size = [&](unsigned long long bytes) { return sized ? size_text(bytes, false) : std::string("-"); };
  return {name_of(pool),       known ? state_of(info.state) : "unknown",
          autostart_of(pool),  virStoragePoolIsPersistent(pool.get()) == 1 ? "yes" : "no",
          size(info.capacity), size(info.allocation),
          size(info.available)};
}

void pool_list(Shell& shell, const Arguments& arguments) {
  arguments.exclusive("details", "uuid");
  arguments.exclusive("details", "name");
  virStoragePoolPtr* raw = nullptr;
  int count = virConnectListAllStoragePools(shell.connection(), &raw, list_flags(arguments));
  if (count < 0) throw Failure("Failed to list pools");
  std::vector<Pool> pools = take<Pool>(raw, count);
  std::ranges::stable_sort(pools, before);
  bool uuids = arguments.has("uuid"), names = arguments.has("name"), details = arguments.has("details");
  Table table(details ? std::vector<std::string>{"Name", "State", "Autostart", "Persistent", "Capacity",
                                                 "Allocation", "Available"}
                      : std::vector<std::string>{"Name", "State", "Autostart"});
  for (const Pool& pool : pools) {
    if (uuids || names) {
      char uuid[VIR_UUID_STRING_BUFLEN] = "";
      if (uuids && virStoragePoolGetUUIDString(pool.get(), uuid) < 0)
        throw Failure("Failed to get pool's UUID");
      shell.print("{}{}{}\n", uuid, uuids && names ? " " : "",
                  names ? fmt::format("{:<20}", name_of(pool)) : "");
    } else if (details) {
      table.add(detailed_row(pool));
    } else {
      table.add({name_of(pool), virStoragePoolIsActive(pool.get()) == 1 ? "active" : "inactive",
                 autostart_of(pool)});
    }
  }
  if (!uuids && !names) shell.write(table.render(!shell.settings().quiet));
}

}  // namespace

Group pool_commands() {
  Option pool = text("pool", "the pool's name or UUID").needed().completes(complete_pools);
  Group group{"Storage Pool", "pool", {}};
  group.commands = {
      {"pool-autostart",
       "start a pool with the host",
       "Marks the pool to be started when the host starts.",
       {pool, flag("disable", "do not start it any more")},
       pool_autostart},
      {"pool-define",
       "define a pool from an XML file",
       "Stores a pool's definition, without starting it.",
       {file_option("the file with its definition"), flag("validate", "check the XML against the schema")},
       pool_define},
      {"pool-destroy", "stop a pool", "Stops the pool. What it holds stays.", {pool}, pool_destroy},
      {"pool-dumpxml",
       "a pool's definition",
       "Prints the pool's definition as XML.",
       {pool, flag("inactive", "the stored definition"), xpath_option(), wrap_option()},
       pool_dumpxml},
      {"pool-info",
       "facts about a pool",
       "Prints basic facts about the pool.",
       {pool, flag("bytes", "sizes in bytes")},
       pool_info},
      {"pool-list",
       "list pools",
       "Lists the active pools, or those the options ask for.",
       {flag("inactive", "those that are not active"), flag("all", "active or not"),
        flag("transient", "those without a stored definition"), flag("persistent", "those with one"),
        flag("autostart", "those started with the host"),
        flag("no-autostart", "those not started with the host"), text("type", "of these types, with commas"),
        flag("details", "with persistence and sizes"), flag("uuid", "print UUIDs"),
        flag("name", "print names")},
       pool_list},
      {"pool-name",
       "a pool's name",
       "",
       {text("pool", "the pool's UUID").needed().completes(complete_pools)},
       pool_name},
      {"pool-refresh",
       "look again what a pool holds",
       "Reads the pool's volumes anew.",
       {pool},
       pool_refresh},
      {"pool-start",
       "start a pool",
       "Starts a defined pool.",
       {pool, flag("build", "build it first"), flag("no-overwrite", "build, but not over something else"),
        flag("overwrite", "build over whatever is there")},
       pool_start},
      {"pool-undefine", "undefine a pool", "Drops the pool's stored definition.", {pool}, pool_undefine},
      {"pool-uuid",
       "a pool's UUID",
       "",
       {text("pool", "the pool's name").needed().completes(complete_pools)},
       pool_uuid},
  };
  return group;
}

}  // namespace vireo::virsh
