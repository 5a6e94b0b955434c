// SPDX-License-Identifier: LGPL-2.1-or-later
#include <libvirt/libvirt.h>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "virsh/command_line.hpp"
#include "virsh/event_loop.hpp"
#include "virsh/failure.hpp"
#include "virsh/interactive.hpp"
#include "virsh/shell.hpp"

namespace {

using namespace vireo::virsh;

bool run(CommandLine& line) {
  Shell shell(line.settings);
  for (const std::string& warning : line.warnings) shell.error(warning);
  EventThread events;
  bool success = true;
  if (line.settings.uri_given) {
    try {
      shell.connection();
    } catch (const Failure& failure) {
      for (const std::string& text : failure.lines()) shell.error(text);
      shell.report_library_error();
      return false;
    }
  }
  if (line.words.empty()) {
    run_interactive(shell);
  } else if (line.words.size() == 1) {
    success = !line.words.front().empty() && shell.run_line(line.words.front());
  } else {
    success = shell.run_words(line.words);
  }
  shell.disconnect();
  return success;
}

}  // namespace

int main(int argc, char** argv) {
  std::setlocale(LC_ALL, "");
  std::signal(SIGPIPE, SIG_IGN);
  try {
    CommandLine line = read_command_line(argc, argv);
    if (line.print_only) {
      std::fputs(line.notice.c_str(), stdout);
      return EXIT_SUCCESS;
    }
    if (virInitialize() < 0) throw Failure("Failed to initialize libvirt");
    return run(line) ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "error: %s\n", failure.what());
    return EXIT_FAILURE;
  }
}
