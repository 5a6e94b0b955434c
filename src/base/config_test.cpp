// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/config.hpp"

#include <gmock/gmock.h>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/temp_dir.hpp"

namespace vireo {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <class F>
std::string message_of(F f) {
  try {
    f();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), VIR_ERR_CONF_SYNTAX);
    return error.what();
  }
  return "";
}

std::string parse_error(std::string_view text) {
  return message_of([&] { Config::parse(text, "x.conf"); });
}

TEST(Config, KindsOfValues) {
  auto config = Config::parse(R"(# a comment
number = 12   # behind a value
negative=-3
plus = +4
  text = "it's"
other = 'say "x"'
empty = ""
long = """two
"lines" """
list = [ "a", 'b',
  # among the items
  "c", ]
none = []
a = 1; b = 2
)",
                              "x.conf");
  EXPECT_EQ(config.integer("number"), 12);
  EXPECT_EQ(config.integer("negative"), -3);
  EXPECT_EQ(config.unsigned_integer("plus"), 4u);
  EXPECT_EQ(config.string("text"), "it's");
  EXPECT_EQ(config.string("other"), "say \"x\"");
  EXPECT_EQ(config.string("empty"), "");
  EXPECT_EQ(config.string("long"), "two\n\"lines\" ");
  EXPECT_THAT(*config.strings("list"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(*config.strings("none"), IsEmpty());
  EXPECT_THAT(*config.strings("text"), ElementsAre("it's"));
  EXPECT_EQ(config.boolean("a"), true);
  EXPECT_EQ(config.integer("b"), 2);
  EXPECT_EQ(config.integer("missing"), std::nullopt);
  EXPECT_EQ(config.strings("missing"), std::nullopt);
  EXPECT_NO_THROW(config.refuse_unknown());
}

TEST(Config, SmallFiles) {
  EXPECT_NO_THROW(Config::parse("", "x").refuse_unknown());
  EXPECT_NO_THROW(Config::parse("# only", "x").refuse_unknown());
  auto config = Config::parse("a = 1\r\nb = 2\r\n\r\nc = 3\r", "x");
  EXPECT_EQ(config.integer("b"), 2);
  EXPECT_EQ(config.integer("c"), 3);
  EXPECT_EQ(Config::parse("a = 1\na = 2", "x").integer("a"), 1);
}

// The incumbent refuses each of them too.
TEST(Config, SyntaxErrorsHaveFileAndLine) {
  std::pair<const char*, const char*> cases[] = {
      {"a 1", "x.conf:1: expecting '=' behind 'a'"},
      {"\n\na = ", "x.conf:3: expecting a value"},
      {"a", "x.conf:1: expecting '=' behind 'a'"},
      {"1a = 1", "x.conf:1: expecting a name"},
      {"_a = 1", "x.conf:1: expecting a name"},
      {"a-b = 1", "x.conf:1: expecting '=' behind 'a'"},
      {"a = 1 2", "x.conf:1: expecting the end of the line"},
      {"a = \"x\" \"y\"", "x.conf:1: expecting the end of the line"},
      {"a = 0x10", "x.conf:1: expecting the end of the line"},
      {"a = x", "x.conf:1: expecting a value"},
      {"a = \"x\ny\"", "x.conf:1: unterminated string"},
      {"a = \"\"\"x\ny\"", "x.conf:1: unterminated string"},
      {"a = [\"x\"", "x.conf:1: list is not closed with ]"},
      {"a = [\n\"x\" \"y\"]", "x.conf:2: expecting a comma or ] in a list"},
      {"a = [,]", "x.conf:1: expecting a value"},
      {"a = -", "x.conf:1: expecting digits behind the sign"},
      {"a =\n1", "x.conf:1: expecting a value"},
      {"a = 99999999999999999999", "x.conf:1: number too large"},
      {"a = 1\n\x01", "x.conf:2: expecting a name"},
      {"a = \"\"\"\n\n\"\"\"\nb", "x.conf:4: expecting '=' behind 'b'"}};
  for (auto [text, message] : cases)
    EXPECT_EQ(parse_error(text), std::string("configuration file syntax error: ") + message) << text;
  EXPECT_THAT(parse_error("a = " + std::string(100'000, '[')), HasSubstr("too deep"));
}

TEST(Config, WrongKindNamesKeyAndLine) {
  auto config = Config::parse("n = 5\ns = \"x\"\nl = [\n 1]\nm = -1\nbig = 18446744073709551615", "x.conf");
  EXPECT_THAT(message_of([&] { config.string("n"); }), HasSubstr("x.conf:1: 'n' must be a string"));
  EXPECT_THAT(message_of([&] { config.boolean("n"); }), HasSubstr("'n' must be 0 or 1"));
  EXPECT_THAT(message_of([&] { config.integer("n", 6, 9); }), HasSubstr("between 6 and 9"));
  EXPECT_THAT(message_of([&] { config.integer("s"); }), HasSubstr("x.conf:2: 's' must be a number"));
  EXPECT_THAT(message_of([&] { config.strings("l"); }),
              HasSubstr("x.conf:4: 'l' must be a string or a list"));
  EXPECT_THAT(message_of([&] { config.unsigned_integer("m"); }), HasSubstr("x.conf:5"));
  EXPECT_THAT(message_of([&] { config.integer("big"); }), HasSubstr("x.conf:6"));
  EXPECT_EQ(config.unsigned_integer("big"), UINT64_MAX);
}

TEST(Config, ExtremeNumbers) {
  auto config = Config::parse("a = -9223372036854775808\nb = -9223372036854775809", "x.conf");
  EXPECT_EQ(config.integer("a"), INT64_MIN);
  EXPECT_THAT(message_of([&] { config.integer("b"); }), HasSubstr("x.conf:2"));
}

TEST(Config, UnknownKeyIsNamedWithItsLine) {
  auto config = Config::parse("known = 1\n\nzebra = 2\napple = 3\n", "x.conf");
  config.integer("known");
  EXPECT_EQ(message_of([&] { config.refuse_unknown(); }),
            "configuration file syntax error: x.conf:3: unknown key 'zebra'");
}

TEST(Config, ReadFromFile) {
  TempDir dir;
  write_file(dir / "c", "a = 1\nb");
  EXPECT_THAT(message_of([&] { Config::read(dir / "c"); }), HasSubstr((dir / "c").native() + ":2:"));
  EXPECT_FALSE(Config::read_if_exists(dir / "none").has("a"));
  EXPECT_THROW(Config::read(dir / "none"), Error);
}

}  // namespace
}  // namespace vireo
