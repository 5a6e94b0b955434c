// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/command.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

#include "base/async_fd.hpp"
#include "base/error.hpp"
#include "base/loop.hpp"

namespace vireo {
namespace {

/// One of the helper's output streams.
struct Stream {
  explicit Stream(LoopExecutor executor, UniqueFd end) : fd(executor, std::move(end)) {}
  AsyncFd fd;
  std::string text;
};

struct Run {
  Run(Loop& l, ProcessSpec s, CommandOptions o) : loop(l), spec(std::move(s)), options(std::move(o)) {}

  Loop& loop;
  ProcessSpec spec;
  CommandOptions options;
  Process process;
  std::unique_ptr<Stream> out, error;
  bool overflow = false;
  std::unique_ptr<TaskGroup> pumps;

  std::string name() const { return spec.program.native(); }
  /// The helper and all it started that stayed in its session's process group.
  void kill_all() const {
    if (!process.alive()) return;
    if (spec.new_session) ::kill(-process.pid(), SIGKILL);
    process.kill(SIGKILL);
  }
  void keep(Stream& stream, std::string_view data) {
    auto room = options.output_limit - stream.text.size();
    stream.text.append(data.substr(0, room));
    if (data.size() <= room) return;
    overflow = true;
    kill_all();
  }
};

using RunPtr = std::shared_ptr<Run>;

Task<void> pump_out(RunPtr run, Stream* stream) {
  std::array<char, 4096> buffer;
  while (auto size = co_await stream->fd.read_some(buffer)) run->keep(*stream, {buffer.data(), size});
}

/// What is left in the pipe of a helper that has ended.
void drain(Run& run, Stream& stream) {
  std::array<char, 4096> buffer;
  ::fcntl(stream.fd.fd(), F_SETFL, ::fcntl(stream.fd.fd(), F_GETFL) | O_NONBLOCK);
  for (;;) {
    auto size = ::read(stream.fd.fd(), buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0 || run.overflow) return;
    run.keep(stream, {buffer.data(), static_cast<std::size_t>(size)});
  }
}

Task<void> start(RunPtr run) {
  // The input is a file in memory: nothing to pump, and no SIGPIPE from a helper that does not read it.
  auto in = make_memory_file(run->options.input);
  auto out = make_pipe(), error = make_pipe();
  run->spec.fds[0] = in.get();
  run->spec.fds[1] = out.write.get();
  run->spec.fds[2] = error.write.get();
  auto executor = run->loop.executor();
  run->out = std::make_unique<Stream>(executor, std::move(out.read));
  run->error = std::make_unique<Stream>(executor, std::move(error.read));
  run->process = co_await spawn_process(run->loop, run->spec, run->options.deadline);
}

Task<void> attend(RunPtr run) {
  co_await start(run);
  run->pumps = std::make_unique<TaskGroup>(run->loop);
  run->pumps->spawn("output of " + run->name(), pump_out(run, run->out.get()));
  run->pumps->spawn("errors of " + run->name(), pump_out(run, run->error.get()));
  co_await run->process.exited(run->options.deadline);
}

Task<void> wind_up(RunPtr run) {
  if (run->process) {
    run->kill_all();
    // Only a process stuck in the kernel outlives SIGKILL; it is left to init or a later reaper.
    co_await run->process.exited(Clock::now() + std::chrono::seconds(5));
  }
  if (run->pumps) co_await run->pumps->close();
}

}  // namespace

Task<CommandOutput> run_command(Loop& loop, ProcessSpec spec, CommandOptions options) {
  auto run = std::make_shared<Run>(loop, std::move(spec), std::move(options));
  try {
    co_await then_always(attend(run), wind_up(run));
  } catch (const Error& error) {
    if (error.code() != VIR_ERR_OPERATION_TIMEOUT) throw;
    throw vireo::error(VIR_ERR_OPERATION_TIMEOUT, VIR_FROM_NONE, "'{}' did not finish in time", run->name());
  }
  drain(*run, *run->out);
  drain(*run, *run->error);
  if (run->overflow)
    throw error(VIR_ERR_OVERFLOW, VIR_FROM_NONE, "'{}' printed more than {} bytes", run->name(),
                run->options.output_limit);
  auto status = co_await run->process.exited(no_deadline);
  co_return CommandOutput{status, std::move(run->out->text), std::move(run->error->text)};
}

void CommandOutput::require_success(const std::string& program) const {
  if (status.success()) return;
  auto words = error;
  while (!words.empty() && (words.back() == '\n' || words.back() == ' ')) words.pop_back();
  throw vireo::error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, "'{}' ended with {}{}{}", program,
                     status.to_string(), words.empty() ? "" : ": ", words);
}

}  // namespace vireo
