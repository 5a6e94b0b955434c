// SPDX-License-Identifier: LGPL-2.1-or-later
// The program: options, the daemon with the drivers it has, and its exit status.
#include <unistd.h>

#include <cstdlib>

#include "base/logging.hpp"
#include "daemon/daemon.hpp"
#include "drivers/qemu/driver.hpp"
#include "drivers/test/connect.hpp"

using namespace vireo;

namespace {

Logger logger{"daemon"};

void add_drivers(driver::Registry& registry, Loop& loop, const Paths& paths) {
  registry.add(std::make_unique<qemu::QemuDriver>(loop, paths));
  registry.add(std::make_unique<test_driver::Driver>(loop));
}

/// Into the log, and in the background, whose log is elsewhere, also to whoever started it. (Once it serves,
/// nobody hears that any more.)
void complain(const std::string& message, bool background) {
  logger.error("{}", message);
  if (background) fmt::print(stderr, "libvirtd: {}\n", message);
}

int serve(daemon::Options options) {
  daemon::Background background;
  if (options.daemonize) background = daemon::Background::enter();
  Paths paths = ::geteuid() == 0 ? Paths::system(options.root) : Paths::user(options.root);
  daemon::Daemon daemon(std::move(options), std::move(paths), std::move(background), add_drivers);
  daemon.run();
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  int status = EXIT_FAILURE;
  auto options = daemon::parse_options(argc, argv, status);
  if (!options) return status;
  const bool background = options->daemonize;
  try {
    return serve(std::move(*options));
  } catch (const daemon::StartError& failure) {
    complain(failure.error.message, background);
    return static_cast<int>(failure.status);
  } catch (...) {
    complain(current_error().message, background);
    return EXIT_FAILURE;
  }
}
