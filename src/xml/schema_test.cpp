// SPDX-License-Identifier: LGPL-2.1-or-later
// The mechanism on a small type that has every kind of row.
#include <gtest/gtest.h>

#include <algorithm>

#include "xml/declare.hpp"

namespace vireo::xml {
namespace {

enum class Kind { absent, file, net };
enum class Flag { absent, yes, no };
constexpr auto kinds = names(Kind::file, Kind::net, "file", "net");
constexpr auto yes_no = names(Flag::yes, Flag::no, "yes", "no");

struct Part {
  unsigned id = 0;
  std::vector<Part> below;
  bool operator==(const Part&) const = default;
};

struct Thing {
  Kind kind = Kind::absent;
  std::string path;
  std::string host;
  std::optional<unsigned> port;
  Flag flag = Flag::absent;
  bool marked = false;
  bool box = false;
  unsigned depth = 0;
  std::uint64_t memory = 0;
  std::string password;
  std::string alias;
  std::string note;
  std::vector<Part> parts;
  std::vector<std::string> words;
  std::vector<std::string> extras;
  bool operator==(const Thing&) const = default;
};

const Struct& part_struct() {
  static const Struct made = declare<Part>({
      attribute("id", &Part::id).hex(4),
      element("part", &Part::below, part_struct),
  });
  return made;
}

const Struct& thing_struct() {
  using T = Thing;
  static const Struct made = declare<T>({
      attribute("kind", &T::kind, kinds).required(),
      attribute("password", &T::password).secret(),
      element<T>(
          "source",
          {attribute("path", &T::path).when(&T::kind, Kind::file).host(),
           group<T>({attribute("host", &T::host), attribute("port", &T::port)}).when(&T::kind, Kind::net)}),
      element<T>("flag", {attribute("state", &T::flag, yes_no).if_missing("yes")}),
      present("marked", &T::marked),
      element_if("box", &T::box, {attribute("depth", &T::depth)}),
      kib("memory", &T::memory),
      value("alias", &T::alias).live(),
      element("part", &T::parts, part_struct),
      element<T>("words", {element("word", &T::words, {text(self<std::string>)})}).spread(),
      value("note", &T::note).not_migratable(),
      element("x:extra", &T::extras, {attribute("v", self<std::string>)}).of_namespace("urn:x"),
  });
  return made;
}

Thing read(std::string_view xml, ReadOptions options = {.inactive = false}) {
  const auto document = Document::parse(xml);
  Thing thing;
  Reader(options).read_into(thing_struct(), document.root(), thing);
  return thing;
}

std::string written(const Thing& thing, WriteOptions options = {.secure = true}) {
  Writer writer;
  write(thing_struct(), "thing", &thing, writer, options);
  return writer.take();
}

constexpr const char* full =
    "<thing kind='net' password='p'>\n"
    "  <source host='h' port='0'/>\n"
    "  <flag state='no'/>\n"
    "  <marked/>\n"
    "  <box depth='3'/>\n"
    "  <memory unit='KiB'>2048</memory>\n"
    "  <alias>a</alias>\n"
    "  <part id='0x00ff'>\n"
    "    <part id='0x0001'/>\n"
    "  </part>\n"
    "  <words>\n"
    "    <word>one</word>\n"
    "    <word>two &amp; three</word>\n"
    "  </words>\n"
    "  <note>n</note>\n"
    "  <x:extra v='1'/>\n"
    "</thing>\n";

std::string with_namespace(std::string xml) { return xml.insert(6, " xmlns:x='urn:x'"); }

TEST(Schema, ReadsAndWritesEveryKindOfRow) {
  const Thing thing = read(with_namespace(full));
  EXPECT_EQ(thing.kind, Kind::net);
  EXPECT_EQ(thing.port, 0u);
  EXPECT_EQ(thing.memory, 2048u);
  EXPECT_EQ(thing.parts.at(0).below.at(0).id, 1u);
  EXPECT_EQ(thing.words, (std::vector<std::string>{"one", "two & three"}));
  EXPECT_EQ(thing.extras, std::vector<std::string>{"1"});
  EXPECT_EQ(written(thing), full);
}

TEST(Schema, FindsNamespacesByUriNotByPrefix) {
  EXPECT_EQ(read("<thing kind='net' xmlns:y='urn:x'><y:extra v='1'/></thing>").extras.size(), 1u);
  EXPECT_EQ(read("<thing kind='net' xmlns:x='urn:z'><x:extra v='1'/></thing>").extras.size(), 0u);
}

TEST(Schema, WithholdsSecretsAndLiveParts) {
  const Thing thing = read(with_namespace(full));
  const auto text = written(thing, {.secure = false, .inactive = true, .migratable = true});
  EXPECT_EQ(text.find("password"), std::string::npos);
  EXPECT_EQ(text.find("alias"), std::string::npos);
  EXPECT_EQ(text.find("note"), std::string::npos);
  EXPECT_EQ(read(with_namespace(full), {.inactive = true}).alias, "");
}

TEST(Schema, WritesNothingForWhatWasNotSaid) {
  EXPECT_EQ(written({.kind = Kind::file}), "<thing kind='file'>\n  <words>\n  </words>\n</thing>\n");
}

TEST(Schema, TakesDefaultsUnitsAndNotations) {
  const auto thing =
      read("<thing kind='file'><flag/><memory unit='M'>3</memory><part id='0x10'/><part id='16'/></thing>");
  EXPECT_EQ(thing.flag, Flag::yes);
  EXPECT_EQ(thing.memory, 3072u);
  EXPECT_EQ(thing.parts.at(0).id, 16u);
  EXPECT_EQ(thing.parts.at(1).id, 16u);
}

TEST(Schema, IgnoresWhatBelongsToAnotherKindAndSecondElements) {
  const auto thing = read("<thing kind='file'><source path='/a' host='h'/><source path='/b'/></thing>");
  EXPECT_EQ(thing.path, "/a");
  EXPECT_EQ(thing.host, "");
}

std::string refusal(std::string_view xml) {
  try {
    read(xml);
  } catch (const Error& failure) {
    EXPECT_EQ(failure.code(), VIR_ERR_XML_ERROR);
    EXPECT_EQ(failure.domain(), VIR_FROM_XML);
    return failure.what();
  }
  return "accepted";
}

TEST(Schema, NamesElementAttributeAndPlaceOfABadValue) {
  EXPECT_EQ(refusal("<thing/>"),
            "XML error: Missing required attribute 'kind' in element 'thing' (line 1, column 2)");
  EXPECT_EQ(refusal("<thing kind='x'/>"),
            "XML error: Invalid value for attribute 'kind' in element 'thing': 'x'. (line 1, column 2)");
  EXPECT_EQ(refusal("<thing kind='net'>\n<source port='-1'/></thing>"),
            "XML error: Invalid value for attribute 'port' in element 'source': '-1'. Expected non-negative "
            "integer "
            "value (line 2, column 2)");
  EXPECT_EQ(refusal("<thing kind='net'><memory>x</memory></thing>"),
            "XML error: Invalid value for element 'memory': 'x'. Expected non-negative integer value "
            "(line 1, column 20)");
}

TEST(Schema, ReportsWhatItDoesNotKnowWithItsLine) {
  std::vector<std::string> found;
  const Unknown unknown = [&](const UnknownPart& part) {
    found.push_back(fmt::format("{}/{}:{}", part.parent, part.name, part.position.line));
  };
  read("<thing kind='file' xmlns:q='u'>\n<source q='1' path='p'>\n<sub/></source>\n<what/></thing>",
       {.inactive = false, .unknown = &unknown});
  EXPECT_EQ(found, (std::vector<std::string>{"source/sub:3", "source/@q:2", "thing/what:4"}));
}

TEST(Schema, SaysWhatDiffersAndWhetherTheGuestCouldTell) {
  const Thing from = read("<thing kind='file'><source path='/a'/><part id='1'/></thing>");
  const Thing to = read("<thing kind='file'><source path='/b'/><marked/></thing>");
  EXPECT_EQ(compare(thing_struct(), &from, &from), std::vector<Difference>{});
  EXPECT_EQ(compare(thing_struct(), &from, &to), (std::vector<Difference>{
                                                     {"source/@path", "/a", "/b", false},
                                                     {"marked", "", "yes", true},
                                                     {"part[1]/@id", "0x0001", "", true},
                                                 }));
}

TEST(Schema, ListsEveryFieldOnceAndRecursionOneLevel) {
  std::vector<std::string> paths;
  list(thing_struct(), "thing", [&](const Listed& listed) { paths.push_back(listed.path); });
  const auto count = [&](const char* path) { return std::ranges::count(paths, path); };
  EXPECT_EQ(count("thing/source/@port"), 1);
  EXPECT_EQ(count("thing/part/part"), 1);
  EXPECT_EQ(count("thing/part/part/part"), 0);
  EXPECT_EQ(count("thing/words/word"), 2);  // the element and its text
}

TEST(Schema, CoverageRemembersRowsReadAndWritten) {
  Coverage coverage;
  const Thing thing =
      read("<thing kind='file'><marked/></thing>", {.inactive = false, .coverage = &coverage});
  const auto before = coverage.read.size();
  EXPECT_EQ(before, 2u);
  written(thing, {.coverage = &coverage});
  EXPECT_GE(coverage.written.size(), 3u);  // kind, marked, words
}

}  // namespace
}  // namespace vireo::xml
