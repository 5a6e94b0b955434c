// SPDX-License-Identifier: LGPL-2.1-or-later
// The shell's own commands.
#include <pwd.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

#include "virsh/commands.hpp"
#include "virsh/complete.hpp"
#include "virsh/failure.hpp"
#include "virsh/help.hpp"
#include "virsh/lookup.hpp"
#include "virsh/text.hpp"

namespace vireo::virsh {
namespace {

std::string home_directory() {
  if (const char* home = std::getenv("HOME")) return home;
  const passwd* user = getpwuid(getuid());
  return user && user->pw_dir ? user->pw_dir : "/";
}

void cd(Shell& shell, const Arguments& arguments) {
  if (!shell.settings().interactive) throw Failure("cd: command valid only in interactive mode");
  std::string directory = arguments.has("dir") ? arguments.text_or("dir", "/") : home_directory();
  if (::chdir(directory.c_str()) != 0) {
    throw failure("cd: {}: {}", std::strerror(errno), directory);
  }
}

void pwd(Shell& shell, const Arguments&) {
  char buffer[PATH_MAX];
  if (!::getcwd(buffer, sizeof buffer)) {
    throw failure("pwd: cannot get current directory: {}", std::strerror(errno));
  }
  shell.print("{}\n", buffer);
}

void echo(Shell& shell, const Arguments& arguments) {
  arguments.exclusive("shell", "xml");
  bool split = arguments.has("split");
  std::string line;
  bool first = true;
  for (const std::string& word : arguments.all("string")) {
    if (!first) line += ' ';
    first = false;
    for (const std::string& part : split ? split_commas(word) : std::vector{word}) {
      line += arguments.has("shell") ? quote_for_shell(part)
              : arguments.has("xml") ? escape_for_xml(part)
                                     : part;
      if (split) line += '\n';
    }
  }
  if (arguments.has("err")) {
    shell.error(line);
  } else {
    shell.write(line);
  }
}

void help(Shell& shell, const Arguments& arguments) {
  auto wanted = arguments.text("command");
  if (!wanted) {
    shell.write(all_groups_help());
  } else if (const Command* command = find_command(*wanted)) {
    shell.write(command_help(*command));
  } else if (const Group* group = find_group(*wanted)) {
    shell.write(group_help(*group));
  } else {
    throw failure("command or command group '{}' doesn't exist", *wanted);
  }
}

void quit(Shell& shell, const Arguments&) { shell.leave(); }

void connect(Shell& shell, const Arguments& arguments) {
  shell.connect(arguments.text_or("name", shell.settings().uri), arguments.has("readonly"));
}

void complete(Shell& shell, const Arguments& arguments) {
  std::vector<std::string> words = arguments.all("string");
  if (words.empty()) throw Failure();
  std::vector<std::string> candidates = complete_words(shell, words);
  for (const std::string& candidate : candidates) shell.print("{}\n", candidate);
  if (candidates.empty()) throw Failure();
}

void manual(Shell& shell, const Arguments&) { shell.write(manual_page()); }

}  // namespace

Group self_commands() {
  Group group{"Virsh itself", "virsh", {}};
  auto add = [&](Command command) {
    command.needs_connection = false;
    group.commands.push_back(std::move(command));
  };
  add({"cd",
       "change the current directory",
       "Makes another directory the current one.",
       {text("dir", "where to go; without it: home").completes(complete_files)},
       cd});
  add({"echo",
       "print the arguments",
       "Prints its arguments, quoted for another language when asked to.",
       {flag("shell", "quote for a shell"), flag("xml", "escape for XML"),
        flag("split", "one line for each part between commas; ',,' is a comma"),
        flag("err", "print to stderr"), alias("str", "string"),
        rest("string", "what to print").may_be_empty()},
       echo});
  add({"exit", "leave the shell", "", {}, quit});
  add({"help",
       "explain the commands",
       "Lists all commands, those of one group,\n    or explains one command.",
       {text("command", "a command, or a group's title or keyword").completes(complete_commands)},
       help});
  add({"pwd", "print the current directory", "Prints the current directory.", {}, pwd});
  add({"quit", "leave the shell", "", {}, quit});
  add({"connect",
       "connect to a hypervisor",
       "Opens another connection in place of the present one.",
       {text("name", "the hypervisor's URI").may_be_empty(),
        flag("readonly", "without the right to change anything")},
       connect});
  Command completion{
      "complete", "words that may follow", "", {rest("string", "the words so far").may_be_empty()}, complete};
  completion.hidden = true;
  add(std::move(completion));
  Command page{"manual-page", "print the manual page", "", {}, manual};
  page.hidden = true;
  add(std::move(page));
  return group;
}

}  // namespace vireo::virsh
