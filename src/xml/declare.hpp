// SPDX-License-Identifier: LGPL-2.1-or-later
// The words in which a type's XML is declared; for the .cpp files of the model only. Everything typed ends
// here: a declaration becomes rows of xml::Item with offsets and function pointers, so a new field costs a
// row, no code.
#pragma once

#include <array>
#include <cstring>
#include <initializer_list>
#include <optional>
#include <type_traits>

#include "base/uuid.hpp"
#include "xml/schema.hpp"

namespace vireo::xml {

// --- members -----------------------------------------------------------------------------------------------

/// A field of C, possibly inside a member of it.
template <class C, class T>
struct Member {
  std::uint32_t offset;
};

template <class C, class T>
Member<C, T> to_member(T C::*pointer) {
  std::ptrdiff_t offset = 0;  // what a pointer to data member holds in the Itanium ABI
  static_assert(sizeof pointer == sizeof offset);
  std::memcpy(&offset, &pointer, sizeof offset);
  return {static_cast<std::uint32_t>(offset)};
}
template <class C, class T>
Member<C, T> to_member(Member<C, T> member) {
  return member;
}

/// A field of a field: in(&Disk::source, &StorageSource::path).
template <class C, class S, class T>
Member<C, T> in(S C::*outer, T S::*inner) {
  return {to_member(outer).offset + to_member(inner).offset};
}

/// The object itself, for lists of scalars.
template <class T>
inline constexpr Member<T, T> self{0};

// --- enumerations ------------------------------------------------------------------------------------------

template <class E, std::size_t N>
struct Names {
  std::array<const char*, N> texts;
  int first;
  NameTable table() const { return {texts.data(), first, static_cast<int>(N)}; }
  const char* of(E value) const {
    const char* name = table().name(static_cast<int>(value));
    return name != nullptr ? name : "";
  }
};

/// The names of the values `first` to `last`, in their order; nullptr for one that XML cannot say.
template <class E, class... Texts>
consteval Names<E, sizeof...(Texts)> names(E first, E last, Texts... texts) {
  if (static_cast<std::size_t>(static_cast<int>(last) - static_cast<int>(first)) + 1 != sizeof...(Texts))
    throw "as many names as values";
  return {{texts...}, static_cast<int>(first)};
}

// --- codecs ------------------------------------------------------------------------------------------------

extern const Codec string_codec, optional_string_codec, bool_codec, enum_codec, uuid_codec,
    optional_uuid_codec, int_codec, optional_int_codec, unsigned_codec, optional_unsigned_codec, uint64_codec,
    optional_uint64_codec, int64_codec;

template <class T>
const Codec& codec_for() {
  if constexpr (std::is_enum_v<T>) {
    static_assert(sizeof(T) == sizeof(int), "model enumerations are plain ints");
    return enum_codec;
  } else if constexpr (requires { T::codec; }) {
    return T::codec;
  } else if constexpr (std::is_same_v<T, std::string>) {
    return string_codec;
  } else if constexpr (std::is_same_v<T, std::optional<std::string>>) {
    return optional_string_codec;
  } else if constexpr (std::is_same_v<T, bool>) {
    return bool_codec;
  } else if constexpr (std::is_same_v<T, Uuid>) {
    return uuid_codec;
  } else if constexpr (std::is_same_v<T, std::optional<Uuid>>) {
    return optional_uuid_codec;
  } else if constexpr (std::is_same_v<T, int>) {
    return int_codec;
  } else if constexpr (std::is_same_v<T, std::optional<int>>) {
    return optional_int_codec;
  } else if constexpr (std::is_same_v<T, unsigned>) {
    return unsigned_codec;
  } else if constexpr (std::is_same_v<T, std::optional<unsigned>>) {
    return optional_unsigned_codec;
  } else if constexpr (std::is_same_v<T, long long>) {
    return int64_codec;
  } else if constexpr (std::is_same_v<T, std::optional<std::uint64_t>>) {
    return optional_uint64_codec;
  } else {
    static_assert(std::is_unsigned_v<T> && sizeof(T) == 8, "no codec for this type; give it with .as()");
    return uint64_codec;
  }
}

// --- containers --------------------------------------------------------------------------------------------

template <class T>
struct ContainerOf {
  using Value = T;
  static constexpr Container table{[](const void*) -> std::size_t { return 1; },
                                   [](const void* member, std::size_t) { return member; },
                                   [](void* member) { return member; }, false, true};
};
template <class T>
struct ContainerOf<std::optional<T>> {
  using Value = T;
  using O = std::optional<T>;
  static constexpr Container table{
      [](const void* member) -> std::size_t { return static_cast<const O*>(member)->has_value() ? 1 : 0; },
      [](const void* member, std::size_t) -> const void* { return &**static_cast<const O*>(member); },
      [](void* member) -> void* { return &static_cast<O*>(member)->emplace(); }, false, false};
};
template <class T>
struct ContainerOf<std::vector<T>> {
  using Value = T;
  using V = std::vector<T>;
  static constexpr Container table{
      [](const void* member) -> std::size_t { return static_cast<const V*>(member)->size(); },
      [](const void* member, std::size_t index) -> const void* {
        return &(*static_cast<const V*>(member))[index];
      },
      [](void* member) -> void* { return &static_cast<V*>(member)->emplace_back(); }, true, false};
};

// --- rows --------------------------------------------------------------------------------------------------

/// A row of C's declaration, with the properties a row may have.
template <class C>
struct Row : Item {
  Row& flag(unsigned more) & {
    flags = static_cast<std::uint16_t>(flags | more);
    return *this;
  }
  Row&& flag(unsigned more) && { return std::move(flag(more)); }
  Row&& secret() && { return std::move(*this).flag(xml::secret); }
  Row&& live() && { return std::move(*this).flag(xml::live); }
  Row&& not_migratable() && { return std::move(*this).flag(xml::not_migratable); }
  Row&& always() && { return std::move(*this).flag(xml::always); }
  Row&& required() && { return std::move(*this).flag(xml::required); }
  Row&& host() && { return std::move(*this).flag(xml::host_side); }
  Row&& sparse() && { return std::move(*this).flag(xml::sparse); }
  Row&& read_only() && { return std::move(*this).flag(xml::read_only); }
  Row&& lenient() && { return std::move(*this).flag(xml::lenient); }
  Row&& spread() && { return std::move(*this).flag(xml::spread | xml::always); }
  Row&& nonzero() && { return std::move(*this).flag(xml::nonzero); }
  /// Written as 0x with at least `digits` digits, read in any C notation.
  Row&& hex(int digits) && {
    base = 16;
    width = static_cast<std::uint8_t>(digits);
    return std::move(*this);
  }
  /// Written in decimal, read in any C notation.
  Row&& any_base() && {
    base = 0;
    return std::move(*this);
  }
  /// The value when the element is there without this attribute.
  Row&& if_missing(const char* value) && {
    implied = value;
    return std::move(*this);
  }
  /// The error for a bad value; `text` has one {} for it.
  Row&& error(int code, const char* text) && {
    error_code = code;
    error_text = text;
    return std::move(*this);
  }
  /// Another way to read and write the field than its type's.
  Row&& as(const Codec& other) && {
    codec = &other;
    return std::move(*this);
  }
  /// An element "prefix:name" of the namespace `uri`.
  Row&& of_namespace(const char* uri) && {
    namespace_uri = uri;
    return std::move(*this);
  }
  /// Applies only while `member` has one of `values`.
  template <class M, class... Values>
  Row&& when(M member, Values... values) && {
    const auto found = to_member(member);
    condition = {found.offset, ((std::uint64_t{1} << static_cast<int>(values)) | ...)};
    check_class(found);
    return std::move(*this);
  }

