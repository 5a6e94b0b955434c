// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/complete.hpp"

#include <filesystem>

#include "virsh/commands.hpp"
#include "virsh/handles.hpp"
#include "virsh/parse.hpp"

namespace vireo::virsh {
namespace {

std::vector<std::string> starting_with(std::vector<std::string> candidates, std::string_view prefix) {
  std::erase_if(candidates, [&](const std::string& c) { return !c.starts_with(prefix); });
  return candidates;
}

std::vector<std::string> option_names(const Command& command, const Arguments& given) {
  std::vector<std::string> names;
  for (const Option& option : command.options) {
    if (!option.hidden && (option.type == OptionType::rest || !given.has(option.name))) {
      names.push_back("--" + std::string(option.name));
    }
  }
  return names;
}

/// The option whose value the last word is, or nullptr.
const Option* value_wanted(const Command& command, const Words& words, const Arguments& given) {
  if (words.size() >= 3 && words[words.size() - 2].starts_with("--")) {
    const Option* option = command.option(std::string_view(words[words.size() - 2]).substr(2));
    if (option && option->type != OptionType::flag) return option;
  }
  for (const Option& option : command.options) {
    if (option.type == OptionType::flag || option.hidden || !option.positional) continue;
    if (option.type == OptionType::rest || !given.has(option.name)) return &option;
  }
  return nullptr;
}

std::vector<std::string> domain_names(Shell& shell, unsigned flags) {
  virConnectPtr connection = shell.connection_for_completion();
  if (!connection) return {};
  virDomainPtr* raw = nullptr;
  int count = virConnectListAllDomains(connection, &raw, flags);
  std::vector<std::string> names;
  for (const Domain& domain : take<Domain>(raw, count)) names.emplace_back(virDomainGetName(domain.get()));
  shell.forget_library_error();
  return names;
}

}  // namespace

std::vector<std::string> complete_domains(Shell& shell, const Arguments&) { return domain_names(shell, 0); }
std::vector<std::string> complete_running_domains(Shell& shell, const Arguments&) {
  return domain_names(shell, VIR_CONNECT_LIST_DOMAINS_ACTIVE);
}
std::vector<std::string> complete_inactive_domains(Shell& shell, const Arguments&) {
  return domain_names(shell, VIR_CONNECT_LIST_DOMAINS_INACTIVE);
}

std::vector<std::string> complete_networks(Shell& shell, const Arguments&) {
  virConnectPtr connection = shell.connection_for_completion();
  if (!connection) return {};
  virNetworkPtr* raw = nullptr;
  int count = virConnectListAllNetworks(connection, &raw, 0);
  std::vector<std::string> names;
  for (const Network& network : take<Network>(raw, count))
    names.emplace_back(virNetworkGetName(network.get()));
  shell.forget_library_error();
  return names;
}

std::vector<std::string> complete_pools(Shell& shell, const Arguments&) {
  virConnectPtr connection = shell.connection_for_completion();
  if (!connection) return {};
  virStoragePoolPtr* raw = nullptr;
  int count = virConnectListAllStoragePools(connection, &raw, 0);
  std::vector<std::string> names;
  for (const Pool& pool : take<Pool>(raw, count)) names.emplace_back(virStoragePoolGetName(pool.get()));
  shell.forget_library_error();
  return names;
}

std::vector<std::string> complete_commands(Shell&, const Arguments&) {
  std::vector<std::string> names;
  for (const Group& group : groups()) {
    for (const Command& command : group.commands) {
      if (!command.hidden) names.emplace_back(command.name);
    }
  }
  return names;
}

std::vector<std::string> complete_files(Shell&, const Arguments&) { return {}; }

namespace {

std::vector<std::string> files_starting_with(const std::string& prefix) {
  namespace fs = std::filesystem;
  size_t slash = prefix.rfind('/');
  std::string folder = slash == prefix.npos ? "" : prefix.substr(0, slash + 1);
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder.empty() ? "." : folder, error), end; !error && it != end;
       it.increment(error)) {
    std::string name = folder + it->path().filename().string();
    if (!name.starts_with(prefix)) continue;
    std::error_code ignored;
    names.push_back(it->is_directory(ignored) ? name + "/" : name);
  }
  return names;
}

}  // namespace

std::vector<std::string> complete_words(Shell& shell, const Words& words) {
  Arguments nothing(*find_command("help"));
  if (words.size() <= 1) {
    return starting_with(complete_commands(shell, nothing), words.empty() ? "" : words.front());
  }
  const Command* command = find_command(words.front());
  if (!command) return {};
  const std::string& last = words.back();
  Arguments given = parse_partly(*command, Words(words.begin(), words.end() - 1));
  if (last.starts_with('-')) return starting_with(option_names(*command, given), last);
  const Option* option = value_wanted(*command, words, given);
  std::vector<std::string> candidates;
  if (option && option->completer == complete_files) return files_starting_with(last);
  if (option && option->completer) candidates = option->completer(shell, given);
  if (last.empty() && candidates.empty()) candidates = option_names(*command, given);
  return starting_with(std::move(candidates), last);
}

}  // namespace vireo::virsh
