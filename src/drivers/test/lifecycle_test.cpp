// SPDX-License-Identifier: LGPL-2.1-or-later
// The numbers and texts here are what the incumbent's test driver answers to the same call; ours alone are
// reboot events and the flags to start paused and to destroy with the connection.
#include "drivers/test/lifecycle.hpp"

#include <gmock/gmock.h>
#include <libvirt/libvirt.h>

#include "drivers/test/rig.hpp"

using namespace vireo;
using namespace vireo::test_driver;
using testing::ElementsAre;
using L = driver::Lifecycle;
using D = driver::Domains;

namespace {

constexpr auto not_running = "55 20 Requested operation is not valid: domain is not running";

TEST(TestLifecycle, EveryMoveWithItsReasonAndEvent) {
  Rig rig;
  rig.listen();
  auto ref = rig.find("test");
  EXPECT_EQ(rig.state(ref), "1 0");
  rig.call(&L::suspend, ref);
  EXPECT_EQ(rig.state(ref), "3 1");
  rig.call(&L::resume, ref);
  EXPECT_EQ(rig.state(ref), "1 5");
  rig.call(&L::shutdown, ref);
  EXPECT_EQ(rig.state(ref), "5 1");
  rig.call(&L::create, ref);
  EXPECT_EQ(rig.state(ref), "1 1");
  EXPECT_EQ(rig.find("test").id, 2);
  rig.call(&L::destroy, ref);
  EXPECT_EQ(rig.state(ref), "5 2");
  EXPECT_THAT(rig.events,
              ElementsAre("test 1 3 0", "test 1 4 0", "test -1 5 0", "test 2 2 0", "test -1 5 1"));
}

TEST(TestLifecycle, WrongStatesAreRefused) {
  Rig rig;
  auto ref = rig.find("test");
  EXPECT_EQ(rig.error(&L::create, ref), "1 12 internal error: Domain 'test' is already running");
  EXPECT_EQ(rig.error(&L::resume, ref), "1 12 internal error: domain 'test' not paused");
  rig.call(&L::suspend, ref);
  EXPECT_EQ(rig.error(&L::suspend, ref), "1 12 internal error: domain 'test' not running");
  rig.call(&L::destroy, ref);
  EXPECT_EQ(rig.error(&L::suspend, ref), "1 12 internal error: domain 'test' not running");
  EXPECT_EQ(rig.error(&L::shutdown, ref), "1 12 internal error: domain 'test' not running");
  EXPECT_EQ(rig.error(&L::destroy, ref), not_running);
  EXPECT_EQ(rig.error(&L::reboot, ref, 0u), not_running);
  EXPECT_EQ(rig.error(&L::reset, ref, 0u), not_running);
}

TEST(TestLifecycle, FlagsNobodyKnowsAreRefused) {
  Rig rig;
  auto ref = rig.find("test");
  EXPECT_EQ(rig.error(&L::reboot, ref, 64u), "8 12 unsupported flags (0x40) in function testDomainReboot");
  EXPECT_EQ(rig.error(&L::shutdown_flags, ref, 1u),
            "8 12 unsupported flags (0x1) in function testDomainShutdownFlags");
  EXPECT_EQ(rig.error(&L::destroy_flags, ref, 8u),
            "8 12 unsupported flags (0x8) in function testDomainDestroyFlags");
  EXPECT_EQ(rig.error(&L::undefine_flags, ref, 64u),
            "8 12 unsupported flags (0x40) in function testDomainUndefineFlags");
  EXPECT_EQ(rig.error(&L::define_flags, Rig::xml("x"), 8u),
            "8 12 unsupported flags (0x8) in function testDomainDefineXMLFlags");
  EXPECT_EQ(rig.state(ref), "1 0");
}

TEST(TestLifecycle, DefinitionDecidesWhatAPowerOffOrRebootMeans) {
  for (std::string action : {"destroy", "preserve", "restart", "rename-restart"}) {
    Rig rig;
    auto ref =
        rig.define("d", "<on_poweroff>" + action + "</on_poweroff><on_reboot>" + action + "</on_reboot>");
    std::string after = action.ends_with("restart") ? "1 1" : "5 1";
    rig.call(&L::create, ref);
    rig.listen();
    rig.call(&L::shutdown, ref);
    EXPECT_EQ(rig.state(ref), after) << action;
    if (after == "5 1") rig.call(&L::create, ref);
    rig.call(&L::suspend, ref);
    rig.events.clear();
    rig.call(&L::reboot, ref, 0u);
    EXPECT_EQ(rig.state(ref), after) << action;
    EXPECT_THAT(rig.events, ElementsAre(after == "1 1" ? "d reboot" : "d -1 5 0"));
  }
}

TEST(TestLifecycle, NamesAndUuidsAreUnique) {
  Rig rig;
  rig.listen();
  auto one =
      "<domain type='test'><name>a</name><uuid>11111111-1111-1111-1111-111111111111</uuid><memory>1</memory>"
      "<os><type>hvm</type></os></domain>";
  rig.call(&L::define, std::string(one));
  rig.call(&L::define, std::string(one));
  EXPECT_THAT(rig.events, ElementsAre("a -1 0 0", "a -1 0 1"));
  std::string other = one;
  other.replace(other.find(">a<"), 3, ">b<");
  EXPECT_EQ(
      rig.error(&L::define, other),
      "9 20 operation failed: domain 'a' is already defined with uuid 11111111-1111-1111-1111-111111111111");
  EXPECT_EQ(
      rig.error(&L::define, Rig::xml("a")),
      "9 20 operation failed: domain 'a' already exists with uuid 11111111-1111-1111-1111-111111111111");
  rig.call(&L::create_xml, std::string(one), 0u);
  EXPECT_EQ(rig.error(&L::create_xml, std::string(one), 0u),
            "55 20 Requested operation is not valid: domain 'a' is already active");
  EXPECT_NE(rig.error(&L::define, std::string("<domain/>")), "");
  EXPECT_EQ(rig.error(&L::define, std::string("<domain")).substr(0, 3), "27 ");
}

TEST(TestLifecycle, TransientDomainIsGoneWhenItEnds) {
  Rig rig;
  auto ref = rig.call(&L::create_xml, Rig::xml("t"), 0u);
  EXPECT_EQ(ref.id, 2);
  EXPECT_FALSE(rig.call(&D::is_persistent, ref));
  rig.call(&L::destroy, ref);
  EXPECT_EQ(rig.error(&D::state, ref, 0u), fmt::format("42 12 Domain not found: no domain with matching uuid "
                                                       "'{}' (t)",
                                                       ref.uuid.to_string()));
  EXPECT_EQ(rig.error(&D::lookup_by_name, std::string("t")), "42 12 Domain not found");
}

TEST(TestLifecycle, UndefinedWhileActiveItBecomesTransient) {
  Rig rig;
  rig.listen();
  auto ref = rig.find("test");
  rig.call(&L::undefine, ref);
  EXPECT_FALSE(rig.call(&D::is_persistent, ref));
  EXPECT_TRUE(rig.call(&D::is_active, ref));
  rig.call(&L::shutdown, ref);
  EXPECT_NE(rig.error(&D::info, ref), "");
  EXPECT_THAT(rig.events, ElementsAre("test 1 1 0", "test -1 5 0"));
}

TEST(TestLifecycle, Rename) {
  Rig rig;
  auto ref = rig.define("a");
  rig.define("b");
  EXPECT_EQ(rig.error(&L::rename, rig.find("test"), std::optional<std::string>("q"), 0u),
            "55 12 Requested operation is not valid: cannot rename active domain");
  EXPECT_EQ(rig.error(&L::rename, ref, std::optional<std::string>("a"), 0u),
            "55 20 Requested operation is not valid: Can't rename domain to itself");
  EXPECT_EQ(rig.error(&L::rename, ref, std::optional<std::string>("b"), 0u),
            "55 20 Requested operation is not valid: domain with name 'b' already exists");
  EXPECT_EQ(rig.error(&L::rename, ref, std::optional<std::string>("b/c"), 0u),
            "27 12 XML error: name b/c cannot contain '/'");
  rig.listen();
  rig.call(&L::rename, ref, std::optional<std::string>("z"), 0u);
  EXPECT_THAT(rig.events, ElementsAre("a -1 1 1", "z -1 0 2"));
  EXPECT_EQ(rig.find("z").uuid, ref.uuid);
}

TEST(TestLifecycle, StartedPausedAndDestroyedWithItsConnection) {
  Rig rig;
  auto ref = rig.define("a");
  EXPECT_GT(rig.call(&L::create_flags, ref, unsigned{VIR_DOMAIN_START_PAUSED}).id, 0);
  EXPECT_EQ(rig.state(ref), "3 1");
  rig.call(&L::destroy, ref);
  auto other = rig.open("test:///default");
  std::swap(other, rig.connection);
  rig.call(&L::create_flags, ref, unsigned{VIR_DOMAIN_START_AUTODESTROY});
  std::swap(other, rig.connection);
  EXPECT_EQ(rig.state(ref), "1 1");
  other.reset();
  EXPECT_EQ(rig.state(ref), "5 2");
}

}  // namespace
