// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/interactive.hpp"

#include <editline/readline.h>
#include <unistd.h>

#include <csetjmp>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "virsh/complete.hpp"
#include "virsh/failure.hpp"
#include "virsh/handles.hpp"
#include "virsh/lexer.hpp"

namespace vireo::virsh {
namespace {

namespace fs = std::filesystem;

constexpr int default_history_lines = 500;

fs::path history_file() {
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && *cache)
    return fs::path(cache) / "virsh/history";
  if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / ".cache/virsh/history";
  return {};
}

int history_lines() {
  const char* wanted = std::getenv("VIRSH_HISTSIZE");
  int lines = wanted ? std::atoi(wanted) : default_history_lines;
  return lines < 0 ? 0 : lines;
}

/// One line of history a line of the file, as other shells of this kind write it.
class History {
 public:
  History() : file_(history_file()) {
    using_history();
    stifle_history(history_lines());
    std::ifstream in(file_);
    for (std::string line; std::getline(in, line);) remember(line);
  }
  ~History() {
    if (file_.empty()) return;
    std::error_code error;
    fs::create_directories(file_.parent_path(), error);
    std::ofstream out(file_, std::ios::trunc);
    for (const std::string& line : lines_) out << line << '\n';
    out.close();
    fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write, error);
  }
  void remember(const std::string& line) {
    if (line.empty()) return;
    add_history(line.c_str());
    lines_.push_back(line);
    if (lines_.size() > static_cast<size_t>(history_lines())) lines_.erase(lines_.begin());
  }

 private:
  fs::path file_;
  std::vector<std::string> lines_;
};

Shell* completing_shell = nullptr;
std::vector<std::string> candidates;

char* next_candidate(const char*, int state) {
  static size_t at;
  if (state == 0) at = 0;
  return at < candidates.size() ? strdup(candidates[at++].c_str()) : nullptr;
}

char** complete_line(const char* word, int start, int) {
  rl_attempted_completion_over = 1;
  try {
    std::vector<Words> commands =
        split_line(std::string_view(rl_line_buffer).substr(0, static_cast<size_t>(start)));
    Words words = commands.empty() ? Words{} : commands.back();
    if (std::string_view before(rl_line_buffer, static_cast<size_t>(start));
        before.find_last_of(";") != before.npos &&
        before.find_first_not_of(" \t", before.find_last_of(";") + 1) == before.npos) {
      words.clear();
    }
    words.emplace_back(word);
    candidates = complete_words(*completing_shell, words);
  } catch (const std::exception&) {
    candidates.clear();  // an unfinished quote: nothing to offer
  }
  return candidates.empty() ? nullptr : rl_completion_matches(word, next_candidate);
}

sigjmp_buf at_prompt;

// Ctrl-C at the prompt drops the line being typed.
void drop_line(int) { siglongjmp(at_prompt, 1); }

const char* prompt(Shell& shell) { return shell.settings().readonly ? "virsh > " : "virsh # "; }

void read_terminal(Shell& shell) {
  History history;
  completing_shell = &shell;
  static char name[] = "virsh";
  rl_readline_name = name;
  rl_attempted_completion_function = complete_line;
  struct sigaction drop {
  }, before{};
  drop.sa_handler = drop_line;
  if (sigsetjmp(at_prompt, 1) != 0) {
    std::fputs("\n", stdout);
    rl_initialize();
  }
  while (!shell.leaving()) {
    sigaction(SIGINT, &drop, &before);
    CString line(readline(prompt(shell)));
    sigaction(SIGINT, &before, nullptr);
    if (!line) break;
    if (!*line) continue;
    history.remember(line.get());
    shell.run_line(line.get());
  }
}

void read_plainly(Shell& shell) {
  std::string line;
  while (!shell.leaving()) {
    shell.write(prompt(shell));
    if (!std::getline(std::cin, line)) break;
    shell.write(line + "\n");
    if (!line.empty()) shell.run_line(line);
  }
}

}  // namespace

void run_interactive(Shell& shell) {
  shell.settings().interactive = true;
  shell.say(
      "Welcome to virsh, the virtualization interactive terminal.\n\n"
      "Type:  'help' for help with commands\n       'quit' to quit\n\n");
  if (isatty(STDIN_FILENO)) {
    read_terminal(shell);
  } else {
    read_plainly(shell);
  }
  shell.write("\n");
}

}  // namespace vireo::virsh
