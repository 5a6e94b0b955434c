// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/editor.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/text.hpp"

extern char** environ;

namespace vireo::virsh {
namespace {

class TemporaryFile {
 public:
  TemporaryFile(const std::string& text, const std::string& suffix) {
    const char* folder = std::getenv("TMPDIR");
    path_ = std::string(folder && *folder ? folder : "/tmp") + "/virshXXXXXX" + suffix;
    int descriptor = ::mkostemps(path_.data(), static_cast<int>(suffix.size()), O_CLOEXEC);
    if (descriptor < 0) throw failure("mkostemps: failed to create temporary file: {}", std::strerror(errno));
    std::string_view left = text;
    while (!left.empty()) {
      ssize_t written = ::write(descriptor, left.data(), left.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) break;
      left.remove_prefix(static_cast<size_t>(written));
    }
    int error = left.empty() ? 0 : errno;
    if (::close(descriptor) != 0 && !error) error = errno;
    if (!error) return;
    ::unlink(path_.c_str());
    throw failure("write: {}: failed to write to temporary file: {}", path_, std::strerror(error));
  }
  ~TemporaryFile() { ::unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string editor_command() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const char* value = std::getenv(name);
    if (value && *value) return value;
  }
  return "vi";
}

// Through the shell, because users set EDITOR to a command with options.
void run_editor(const std::string& file) {
  std::string line = editor_command() + " " + quote_for_shell(file);
  std::string shell = "/bin/sh", dash_c = "-c";
  char* const argv[] = {shell.data(), dash_c.data(), line.data(), nullptr};
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  for (int number : {SIGINT, SIGPIPE, SIGQUIT}) sigaddset(&defaults, number);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = -1;
  int error = ::posix_spawn(&child, shell.c_str(), nullptr, &attributes, argv, environ);
  posix_spawnattr_destroy(&attributes);
  if (error) throw failure("cannot run the editor '{}': {}", line, std::strerror(error));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw failure("{}: command exited with non-zero status", line);
  }
}

enum class Answer { again, give_up, force };

Answer ask(Shell& shell, bool can_force) {
  if (!isatty(STDIN_FILENO)) {
    shell.error("This function is not supported on non-interactive terminals");
    return Answer::give_up;
  }
  const char* prompt = can_force ? "Failed. Try again? [y,n,i,f,?]: " : "Failed. Try again? [y,n,f,?]: ";
  for (;;) {
    shell.print("{}", prompt);
    std::string line;
    if (!std::getline(std::cin, line)) return Answer::give_up;
    if (line == "y") return Answer::again;
    if (line == "n") return Answer::give_up;
    if (line == "f" || (can_force && line == "i")) return Answer::force;
    shell.print("\ny - yes, open the editor again\nn - no, throw the changes away\n");
    if (can_force) shell.print("i - apply them without validation\n");
    shell.print("f - apply them over the changes of others\n? - show this\n");
  }
}

}  // namespace

std::string edit_text(const std::string& text, const std::string& suffix) {
  TemporaryFile file(text, suffix);
  run_editor(file.path());
  return read_file(file.path());
}

bool edit_object(Shell& shell, const EditSteps& steps) {
  std::string original = steps.fetch();
  std::string edited = original;
  bool force = false;
  for (;;) {
    if (!force) edited = edit_text(edited);
    if (edited == original) return false;
    try {
      if (steps.check) steps.check(edited);
      if (!force && steps.fetch() != original) {
        original = steps.fetch();
        throw Failure("the XML configuration was changed by another user");
      }
      steps.apply(edited, force);
      return true;
    } catch (const Failure& failed) {
      for (const std::string& line : failed.lines()) shell.error(line);
      shell.report_library_error();
      Answer answer = ask(shell, steps.can_force);
      if (answer == Answer::give_up) throw Failure();
      force = answer == Answer::force;
    }
  }
}

}  // namespace vireo::virsh
