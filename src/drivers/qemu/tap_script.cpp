// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/tap_script.hpp"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/error.hpp"
#include "base/escaped.hpp"
#include "base/files.hpp"
#include "base/process.hpp"

namespace vireo::qemu {
namespace {

constexpr auto script_patience = std::chrono::seconds(30);
constexpr std::size_t words_limit = 1024;

bool has_taps_script(const model::Interface& interface, const std::string& script) {
  return interface.type == model::Interface::Type::ethernet && !script.empty();
}

ProcessSpec script_spec(const std::string& script, const std::string& tap, int log) {
  const char* path = std::getenv("PATH");
  ProcessSpec spec;
  spec.program = script;
  spec.argv = {script, tap};
  spec.environment = {"LC_ALL=C", fmt::format("PATH={}", path ? path : "/usr/sbin:/usr/bin:/sbin:/bin")};
  for (const char* name : {"HOME", "USER", "LOGNAME", "TMPDIR"})
    if (const char* value = std::getenv(name)) spec.environment->push_back(fmt::format("{}={}", name, value));
  spec.fds = {{1, log}, {2, log}};
  return spec;
}

std::string words_in(int log) {
  std::string text(words_limit, '\0');
  const ssize_t size = ::pread(log, text.data(), text.size(), 0);
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

Task<void> run_tap_script(Loop& loop, std::string script, std::string tap) {
  const Deadline deadline = Clock::now() + script_patience;
  UniqueFd log = make_memory_file("");
  Process process = co_await spawn_process(loop, script_spec(script, tap, log.get()), deadline);
  ExitStatus status;
  std::optional<ErrorData> failure;
  try {
    status = co_await process.exited(deadline);
  } catch (const Error& problem) {
    failure = problem.data();
  }
  if (failure) {
    ::kill(-process.pid(), SIGKILL);  // it leads a session of its own: what it started ends too
    throw error(failure->code, VIR_FROM_QEMU, "script '{}' for '{}' did not end within {} s", script, tap,
                script_patience.count());
  }
  if (status.success()) co_return;
  throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, "script '{}' for '{}' ended with {}: {}", script, tap,
              status.to_string(), words_in(log.get()));
}

Task<void> run_up_scripts(Loop& loop, model::Domain live) {
  for (const model::Interface& interface : live.interfaces)
    if (has_taps_script(interface, interface.script))
      co_await run_tap_script(loop, interface.script, interface.target_device);
}

Task<void> run_down_scripts(Loop& loop, model::Domain live) {
  for (const model::Interface& interface : live.interfaces) {
    if (!has_taps_script(interface, interface.down_script) || interface.target_device.empty()) continue;
    try {
      co_await run_tap_script(loop, interface.down_script, interface.target_device);
    } catch (...) {
      report_escaped("the end of interface " + interface.target_device, std::current_exception());
    }
  }
}

bool has_down_script(const model::Domain& live) {
  return std::ranges::any_of(live.interfaces, [](const model::Interface& interface) {
    return has_taps_script(interface, interface.down_script);
  });
}

}  // namespace vireo::qemu
