// SPDX-License-Identifier: LGPL-2.1-or-later
#include "daemon/options.hpp"

#include <getopt.h>
#include <libvirt/libvirt.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "base/error.hpp"
#include "base/paths.hpp"

namespace vireo::daemon {

namespace {

constexpr int root_option = 1000;

constexpr option long_options[] = {
    {"daemon", no_argument, nullptr, 'd'},
    {"verbose", no_argument, nullptr, 'v'},
    {"listen", no_argument, nullptr, 'l'},
    {"timeout", required_argument, nullptr, 't'},
    {"config", required_argument, nullptr, 'f'},
    {"pid-file", required_argument, nullptr, 'p'},
    {"root", required_argument, nullptr, root_option},
    {"version", no_argument, nullptr, 'V'},
    {"help", no_argument, nullptr, 'h'},
    {},
};

void print_usage(std::FILE* to, const char* program) {
  fmt::print(to, R"(
Usage:
  {0} [options]

Options:
  -h | --help            Show this text
  -v | --verbose         Log informational messages too
  -d | --daemon          Go to the background once everything serves
  -l | --listen          Also serve TCP and TLS
  -t | --timeout <secs>  Leave after so long without clients and guests
  -f | --config <file>   Read this configuration
  -p | --pid-file <file> Write the pid here
  -V | --version         Show the version
       --root <dir>      Keep everything below this directory (also VIREO_ROOT)

Without options: configuration /etc/libvirt/libvirtd.conf, sockets libvirt-sock
and libvirt-sock-ro in /run/libvirt, pid file /run/libvirtd.pid; started by an
ordinary user, the places of that user's session.
)",
             program);
}

void print_version(const char* program) {
  fmt::print("{} (libvirt) {}.{}.{}\n", program, LIBVIR_VERSION_NUMBER / 1000000,
             LIBVIR_VERSION_NUMBER / 1000 % 1000, LIBVIR_VERSION_NUMBER % 1000);
}

/// False: the option ends the program with `status`.
bool take(Options& options, int option, const char* program, int& status) {
  switch (option) {
    case 'd':
      options.daemonize = true;
      return true;
    case 'v':
      options.verbose = true;
      return true;
    case 'l':
      options.listen = true;
      return true;
    case 't':
      options.timeout = optarg;
      return true;
    case 'f':
      options.config = std::filesystem::absolute(optarg);
      return true;
    case 'p':
      options.pid_file = std::filesystem::absolute(optarg);
      return true;
    case root_option:
      // Whatever asks for a place in this process gets one below it, also after a change of folder.
      ::setenv("VIREO_ROOT", std::filesystem::absolute(optarg).c_str(), 1);
      return true;
    case 'V':
      print_version(program);
      status = EXIT_SUCCESS;
      return false;
    case 'h':
      print_usage(stdout, program);
      status = EXIT_SUCCESS;
      return false;
    default:
      print_usage(stderr, program);
      return false;
  }
}

}  // namespace

std::optional<Options> parse_options(int argc, char** argv, int& status) {
  const char* program = "libvirtd";
  Options options;
  status = EXIT_FAILURE;
  optind = 0;  // also when called again, as tests do
  for (int option; (option = ::getopt_long(argc, argv, "dvlt:f:p:Vh", long_options, nullptr)) != -1;)
    if (!take(options, option, program, status)) return std::nullopt;
  if (optind != argc) {
    fmt::print(stderr, "{}: unexpected, non-option, command line arguments\n", program);
    return std::nullopt;
  }
  options.root = Paths::environment_root();
  return options;
}

int parse_timeout(const std::string& text) {
  int seconds = 0;
  auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (failure != std::errc() || end != text.data() + text.size() || seconds < 0)
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "Invalid value for timeout: '{}'", text);
  return seconds;
}

}  // namespace vireo::daemon
