// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/command_line.hpp"

#include <getopt.h>

#include <cerrno>
#include <climits>
#include <cstdlib>

#include "virsh/failure.hpp"
#include "virsh/help.hpp"

namespace vireo::virsh {
namespace {

constexpr option long_options[] = {
    {"connect", required_argument, nullptr, 'c'},
    {"debug", required_argument, nullptr, 'd'},
    {"escape", required_argument, nullptr, 'e'},
    {"help", no_argument, nullptr, 'h'},
    {"keepalive-interval", required_argument, nullptr, 'k'},
    {"keepalive-count", required_argument, nullptr, 'K'},
    {"log", required_argument, nullptr, 'l'},
    {"quiet", no_argument, nullptr, 'q'},
    {"readonly", no_argument, nullptr, 'r'},
    {"timing", no_argument, nullptr, 't'},
    {"version", optional_argument, nullptr, 'v'},
    {nullptr, 0, nullptr, 0},
};

std::optional<int> whole_number(const char* text) {
  char* end = nullptr;
  errno = 0;
  long value = std::strtol(text, &end, 10);
  if (errno || end == text || *end || value < INT_MIN || value > INT_MAX) return std::nullopt;
  return static_cast<int>(value);
}

int keepalive_number(const char* name, const char* text) {
  auto value = whole_number(text);
  if (!value) throw failure("Invalid value for option {}", name);
  if (*value < 0) throw failure("option {} requires a positive integer argument", name);
  return *value;
}

void set_debug(CommandLine& line, int level) {
  if (level < 0 || level > 4) {
    line.warnings.push_back(fmt::format("ignoring debug level {} out of range [0-4]", level));
  } else {
    line.settings.debug = level;
  }
}

// "^x" is the control key, a single character itself.
void set_escape(Settings& settings, std::string_view text) {
  if (text.size() == 2 && text[0] == '^' && text[1] >= '@') {
    settings.escape = static_cast<char>(text[1] & 0x1f);
  } else if (text.size() == 1 && text[0] != '^') {
    settings.escape = text[0];
  } else {
    throw failure("Invalid string '{}' for escape sequence", text);
  }
  settings.escape_text = text;
}

void read_environment(CommandLine& line) {
  auto variable = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value ? value : "";
  };
  if (std::string debug = variable("VIRSH_DEBUG"); !debug.empty()) {
    auto level = whole_number(debug.c_str());
    if (!level || *level < 0 || *level > 4) {
      line.warnings.emplace_back("VIRSH_DEBUG not set with a valid numeric value");
    } else {
      line.settings.debug = *level;
    }
  }
  line.settings.log_file = variable("VIRSH_LOG_FILE");
  if (std::string uri = variable("VIRSH_DEFAULT_CONNECT_URI"); !uri.empty()) {
    line.settings.uri = uri;
    line.settings.uri_given = true;
  }
}

Failure missing_argument() {
  for (const option& known : long_options) {
    if (known.val == optopt)
      return failure("option '-{}'/'--{}' requires an argument", static_cast<char>(optopt), known.name);
  }
  return failure("option '-{}' requires an argument", static_cast<char>(optopt));
}

void one_option(CommandLine& line, int option, char** argv) {
  Settings& settings = line.settings;
  switch (option) {
    case 'c':
      settings.uri = optarg;
      settings.uri_given = true;
      break;
    case 'd': {
      auto level = whole_number(optarg);
      if (!level) throw Failure("option -d takes a numeric argument");
      set_debug(line, *level);
      break;
    }
    case 'e':
      set_escape(settings, optarg);
      break;
    case 'h':
      line.notice = usage();
      line.print_only = true;
      break;
    case 'k':
      settings.keepalive_interval = keepalive_number("-k", optarg);
      break;
    case 'K':
      settings.keepalive_count = keepalive_number("-K", optarg);
      break;
    case 'l':
      settings.log_file = optarg;
      break;
    case 'q':
      settings.quiet = true;
      break;
    case 'r':
      settings.readonly = true;
      break;
    case 't':
      settings.timing = true;
      break;
    case 'V':
    case 'v':
      line.notice = version_text(option == 'V' || (optarg && std::string_view(optarg) == "long"));
      line.print_only = true;
      break;
    case ':':
      throw missing_argument();
    default:
      if (optopt) throw failure("unsupported option '-{}'. See --help.", static_cast<char>(optopt));
      throw failure("unsupported option '{}'. See --help.", argv[optind - 1]);
  }
}

}  // namespace

CommandLine read_command_line(int argc, char** argv) {
  CommandLine line;
  read_environment(line);
  int option = 0;
  optind = 0;
  opterr = 0;
  // '+': what follows the first word belongs to the command.
  while (!line.print_only &&
         (option = getopt_long(argc, argv, "+:d:hk:K:qtc:vVrl:e:", long_options, nullptr)) != -1) {
    one_option(line, option, argv);
  }
  line.words.assign(argv + optind, argv + argc);
  return line;
}

}  // namespace vireo::virsh
