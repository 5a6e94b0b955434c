// SPDX-License-Identifier: LGPL-2.1-or-later
// In short; tests/system/test_snapshots.py compares everything with the incumbent.
#include "drivers/test/snapshots.hpp"

#include <gmock/gmock.h>
#include <libvirt/libvirt.h>

#include <filesystem>

#include "drivers/test/rig.hpp"
#include "drivers/test/saved_image.hpp"

using namespace vireo;
using namespace vireo::test_driver;
using testing::ElementsAre;
using L = driver::Lifecycle;
using S = driver::Snapshots;
using K = driver::Checkpoints;
using V = driver::Saving;

namespace {

std::string named(const std::string& name) {
  return "<domainsnapshot><name>" + name + "</name></domainsnapshot>";
}

TEST(TestSnapshots, RevertTakesTheDomainBackToStateAndDefinition) {
  Rig rig;
  auto ref = rig.find("test");
  rig.call(&L::suspend, ref);
  auto paused = rig.call(&S::create_xml, ref, named("paused"), 0u);
  rig.call(&L::destroy, ref);
  auto off = rig.call(&S::create_xml, ref, named("off"), 0u);
  rig.call(&L::create, ref);
  rig.listen();
  rig.call(&S::revert, off, 0u);
  EXPECT_EQ(rig.state(ref), "5 7");
  rig.call(&S::revert, paused, 0u);
  EXPECT_EQ(rig.state(ref), "3 7");
  EXPECT_THAT(rig.events, ElementsAre("test -1 5 6", "test 3 2 3", "test 3 3 5"));
  EXPECT_EQ(rig.call(&S::current, ref, 0u).name, "paused");
  EXPECT_EQ(rig.call(&S::parent, off, 0u).name, "paused");
}

TEST(TestSnapshots, GoWithTheirDomain) {
  Rig rig;
  auto ref = rig.find("test");
  rig.call(&S::create_xml, ref, named("a"), std::uint32_t{VIR_DOMAIN_SNAPSHOT_CREATE_HALT});
  EXPECT_EQ(rig.state(ref), "5 7");
  EXPECT_EQ(rig.error(&L::undefine, ref),
            "55 12 Requested operation is not valid: cannot delete inactive domain with 1 snapshots");
  rig.call(&L::undefine_flags, ref, std::uint32_t{VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA});
  rig.define("test");
  EXPECT_EQ(rig.call(&S::count, rig.find("test"), 0u), 0);
}

TEST(TestSnapshots, ExcludeCheckpoints) {
  Rig rig;
  auto ref = rig.find("test");
  auto checkpoint = rig.call(&K::create_xml, ref, std::string("<domaincheckpoint/>"), 0u);
  EXPECT_EQ(rig.error(&S::create_xml, ref, named("a"), 0u),
            "84 12 Operation not supported: cannot create snapshot while checkpoint exists");
  rig.call(&K::remove, checkpoint, 0u);
  rig.call(&S::create_xml, ref, named("a"), 0u);
  EXPECT_EQ(rig.error(&K::create_xml, ref, std::string("<domaincheckpoint/>"), 0u),
            "84 12 Operation not supported: cannot create checkpoint while snapshot exists");
}

TEST(TestSnapshots, NodeFilesHaveSome) {
  const auto snapshot = [](const std::string& name, const std::string& more) {
    return "<t:domainsnapshot><name>" + name + "</name><state>shutoff</state><creationTime>5</creationTime>" +
           more + Rig::xml("d", "<uuid>ef861801-45b9-11cb-88e3-afbfe5370493</uuid>") + "</t:domainsnapshot>";
  };
  const auto node = [&](const std::string& snapshots) {
    const auto hints = "<uuid>ef861801-45b9-11cb-88e3-afbfe5370493</uuid>" + snapshots;
    const auto domain = Rig::xml("d", hints);
    return Hypervisor(parse_node(
        "<node xmlns:t='http://libvirt.org/schemas/domain/test/1.0'>" + domain + "</node>", "/node.xml"));
  };
  const auto b = snapshot("b", "<active>1</active><parent><name>a</name></parent>");
  auto hypervisor = node(snapshot("a", "<active>0</active>") + b);
  auto& snapshots = hypervisor.domains().begin()->second.snapshots;
  EXPECT_EQ(snapshots.size(), 2u);
  EXPECT_EQ(snapshots.current()->name, "b");
  EXPECT_EQ(snapshots.current()->parent, "a");
  EXPECT_THROW(node(b), Error) << "no parent";
  EXPECT_THROW(node(snapshot("a", "<active>1</active>") + snapshot("c", "<active>1</active>")), Error);
  EXPECT_THROW(node(snapshot("a", "")), Error);
}

TEST(TestSnapshots, TreeOfMoments) {
  struct Moment {
    std::string name, parent;
  };
  Moments<Moment> tree;
  for (const auto& [name, parent] : {std::pair{"a", ""}, {"b", "a"}, {"c", "b"}, {"d", "a"}})
    tree.add({name, parent});
  tree.set_current("c");
  const auto names = [&](const std::string& from, bool all) {
    std::string text;
    for (const auto* item : tree.below(from, all)) text += item->name;
    return text;
  };
  EXPECT_EQ(names("", true), "adbc");
  EXPECT_EQ(names("", false), "a");
  EXPECT_EQ(names("a", false), "db");
  EXPECT_THROW(tree.check_parent({"a", "c"}), Error);
  EXPECT_THROW(tree.check_parent({"e", "none"}), Error);
  EXPECT_NO_THROW(tree.check_parent({"d", "c"}));
  tree.remove("b");
  EXPECT_EQ(tree.find("c")->parent, "a");
  tree.remove_below("a");
  EXPECT_EQ(tree.current()->name, "a");
  tree.remove("a");
  EXPECT_TRUE(tree.empty());
  EXPECT_EQ(tree.current(), nullptr);
}

TEST(TestSaving, TheFileHoldsTheDefinition) {
  Rig rig;
  const auto path = std::filesystem::path(testing::TempDir()) / "vireo-test-saved-image";
  auto ref = rig.find("test");
  rig.call(&V::save, ref, path.native());
  EXPECT_EQ(rig.state(ref), "5 5");
  EXPECT_TRUE(read_image(path).starts_with("<domain type='test' id='1'>\n  <name>test</name>\n"));
  rig.call(&V::restore, path.native());
  EXPECT_EQ(rig.state(ref), "1 3");
  std::filesystem::remove(path);
  EXPECT_EQ(rig.error(&V::restore, path.native()),
            "38 12 cannot read domain image '" + path.native() + "': No such file or directory");
}

}  // namespace
