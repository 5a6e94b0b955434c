// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/xdr.hpp"

#include <libvirt/libvirt.h>

#include "base/error.hpp"

namespace vireo::rpc {
namespace {

constexpr std::size_t padding(std::size_t size) { return (4 - size % 4) % 4; }

}  // namespace

void Encoder::word(std::uint32_t value) {
  const std::array<std::byte, 4> bytes{std::byte(value >> 24), std::byte(value >> 16), std::byte(value >> 8),
                                       std::byte(value)};
  out_.insert(out_.end(), bytes.begin(), bytes.end());
}

void Encoder::hyper(std::uint64_t value) {
  word(static_cast<std::uint32_t>(value >> 32));
  word(static_cast<std::uint32_t>(value));
}

void Encoder::raw(std::span<const std::byte> bytes) {
  out_.insert(out_.end(), bytes.begin(), bytes.end());
  out_.insert(out_.end(), padding(bytes.size()), std::byte{0});
}

void Encoder::string(std::string_view text) {
  count(text.size(), string_max);
  raw(std::as_bytes(std::span(text)));
}

void Encoder::count(std::size_t count, std::uint32_t max) {
  if (count > max)
    throw error(VIR_ERR_RPC, VIR_FROM_RPC, "{} items or bytes exceed the protocol's limit of {}", count, max);
  word(static_cast<std::uint32_t>(count));
}

void Encoder::typed(const driver::TypedValue& value) {
  word(static_cast<std::uint32_t>(value.index() +
                                  1));  // the alternatives stand in virTypedParameterType's order
  std::visit([this](const auto& item) { put(item); }, value);
}

std::uint32_t Decoder::word() {
  if (bytes_.size() < 4) throw DecodeError();
  const auto at = [this](int i) { return std::to_integer<std::uint32_t>(bytes_[i]); };
  const std::uint32_t value = at(0) << 24 | at(1) << 16 | at(2) << 8 | at(3);
  bytes_ = bytes_.subspan(4);
  return value;
}

std::uint64_t Decoder::hyper() {
  const std::uint64_t high = word();
  return high << 32 | word();
}

std::span<const std::byte> Decoder::raw(std::size_t size) {
  if (size > bytes_.size() || padding(size) > bytes_.size() - size) throw DecodeError();
  const auto part = bytes_.first(size);
  bytes_ = bytes_.subspan(size + padding(size));
  return part;
}

std::string Decoder::string() {
  const auto bytes = raw(count(string_max, 1));
  std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  // A C peer would cut it there and mean another name than we do.
  if (text.find('\0') != std::string::npos) throw DecodeError();
  return text;
}

std::uint32_t Decoder::count(std::uint32_t max, std::size_t item_size) {
  const std::uint32_t count = word();
  if (count > max || count > bytes_.size() / (item_size ? item_size : 1)) throw DecodeError();
  return count;
}

bool Decoder::flag() {
  const std::uint32_t value = word();
  if (value > 1) throw DecodeError();
  return value == 1;
}

driver::TypedValue Decoder::typed() {
  switch (word()) {
    case VIR_TYPED_PARAM_INT:
      return get<std::int32_t>();
    case VIR_TYPED_PARAM_UINT:
      return get<std::uint32_t>();
    case VIR_TYPED_PARAM_LLONG:
      return get<std::int64_t>();
    case VIR_TYPED_PARAM_ULLONG:
      return get<std::uint64_t>();
    case VIR_TYPED_PARAM_DOUBLE:
      return get<double>();
    case VIR_TYPED_PARAM_BOOLEAN:
      return word() != 0;
    case VIR_TYPED_PARAM_STRING:
      return string();
    default:
      throw DecodeError();
  }
}

void Decoder::finish() const {
  if (!bytes_.empty()) throw DecodeError();
}

}  // namespace vireo::rpc
