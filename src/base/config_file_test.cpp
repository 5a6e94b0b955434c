// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/config_file.hpp"

#include <gmock/gmock.h>

#include <functional>

#include "base/error.hpp"
#include "base/temp_dir.hpp"

using namespace vireo;
using testing::ElementsAre;

namespace {

// All messages here are those of the incumbent for the same text.
std::string complaint(std::string_view text) {
  try {
    ConfigFile::parse(text, "f.conf");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), VIR_ERR_CONF_SYNTAX);
    return error.what();
  }
  return "";
}
constexpr auto prefix = "configuration file syntax error: f.conf";

TEST(ConfigFile, ReadsStringsNumbersAndLists) {
  auto file = ConfigFile::parse(
      "# comment\n"
      "a = \"one\" # behind\n"
      "\n"
      "b='t\"wo'\n"
      "c =3;d= -4\n"
      "e = [ \"x\",\n  'y' ,]\n"
      "f = []\n"
      "g = \"\"\"three\nlines\n\"\"\"\n"
      "a = \"last\"",
      "f.conf");
  EXPECT_EQ(file.string("a"), "last");
  EXPECT_EQ(file.string("b"), "t\"wo");
  EXPECT_EQ(file.unsigned_integer("c"), 3u);
  EXPECT_EQ(file.signed_integer("d"), -4);
  EXPECT_THAT(*file.strings("e"), ElementsAre("x", "y"));
  EXPECT_TRUE(file.strings("f")->empty());
  EXPECT_EQ(file.string("g"), "three\nlines\n");
  EXPECT_EQ(file.find("a")->line, 12);
  EXPECT_EQ(file.settings().size(), 8u);
  EXPECT_FALSE(file.string("missing"));
  EXPECT_THAT(*file.strings_or_string("b"), ElementsAre("t\"wo"));
}

TEST(ConfigFile, SyntaxErrorsNameTheLine) {
  std::string p = prefix;
  EXPECT_EQ(complaint("x = \n"), p + ":1: expecting a value");
  EXPECT_EQ(complaint("x = \"a\" b\n"), p + ":1: expecting a separator");
  EXPECT_EQ(complaint("x = 0x10\n"), p + ":1: expecting a separator");
  EXPECT_EQ(complaint("x = [ \"a\" \n"), p + ":2: list is not closed with ]");
  EXPECT_EQ(complaint("x \"a\" \n"), p + ":1: expecting an assignment");
  EXPECT_EQ(complaint("3x = \"a\"\n"), p + ":1: expecting a name");
  EXPECT_EQ(complaint("x = 'a\nb'\n"), p + ":1: unterminated string");
  EXPECT_EQ(complaint("x = \"\"\"a\n\nc\"\"\"\ny=-3\nz= [\n\"a\" , # foo\n\"b\" ]\n"),
            p + ":6: expecting a value");
  EXPECT_EQ(complaint("x = 1\nx = 2\nfoo"), p + ":3: expecting an assignment");
}

std::string type_error(std::string_view text, std::function<void(const ConfigFile&)> read) {
  auto file = ConfigFile::parse(text, "f.conf");
  try {
    read(file);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(ConfigFile, ReadersRefuseOtherTypes) {
  auto boolean = [](const ConfigFile& file) { file.boolean("x"); };
  auto number = [](const ConfigFile& file) { file.unsigned_integer("x"); };
  auto signed_number = [](const ConfigFile& file) { file.signed_integer("x"); };
  auto strings = [](const ConfigFile& file) { file.strings("x"); };
  EXPECT_EQ(type_error("x=3", [](const ConfigFile& file) { file.string("x"); }),
            "internal error: f.conf: expected a string for 'x' parameter");
  EXPECT_EQ(type_error("x=3", boolean), "internal error: f.conf: value for 'x' parameter must be 0 or 1");
  EXPECT_EQ(type_error("x='a'", boolean), "internal error: f.conf: expected a bool for 'x' parameter");
  EXPECT_EQ(type_error("x=-3", number),
            "internal error: f.conf: expected an unsigned integer for 'x' parameter");
  EXPECT_EQ(type_error("x=99999999999999999999999", number),
            "internal error: f.conf: value for 'x' parameter must be in range 0:4294967295");
  EXPECT_EQ(type_error("x='a'", signed_number),
            "internal error: f.conf: expected a signed integer for 'x' parameter");
  EXPECT_EQ(type_error("x='a'", strings), "internal error: f.conf: expected a string list for 'x' parameter");
  EXPECT_EQ(type_error("x=[1]", strings),
            "configuration file syntax error: f.conf: expected a string list for 'x' parameter");
}

TEST(ConfigFile, MissingFileIsEmptyOnlyWhereThatIsAllowed) {
  TempDir dir;
  EXPECT_TRUE(ConfigFile::load_if_exists(dir / "no.conf").settings().empty());
  EXPECT_THROW(ConfigFile::load(dir / "no.conf"), Error);
}

}  // namespace
