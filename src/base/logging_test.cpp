// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/logging.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <thread>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/temp_dir.hpp"

namespace vireo {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using Kind = LogOutput::Kind;

Logger monitor{"qemu.monitor"};
Logger events{"conf.event"};
Logger other{"rpc.client"};

/// A configuration for one test; the old one comes back after it.
class Logging {
 public:
  explicit Logging(LogConfig config) : old_(current_log_config()) { configure_logging(std::move(config)); }
  ~Logging() { configure_logging(old_); }

 private:
  LogConfig old_;
};

LogConfig to_file(const fs::path& path) {
  return {.outputs = {{LogLevel::debug, Kind::file, path.native()}}};
}

TEST(Logging, LineHasTheIncumbentsForm) {
  TempDir dir;
  Logging logging(to_file(dir / "log"));
  monitor.error("reply to {}: {}", 7, "x");
  EXPECT_THAT(read_file(dir / "log"),
              MatchesRegex("20[0-9-]+ [0-9]+:[0-9]+:[0-9]+\\.[0-9][0-9][0-9]\\+0000: [0-9]+: error : "
                           "TestBody:[0-9]+ : reply to 7: x\n"));
  EXPECT_EQ(fs::status(dir / "log").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(Logging, LevelAndFilters) {
  TempDir dir;
  auto config = to_file(dir / "log");
  config.filters = parse_log_filters("1:qemu 4:event");
  {
    Logging logging(config);
    monitor.debug("monitor debug");
    events.warning("events warning");
    events.error("events error");
    other.info("other info");
    other.warning("other warning");
    EXPECT_TRUE(monitor.enabled(LogLevel::debug));
    EXPECT_FALSE(other.enabled(LogLevel::info));
  }
  EXPECT_FALSE(monitor.enabled(LogLevel::debug)) << "known loggers follow a new configuration";
  auto text = read_file(dir / "log");
  EXPECT_THAT(text, HasSubstr("monitor debug"));
  EXPECT_THAT(text, Not(HasSubstr("events warning")));
  EXPECT_THAT(text, HasSubstr("events error"));
  EXPECT_THAT(text, Not(HasSubstr("other info")));
  EXPECT_THAT(text, HasSubstr("other warning"));
}

TEST(Logging, FirstMatchingFilterCountsAndMayBeAPattern) {
  TempDir dir;
  auto config = to_file(dir / "log");
  config.filters = parse_log_filters("4:q*monitor 1:qemu 2:*");
  Logging logging(config);
  EXPECT_FALSE(monitor.enabled(LogLevel::warning));
  EXPECT_TRUE(other.enabled(LogLevel::info));
  EXPECT_FALSE(other.enabled(LogLevel::debug));
}

TEST(Logging, OutputsHaveLevelsOfTheirOwn) {
  TempDir dir;
  Logging logging(
      {.level = LogLevel::debug,
       .outputs = {{LogLevel::debug, Kind::file, dir / "all"}, {LogLevel::error, Kind::file, dir / "few"}}});
  other.info("quiet");
  other.error("loud");
  EXPECT_THAT(read_file(dir / "all"), HasSubstr("quiet"));
  EXPECT_THAT(read_file(dir / "few"), Not(HasSubstr("quiet")));
  EXPECT_THAT(read_file(dir / "few"), HasSubstr("loud"));
}

TEST(Logging, DefaultIsWarningsToStandardError) {
  Logging logging({});
  testing::internal::CaptureStderr();
  other.info("not this");
  errno = EAGAIN;
  other.warning("but this");
  EXPECT_EQ(errno, EAGAIN);
  auto text = testing::internal::GetCapturedStderr();
  EXPECT_THAT(text, Not(HasSubstr("not this")));
  EXPECT_THAT(text, HasSubstr(": warning : TestBody:"));
}

TEST(Logging, TerminalEscapesAreMadeHarmless) {
  TempDir dir;
  Logging logging(to_file(dir / "log"));
  other.error("{}", "a\x1b[2Jb\tc\xc3\xa4\x7f");
  EXPECT_THAT(read_file(dir / "log"), HasSubstr("a?[2Jb\tc\xc3\xa4?"));
}

TEST(Logging, ThreadsWriteWholeLines) {
  TempDir dir;
  Logging logging(to_file(dir / "log"));
  {
    std::vector<std::jthread> crew;
    for (int i = 0; i < 4; ++i)
      crew.emplace_back([] {
        for (int j = 0; j < 100; ++j) other.error("{}", std::string(200, 'x'));
      });
    configure_logging(to_file(dir / "log"));
  }
  auto text = read_file(dir / "log");
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 400);
}

TEST(LogConfig, FileThatCannotBeOpenedLeavesTheOldConfiguration) {
  TempDir dir;
  Logging logging(to_file(dir / "log"));
  EXPECT_THROW(configure_logging(to_file(dir / "no/such/folder")), Error);
  other.error("still here");
  EXPECT_THAT(read_file(dir / "log"), HasSubstr("still here"));
}

TEST(LogConfig, Notations) {
  EXPECT_EQ(parse_log_filters(" 1:qemu  3:+event "),
            (std::vector<LogFilter>{{LogLevel::debug, "qemu"}, {LogLevel::warning, "event"}}));
  auto outputs = parse_log_outputs("1:stderr 3:syslog:libvirtd 2:file:/var/log/a.log 4:journald");
  EXPECT_EQ(outputs, (std::vector<LogOutput>{{LogLevel::debug, Kind::standard_error, ""},
                                             {LogLevel::warning, Kind::syslog, "libvirtd"},
                                             {LogLevel::info, Kind::file, "/var/log/a.log"},
                                             {LogLevel::error, Kind::journald, ""}}));
  EXPECT_EQ(to_string(outputs), "1:stderr 3:syslog:libvirtd 2:file:/var/log/a.log 4:journald");
  EXPECT_EQ(to_string(parse_log_filters("1:qemu 3:+event")), "1:qemu 3:event");
  EXPECT_EQ(parse_log_level("1"), LogLevel::debug);
  EXPECT_EQ(parse_log_level("error"), LogLevel::error);
}

TEST(LogConfig, BadNotationsAreNamed) {
  for (auto text : {"qemu", "0:qemu", "5:qemu", "1:", "1:+", "1:a:b", "11:x", ":x"})
    EXPECT_THROW(parse_log_filters(text), Error) << text;
  for (auto text : {"1:stdout", "1:file", "1:file:relative", "1:syslog", "1:stderr:x", "x:stderr", "stderr"})
    EXPECT_THROW(parse_log_outputs(text), Error) << text;
  EXPECT_THROW(parse_log_level("loud"), Error);
}

TEST(LogConfig, Environment) {
  ::setenv("LIBVIRT_DEBUG", "debug", 1);
  ::setenv("LIBVIRT_LOG_FILTERS", "3:rpc", 1);
  ::setenv("LIBVIRT_LOG_OUTPUTS", "bad thing", 1);
  auto config = log_config_from_environment({.outputs = parse_log_outputs("4:stderr")});
  for (auto name : {"LIBVIRT_DEBUG", "LIBVIRT_LOG_FILTERS", "LIBVIRT_LOG_OUTPUTS"}) ::unsetenv(name);
  EXPECT_EQ(config.level, LogLevel::debug);
  EXPECT_EQ(to_string(config.filters), "3:rpc");
  EXPECT_EQ(to_string(config.outputs), "4:stderr");
}

}  // namespace
}  // namespace vireo
