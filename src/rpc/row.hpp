// SPDX-License-Identifier: LGPL-2.1-or-later
// One row for each remote procedure. Server dispatch (rpc/dispatch.hpp), client call (drivers/remote) and
// access check come from the row; arguments and results from the method's signature: the parameters are the
// argument struct in wire order, the returned value is the result struct.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "driver/capability.hpp"

namespace vireo::rpc {

/// May a read-only connection call it?
enum class Access { read, write };
/// high: answered without waiting for anything outside the daemon.
enum class Priority { normal, high };
enum class Transfer { none, download, upload, both };  ///< which way a stream's data may flow

/// One permission, "object:verb", asked for always or only with certain flags (then the flags' names follow
/// in the text, as in the wire reference).
struct Permission {
  std::string_view text;   ///< "domain:read_secure:VIR_DOMAIN_XML_SECURE"
  std::uint32_t mask = 0;  ///< the flags that the text names; 0: always
  bool inverted = false;   ///< asked for when none of the flags is set ("!A|B")

  constexpr Permission() = default;
  consteval Permission(const char* always) : text(always) { check(); }
  consteval Permission(const char* text, std::uint32_t mask, bool inverted = false)
      : text(text), mask(mask), inverted(inverted) {
    check();
  }
  constexpr bool conditional() const noexcept { return mask != 0; }
  constexpr bool applies(std::uint32_t flags) const noexcept {
    return mask == 0 || ((flags & mask) != 0) != inverted;
  }

 private:
  consteval void check() const {
    if (text != "none" && text.find(':') == text.npos) throw "a permission is object:verb, or none";
  }
};

/// What a caller needs. Has no default, so that a row without a permission does not compile.
class Permissions {
 public:
  consteval Permissions(const char* only) : Permissions(Permission(only)) {}
  consteval Permissions(Permission first, Permission second = {}, Permission third = {},
                        Permission fourth = {})
      : items_{first, second, third, fourth} {
    while (count_ < items_.size() && !items_[count_].text.empty()) ++count_;
  }

  constexpr const Permission* begin() const noexcept { return items_.data(); }
  constexpr const Permission* end() const noexcept { return items_.data() + count_; }
  /// Permission `none`: for those who have not authenticated too.
  constexpr bool anonymous() const noexcept { return items_[0].text == "none"; }
  /// Is there one that depends on the call's flags?
  constexpr bool conditional() const noexcept {
    for (const Permission& item : *this)
      if (item.conditional()) return true;
    return false;
  }

 private:
  std::array<Permission, 4> items_{};
  std::size_t count_ = 0;
};

template <auto Method>
struct Row {
  static constexpr auto method = Method;
  std::int32_t number;
  std::string_view name;      ///< of the procedure on the wire
  std::string_view function;  ///< public function, for messages
  Access access;
  Permissions permissions;
  Priority priority = Priority::normal;
  Transfer transfer = Transfer::none;
};

/// The rows of one subject. A method can stand in it only once.
template <auto... Methods>
struct Rows : Row<Methods>... {
  constexpr Rows(Row<Methods>... rows) : Row<Methods>(rows)... {}

  template <auto Method>
  constexpr const Row<Method>& row() const noexcept {
    return *this;
  }
  template <class F>
  constexpr void each(F f) const {
    (f(static_cast<const Row<Methods>&>(*this)), ...);
  }
  static constexpr std::size_t size = sizeof...(Methods);
};

/// The table in which the methods of class C have their rows: RowsOf<Lifecycle>::rows.
template <class C>
struct RowsOf;

/// From a method to its row: row_of<&Lifecycle::create>().number.
template <auto Method>
constexpr const Row<Method>& row_of() {
  return RowsOf<typename driver::Signature<decltype(Method)>::Class>::rows.template row<Method>();
}

}  // namespace vireo::rpc
