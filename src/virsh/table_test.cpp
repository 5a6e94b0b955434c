// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/table.hpp"

#include <gtest/gtest.h>

#include <clocale>

namespace vireo::virsh {
namespace {

class TableTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_NE(std::setlocale(LC_ALL, "C.UTF-8"), nullptr); }
  void TearDown() override { std::setlocale(LC_ALL, "C"); }
};

TEST_F(TableTest, ColumnsAreAsWideAsTheirWidestCell) {
  Table table({"Id", "Name", "State"});
  table.add({"1", "test", "running"});
  EXPECT_EQ(table.render(true),
            " Id   Name   State\n"
            "----------------------\n"
            " 1    test   running\n");
  EXPECT_EQ(table.render(false), " 1   test   running\n");
}

TEST_F(TableTest, AnEmptyOneIsItsHeader) {
  Table table({"Id", "Name", "State"});
  EXPECT_EQ(table.render(true), " Id   Name   State\n--------------------\n");
  EXPECT_EQ(table.render(false), "");
}

TEST_F(TableTest, CountsColumnsOfTheTerminal) {
  Table table({"Id", "Name", "State"});
  table.add({"2", "dömäin中文", "running"});
  EXPECT_EQ(table.render(true),
            " Id   Name         State\n"
            "----------------------------\n"
            " 2    dömäin中文   running\n");
}

TEST_F(TableTest, EscapesWhatATerminalWouldObey) {
  Table table({"A", "B"});
  table.add({"x\033[1m\n\xff", "y"});
  EXPECT_EQ(table.render(false), " x\\x1b[1m\\x0a\\xff   y\n");
}

TEST(Text, QuotesForAShell) {
  EXPECT_EQ(quote_for_shell("a:b"), "a:b");
  EXPECT_EQ(quote_for_shell(""), "''");
  EXPECT_EQ(quote_for_shell("it's"), "'it'\\''s'");
}

TEST(Text, EscapesForXml) { EXPECT_EQ(escape_for_xml("<a>\"'&\x01"), "&lt;a&gt;&quot;&apos;&amp;"); }

TEST(Text, SplitsAtSingleCommas) {
  EXPECT_EQ(split_commas("a,b,,c"), (std::vector<std::string>{"a", "b,c"}));
  EXPECT_EQ(split_commas(""), std::vector<std::string>{""});
}

TEST(Text, ShowsSizesAndTimes) {
  EXPECT_EQ(readable_size(1023).unit, std::string("B"));
  EXPECT_DOUBLE_EQ(readable_size(1536).value, 1.5);
  EXPECT_EQ(readable_size(~0ULL).unit, std::string("EiB"));
  EXPECT_EQ(tenths_of_seconds(12'340'000'000), "12.3");
  EXPECT_EQ(utc_time(627319920), "1989-11-17 15:32:00");
  EXPECT_EQ(utc_stamp(627319920007), "1989-11-17 15:32:00.007+0000");
}

TEST(Text, ShowsCpus) {
  EXPECT_EQ(cpu_ranges({true, true, false, true}), "0-1,3");
  EXPECT_EQ(cpu_ranges({}), "");
  EXPECT_EQ(cpu_letters({true, false}), "y-");
}

}  // namespace
}  // namespace vireo::virsh
