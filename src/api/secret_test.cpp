// SPDX-License-Identifier: LGPL-2.1-or-later
// Secrets, filters and bindings by their handles: no driver in this library's process has any.
#include <gtest/gtest.h>

#include "api/fake_connection.hpp"
#include "driver/filter_bindings.hpp"
#include "driver/filters.hpp"
#include "driver/secrets.hpp"

namespace vireo::api {
namespace {

const Uuid some_uuid{{1, 2, 3}};

class Keeper final : public driver::Connection, public driver::Secrets {
 public:
  Keeper() {
    offer<driver::Secrets>(*this);
    offer<driver::Filters>(filters_);
    offer<driver::FilterBindings>(bindings_);
  }
  Loop& loop() noexcept override { return loop_; }

  Task<driver::SecretRef> lookup_by_usage(std::int32_t type, std::string id) override {
    co_return driver::SecretRef{some_uuid, type, id};
  }
  Task<void> set_value(driver::SecretRef, driver::Opaque<65536> to, std::uint32_t) override {
    value_ = std::move(to);
    co_return;
  }
  Task<driver::Opaque<65536>> value(driver::SecretRef, std::uint32_t) override { co_return value_; }

 private:
  struct Lists final : driver::Filters {
    Task<driver::Listing<driver::FilterRef>> list(std::int32_t need_results, std::uint32_t) override {
      driver::Listing<driver::FilterRef> found;
      found.count = 2;
      if (need_results) found.items = std::vector<driver::FilterRef>{{"a", some_uuid}, {"b", some_uuid}};
      co_return found;
    }
  };
  struct Bindings final : driver::FilterBindings {
    Task<driver::FilterBindingRef> lookup_by_port_dev(std::string name) override {
      co_return driver::FilterBindingRef{name, "clean-traffic"};
    }
  };
  Loop loop_;
  Lists filters_;
  Bindings bindings_;
  driver::Opaque<65536> value_;
};

class SecretTest : public testing::Test {
 protected:
  SecretTest() { silence(); }
  ~SecretTest() override { virConnectClose(connection_); }
  void open(bool readonly) { connection_ = new _virConnect(std::make_unique<Keeper>(), readonly); }
  std::string last() {
    const auto* error = virGetLastError();
    return fmt::format("{} {} {}", error->code, error->domain, error->message);
  }
  virConnectPtr connection_ = nullptr;
};

TEST_F(SecretTest, ValuesAreBytesOfAnyLength) {
  open(false);
  auto* secret = virSecretLookupByUsage(connection_, VIR_SECRET_USAGE_TYPE_CEPH, "pool");
  EXPECT_EQ(virSecretGetUsageType(secret), VIR_SECRET_USAGE_TYPE_CEPH);
  EXPECT_STREQ(virSecretGetUsageID(secret), "pool");
  char text[VIR_UUID_STRING_BUFLEN];
  EXPECT_EQ(virSecretGetUUIDString(secret, text), 0);
  EXPECT_EQ(text, some_uuid.to_string());
  const unsigned char bytes[] = {'a', 0, 'b'};
  std::size_t size = 9;
  EXPECT_EQ(virSecretSetValue(secret, bytes, 3, 0), 0);
  auto* value = virSecretGetValue(secret, &size, 0);
  EXPECT_EQ(std::string(value, value + size), std::string("a\0b", 3));
  free(value);
  EXPECT_EQ(virSecretSetValue(secret, bytes, 0, 0), 0);
  value = virSecretGetValue(secret, &size, 0);
  EXPECT_NE(value, nullptr);
  EXPECT_EQ(size, 0u);
  free(value);
  const std::vector<unsigned char> long_value(65537);
  EXPECT_EQ(virSecretSetValue(secret, long_value.data(), long_value.size(), 0), -1);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_INVALID_ARG);
  EXPECT_EQ(virSecretSetValue(secret, nullptr, 3, 0), -1);
  EXPECT_EQ(last(), "8 30 value in virSecretSetValue must not be NULL");
  EXPECT_EQ(virSecretGetXMLDesc(secret, 0), nullptr);
  EXPECT_EQ(last(), "3 30 this function is not supported by the connection driver: virSecretGetXMLDesc");
  EXPECT_EQ(virSecretGetConnect(secret), connection_);
  virSecretFree(secret);
}

TEST_F(SecretTest, ReadOnlyConnectionsSeeNoValue) {
  open(true);
  auto* secret = virSecretLookupByUsage(connection_, VIR_SECRET_USAGE_TYPE_CEPH, "pool");
  std::size_t size = 0;
  EXPECT_EQ(virSecretGetValue(secret, &size, 0), nullptr);
  EXPECT_EQ(last(), "29 30 operation forbidden: read only access prevents virSecretGetValue");
  EXPECT_EQ(virNWFilterDefineXML(connection_, nullptr), nullptr);
  EXPECT_EQ(last(), "8 33 xmlDesc in virNWFilterDefineXML must not be NULL");
  EXPECT_EQ(virNWFilterDefineXML(connection_, "<filter/>"), nullptr);
  EXPECT_EQ(last(), "29 33 operation forbidden: read only access prevents virNWFilterDefineXML");
  virSecretFree(secret);
}

TEST_F(SecretTest, FiltersAndBindings) {
  open(false);
  virNWFilterPtr* filters = nullptr;
  EXPECT_EQ(virConnectListAllNWFilters(connection_, nullptr, 0), 2);
  ASSERT_EQ(virConnectListAllNWFilters(connection_, &filters, 0), 2);
  EXPECT_STREQ(virNWFilterGetName(filters[1]), "b");
  EXPECT_EQ(filters[2], nullptr);
  for (auto** filter = filters; *filter; ++filter) virNWFilterFree(*filter);
  free(filters);
  auto* binding = virNWFilterBindingLookupByPortDev(connection_, "vnet0");
  EXPECT_STREQ(virNWFilterBindingGetPortDev(binding), "vnet0");
  EXPECT_STREQ(virNWFilterBindingGetFilterName(binding), "clean-traffic");
  EXPECT_EQ(virNWFilterBindingDelete(binding), -1);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_NO_SUPPORT);
  virNWFilterBindingFree(binding);
}

}  // namespace
}  // namespace vireo::api
