// SPDX-License-Identifier: LGPL-2.1-or-later
// The edge: handles, arguments, permissions and results. Texts and numbers are those of libvirt 9.0.0.
#include "api/call.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "api/fake_connection.hpp"

namespace vireo::api {
namespace {

class CallTest : public testing::Test {
 protected:
  CallTest() { silence(); }

  void expect_error(int code, int domain, const char* message) {
    auto* last = virGetLastError();
    ASSERT_NE(last, nullptr);
    EXPECT_EQ(last->code, code);
    EXPECT_EQ(last->domain, domain);
    EXPECT_STREQ(last->message, message);
  }

  FakeOpen open_;
};

TEST_F(CallTest, HandlesAreChecked) {
  EXPECT_EQ(virDomainGetName(nullptr), nullptr);
  expect_error(VIR_ERR_INVALID_DOMAIN, VIR_FROM_DOM, "invalid domain pointer in virDomainGetName");
  EXPECT_EQ(virDomainCreate(reinterpret_cast<virDomainPtr>(open_.connection)), -1);
  expect_error(VIR_ERR_INVALID_DOMAIN, VIR_FROM_DOM, "invalid domain pointer in virDomainCreate");
  EXPECT_EQ(virConnectGetURI(nullptr), nullptr);
  expect_error(VIR_ERR_INVALID_CONN, VIR_FROM_DOMAIN, "invalid connection pointer in virConnectGetURI");
  EXPECT_EQ(virConnectClose(nullptr), -1);
  expect_error(VIR_ERR_INVALID_CONN, VIR_FROM_NONE, "invalid connection pointer in virConnectClose");
  EXPECT_EQ(virNetworkFree(nullptr), -1);
  expect_error(VIR_ERR_INVALID_NETWORK, VIR_FROM_NETWORK, "invalid network pointer in virNetworkFree");
  EXPECT_EQ(virStreamFree(nullptr), -1);
  expect_error(VIR_ERR_INVALID_STREAM, VIR_FROM_STREAMS, "invalid stream pointer in virStreamFree");
}

TEST_F(CallTest, ArgumentsAreChecked) {
  EXPECT_EQ(virDomainLookupByName(open_.connection, nullptr), nullptr);
  expect_error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "name in virDomainLookupByName must not be NULL");
  EXPECT_STREQ(virGetLastError()->str1, "virDomainLookupByName");
  EXPECT_STREQ(virGetLastError()->str2, "name");
  EXPECT_EQ(virGetLastError()->int1, 0);
  EXPECT_EQ(virDomainLookupByID(open_.connection, -1), nullptr);
  expect_error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "id in virDomainLookupByID must be zero or greater");
  EXPECT_EQ(virDomainLookupByUUIDString(open_.connection, "zz"), nullptr);
  expect_error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "Invalid UUID");
  auto* domain = open_.domain();
  EXPECT_EQ(virDomainGetVcpusFlags(domain, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG), -1);
  expect_error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN,
               "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive");
  EXPECT_EQ(virDomainSetVcpus(domain, 0), -1);
  expect_error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "nvcpus in virDomainSetVcpus must not be zero");
  EXPECT_EQ(virDomainSetMetadata(domain, 7, "a", nullptr, nullptr, 0), -1);
  expect_error(VIR_ERR_INVALID_ARG, VIR_FROM_DOMAIN, "invalid argument: unknown metadata type '7'");
  virDomainFree(domain);
}

TEST_F(CallTest, ReadOnlyConnectionsChangeNothing) {
  FakeOpen readonly(true);
  auto* domain = readonly.domain();
  EXPECT_EQ(virDomainDestroy(domain), -1);
  expect_error(VIR_ERR_OPERATION_DENIED, VIR_FROM_DOMAIN,
               "operation forbidden: read only access prevents virDomainDestroy");
  EXPECT_EQ(readonly.fake->domain.id, 4);
  EXPECT_EQ(virDomainDefineXML(readonly.connection, "<domain/>"), nullptr);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_OPERATION_DENIED);
  EXPECT_EQ(virDomainGetXMLDesc(domain, VIR_DOMAIN_XML_SECURE), nullptr);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_OPERATION_DENIED);
  char* xml = virDomainGetXMLDesc(domain, 0);
  EXPECT_STREQ(xml, "<domain/>");
  free(xml);
  virDomainFree(domain);
}

