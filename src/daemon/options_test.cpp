// SPDX-License-Identifier: LGPL-2.1-or-later
#include "daemon/options.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <vector>

#include "base/error.hpp"
#include "daemon/idle.hpp"

using namespace vireo;
using namespace vireo::daemon;

namespace {

std::optional<Options> parse(std::vector<std::string> words, int* status = nullptr) {
  words.insert(words.begin(), "libvirtd");
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  int ignored = 0;
  auto options = parse_options(static_cast<int>(words.size()), argv.data(), status ? *status : ignored);
  ::unsetenv("VIREO_ROOT");
  return options;
}

TEST(Options, ShortAndLongOnes) {
  auto options = parse({"-d", "-v", "-l", "-t", "30", "-f", "/f", "-p", "/p", "--root", "/r"});
  ASSERT_TRUE(options);
  EXPECT_TRUE(options->daemonize && options->verbose && options->listen);
  EXPECT_EQ(options->timeout, "30");
  EXPECT_EQ(options->config, "/f");
  EXPECT_EQ(options->pid_file, "/p");
  EXPECT_EQ(options->root, "/r");
  options = parse({"--daemon", "--verbose", "--listen", "--timeout=30", "--config=/f", "--pid-file", "/p"});
  ASSERT_TRUE(options);
  EXPECT_TRUE(options->daemonize && options->verbose && options->listen);
  EXPECT_EQ(options->root, "");
}

TEST(Options, TheRootMayComeFromTheEnvironment) {
  ::setenv("VIREO_ROOT", "/elsewhere", 1);
  EXPECT_EQ(parse({})->root, "/elsewhere");
}

TEST(Options, MistakesAndQuestionsEndTheProgram) {
  int status = -1;
  EXPECT_FALSE(parse({"--no-such"}, &status));
  EXPECT_EQ(status, 1);
  EXPECT_FALSE(parse({"word"}, &status));
  EXPECT_EQ(status, 1);
  EXPECT_FALSE(parse({"-t"}, &status));
  EXPECT_EQ(status, 1);
  EXPECT_FALSE(parse({"-h"}, &status));
  EXPECT_EQ(status, 0);
  EXPECT_FALSE(parse({"--version"}, &status));
  EXPECT_EQ(status, 0);
}

TEST(Options, Timeouts) {
  EXPECT_EQ(parse_timeout("0"), 0);
  EXPECT_EQ(parse_timeout("120"), 120);
  for (auto text : {"", "abc", "-5", "1x", "99999999999"}) EXPECT_THROW(parse_timeout(text), Error) << text;
}

TEST(Idle, RingsOnceNothingGoesOn) {
  Loop loop;
  int rung = 0;
  Idle idle(loop, std::chrono::seconds(0), [&] {
    ++rung;
    loop.stop();
  });
  idle.set(true);
  idle.set(false);
  loop.serve();
  EXPECT_EQ(rung, 1);
}

TEST(Idle, IsCalledOffByWhatBegins) {
  Loop loop;
  int rung = 0;
  Idle idle(loop, std::chrono::seconds(0), [&] { ++rung; });
  idle.set(false);
  idle.set(true);
  loop.run(sleep_for(std::chrono::milliseconds(1)));
  EXPECT_EQ(rung, 0);
}

}  // namespace
