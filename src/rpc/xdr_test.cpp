// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/xdr.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "rpc/samples.hpp"

namespace vireo::rpc {
namespace {

using driver::List;

Bytes bytes(std::initializer_list<int> values) {
  Bytes result;
  for (const int value : values) result.push_back(std::byte(value));
  return result;
}

template <class T>
T decoded(const Bytes& bytes) {
  Decoder in(bytes);
  T value = in.get<T>();
  in.finish();
  return value;
}

TEST(Xdr, LaysOutEachKindOfValue) {
  EXPECT_EQ(encoded(std::int32_t{-2}), bytes({255, 255, 255, 254}));
  EXPECT_EQ(encoded(std::uint8_t{200}), bytes({0, 0, 0, 200}));
  EXPECT_EQ(encoded(std::uint64_t{0x0102030405060708}), bytes({1, 2, 3, 4, 5, 6, 7, 8}));
  EXPECT_EQ(encoded(std::string("abcde")), bytes({0, 0, 0, 5, 'a', 'b', 'c', 'd', 'e', 0, 0, 0}));
  EXPECT_EQ(encoded(std::optional<std::string>()), bytes({0, 0, 0, 0}));
  EXPECT_EQ(encoded(std::optional<std::int32_t>(7)), bytes({0, 0, 0, 1, 0, 0, 0, 7}));
  EXPECT_EQ(encoded(List<char, 9>{'h', 'i'}), bytes({0, 0, 0, 2, 0, 0, 0, 'h', 0, 0, 0, 'i'}));
  EXPECT_EQ(encoded(driver::Opaque<9>{{1, 2, 3}}), bytes({0, 0, 0, 3, 1, 2, 3, 0}));
  EXPECT_EQ(encoded(std::array<char, 2>{'x', 0}), bytes({0, 0, 0, 'x', 0, 0, 0, 0}));
  EXPECT_EQ(encoded(1.5), bytes({0x3f, 0xf8, 0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(encoded(driver::TypedParam{"n", true}),
            bytes({0, 0, 0, 1, 'n', 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 1}));
}

TEST(Xdr, TypedValuesKeepTheirTypes) {
  const driver::TypedValue values[] = {std::int32_t{-1}, 2u, std::int64_t{-3}, std::uint64_t{4}, 0.5, false,
                                       std::string("s")};
  for (const auto& value : values) EXPECT_EQ(decoded<driver::TypedValue>(encoded(value)), value);
  EXPECT_THROW(decoded<driver::TypedValue>(bytes({0, 0, 0, 8, 0, 0, 0, 0})), DecodeError);
}

TEST(Xdr, RefusesWhatIsNotAllThere) {
  const Bytes whole = encoded(sample<driver::DomainList>());
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_THROW(decoded<driver::DomainList>(Bytes(whole.begin(), whole.begin() + size)), DecodeError)
        << size;
  Bytes longer = whole;
  longer.resize(whole.size() + 4);
  EXPECT_THROW(decoded<driver::DomainList>(longer), DecodeError);
}

TEST(Xdr, CountsAreCheckedBeforeAnythingIsAllocated) {
  for (const int first : {0x7f, 0x80, 0xff}) {
    const Bytes claim = bytes({first, 255, 255, 255, 0, 0, 0, 0});
    EXPECT_THROW(decoded<std::string>(claim), DecodeError);
    EXPECT_THROW(decoded<driver::DomainRefs>(claim), DecodeError);
    EXPECT_THROW(decoded<driver::Opaque<8388608>>(claim), DecodeError);
  }
  // Within the type's limit, but the bytes are not there.
  EXPECT_THROW(decoded<driver::DomainRefs>(bytes({0, 0, 0x40, 0, 0, 0, 0, 0})), DecodeError);
  EXPECT_THROW((decoded<List<std::int32_t, 2>>(encoded(List<std::int32_t, 3>{1, 2, 3}))), DecodeError);
}

TEST(Xdr, RefusesValuesOutOfRange) {
  EXPECT_THROW(decoded<std::uint8_t>(bytes({0, 0, 1, 0})), DecodeError);
  EXPECT_THROW(decoded<std::uint16_t>(bytes({0, 1, 0, 0})), DecodeError);
  EXPECT_THROW(decoded<std::optional<std::int32_t>>(bytes({0, 0, 0, 2, 0, 0, 0, 0})), DecodeError);
  EXPECT_THROW(decoded<std::string>(bytes({0, 0, 0, 2, 'a', 0, 0, 0})), DecodeError) << "a NUL inside";
}

TEST(Xdr, DoesNotSendWhatThePeerWouldRefuse) {
  Bytes out;
  Encoder encoder(out);
  EXPECT_THROW(encoder.put(std::string(string_max + 1, 'x')), Error);
  EXPECT_THROW(encoder.put(List<std::int32_t, 2>{1, 2, 3}), Error);
}

}  // namespace
}  // namespace vireo::rpc
