// SPDX-License-Identifier: LGPL-2.1-or-later
// What the server's session does with whatever a client sends.
#include <libvirt/libvirt.h>

#include "rpc/session_rig.hpp"

namespace vireo::rpc {
namespace {

using driver::Domains;
using driver::Lifecycle;
using Session = SessionRig;

const driver::DomainRef dom{"test", Uuid{}, 1};

TEST_F(Session, AnswersTheTalkOfARealClient) {
  start();
  call(66);  // AUTH_LIST
  EXPECT_EQ(reply().payload, encoded(1u, 0u));
  call(60, 10);
  EXPECT_EQ(result<std::int32_t>(), 1);
  call(60, 6);  // the driver's own, and there is none yet
  EXPECT_EQ(result<std::int32_t>(), 0);
  open();
  EXPECT_EQ(opened_uri, "test:///default");
  for (const int feature : {14, 15, 9}) {
    call(60, feature);
    EXPECT_EQ(result<std::int32_t>(), 1);
  }
  call(60, 6);  // the driver's own
  EXPECT_EQ(result<std::int32_t>(), 1);
  call(60, 1);
  EXPECT_EQ(result<std::int32_t>(), 0);
  call(2);
  EXPECT_EQ(reply().header.procedure, 2);
  EXPECT_TRUE(session->finished());
  EXPECT_EQ(recorder.open, 0);
}

TEST_F(Session, RefusesWhatItDoesNotKnowInTheIncumbentsWords) {
  start();
  call(6);
  EXPECT_EQ(reply().error().message, "internal error: hypervisor connection not open");
  for (const std::int32_t number : {9999, 107, 0, -1, 452}) {
    call(number);
    const ErrorData error = reply().error();
    EXPECT_EQ(error.code, VIR_ERR_RPC);
    EXPECT_EQ(error.domain, VIR_FROM_RPC);
    EXPECT_EQ(error.message, "unknown procedure: " + std::to_string(number));
  }
  send({.program = 74565, .procedure = 3});
  EXPECT_EQ(reply().error().message, "Cannot find program 74565 version 1");
  send({.version = 2, .procedure = 3});
  EXPECT_EQ(reply().error().message, "Cannot find program 536903814 version 2");
  send({.procedure = 66, .status = Status::error});
  EXPECT_EQ(reply().error().message, "Unexpected message status 1");
  open();
  call<&SessionCalls::open>(std::optional<std::string>("test:///default"), 0u);
  EXPECT_EQ(reply().error().message, "internal error: connection already open");
}

TEST_F(Session, ArgumentsMustBeExactlyThere) {
  start();
  open();
  const Bytes good = encoded(dom);
  for (std::size_t size = 0; size < good.size() + 8; size += 4) {
    if (size == good.size()) continue;
    Bytes bytes = good;
    bytes.resize(size);
    send({.procedure = 9}, bytes);
    EXPECT_EQ(reply().error().message, "Unable to decode message payload") << size;
  }
  call(23, 0x7fffffffu);  // a string of two gigabytes, it says
  EXPECT_EQ(reply().error().code, VIR_ERR_RPC);
  EXPECT_TRUE(recorder.calls.empty());
}

TEST_F(Session, BrokenFramingEndsTheConnection) {
  for (const std::uint32_t length : {0u, 27u, 33554433u, 0xffffffffu}) {
    start();
    feed(encoded(length));
    EXPECT_TRUE(session->finished()) << length;
    EXPECT_TRUE(session->unsent().empty());
    stop();
  }
  start();
  send({.type = static_cast<Type>(7)});
  EXPECT_TRUE(session->finished());
}

TEST_F(Session, PacketsMayComeInAnyPieces) {
  start();
  Bytes bytes;
  append_packet(bytes, {.procedure = 66, .serial = 1});
  append_packet(bytes, {.procedure = 60, .serial = 2}, encoded(9));
  for (const std::byte& byte : bytes) feed(std::span(&byte, 1));
  EXPECT_EQ(reply().header.serial, 1u);
  EXPECT_EQ(reply().header.serial, 2u);
}

TEST_F(Session, ReadOnlyConnectionsReachNoWritingMethod) {
  start({.readonly = true});
  open(0);
  EXPECT_EQ(opened_flags, std::uint32_t{VIR_CONNECT_RO});
  int refused = 0;
  for (const Procedure* procedure : all_procedures()) {
    if (procedure->access == Access::read) continue;
    ++refused;
    call(procedure->number);  // not even the arguments are looked at
    const ErrorData error = reply().error();
    EXPECT_EQ(error.code, VIR_ERR_OPERATION_DENIED);
    EXPECT_EQ(error.domain, VIR_FROM_DOM);
    EXPECT_EQ(error.message,
              "operation forbidden: read only access prevents " + std::string(procedure->function));
  }
  EXPECT_GT(refused, 20);
  call<&Domains::xml>(dom, std::uint32_t{VIR_DOMAIN_XML_INACTIVE});
  EXPECT_EQ(reply().header.status, Status::ok);
  for (const auto flag : {VIR_DOMAIN_XML_SECURE, VIR_DOMAIN_XML_MIGRATABLE}) {
    call<&Domains::xml>(dom, static_cast<std::uint32_t>(flag));
    EXPECT_EQ(reply().error().message, "operation forbidden: virDomainGetXMLDesc with secure flag");
  }
  call<&Domains::vcpus>(dom, std::uint32_t{VIR_DOMAIN_VCPU_GUEST});
  EXPECT_EQ(reply().error().message, "operation forbidden: read only access prevents virDomainGetVcpusFlags");
  EXPECT_EQ(recorder.calls.size(), 1u);
}

TEST_F(Session, StrangersReachOnlyAuthentication) {
  start({.auth = Auth::polkit}, {.pid = 1, .uid = 1000, .gid = 1000});
  call(66);
  EXPECT_EQ(reply().payload, encoded(1u, 2u));
  for (const Procedure* procedure : all_procedures()) {
    if (procedure->permissions.anonymous()) continue;
    call(procedure->number);
    EXPECT_EQ(reply().error().message, "authentication required") << procedure->name;
  }
  call(70);
  EXPECT_EQ(reply().error().code, VIR_ERR_AUTH_UNAVAILABLE);
  EXPECT_FALSE(session->authenticated());
}

Task<void> agree(Peer, bool) { co_return; }

TEST_F(Session, PolkitLetsIn) {
  setup.polkit = agree;
  start({.auth = Auth::polkit}, {.pid = 1, .uid = 1000, .gid = 1000});
  call(70);
  EXPECT_EQ(result<std::int32_t>(), 1);
  open();
}

TEST_F(Session, RootNeedsNoPolkit) {
  start({.auth = Auth::polkit}, {.pid = 1, .uid = 0, .gid = 0});
  call(66);
  EXPECT_EQ(reply().payload, encoded(1u, 0u));
  open();
}

TEST_F(Session, AccessControlIsAskedForEachPermission) {
  std::vector<std::string> asked;
  setup.access = [&asked](const Peer&, const Procedure&, std::string_view permission) {
    asked.emplace_back(permission);
    if (permission == "domain:start") throw Error(VIR_ERR_ACCESS_DENIED, VIR_FROM_ACCESS, "no");
  };
  start();
  open();
  asked.clear();
  call<&Lifecycle::create_xml>(std::string("<domain/>"), 0u);
  EXPECT_EQ(reply().error().code, VIR_ERR_ACCESS_DENIED);
  EXPECT_EQ(asked, (std::vector<std::string>{"domain:write", "domain:start"}));
  asked.clear();
  call<&Domains::xml>(dom, std::uint32_t{VIR_DOMAIN_XML_SECURE});
  EXPECT_EQ(asked, (std::vector<std::string>{"domain:read", "domain:read_secure:VIR_DOMAIN_XML_SECURE"}));
  EXPECT_TRUE(recorder.calls.empty() || recorder.calls[0].name == "DOMAIN_GET_XML_DESC");
}

TEST_F(Session, OnlySoManyCallsRunAtOnce) {
  recorder.gate = &gate;
  setup.limits.max_client_requests = 2;
  setup.limits.parked = 200;
  start();
  open();
  for (int i = 0; i < 3; ++i) call<&Lifecycle::create>(dom);
  EXPECT_EQ(recorder.calls.size(), 2u);
  EXPECT_FALSE(receive());
  EXPECT_TRUE(session->wants_input());
  send({.program = keepalive_program, .procedure = 1, .type = Type::event});  // answered all the same
  EXPECT_EQ(reply().header.procedure, 2);
  for (int i = 0; i < 3; ++i) call<&Lifecycle::create>(dom);
  EXPECT_FALSE(session->wants_input()) << "enough is parked: read no more";
  gate.set();
  loop.poll();
  for (int i = 0; i < 6; ++i) EXPECT_EQ(reply().header.status, Status::ok);
  EXPECT_TRUE(session->wants_input());
}

TEST_F(Session, EndWaitsForCallsAndClosesTheConnection) {
  recorder.gate = &gate;
  start();
  open();
  call<&Lifecycle::create>(dom);
  EXPECT_EQ(recorder.open, 1);
  stop();  // opens the gate
  EXPECT_EQ(recorder.open, 0);
}

TEST_F(Session, PingsAnIdleClientAndGivesItUp) {
  setup.limits.keepalive_interval = 5;
  setup.limits.keepalive_count = 2;
  start();
  EXPECT_FALSE(session->next_timeout()) << "a client that did not ask for it is never pinged";
  call(60, 10);
  reply();
  for (int i = 0; i < 2; ++i) {
    session->tick(*session->next_timeout());
    const auto ping = reply();
    EXPECT_EQ(ping.header.program, keepalive_program);
    EXPECT_EQ(ping.header.procedure, 1);
    EXPECT_EQ(ping.header.type, Type::event);
    EXPECT_EQ(ping.header.serial, 0u);
  }
  session->tick(*session->next_timeout());
  EXPECT_TRUE(session->finished());
}

TEST_F(Session, NotSupportedNamesTheFunction) {
  setup.open = nullptr;
  start();
  struct Nothing final : driver::Connection {
    explicit Nothing(Loop& l) : l(l) {}
    Loop& loop() noexcept override { return l; }
    Loop& l;
  };
  setup.open = [this](auto, auto) { return std::make_unique<Nothing>(loop); };
  open();
  call<&Lifecycle::create>(dom);
  const ErrorData error = reply().error();
  EXPECT_EQ(error.code, VIR_ERR_NO_SUPPORT);
  EXPECT_EQ(error.domain, VIR_FROM_DOM);
  EXPECT_EQ(error.message, "this function is not supported by the connection driver: virDomainCreate");
}

TEST_F(Session, IdentityIsTakenFromThoseWhoMayGiveIt) {
  using Params = driver::List<driver::TypedParam, 20>;
  const Params params(std::vector<driver::TypedParam>{{"user-name", std::string("joe")}});
  start({}, {.pid = 1, .uid = 0, .gid = 0});
  call<&SessionCalls::set_identity>(params, 0u);
  EXPECT_EQ(reply().header.status, Status::ok);
  stop();
  start({}, {.pid = 1, .uid = 4242, .gid = 4242});
  call<&SessionCalls::set_identity>(params, 0u);
  EXPECT_EQ(reply().error().code, VIR_ERR_OPERATION_DENIED);
}

}  // namespace
}  // namespace vireo::rpc
