// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/xml_query.hpp"

#include <gtest/gtest.h>

#include "virsh/failure.hpp"

namespace vireo::virsh {
namespace {

const std::string document =
    "<domain type='test'>\n  <name>a</name>\n  <devices>\n    <disk type='file'>\n      <source file='/x'/>\n"
    "    </disk>\n  </devices>\n</domain>\n";

TEST(XmlQuery, PrintsTheSelectedNodes) {
  EXPECT_EQ(select_xpath(document, "//name", false), "<name>a</name>\n");
  EXPECT_EQ(select_xpath(document, "//disk", false),
            "<disk type=\"file\">\n  <source file=\"/x\"/>\n</disk>\n");
  EXPECT_EQ(select_xpath(document, "//@type", false), " type=\"test\"\n type=\"file\"\n");
  EXPECT_EQ(select_xpath(document, "//nothing", false), "");
}

TEST(XmlQuery, WrapsThem) {
  EXPECT_EQ(select_xpath(document, "//disk", true),
            "<nodes>\n  <disk type=\"file\">\n    <source file=\"/x\"/>\n  </disk>\n</nodes>\n");
  EXPECT_EQ(select_xpath(document, "//nothing", true), "<nodes/>\n");
  EXPECT_EQ(select_xpath(document, "//@type", true), "<nodes type=\"file\"/>\n");
}

TEST(XmlQuery, RefusesWhatSelectsNoNodes) {
  EXPECT_THROW(select_xpath(document, "count(//*)", false), Failure);
  EXPECT_THROW(select_xpath(document, "///", false), Failure);
  EXPECT_THROW(select_xpath("<x", "//x", false), Failure);
}

}  // namespace
}  // namespace vireo::virsh
