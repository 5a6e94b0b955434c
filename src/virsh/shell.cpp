// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/shell.hpp"

#include <fcntl.h>
#include <libvirt/virterror.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>

#include "virsh/failure.hpp"
#include "virsh/parse.hpp"

namespace vireo::virsh {
namespace {

constexpr int error_level = 4;
constexpr const char* level_names[] = {"DEBUG", "INFO", "NOTICE", "WARNING", "ERROR"};

// Whoever read our output has gone: end the way a program without a SIGPIPE handler does.
[[noreturn]] void output_closed() {
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
  _exit(EXIT_FAILURE);
}

void put(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  if (std::fflush(stream) != 0 && errno == EPIPE) output_closed();
}

}  // namespace

Shell::Shell(Settings settings) : settings_(std::move(settings)) {
  virSetErrorFunc(this, on_library_error);
  if (!settings_.log_file.empty()) open_log();
}

Shell::~Shell() {
  virSetErrorFunc(nullptr, [](void*, virErrorPtr) {});
  if (log_descriptor_ >= 0) ::close(log_descriptor_);
}

void Shell::write(std::string_view text) {
  std::lock_guard lock(mutex_);
  put(stdout, text);
}

void Shell::error(std::string_view line) {
  std::lock_guard lock(mutex_);
  log(error_level, line);
  put(stdout, "");
  put(stderr, fmt::format("error: {}\n", line));
}

void Shell::debug(int level, std::string_view text) {
  if (level < settings_.debug) return;
  std::lock_guard lock(mutex_);
  log(level, text);
  put(stdout, text);
}

void Shell::open_log() {
  log_descriptor_ = ::open(settings_.log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (log_descriptor_ < 0) throw Failure("failed to open the log file. check the log file path");
}

void Shell::log(int level, std::string_view text) {
  if (log_descriptor_ < 0) return;
  std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  char stamp[64];
  std::strftime(stamp, sizeof stamp, "%Y.%m.%d %H:%M:%S", &parts);
  while (text.ends_with('\n')) text.remove_suffix(1);
  std::string line = fmt::format("[{} virsh {}] {} {}\n", stamp, ::getpid(), level_names[level], text);
  if (::write(log_descriptor_, line.data(), line.size()) < 0) {
    ::close(log_descriptor_);
    log_descriptor_ = -1;
    put(stderr, "error: failed to write the log file\n");
  }
}

void Shell::on_library_error(void* self, virErrorPtr error) {
  auto* shell = static_cast<Shell*>(self);
  std::lock_guard lock(shell->error_mutex_);
  shell->library_error_ = error && error->message ? error->message : "unknown error";
  shell->library_error_code_ = error ? error->code : VIR_ERR_INTERNAL_ERROR;
}

void Shell::forget_library_error() {
  virResetLastError();
  std::lock_guard lock(error_mutex_);
  library_error_.reset();
  library_error_code_ = VIR_ERR_OK;
}

int Shell::library_error_code() const { return library_error_code_; }

void Shell::report_library_error() {
  std::optional<std::string> message;
  {
    std::lock_guard lock(error_mutex_);
    message = library_error_;
  }
  forget_library_error();
  if (message) error(*message);
}

void Shell::report(const Failure& failure) {
  for (const std::string& line : failure.lines()) error(line);
  if (failure.is_alone()) forget_library_error();
  report_library_error();
}

bool Shell::run_one(const Arguments& arguments) {
  const Command& command = arguments.command();
  try {
    if (command.needs_connection) connection();
    command.handler(*this, arguments);
    forget_library_error();
    return true;
  } catch (const Failure& failure) {
    report(failure);
  } catch (const std::exception& e) {
    error(e.what());
  }
  return false;
}

bool Shell::run(const std::vector<Arguments>& commands) {
  bool success = true;
  for (const Arguments& arguments : commands) {
    auto before = std::chrono::steady_clock::now();
    success = run_one(arguments);
    std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - before;
    if (leaving_) return success;
    if (settings_.timing) {
      print("\n(Time: {:.3f} ms)\n\n", spent.count());
    } else {
      say("\n");
    }
  }
  return success;
}

bool Shell::run_line(std::string_view line) {
  try {
    return run(parse_line(line));
  } catch (const Failure& failure) {
    report(failure);
    return false;
  }
}

bool Shell::run_words(const Words& words) {
  try {
    return run({parse_command(words)});
  } catch (const Failure& failure) {
    report(failure);
    return false;
  }
}

}  // namespace vireo::virsh
