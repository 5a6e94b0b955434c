// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/cmd_list.hpp"

#include <strings.h>

#include <algorithm>

#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/states.hpp"
#include "virsh/table.hpp"

namespace vireo::virsh {
namespace {

constexpr unsigned no_id = ~0U;

struct Row {
  Domain domain;
  unsigned id;
  std::string name;
};

struct Filter {
  const char* option;
  unsigned flag;
};
constexpr Filter filters[] = {
    {"persistent", VIR_CONNECT_LIST_DOMAINS_PERSISTENT},
    {"transient", VIR_CONNECT_LIST_DOMAINS_TRANSIENT},
    {"with-managed-save", VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE},
    {"without-managed-save", VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE},
    {"autostart", VIR_CONNECT_LIST_DOMAINS_AUTOSTART},
    {"no-autostart", VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART},
    {"with-snapshot", VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT},
    {"without-snapshot", VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT},
    {"with-checkpoint", VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT},
    {"without-checkpoint", VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT},
    {"state-running", VIR_CONNECT_LIST_DOMAINS_RUNNING},
    {"state-paused", VIR_CONNECT_LIST_DOMAINS_PAUSED},
    {"state-shutoff", VIR_CONNECT_LIST_DOMAINS_SHUTOFF},
    {"state-other", VIR_CONNECT_LIST_DOMAINS_OTHER},
};

unsigned wanted(const Arguments& arguments) {
  unsigned flags = VIR_CONNECT_LIST_DOMAINS_ACTIVE;
  if (arguments.has("inactive") || arguments.has("state-shutoff")) flags = VIR_CONNECT_LIST_DOMAINS_INACTIVE;
  if (arguments.has("all")) flags = VIR_CONNECT_LIST_DOMAINS_INACTIVE | VIR_CONNECT_LIST_DOMAINS_ACTIVE;
  for (const Filter& filter : filters) {
    if (arguments.has(filter.option)) flags |= filter.flag;
  }
  return flags;
}

// Running ones first, by id; then the others by name, as a person sorts.
bool before(const Row& a, const Row& b) {
  if (a.id != b.id) return a.id < b.id;
  return strcasecmp(a.name.c_str(), b.name.c_str()) < 0;
}

std::vector<Row> collect(Shell& shell, unsigned flags) {
  virDomainPtr* raw = nullptr;
  int count = virConnectListAllDomains(shell.connection(), &raw, flags);
  if (count < 0) throw Failure("Failed to list domains");
  std::vector<Row> rows;
  for (Domain& domain : take<Domain>(raw, count)) {
    unsigned id = virDomainGetID(domain.get());
    std::string name = name_of(domain);
    rows.push_back({std::move(domain), id, std::move(name)});
  }
  std::ranges::stable_sort(rows, before);
  return rows;
}

std::string id_text(const Row& row) { return row.id == no_id ? "-" : fmt::format("{}", row.id); }

std::string title_of(Shell& shell, const Row& row) {
  CString title(virDomainGetMetadata(row.domain.get(), VIR_DOMAIN_METADATA_TITLE, nullptr, 0));
  if (!title) shell.forget_library_error();
  return title ? title.get() : "";
}

void print_fields(Shell& shell, const Arguments& arguments, const std::vector<Row>& rows) {
  bool only_ids = !arguments.has("uuid") && !arguments.has("name");
  for (const Row& row : rows) {
    if (only_ids && row.id == no_id) continue;
    std::vector<std::string> fields;
    if (arguments.has("uuid")) {
      char uuid[VIR_UUID_STRING_BUFLEN];
      if (virDomainGetUUIDString(row.domain.get(), uuid) < 0) throw Failure("Failed to get domain's UUID");
      fields.emplace_back(uuid);
    }
    if (arguments.has("id")) fields.push_back(id_text(row));
    if (arguments.has("name")) fields.push_back(row.name);
    shell.print("{}\n", fmt::join(fields, " "));
  }
}

void print_table(Shell& shell, const Arguments& arguments, const std::vector<Row>& rows) {
  bool titles = arguments.has("title");
  std::vector<std::string> header{"Id", "Name", "State"};
  if (titles) header.emplace_back("Title");
  Table table(std::move(header));
  for (const Row& row : rows) {
    virDomainInfo info{};
    int state = row.id == no_id ? VIR_DOMAIN_SHUTOFF : VIR_DOMAIN_NOSTATE;
    if (virDomainGetInfo(row.domain.get(), &info) == 0) {
      state = info.state;
    } else {
      shell.forget_library_error();  // it went away meanwhile
    }
    bool saved = arguments.has("managed-save") && row.id == no_id &&
                 virDomainHasManagedSaveImage(row.domain.get(), 0) > 0;
    std::vector<std::string> cells{id_text(row), row.name, saved ? "saved" : state_name(state)};
    if (titles) cells.push_back(title_of(shell, row));
    table.add(std::move(cells));
  }
  shell.write(table.render(!shell.settings().quiet));
}

void list(Shell& shell, const Arguments& arguments) {
  arguments.exclusive("table", "name");
  arguments.exclusive("table", "uuid");
  arguments.exclusive("table", "id");
  std::vector<Row> rows = collect(shell, wanted(arguments));
  bool fields = arguments.has("uuid") || arguments.has("name") || arguments.has("id");
  fields ? print_fields(shell, arguments, rows) : print_table(shell, arguments, rows);
}

}  // namespace

Command list_command() {
  return {"list",
          "list domains",
          "Lists the running domains, or those the options ask for.",
          {flag("inactive", "those that are not running"),
           flag("all", "running or not"),
           flag("transient", "those without a stored definition"),
           flag("persistent", "those with a stored definition"),
           flag("with-snapshot", "those with a snapshot"),
           flag("without-snapshot", "those without snapshots"),
           flag("with-checkpoint", "those with a checkpoint"),
           flag("without-checkpoint", "those without checkpoints"),
           flag("state-running", "those in state running"),
           flag("state-paused", "those in state paused"),
           flag("state-shutoff", "those in state shut off"),
           flag("state-other", "those in any other state"),
           flag("autostart", "those started with the host"),
           flag("no-autostart", "those not started with the host"),
           flag("with-managed-save", "those with a managed save image"),
           flag("without-managed-save", "those without a managed save image"),
           flag("uuid", "print UUIDs"),
           flag("name", "print names"),
           flag("id", "print ids"),
           flag("table", "print a table (the default)"),
           flag("managed-save", "show domains with a managed save image as saved"),
           flag("title", "show titles")},
          list};
}

}  // namespace vireo::virsh
