// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/metadata.hpp"

#include <gtest/gtest.h>
#include <libvirt/libvirt.h>

#include "base/error.hpp"

using namespace vireo;
using namespace vireo::driver;

namespace {

constexpr int element = VIR_DOMAIN_METADATA_ELEMENT;

// What each call leaves is what the incumbent shows after the same call.
TEST(Metadata, ElementGetsThePrefixAndLosesItAgain) {
  model::Domain domain;
  domain.metadata.xml = "<metadata>\n  <a:x xmlns:a=\"http://a\">hi</a:x>\n</metadata>";
  EXPECT_EQ(get_metadata(domain, element, "http://a"), "<x>hi</x>");
  set_metadata(domain, element, "<y><z/></y>", "b", "http://b");
  EXPECT_EQ(domain.metadata.xml,
            "<metadata>\n  <a:x xmlns:a=\"http://a\">hi</a:x>\n"
            "  <b:y xmlns:b=\"http://b\">\n    <b:z/>\n  </b:y>\n</metadata>");
  EXPECT_EQ(get_metadata(domain, element, "http://b"), "<y>\n  <z/>\n</y>");
  set_metadata(domain, element, "<y2/>", "b2", "http://b");
  EXPECT_EQ(
      domain.metadata.xml,
      "<metadata>\n  <a:x xmlns:a=\"http://a\">hi</a:x>\n  <b2:y2 xmlns:b2=\"http://b\"/>\n</metadata>");
}

TEST(Metadata, RemovingTheLastElementLeavesAnEmptyOne) {
  model::Domain domain;
  set_metadata(domain, element, "<a>b</a>", "k", "http://x");
  set_metadata(domain, element, std::nullopt, "k", "http://x");
  EXPECT_EQ(domain.metadata.xml, "<metadata/>");
}

TEST(Metadata, MalformedElementChangesNothing) {
  model::Domain domain;
  EXPECT_THROW(set_metadata(domain, element, "<y><z/></x>", "b", "http://b"), Error);
  EXPECT_EQ(domain.metadata.xml, "");
}

TEST(Metadata, MissingOnesAndUnknownTypesAreErrors) {
  model::Domain domain;
  set_metadata(domain, VIR_DOMAIN_METADATA_TITLE, "t", "", "");
  EXPECT_EQ(get_metadata(domain, VIR_DOMAIN_METADATA_TITLE, ""), "t");
  try {
    get_metadata(domain, VIR_DOMAIN_METADATA_DESCRIPTION, "");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), VIR_ERR_NO_DOMAIN_METADATA);
  }
  EXPECT_THROW(get_metadata(domain, element, "http://none"), Error);
  EXPECT_THROW(get_metadata(domain, 7, ""), Error);
}

}  // namespace
