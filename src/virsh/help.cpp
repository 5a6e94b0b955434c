// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/help.hpp"

#include <fmt/format.h>
#include <libvirt/libvirt.h>

namespace vireo::virsh {
namespace {

// A list of values is shown without its name when no other value can stand before it.
bool shown_bare(const Command& command, const Option& option) {
  for (const Option& earlier : command.options) {
    if (&earlier == &option) return true;
    if (earlier.type != OptionType::flag && !earlier.hidden) return false;
  }
  return true;
}

std::string in_synopsis(const Command& command, const Option& option) {
  const char* type = option.type == OptionType::number ? "number" : "string";
  if (option.type == OptionType::flag) return fmt::format("[--{}]", option.name);
  if (option.type == OptionType::rest) {
    if (shown_bare(command, option))
      return option.required ? fmt::format("<{}>...", option.name) : fmt::format("[<{}>]...", option.name);
    return option.required ? fmt::format("{{[--{}] <{}>}}...", option.name, type)
                           : fmt::format("[[--{}] <{}>]...", option.name, type);
  }
  return option.required ? fmt::format("<{}>", option.name) : fmt::format("[--{} <{}>]", option.name, type);
}

std::string in_list(const Command& command, const Option& option) {
  const char* type = option.type == OptionType::number ? "number" : "string";
  if (option.type == OptionType::flag) return fmt::format("--{}", option.name);
  if (option.type == OptionType::rest && shown_bare(command, option)) return fmt::format("<{}>", option.name);
  bool bare_allowed = option.required || option.type == OptionType::rest;
  return bare_allowed ? fmt::format("[--{}] <{}>", option.name, type)
                      : fmt::format("--{} <{}>", option.name, type);
}

std::string command_lines(const Group& group) {
  std::string out;
  for (const Command& command : group.commands) {
    if (!command.hidden) out += fmt::format("    {:<30} {}\n", command.name, command.summary);
  }
  return out;
}

std::string roff(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else {
      out += c;
    }
  }
  return out;
}

std::string manual_command(const Command& command) {
  std::string out =
      fmt::format(".SS {}\n.nh\n.B {}\n.hy\n.PP\n", roff(command.name), roff(synopsis(command)));
  out += roff(command.description.empty() ? command.summary : command.description) + "\n";
  for (const Option& option : command.options) {
    if (option.hidden) continue;
    out += fmt::format(".TP\n.B {}\n{}\n", roff(in_list(command, option)), roff(option.help));
  }
  return out;
}

constexpr const char* option_lines =
    "    -c | --connect=URI      the hypervisor to connect to\n"
    "    -d | --debug=NUM        show messages from this level on [0-4]\n"
    "    -e | --escape <char>    the key that leaves a console\n"
    "    -h | --help             this text\n"
    "    -k | --keepalive-interval=NUM\n"
    "                            seconds between signs of life, 0 for none\n"
    "    -K | --keepalive-count=NUM\n"
    "                            how many missing answers end the connection\n"
    "    -l | --log=FILE         write messages to FILE as well\n"
    "    -q | --quiet            only what was asked for\n"
    "    -r | --readonly         connect without the right to change anything\n"
    "    -t | --timing           say how long each command took\n"
    "    -v                      short version\n"
    "    -V                      long version\n"
    "         --version[=TYPE]   version, TYPE is short or long (default short)\n";

}  // namespace

std::string synopsis(const Command& command) {
  std::string out(command.name);
  for (const Option& option : command.options) {
    if (!option.hidden) out += " " + in_synopsis(command, option);
  }
  return out;
}

std::string command_help(const Command& command) {
  std::string out = fmt::format("  NAME\n    {} - {}\n\n  SYNOPSIS\n    {}\n", command.name, command.summary,
                                synopsis(command));
  if (!command.description.empty()) out += fmt::format("\n  DESCRIPTION\n    {}\n", command.description);
  if (!command.options.empty()) {
    out += "\n  OPTIONS\n";
    for (const Option& option : command.options) {
      if (!option.hidden) out += fmt::format("    {:<15}  {}\n", in_list(command, option), option.help);
    }
  }
  return out + "\n";
}

