// SPDX-License-Identifier: LGPL-2.1-or-later
// Every number and text here is what the incumbent makes of the same file.
#include "drivers/test/node.hpp"

#include <gmock/gmock.h>
#include <libvirt/libvirt.h>

#include "base/files.hpp"
#include "base/temp_dir.hpp"
#include "drivers/test/rig.hpp"

using namespace vireo;
using namespace vireo::test_driver;
using testing::ElementsAre;

namespace {

std::string hinted(const std::string& name, const std::string& hints) {
  return "<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'><name>" + name +
         "</name><memory>1000</memory><os><type>hvm</type></os>" + hints + "</domain>";
}

std::string complaint(const std::string& inside) {
  try {
    parse_node("<node>" + inside + "</node>", "/f.xml");
  } catch (const Error& error) {
    return fmt::format("{} {} {}", error.code(), error.domain(), error.what());
  }
  return "";
}

TEST(TestNode, DomainsBeginInTheStateTheFileSays) {
  TempDir folder;
  write_file(folder / "ext.xml",
             "<domain type='test' id='77'><name>ext</name><memory>2000</memory>"
             "<os><type>hvm</type></os></domain>");
  write_file(
      folder / "node.xml",
      "<node><cpu><mhz>6000</mhz><model>synth</model><active>50</active><nodes>4</nodes>"
      "<sockets>4</sockets><cores>4</cores><threads>2</threads></cpu><memory>8192000</memory>"
      "<network><name>n</name></network><domain file='ext.xml'/>" +
          hinted("off", "<test:runstate>5</test:runstate>") +
          hinted("paused", "<test:runstate>3</test:runstate>") +
          hinted("asleep", "<test:runstate>7</test:runstate>") +
          hinted("fleeting", "<test:transient>1</test:transient>") +
          hinted("saved", "<test:runstate>5</test:runstate><test:hasmanagedsave>1</test:hasmanagedsave>") +
          "</node>");
  Rig rig;
  auto uri = "test://" + (folder / "node.xml").native();
  rig.connection = rig.open(uri);
  std::vector<std::string> seen;
  for (auto name : {"ext", "off", "paused", "asleep", "fleeting", "saved"}) {
    auto ref = rig.find(name);
    seen.push_back(fmt::format("{} {} {} {} {}", name, ref.id, rig.state(ref),
                               rig.call(&driver::Domains::is_persistent, ref),
                               rig.call(&driver::Domains::has_managed_save, ref, 0u)));
  }
  EXPECT_THAT(seen, ElementsAre("ext 1 1 0 1 0", "off -1 5 0 1 0", "paused 2 3 0 1 0", "asleep 3 7 0 1 0",
                                "fleeting 4 1 0 0 0", "saved -1 5 0 1 1"));
  auto info = rig.call(&driver::Host::node_info);
  EXPECT_STREQ(info.model.data(), "synth");
  EXPECT_EQ(info.memory, 8192000u);
  EXPECT_EQ(info.cpus, 50);
  EXPECT_EQ(info.mhz, 6000);
  EXPECT_EQ(info.nodes, 4);
  EXPECT_EQ(rig.call(&driver::Host::uri), uri);
  EXPECT_EQ(rig.error(&driver::Host::cells_free_memory, 0, 4),
            "8 12 invalid argument: Range exceeds available cells");
}

TEST(TestNode, EachConnectionToAFileHasItsOwnDomains) {
  TempDir folder;
  write_file(folder / "node.xml", "<node>" + Rig::xml("a") + "</node>");
  Rig rig;
  auto uri = "test://" + (folder / "node.xml").native();
  rig.connection = rig.open(uri);
  rig.call(&driver::Lifecycle::destroy, rig.find("a"));
  rig.connection = rig.open(uri);
  EXPECT_EQ(rig.find("a").id, 1);
}

TEST(TestNode, TheDefaultIsSharedWhileSomebodyHoldsIt) {
  Rig rig;
  auto other = rig.open("test:///default");
  rig.call(&driver::Lifecycle::suspend, rig.find("test"));
  std::swap(rig.connection, other);
  EXPECT_EQ(rig.state(rig.find("test")), "3 1");
  other.reset();
  rig.connection.reset();
  rig.connection = rig.open("test:///default");
  EXPECT_EQ(rig.state(rig.find("test")), "1 0");
}

TEST(TestNode, MistakesOfAFile) {
  EXPECT_EQ(complaint(""), "");
  EXPECT_EQ(complaint("<cpu><mhz>a</mhz></cpu>"), "27 12 XML error: invalid node cpu mhz value");
  EXPECT_EQ(complaint("<cpu><active>-1</active></cpu>"), "27 12 XML error: invalid node cpu active value");
  EXPECT_EQ(complaint("<memory>a</memory>"), "27 12 XML error: invalid node memory value");
  EXPECT_EQ(complaint("<domain file='nope.xml'/>"),
            "27 12 XML error: failed to parse xml document '/nope.xml'");
  EXPECT_NE(complaint("<domain/>"), "");
  EXPECT_EQ(complaint(hinted("a", "<test:runstate>9</test:runstate>")),
            "27 12 XML error: runstate '9' out of range'");
  EXPECT_EQ(complaint(hinted("a", "<test:runstate>x</test:runstate>")), "27 12 XML error: invalid runstate");
  EXPECT_EQ(complaint(hinted("a", "<test:runstate>5</test:runstate><test:transient>1</test:transient>")),
            "27 12 XML error: transient domain cannot have runstate 'shutoff'");
  EXPECT_EQ(complaint(hinted("a", "<test:hasmanagedsave>1</test:hasmanagedsave>")),
            "27 12 XML error: domain with managedsave data can only have runstate 'shutoff'");
  EXPECT_THROW(parse_node("<foo/>", "/f.xml"), Error);
}

TEST(TestNode, OpeningWhatIsNotThere) {
  Rig rig;
  auto complaint = [&](const std::string& uri) {
    try {
      rig.open(uri);
    } catch (const Error& error) {
      return fmt::format("{} {} {}", error.code(), error.domain(), error.what());
    }
    return std::string();
  };
  EXPECT_EQ(complaint("test:///"), "8 12 invalid argument: testOpen: supply a path or use test:///default");
  EXPECT_EQ(complaint("test:///no/such"), "27 12 XML error: failed to parse xml document '/no/such'");
}

TEST(TestNode, UsersOfAFileMustSayWhoTheyAre) {
  TempDir folder;
  write_file(folder / "n.xml", "<node><auth><user password='123'>alice</user></auth></node>");
  Loop loop;
  Driver driver(loop);
  auto text = "test://" + (folder / "n.xml").native();
  auto open = [&](driver::AuthCallback auth) {
    try {
      driver.open({.uri = Uri::parse(text), .text = text, .auth = std::move(auth)});
      return 0;
    } catch (const Error& error) {
      return error.code();
    }
  };
  auto answers = [](std::string password) {
    return [password](std::vector<driver::Credential>& questions) {
      questions[0].result = "alice";
      questions[1].result = password;
      return true;
    };
  };
  EXPECT_EQ(open({}), VIR_ERR_INVALID_ARG);
  EXPECT_EQ(open(answers("123")), 0);
  EXPECT_EQ(open(answers("321")), VIR_ERR_AUTH_FAILED);
}

}  // namespace