 private:
  template <class T>
  static void check_class(Member<C, T>) {}
};

template <class C>
using Rows = std::initializer_list<Row<C>>;

template <class M>
struct MemberTypes;
template <class C, class T>
struct MemberTypes<T C::*> {
  using Class = C;
  using Type = T;
};
template <class C, class T>
struct MemberTypes<Member<C, T>> {
  using Class = C;
  using Type = T;
};
template <class M>
using ClassOf = typename MemberTypes<M>::Class;
template <class M>
using TypeOf = typename MemberTypes<M>::Type;

template <class M>
Row<ClassOf<M>> scalar(Item::Kind kind, const char* name, M member) {
  Row<ClassOf<M>> row;
  row.kind = kind;
  row.name = name;
  row.offset = to_member(member).offset;
  row.codec = &codec_for<TypeOf<M>>();
  return row;
}

/// name='…'
template <class M>
Row<ClassOf<M>> attribute(const char* name, M member) {
  static_assert(!std::is_enum_v<TypeOf<M>> && !std::is_same_v<TypeOf<M>, bool>, "names are missing");
  return scalar(Item::Kind::attribute, name, member);
}
template <class M, class E, std::size_t N>
Row<ClassOf<M>> attribute(const char* name, M member, const Names<E, N>& names) {
  static_assert(std::is_same_v<E, TypeOf<M>> || std::is_same_v<TypeOf<M>, bool>);
  auto row = scalar(Item::Kind::attribute, name, member);
  row.names = names.table();
  return row;
}

/// The text of the element at hand.
template <class M>
Row<ClassOf<M>> text(M member) {
  return scalar(Item::Kind::text, "", member);
}
template <class M, class E, std::size_t N>
Row<ClassOf<M>> text(M member, const Names<E, N>& names) {
  auto row = scalar(Item::Kind::text, "", member);
  row.names = names.table();
  return row;
}

template <class C>
std::shared_ptr<const Struct> content(Rows<C> rows) {
  auto made = std::make_shared<Struct>();
  made->items.assign(rows.begin(), rows.end());
  return made;
}

/// An element whose parts are fields of the same object; written when one of them is.
template <class C>
Row<C> element(const char* name, Rows<C> rows) {
  Row<C> row;
  row.kind = Item::Kind::element;
  row.name = name;
  row.container = &ContainerOf<C>::table;
  row.children = content(rows);
  return row;
}

/// An element that is an object of its own: a member (written when not empty), an optional or a list.
template <class M, class V = typename ContainerOf<TypeOf<M>>::Value>
Row<ClassOf<M>> element(const char* name, M member, Rows<V> rows) {
  Row<ClassOf<M>> row;
  row.kind = Item::Kind::element;
  row.name = name;
  row.offset = to_member(member).offset;
  row.container = &ContainerOf<TypeOf<M>>::table;
  row.children = content(rows);
  return row;
}

/// The same with a declaration that stands elsewhere.
template <class M>
Row<ClassOf<M>> element(const char* name, M member, const Struct& (*shared)()) {
  Row<ClassOf<M>> row;
  row.kind = Item::Kind::element;
  row.name = name;
  row.offset = to_member(member).offset;
  row.container = &ContainerOf<TypeOf<M>>::table;
  row.shared = shared;
  return row;
}

/// An element whose parts are fields of the same object, and whose being there is a field as well.
template <class C>
Row<C> element_if(const char* name, bool C::*present, Rows<C> rows) {
  auto row = element<C>(name, rows);
  row.presence = to_member(present).offset + 1;
  return row;
}

/// Rows of the same object that share a condition: group<Disk>({…}).when(…).
template <class C>
Row<C> group(Rows<C> rows) {
  Row<C> row;
  row.kind = Item::Kind::group;
  row.children = content(rows);
  return row;
}

/// The rows of a member's declaration, in the element at hand.
template <class M>
Row<ClassOf<M>> include(M member, const Struct& (*shared)()) {
  Row<ClassOf<M>> row;
  row.kind = Item::Kind::group;
  row.offset = to_member(member).offset;
  row.shared = shared;
  return row;
}

/// <name>value</name>
template <class M>
Row<ClassOf<M>> value(const char* name, M member) {
  return element(name, {text(member)});
}
template <class M, class E, std::size_t N>
Row<ClassOf<M>> value(const char* name, M member, const Names<E, N>& names) {
  return element(name, {text(member, names)});
}

/// <name/>: the element is there or not.
template <class M>
Row<ClassOf<M>> present(const char* name, M member) {
  static_assert(std::is_same_v<TypeOf<M>, bool>);
  return scalar(Item::Kind::present, name, member);
}

/// An amount with its unit, as text with attribute `unit` (name "") or as attribute `name`. The field counts
/// in `unit` bytes and is written in `unit_text`; a missing unit means `default_unit`.
template <class M>
Row<ClassOf<M>> scaled(const char* name, M member, std::uint64_t unit, const char* unit_text,
                       std::uint64_t default_unit) {
  static_assert(std::is_same_v<TypeOf<M>, std::uint64_t> || std::is_same_v<TypeOf<M>, unsigned>);
  auto row = scalar(Item::Kind::scaled, name, member);
  row.unit = unit;
  row.unit_text = unit_text;
  row.unit_name = "unit";
  row.default_unit = default_unit;
  return row;
}

/// <name unit='KiB'>…</name>
template <class M>
Row<ClassOf<M>> kib(const char* name, M member) {
  return element(name, {scaled("", member, 1024, "KiB", 1024)});
}

/// What does not fit a table: functions void(C&, Node, Reader&), called for each element of that name ("" for
/// the element at hand, also for attributes), and void(const C&, Writer&, const WriteOptions&), called at
/// this place.
template <auto Read, auto Write, class C>
Row<C> irregular_row(const char* name) {
  Row<C> row;
  row.kind = Item::Kind::irregular;
  row.name = name;
  if constexpr (!std::is_null_pointer_v<decltype(Read)>)
    row.irregular.read = [](void* object, Node element, Reader& reader) {
      Read(*static_cast<C*>(object), element, reader);
    };
  if constexpr (!std::is_null_pointer_v<decltype(Write)>)
    row.irregular.write = [](const void* object, Writer& writer, const WriteOptions& options) {
      Write(*static_cast<const C*>(object), writer, options);
    };
  return row;
}
template <class C, auto Read, auto Write>
Row<C> irregular(const char* name) {
  return irregular_row<Read, Write, C>(name);
}

/// A type's declaration. `after_read` sees the element when all rows are read.
template <class C>
Struct declare(Rows<C> rows) {
  Struct made;
  made.items.assign(rows.begin(), rows.end());
  return made;
}
template <class C, void (*AfterRead)(C&, Node, Reader&)>
Struct declare(Rows<C> rows) {
  Struct made = declare<C>(rows);
  made.after_read = [](void* object, Node element, Reader& reader) {
    AfterRead(*static_cast<C*>(object), element, reader);
  };
  return made;
}

}  // namespace vireo::xml