std::string group_help(const Group& group) {
  return fmt::format(" {} (help keyword '{}'):\n", group.title, group.keyword) + command_lines(group);
}

std::string all_groups_help() {
  std::string out = "Grouped commands:\n\n";
  for (const Group& group : groups()) out += group_help(group) + "\n";
  return out;
}

std::string usage() {
  std::string out = fmt::format(
      "\n{0} [options]... [<command_string>]\n{0} [options]... <command> [args...]\n\n  options:\n{1}"
      "  commands (non interactive mode):\n\n",
      "virsh", option_lines);
  for (const Group& group : groups()) {
    out += fmt::format(" {} (help keyword '{}')\n", group.title, group.keyword) + command_lines(group) + "\n";
  }
  return out +
         "\n  (specify help <group> for details about the commands in the group)\n"
         "\n  (specify help <command> for details about the command)\n\n";
}

std::string version_text(bool verbose) {
  unsigned long version = 0;
  virGetVersion(&version, nullptr, nullptr);
  std::string number = fmt::format("{}.{}.{}", version / 1000000, version / 1000 % 1000, version % 1000);
  if (!verbose) return number + "\n";
  return fmt::format(
      "Virsh command line tool of libvirt {}\n"
      "\nCompiled with support for:\n Hypervisors: QEMU/KVM Test\n Networking: Remote\n"
      " Storage:\n Miscellaneous: Daemon Editline\n",
      number);
}

std::string manual_page() {
  std::string out =
      ".TH VIRSH 1\n.SH NAME\nvirsh \\- manage guests from the command line\n.SH SYNOPSIS\n.B virsh\n"
      "[\\fIoptions\\fR]... [\\fIcommand_string\\fR]\n.br\n.B virsh\n[\\fIoptions\\fR]... \\fIcommand\\fR "
      "[\\fIargs\\fR...]\n.SH DESCRIPTION\n"
      "Virsh runs commands on a hypervisor: one given on its own command line, several joined by semicolons "
      "in one quoted argument, or those typed at its prompt when none is given. In a quoted line single and "
      "double quotes and the backslash protect characters, and # begins a comment. Every option may stand "
      "anywhere; values without an option name fill the command's options in their order, and \\-\\- ends "
      "the options. CMD \\-\\-help explains a command.\n.SH OPTIONS\n.nf\n";
  out += roff(option_lines);
  out += ".fi\n.SH COMMANDS\n";
  for (const Group& group : groups()) {
    out += fmt::format(".PP\n.B {} (help keyword '{}')\n", roff(group.title), group.keyword);
    for (const Command& command : group.commands) {
      if (!command.hidden) out += manual_command(command);
    }
  }
  return out +
         ".SH ENVIRONMENT\n"
         ".TP\n.B VIRSH_DEFAULT_CONNECT_URI\nThe hypervisor to connect to, when \\-c is not given.\n"
         ".TP\n.B LIBVIRT_DEFAULT_URI\nThe same, for every program that uses the library.\n"
         ".TP\n.B VISUAL, EDITOR\nThe editor of the commands that edit; vi when neither is set.\n"
         ".TP\n.B VIRSH_DEBUG, VIRSH_LOG_FILE\nLike \\-d and \\-l.\n"
         ".TP\n.B VIRSH_HISTSIZE\nHow many lines the history keeps.\n"
         ".SH FILES\n.TP\n.I $XDG_CACHE_HOME/virsh/history\nThe lines typed at the prompt.\n"
         ".SH EXIT STATUS\n0 when the last command succeeded, otherwise 1.\n";
}

}  // namespace vireo::virsh
