// SPDX-License-Identifier: LGPL-2.1-or-later
#include "xml/foreign.hpp"

#include <gtest/gtest.h>

namespace vireo::xml {
namespace {

// What libvirt 9.0.0 made of this metadata.
constexpr const char* said =
    "<d xmlns:z=\"http://z\"><metadata><app1:foo xmlns:app1=\"http://foo.org/1.0\">"
    "<app1:bar a=\"x'y&quot;z\"/>\n<app1:baz>text &gt; <!-- c --> <i/> "
    "more</app1:baz><app1:e></app1:e></app1:foo>"
    "<z:k/><plain>hu</plain><app2:x xmlns:app2=\"u2\">\n\n <b><c>\n  </c></b>\n </app2:x> </metadata></d>";
constexpr const char* made =
    "  <metadata xmlns:z=\"http://z\">\n"
    "    <app1:foo xmlns:app1=\"http://foo.org/1.0\">\n"
    "      <app1:bar a=\"x'y&quot;z\"/>\n"
    "      <app1:baz>text &gt; <!-- c --> <i/> more</app1:baz>\n"
    "      <app1:e/>\n"
    "    </app1:foo>\n"
    "    <z:k/>\n"
    "    <app2:x xmlns:app2=\"u2\">\n"
    "      <b>\n"
    "        <c>\n  </c>\n"
    "      </b>\n"
    "    </app2:x>\n"
    "  </metadata>\n";

std::string kept() {
  const auto document = Document::parse(said);
  return keep_foreign(document.root().child("metadata"));
}

TEST(Foreign, IsWrittenInTheLayoutOfLibxml2) {
  Writer writer(1);
  write_foreign(kept(), writer);
  EXPECT_EQ(writer.take(), made);
}

TEST(Foreign, KeepingTwiceChangesNothing) {
  const auto once = kept();
  const auto document = Document::parse(once);
  EXPECT_EQ(keep_foreign(document.root()), once);
}

TEST(Foreign, ChildrenAreFoundReplacedAndRemovedByNamespace) {
  auto metadata = set_foreign_child("", "metadata", "k", "urn:a", "<x v='1'><y/></x>");
  EXPECT_EQ(metadata, "<metadata><k:x xmlns:k=\"urn:a\" v=\"1\"><y/></k:x></metadata>");
  EXPECT_EQ(foreign_child(metadata, "urn:a"), "<k:x xmlns:k=\"urn:a\" v=\"1\">\n  <y/>\n</k:x>");
  EXPECT_EQ(foreign_child(metadata, "urn:b"), "");
  metadata = set_foreign_child(metadata, "metadata", "k", "urn:a", "<z/>");
  EXPECT_EQ(metadata, "<metadata><k:z xmlns:k=\"urn:a\"/></metadata>");
  EXPECT_EQ(set_foreign_child(metadata, "metadata", "k", "urn:a", ""), "");
  EXPECT_THROW(set_foreign_child("", "metadata", "k", "urn:a", "<z>"), Error);
}

}  // namespace
}  // namespace vireo::xml
