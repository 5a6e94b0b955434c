// SPDX-License-Identifier: LGPL-2.1-or-later
#include "xml/document.hpp"

#include <gtest/gtest.h>

#include "xml/writer.hpp"

namespace vireo::xml {
namespace {

std::string refusal(std::string_view text, const Limits& limits = {}) {
  try {
    Document::parse(text, limits, VIR_FROM_DOMAIN);
  } catch (const Error& failure) {
    EXPECT_EQ(failure.code(), VIR_ERR_XML_ERROR);
    EXPECT_EQ(failure.domain(), VIR_FROM_DOMAIN);
    return failure.what();
  }
  return "accepted";
}

TEST(Document, SaysLineColumnAndElementOfWhatIsWrong) {
  EXPECT_EQ(refusal("<domain>\n <name>a</nme></domain>"),
            "XML error: the end of 'nme' stands where the end of 'name' is expected in element 'name' "
            "(line 2, column 9)");
  EXPECT_EQ(refusal("<a>\n  <b c=1/></a>"),
            "XML error: the value of attribute 'c' is not quoted in element 'b' (line 2, column 8)");
  EXPECT_EQ(refusal(""), "XML error: the document is empty (line 1, column 1)");
}

TEST(Document, RefusesWhatIsNotWellFormed) {
  for (const char* text : {"x",
                           "<a>",
                           "<a/><b/>",
                           "<a/>x",
                           "<a b='1' b='2'/>",
                           "<a b='<'/>",
                           "<a b='1'c='2'/>",
                           "<a b/>",
                           "<1/>",
                           "<a>&x;</a>",
                           "<a>&#0;</a>",
                           "<a>&lt</a>",
                           "<a>]]></a>",
                           "<a>\x01</a>",
                           "<a>\xff</a>",
                           "<a>\xc0\x80</a>",
                           "<a>\xed\xa0\x80</a>",
                           "<a><!-- -- --></a>",
                           "<a><![CDATA[</a>",
                           "<a></b>",
                           "<a",
                           "<a b='",
                           "<a><?xml ?></a>",
                           "<?xml version='1.0' encoding='UTF-16'?><a/>"})
    EXPECT_NE(refusal(text), "accepted") << text;
}

TEST(Document, KnowsNoEntitiesOfItsOwn) {
  EXPECT_NE(refusal("<!DOCTYPE d [<!ENTITY x 'y'>]><d>&x;</d>"), "accepted");
  EXPECT_EQ(refusal("<!DOCTYPE d><d/>"), "accepted");
  const auto document = Document::parse("<d>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;</d>");
  EXPECT_EQ(document.root().text(), "<>&\"'AB");
}

TEST(Document, KeepsToItsLimits) {
  EXPECT_NE(refusal("<a/>", {.bytes = 3}), "accepted");
  EXPECT_NE(refusal("<a><b><c/></b></a>", {.depth = 2}), "accepted");
  EXPECT_NE(refusal("<a b='' c=''/>", {.attributes = 1}), "accepted");
  EXPECT_NE(refusal("<a><b/><b/></a>", {.elements = 2}), "accepted");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_NE(refusal(deep), "accepted");
}

TEST(Document, GivesTextAndTheInsideAsItStands) {
  const auto document =
      Document::parse("<a>\n<b x='>'>one<!-- c --><i>two</i><![CDATA[<3>]]></b><e/><s> </s></a>");
  const auto b = document.root().child("b");
  EXPECT_EQ(b.text(), "onetwo<3>");
  EXPECT_EQ(b.inside(), "one<!-- c --><i>two</i><![CDATA[<3>]]>");
  EXPECT_EQ(document.root().child("e").inside(), "");
  EXPECT_EQ(document.root().child("s").text(), " ");
  EXPECT_EQ(b.where(), " (line 2, column 2)");
  EXPECT_FALSE(document.root().child("none"));
}

TEST(Writer, WritesLibvirtsLayout) {
  Writer writer;
  writer.begin("a");
  writer.attribute("q", "it's <\"&\">\x01");
  writer.begin("b");
  writer.end("b");
  writer.element("t", "x\ny");
  const auto mark = writer.mark();
  writer.begin("gone");
  writer.attribute("x", "y");
  writer.rewind(mark);
  writer.end("a");
  EXPECT_EQ(writer.take(), "<a q='it&apos;s &lt;&quot;&amp;&quot;&gt;'>\n  <b/>\n  <t>x\ny</t>\n</a>\n");
}

}  // namespace
}  // namespace vireo::xml
