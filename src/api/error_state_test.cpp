// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/error_state.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "api/fake_connection.hpp"

namespace vireo::api {
namespace {

ErrorData example() { return Error(VIR_ERR_NO_DOMAIN, VIR_FROM_QEMU, "no domain 'a'").data(); }

TEST(ErrorState, IsOfTheThread) {
  silence();
  report(example(), nullptr);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_NO_DOMAIN);
  EXPECT_EQ(virGetLastErrorDomain(), VIR_FROM_QEMU);
  EXPECT_STREQ(virGetLastErrorMessage(), "Domain not found: no domain 'a'");
  std::thread([] {
    EXPECT_EQ(virGetLastError(), nullptr);
    EXPECT_STREQ(virGetLastErrorMessage(), "no error");
  }).join();
  virResetLastError();
  EXPECT_EQ(virGetLastError(), nullptr);
}

TEST(ErrorState, CarriesEveryField) {
  silence();
  auto data = example();
  data.str3 = "third";
  data.int1 = 5;
  data.int2 = 6;
  report(data, nullptr);
  auto* last = virGetLastError();
  EXPECT_EQ(last->level, VIR_ERR_ERROR);
  EXPECT_STREQ(last->str1, "Domain not found: %s");
  EXPECT_STREQ(last->str2, "no domain 'a'");
  EXPECT_STREQ(last->str3, "third");
  EXPECT_EQ(last->int1, 5);
  EXPECT_EQ(last->int2, 6);
}

TEST(ErrorState, SavedCopiesLiveOn) {
  silence();
  report(example(), nullptr);
  auto* saved = virSaveLastError();
  virError copy{};
  EXPECT_EQ(virCopyLastError(&copy), VIR_ERR_NO_DOMAIN);
  virResetLastError();
  EXPECT_STREQ(saved->message, "Domain not found: no domain 'a'");
  EXPECT_STREQ(copy.message, "Domain not found: no domain 'a'");
  virFreeError(saved);
  virResetError(&copy);
  EXPECT_EQ(copy.code, VIR_ERR_OK);
  EXPECT_EQ(virCopyLastError(&copy), 0);
  EXPECT_EQ(virCopyLastError(nullptr), -1);
}

TEST(ErrorState, TellsTheConnectionsFunctionOnceElseTheProcesss) {
  FakeOpen open;
  int of_process = 0, of_connection = 0;
  auto count = [](void* data, virErrorPtr) { ++*static_cast<int*>(data); };
  virSetErrorFunc(&of_process, count);
  EXPECT_EQ(virDomainLookupByName(open.connection, "other"), nullptr);
  EXPECT_EQ(of_process, 1);
  virConnSetErrorFunc(open.connection, &of_connection, count);
  EXPECT_EQ(virDomainLookupByName(open.connection, "other"), nullptr);
  EXPECT_EQ(of_process, 1);
  EXPECT_EQ(of_connection, 1);
  EXPECT_EQ(virConnGetLastError(open.connection)->code, VIR_ERR_NO_DOMAIN);
  virError copy{};
  EXPECT_EQ(virConnCopyLastError(open.connection, &copy), VIR_ERR_NO_DOMAIN);
  virResetError(&copy);
  virConnResetLastError(open.connection);
  EXPECT_EQ(virConnGetLastError(open.connection), nullptr);
  silence();
}

TEST(ErrorState, IsResetByTheNextCall) {
  silence();
  FakeOpen open;
  EXPECT_EQ(virDomainLookupByName(open.connection, "other"), nullptr);
  EXPECT_STREQ(virConnectGetType(open.connection), "Fake");
  EXPECT_EQ(virGetLastError(), nullptr);
}

// The lines libvirt 9.0.0 printed for the same errors.
TEST(ErrorState, IsPrintedAsTheIncumbentDoes) {
  char text[] = "msg";
  virError error{};
  error.code = VIR_ERR_INTERNAL_ERROR;
  error.message = text;
  auto print = [&](int domain, virErrorLevel level) {
    error.domain = domain;
    error.level = level;
    return describe(error);
  };
  EXPECT_EQ(print(VIR_FROM_NONE, VIR_ERR_ERROR), "libvirt:  error : msg");
  EXPECT_EQ(print(VIR_FROM_QEMU, VIR_ERR_ERROR), "libvirt: QEMU Driver error : msg");
  EXPECT_EQ(print(VIR_FROM_DOMAIN, VIR_ERR_WARNING), "libvirt: Domain Config warning : msg");
  EXPECT_EQ(print(VIR_FROM_DOMAIN, VIR_ERR_NONE), "libvirt: Domain Config  : msg");
  EXPECT_EQ(print(200, VIR_ERR_ERROR), "libvirt: Unknown error : msg");
  char line[] = "msg\n";
  error.message = line;
  EXPECT_EQ(print(VIR_FROM_RPC, VIR_ERR_ERROR), "libvirt: XML-RPC error : msg");
}

}  // namespace
}  // namespace vireo::api
