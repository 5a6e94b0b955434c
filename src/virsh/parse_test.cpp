// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/parse.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "virsh/failure.hpp"
#include "virsh/help.hpp"

namespace vireo::virsh {
namespace {

using Lines = std::vector<Words>;

std::string failure_of(std::string_view line) {
  try {
    parse_line(line);
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "";
}

TEST(Lexer, SeparatesWordsAndCommands) {
  EXPECT_EQ(split_line("list --all"), (Lines{{"list", "--all"}}));
  EXPECT_EQ(split_line("echo a;;echo b\necho c"), (Lines{{"echo", "a"}, {"echo", "b"}, {"echo", "c"}}));
  EXPECT_EQ(split_line(" \t ; "), Lines{});
}

TEST(Lexer, TakesQuotesAndBackslashesAway) {
  EXPECT_EQ(split_line(R"(echo a'b c'"d e"f)"), (Lines{{"echo", "ab cd ef"}}));
  EXPECT_EQ(split_line(R"(echo "d\"e" 'f\g'h \;)"), (Lines{{"echo", "d\"e", "f\\gh", ";"}}));
  EXPECT_EQ(split_line("echo a\\\nb ''"), (Lines{{"echo", "ab", ""}}));
}

TEST(Lexer, KnowsComments) {
  EXPECT_EQ(split_line("echo a#b # c; d\necho e"), (Lines{{"echo", "a#b"}, {"echo", "e"}}));
}

TEST(Lexer, RefusesUnfinishedLines) {
  EXPECT_THROW(split_line("echo \"a"), Failure);
  EXPECT_THROW(split_line("echo a\\"), Failure);
  EXPECT_EQ(split_line("echo 'a"), (Lines{{"echo", "a"}}));
}

TEST(Parse, AcceptsOptionsAnywhere) {
  for (const char* line :
       {"domstate --reason test", "domstate test --reason", "domstate --domain test --reason",
        "domstate --reason --domain=test", "domstate --reason -- test"}) {
    Arguments arguments = parse_line(line).at(0);
    EXPECT_TRUE(arguments.has("reason")) << line;
    EXPECT_EQ(arguments.text("domain"), "test") << line;
  }
}

TEST(Parse, FillsPositionsInOrder) {
  Arguments arguments = parse_line("domrename --new-name b a").at(0);
  EXPECT_EQ(arguments.text("domain"), "a");
  EXPECT_EQ(arguments.text("new-name"), "b");
}

TEST(Parse, CollectsTheRest) {
  EXPECT_EQ(parse_line("echo --shell a -- --b").at(0).all("string"), (Words{"a", "--b"}));
}

TEST(Parse, ResolvesOldSpellings) {
  EXPECT_EQ(parse_line("setmem test --kilobytes 4").at(0).text("size"), "4");
  EXPECT_EQ(parse_line("echo --str a").at(0).all("string"), Words{"a"});
}

TEST(Parse, TurnsHelpIntoTheHelpCommand) {
  Arguments arguments = parse_line("dominfo --help").at(0);
  EXPECT_EQ(arguments.command().name, "help");
  EXPECT_EQ(arguments.text("command"), "dominfo");
}

TEST(Parse, SaysWhatIsWrong) {
  EXPECT_EQ(failure_of("foo"), "unknown command: 'foo'");
  EXPECT_EQ(failure_of("list --foo"), "command 'list' doesn't support option --foo");
  EXPECT_EQ(failure_of("list --all --all"), "option --all already seen");
  EXPECT_EQ(failure_of("list --all=1"), "invalid '=' after option --all");
  EXPECT_EQ(failure_of("list x"), "unexpected data 'x'");
  EXPECT_EQ(failure_of("dominfo"), "command 'dominfo' requires <domain> option");
  EXPECT_EQ(failure_of("setmem test"), "command 'setmem' requires --size option");
  EXPECT_EQ(failure_of("dumpxml test --xpath"), "expected syntax: --xpath <string>");
  EXPECT_EQ(failure_of("event --timeout"), "expected syntax: --timeout <number>");
  EXPECT_EQ(failure_of("dumpxml test //name"), "unexpected data '//name'");
}

TEST(Arguments, ChecksNumbers) {
  auto value = [](const char* line) { return parse_line(line).at(0); };
  EXPECT_EQ(value("setvcpus a 3").count("count"), 3U);
  EXPECT_THROW(value("setvcpus a 3x").count("count"), Failure);
  EXPECT_THROW(value("setvcpus a -- -3").count("count"), Failure);
  EXPECT_THROW(value("setvcpus a 4294967296").count("count"), Failure);
  EXPECT_EQ(value("event --timeout 2").timeout(), 2000);
  EXPECT_THROW(value("event --timeout 0").timeout(), Failure);
  EXPECT_EQ(value("event --all").timeout(), std::nullopt);
}

TEST(Arguments, ScalesSizes) {
  auto bytes = [](std::string size) {
    return parse_line("setmem a '" + size + "'").at(0).scaled("size", 1024, ~0ULL);
  };
  EXPECT_EQ(bytes("10"), 10240U);
  EXPECT_EQ(bytes("10b"), 10U);
  EXPECT_EQ(bytes("10KB"), 10000U);
  EXPECT_EQ(bytes("10 KiB"), 10240U);
  EXPECT_EQ(bytes("1g"), 1024U * 1024 * 1024);
  EXPECT_EQ(bytes("15EiB"), 15ULL << 60);
  EXPECT_THROW(bytes("16EiB"), Failure);
  EXPECT_THROW(bytes("1.5G"), Failure);
  EXPECT_THROW(bytes("-1"), Failure);
  EXPECT_THROW(bytes("G"), Failure);
}

TEST(Arguments, RefusesEmptyValuesAndPairs) {
  EXPECT_THROW(parse_line("dominfo ''").at(0).text("domain"), Failure);
  EXPECT_NO_THROW(parse_line("echo ''").at(0).all("string"));
  EXPECT_THROW(parse_line("list --table --name").at(0).exclusive("table", "name"), Failure);
}

// Every row can be parsed and explained: names are unique, required options come first.
TEST(Commands, AreWellFormed) {
  std::vector<std::string_view> names;
  for (const Group& group : groups()) {
    for (const Command& command : group.commands) {
      names.push_back(command.name);
      EXPECT_NE(command.handler, nullptr) << command.name;
      EXPECT_FALSE(command.summary.empty()) << command.name;
      for (const Option& option : command.options) {
        EXPECT_EQ(command.option(option.name), &option) << command.name << " --" << option.name;
        EXPECT_TRUE(option.hidden || !option.help.empty()) << command.name << " --" << option.name;
        EXPECT_TRUE(option.alias_of.empty() || command.option(option.alias_of)) << command.name;
      }
    }
  }
  std::ranges::sort(names);
  EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

TEST(Help, ShowsTheSynopsisScriptsKnow) {
  EXPECT_EQ(synopsis(*find_command("domstate")), "domstate <domain> [--reason]");
  EXPECT_EQ(synopsis(*find_command("echo")), "echo [--shell] [--xml] [--split] [--err] [<string>]...");
  EXPECT_EQ(synopsis(*find_command("desc")),
            "desc <domain> [--live] [--config] [--current] [--title] [--edit] [[--new-desc] <string>]...");
  EXPECT_EQ(synopsis(*find_command("event")),
            "event [--domain <string>] [--event <string>] [--all] [--loop] [--timeout <number>] [--list] "
            "[--timestamp]");
}

}  // namespace
}  // namespace vireo::virsh
