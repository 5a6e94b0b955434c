// SPDX-License-Identifier: LGPL-2.1-or-later
// One running shell: its settings, its connection, and everything it says. Commands get it by reference.
// Printing is safe from the event thread too. Owns the connection; at most one exists at a time.
#pragma once

#include <fmt/format.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "virsh/arguments.hpp"
#include "virsh/lexer.hpp"

namespace vireo::virsh {

/// What the command line and the environment decide.
struct Settings {
  std::string uri;         ///< empty: the library's default
  bool uri_given = false;  ///< a named connection must succeed at once, the default one waits
  bool readonly = false;
  bool quiet = false;
  bool timing = false;
  int debug = 4;  ///< messages of at most this importance number are hidden; 0 shows all
  std::optional<int> keepalive_interval;
  std::optional<int> keepalive_count;
  std::string log_file;
  char escape = 0x1d;  ///< leaves a console: Ctrl-]
  std::string escape_text = "^]";
  bool interactive = false;
};

class Shell {
 public:
  explicit Shell(Settings settings);
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  Settings& settings() { return settings_; }

  // --- output
  void write(std::string_view text);  ///< always, to stdout
  template <class... Args>
  void print(fmt::format_string<Args...> format, Args&&... args) {
    write(fmt::format(format, std::forward<Args>(args)...));
  }
  /// Only without --quiet: what a person wants to read and a script does not.
  template <class... Args>
  void say(fmt::format_string<Args...> format, Args&&... args) {
    if (!settings_.quiet) write(fmt::format(format, std::forward<Args>(args)...));
  }
  void error(std::string_view line);
  void debug(int level, std::string_view text);

  // --- connection
  /// Connects first when needed. Throws Failure.
  virConnectPtr connection();
  /// Leaves the old connection; keeps it when the new one fails. Throws Failure.
  void connect(std::string uri, bool readonly);
  void disconnect();
  /// The connection if there is one, made quietly when there is not; nullptr when that fails.
  virConnectPtr connection_for_completion();

  // --- running
  bool run(const std::vector<Arguments>& commands);
  /// Parses and runs; a line that does not parse is reported and does nothing.
  bool run_line(std::string_view line);
  bool run_words(const Words& words);
  bool leaving() const { return leaving_; }
  void leave() { leaving_ = true; }

  // --- the library's errors
  /// Shows and forgets it, if there is one.
  void report_library_error();
  void forget_library_error();
  /// The code of the library's last error, or VIR_ERR_OK.
  int library_error_code() const;

 private:
  bool run_one(const Arguments& arguments);
  void report(const class Failure& failure);
  void open_log();
  void log(int level, std::string_view text);
  void close_connection();
  void adopt(virConnectPtr connection, bool readonly);
  void catch_disconnect(int reason);
  static void on_library_error(void* shell, virErrorPtr error);
  static void on_close(virConnectPtr connection, int reason, void* shell);

  Settings settings_;
  virConnectPtr connection_ = nullptr;
  int lost_ = 0;  // times the connection was lost since it was last opened
  std::mutex mutex_;
  std::mutex error_mutex_;
  std::optional<std::string> library_error_;
  int library_error_code_ = 0;
  int log_descriptor_ = -1;
  bool leaving_ = false;
};

}  // namespace vireo::virsh
