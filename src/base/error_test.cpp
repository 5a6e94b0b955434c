// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/error.hpp"

#include <gmock/gmock.h>

#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>
#include <cerrno>
#include <new>

#include "base/error_texts.hpp"

namespace vireo {
namespace {

using testing::HasSubstr;

template <class Thrown>
ErrorData caught(Thrown thrown) {
  try {
    throw thrown;
  } catch (...) {
    return current_error();
  }
}

TEST(ErrorTexts, TableHasEveryCodeAtItsIndex) {
  auto texts = error_texts();
  ASSERT_EQ(texts.size(), VIR_ERR_MULTIPLE_DOMAINS + 1u);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(texts[i].code, static_cast<int>(i));
    EXPECT_THAT(texts[i].format, HasSubstr("%s")) << i;
  }
}

// As libvirt 9.0.0 fills its virError for the same calls.
TEST(Error, WithDetail) {
  auto error = vireo::error(VIR_ERR_NO_DOMAIN, VIR_FROM_QEMU, "no domain with matching name '{}'", "a");
  const auto& data = error.data();
  EXPECT_EQ(data.message, "Domain not found: no domain with matching name 'a'");
  EXPECT_STREQ(error.what(), data.message.c_str());
  EXPECT_EQ(data.code, VIR_ERR_NO_DOMAIN);
  EXPECT_EQ(data.domain, VIR_FROM_QEMU);
  EXPECT_EQ(data.level, VIR_ERR_ERROR);
  EXPECT_EQ(data.str1, "Domain not found: %s");
  EXPECT_EQ(data.str2, "no domain with matching name 'a'");
  EXPECT_EQ(data.str3, std::nullopt);
  EXPECT_EQ(data.int1, -1);
  EXPECT_EQ(data.int2, -1);
}

TEST(Error, DetailInTheMiddle) {
  EXPECT_EQ(Error(VIR_ERR_DOM_EXIST, VIR_FROM_TEST, "a").data().message, "domain a exists already");
  EXPECT_EQ(Error(VIR_ERR_DOM_EXIST, VIR_FROM_TEST, "").data().message, "this domain exists already");
}

TEST(Error, WithoutDetail) {
  Error error(VIR_ERR_OPERATION_DENIED, VIR_FROM_DOM, "");
  EXPECT_EQ(error.data().message, "operation forbidden for read only access");
  EXPECT_EQ(error.data().str1, "operation forbidden for read only access");
  EXPECT_EQ(error.data().str2, std::nullopt);
}

TEST(Error, PercentInDetailIsPlainText) {
  EXPECT_EQ(Error(VIR_ERR_INTERNAL_ERROR, 0, "100%s").data().message, "internal error: 100%s");
}

TEST(Error, UnknownCodeStillHasItsText) {
  EXPECT_EQ(Error(4711, 0, "new kind").data().message, "new kind");
  EXPECT_EQ(Error(-1, 0, "").data().message, "unknown error");
}

TEST(Error, SystemErrorCarriesErrno) {
  auto data = system_error(ENOENT, VIR_FROM_QEMU, "open foo").data();
  EXPECT_EQ(data.message, "open foo: No such file or directory");
  EXPECT_EQ(data.code, VIR_ERR_SYSTEM_ERROR);
  EXPECT_EQ(data.str1, "%s");
  EXPECT_EQ(data.str2, "open foo: No such file or directory");
  EXPECT_EQ(data.int1, ENOENT);
}

TEST(Error, CauseFollowsTheOuterText) {
  auto cause = system_error(EACCES, VIR_FROM_NONE, "/a");
  auto outer = Error(VIR_ERR_OPERATION_FAILED, VIR_FROM_QEMU, "cannot start domain 'a'").caused_by(cause);
  EXPECT_EQ(outer.data().message, "operation failed: cannot start domain 'a': /a: Permission denied");
  EXPECT_EQ(outer.data().str2, "cannot start domain 'a': /a: Permission denied");
  EXPECT_EQ(outer.code(), VIR_ERR_OPERATION_FAILED);
  EXPECT_EQ(Error(VIR_ERR_RPC, 0, "").caused_by(cause).data().message, "/a: Permission denied");
}

TEST(CurrentError, MapsWhatIsThrown) {
  Error original(VIR_ERR_NO_NETWORK, VIR_FROM_NETWORK, "x");
  EXPECT_EQ(caught(original), original.data());
  EXPECT_EQ(caught(std::bad_alloc()).code, VIR_ERR_NO_MEMORY);
  EXPECT_EQ(caught(std::bad_alloc()).message, "out of memory");
  EXPECT_EQ(caught(std::runtime_error("boom")).message, "internal error: boom");
  EXPECT_EQ(caught(42).code, VIR_ERR_INTERNAL_ERROR);
  auto refused = caught(boost::system::system_error(boost::asio::error::connection_refused));
  EXPECT_EQ(refused.code, VIR_ERR_SYSTEM_ERROR);
  EXPECT_EQ(refused.int1, ECONNREFUSED);
}

}  // namespace
}  // namespace vireo