TEST_F(CallTest, UnsupportedIsNamedByTheFunction) {
  auto* domain = open_.domain();
  EXPECT_EQ(virDomainSuspend(domain), -1);  // a method the driver does not override
  expect_error(VIR_ERR_NO_SUPPORT, VIR_FROM_DOMAIN,
               "this function is not supported by the connection driver: virDomainSuspend");
  EXPECT_EQ(virDomainSetMemory(domain, 1), -1);  // a capability it does not offer
  expect_error(VIR_ERR_NO_SUPPORT, VIR_FROM_DOMAIN,
               "this function is not supported by the connection driver: virDomainSetMemory");
  EXPECT_EQ(virDomainMigrate(domain, open_.connection, 0, nullptr, nullptr, 0),
            nullptr);  // a row of the table
  expect_error(VIR_ERR_NO_SUPPORT, VIR_FROM_DOMAIN,
               "this function is not supported by the connection driver: virDomainMigrate");
  EXPECT_EQ(virConnectNumOfNetworks(open_.connection), -1);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_NO_SUPPORT);
  virDomainFree(domain);
}

TEST_F(CallTest, ResultsBecomeCs) {
  auto* domain = open_.domain();
  virDomainInfo info;
  EXPECT_EQ(virDomainGetInfo(domain, &info), 0);
  EXPECT_EQ(info.state, VIR_DOMAIN_RUNNING);
  EXPECT_EQ(info.maxMem, 2048u);
  EXPECT_EQ(info.cpuTime, 7u);
  EXPECT_STREQ(virDomainGetName(domain), "one");
  char text[VIR_UUID_STRING_BUFLEN];
  EXPECT_EQ(virDomainGetUUIDString(domain, text), 0);
  EXPECT_STREQ(text, "01020300-0000-0000-0000-000000000000");
  EXPECT_EQ(virDomainGetConnect(domain), open_.connection);
  virDomainFree(domain);

  EXPECT_EQ(virConnectListAllDomains(open_.connection, nullptr, 0), 2);
  virDomainPtr* all = nullptr;
  ASSERT_EQ(virConnectListAllDomains(open_.connection, &all, 0), 2);
  EXPECT_EQ(all[2], nullptr);
  virDomainFree(all[0]);
  virDomainFree(all[1]);
  free(all);
}

TEST_F(CallTest, TheIdFollowsTheDomain) {
  auto* domain = open_.domain();
  EXPECT_EQ(virDomainGetID(domain), 4u);
  EXPECT_EQ(virDomainDestroy(domain), 0);
  EXPECT_EQ(virDomainGetID(domain), unsigned(-1));
  EXPECT_EQ(virDomainCreate(domain), 0);
  EXPECT_EQ(virDomainGetID(domain), 9u);  // asked for, since the call does not tell
  virDomainFree(domain);
}

TEST_F(CallTest, HandlesAreCounted) {
  int before = FakeConnection::alive;
  FakeOpen open;
  auto* domain = open.domain();
  EXPECT_EQ(virDomainRef(domain), 0);
  EXPECT_EQ(virConnectRef(open.connection), 0);
  EXPECT_EQ(virConnectClose(open.connection), 1);  // ours and the domain's are left
  EXPECT_EQ(virConnectClose(std::exchange(open.connection, nullptr)), 1);
  EXPECT_EQ(FakeConnection::alive, before + 1);
  EXPECT_EQ(virDomainFree(domain), 0);
  EXPECT_STREQ(virDomainGetName(domain), "one");
  EXPECT_EQ(virDomainFree(domain), 0);
  EXPECT_EQ(FakeConnection::alive, before);
}

TEST_F(CallTest, ManyThreadsShareAConnection) {
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        auto* domain = virDomainLookupByName(open_.connection, i % 2 ? "one" : "other");
        if (!domain != !(i % 2)) ++wrong;
        if (!domain && virGetLastErrorCode() != VIR_ERR_NO_DOMAIN) ++wrong;
        if (domain) virDomainFree(domain);
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace vireo::api
