// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/pool_xml.hpp"

#include <charconv>

#include "model/pool_words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using T = Pool::Type;
using S = PoolSource;
using A = PoolAdapter;

constexpr auto pool_types =
    names(T::dir, T::vstorage, "dir", "fs", "netfs", "logical", "disk", "iscsi", "iscsi-direct", "scsi",
          "mpath", "rbd", "sheepdog", "gluster", "zfs", "vstorage");
constexpr auto adapter_types = names(A::Type::scsi_host, A::Type::fc_host, "scsi_host", "fc_host");
constexpr auto refresh_allocations =
    names(Pool::Refresh::default_, Pool::Refresh::capacity, "default", "capacity");

bool parse_base(std::string_view text, unsigned base, unsigned long& value) {
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return failure == std::errc() && end == text.data() + text.size();
}

/// Permission bits in octal.
const Codec mode_codec{[](void* field, std::string_view text, const Item&) {
                         unsigned long mode = 0;
                         if (!parse_base(text, 8, mode) || mode > 0777) return false;
                         *static_cast<std::optional<unsigned>*>(field) = mode;
                         return true;
                       },
                       [](const void* field, std::string& out, const Item&) {
                         const auto& mode = *static_cast<const std::optional<unsigned>*>(field);
                         if (mode) fmt::format_to(std::back_inserter(out), "0{:03o}", *mode);
                         return mode.has_value();
                       },
                       nullptr};

/// A user's or group's number, where -1 leaves it as it is.
const Codec id_codec{[](void* field, std::string_view text, const Item&) {
                       if (text == "-1") return true;
                       unsigned long id = 0;
                       if (!parse_base(text, 10, id) || id >= UINT32_MAX) return false;
                       *static_cast<std::optional<unsigned>*>(field) = id;
                       return true;
                     },
                     [](const void* field, std::string& out, const Item&) {
                       const auto& id = *static_cast<const std::optional<unsigned>*>(field);
                       if (id) out += std::to_string(*id);
                       return id.has_value();
                     },
                     nullptr};

void check_host(PoolHost& host, Node element, Reader& reader) {
  if (host.name.empty()) reader.fail(VIR_ERR_XML_ERROR, element, "missing storage pool host name");
}
const Struct& host_struct() {
  static const Struct made =
      declare<PoolHost, check_host>({attribute("name", &PoolHost::name), attribute("port", &PoolHost::port)});
  return made;
}

void check_device(PoolDevice& device, Node element, Reader& reader) {
  if (device.path.empty()) reader.fail(VIR_ERR_XML_ERROR, element, "missing storage pool source device path");
}
const Struct& device_struct() {
  static const Struct made =
      declare<PoolDevice, check_device>({attribute("path", &PoolDevice::path),
                                         attribute("part_separator", &PoolDevice::part_separator, yes_no)});
  return made;
}

void check_auth(PoolAuth& auth, Node element, Reader& reader) {
  if (auth.username.empty()) reader.fail(VIR_ERR_XML_ERROR, element, "missing username for auth");
  if (auth.type.empty()) reader.fail(VIR_ERR_CONFIG_UNSUPPORTED, element, "storage pool missing auth type");
  if (auth.type != "chap" && auth.type != "ceph")
    reader.fail(VIR_ERR_CONFIG_UNSUPPORTED, element, fmt::format("unknown auth type '{}'", auth.type));
  if (!auth.secret) reader.fail(VIR_ERR_XML_ERROR, element, "Missing <secret> element in auth");
  if (!auth.secret->uuid && auth.secret->usage.empty())
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_NONE, "missing secret uuid or usage attribute{}",
                element.where());
}
const Struct& auth_struct() {
  static const Struct made = declare<PoolAuth, check_auth>({
      attribute("type", &PoolAuth::type),
      attribute("username", &PoolAuth::username),
      element("secret", &PoolAuth::secret, secret_ref_struct),
  });
  return made;
}

const Struct& adapter_struct() {
  using P = A::PciAddress;
  static const Struct made = declare<A>({
      attribute("type", &A::type, adapter_types),
      attribute("name", &A::name),
      attribute("parent", &A::parent),
      attribute("parent_wwnn", &A::parent_wwnn),
      attribute("parent_wwpn", &A::parent_wwpn),
      attribute("parent_fabric_wwn", &A::parent_fabric_wwn),
      attribute("managed", &A::managed, yes_no),
      attribute("wwnn", &A::wwnn),
      attribute("wwpn", &A::wwpn),
      element(
          "parentaddr", &A::parent_address,
          {attribute("unique_id", &A::Parent::unique_id),
           element("address", &A::Parent::address,
                   {attribute("domain", &P::domain).hex(4).always(),
                    attribute("bus", &P::bus).hex(2).always(), attribute("slot", &P::slot).hex(2).always(),
                    attribute("function", &P::function).hex(1).always()})}),
  });
  return made;
}

/// The content of <source>, of which each type has its part. The object is the pool, whose type decides.
const Struct& source_struct() {
  const auto s = [](auto member) { return in(&Pool::source, member); };
  static const Struct made = declare<Pool>({
      element("host", s(&S::hosts), host_struct)
          .when(&Pool::type, T::netfs, T::iscsi, T::iscsi_direct, T::rbd, T::sheepdog, T::gluster),
      element("device", s(&S::devices), device_struct)
          .when(&Pool::type, T::fs, T::logical, T::disk, T::iscsi, T::iscsi_direct, T::zfs),
      element<Pool>("dir", {attribute("path", s(&S::dir))}).when(&Pool::type, T::netfs, T::gluster),
      element("adapter", s(&S::adapter), adapter_struct).when(&Pool::type, T::scsi),
      value("name", s(&S::name))
          .when(&Pool::type, T::logical, T::rbd, T::sheepdog, T::gluster, T::zfs, T::vstorage),
      element<Pool>("initiator", {element<Pool>("iqn", {attribute("name", s(&S::initiator))})})
          .when(&Pool::type, T::iscsi, T::iscsi_direct),
      element<Pool>("format", {attribute("type", s(&S::format))})
          .when(&Pool::type, T::fs, T::netfs, T::logical, T::disk),
      element("auth", s(&S::auth), auth_struct),
      element<Pool>("protocol", {attribute("ver", s(&S::protocol_version))}),
      element<Pool>("vendor", {attribute("name", s(&S::vendor))}),
      element<Pool>("product", {attribute("name", s(&S::product))}),
  });
  return made;
}

/// An amount in bytes, written even when it is nothing.
Row<Pool> amount(const char* name, std::uint64_t Pool::*member) {
  return element<Pool>(name, {scaled("", member, 1, "bytes", 1).always()});
}

Row<Pool> target_row() {
  return element<Pool>("target", {value("path", &Pool::target),
                                  element("permissions", &Pool::permissions, permissions_struct)})
      .when(&Pool::type, T::dir, T::fs, T::netfs, T::logical, T::disk, T::iscsi, T::scsi, T::mpath, T::zfs,
            T::vstorage);
}

ReadOptions read_options(const Unknown& unknown) {
  return {.error_domain = VIR_FROM_STORAGE, .unknown = unknown ? &unknown : nullptr};
}

void expect_root(Node element, std::string_view name) {
  if (element.name() != name)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "expecting root element of '{}', not '{}'{}", name,
                element.name(), element.where());
}

void note_source(Pool& pool, Node element, Reader&) {
  pool.has_source = static_cast<bool>(element.child("source"));
}

}  // namespace

const Struct& permissions_struct() {
  using P = Permissions;
  static const Struct made = declare<P>({
      element<P>("mode",
                 {text(&P::mode).as(mode_codec).error(VIR_ERR_XML_ERROR, "malformed octal mode '{}'")}),
      element<P>("owner",
                 {text(&P::owner).as(id_codec).error(VIR_ERR_XML_ERROR, "malformed owner element '{}'")}),
      element<P>("group",
                 {text(&P::group).as(id_codec).error(VIR_ERR_XML_ERROR, "malformed group element '{}'")}),
      value("label", &P::label),
  });
  return made;
}

const Struct& pool_struct() {
  static const Struct made = declare<Pool, note_source>({
      attribute("type", &Pool::type, pool_types).required(),
      value("name", &Pool::name),
      element<Pool>("uuid", {text(&Pool::uuid).error(VIR_ERR_XML_ERROR, "malformed uuid element '{}'")}),
      amount("capacity", &Pool::capacity),
      amount("allocation", &Pool::allocation),
      amount("available", &Pool::available),
      element<Pool>("features", {element<Pool>("cow", {attribute("state", &Pool::cow, yes_no)})}),
      element("source", self<Pool>, source_struct).spread(),
      target_row(),
      element<Pool>(
          "refresh",
          {element<Pool>("volume", {attribute("allocation", &Pool::volume_allocation, refresh_allocations)
                                        .error(VIR_ERR_CONFIG_UNSUPPORTED,
                                               "unknown storage pool volume refresh allocation type {}")})}),
  });
  return made;
}

Unknown refuse_unknown(bool validate) {
  if (!validate) return {};
  return [](const UnknownPart& part) {
    throw error(VIR_ERR_XML_INVALID_SCHEMA, VIR_FROM_XML, "line {}, column {}: <{}> has no '{}'",
                part.position.line, part.position.column, part.parent, part.name);
  };
}

Pool read_pool(Node element, bool validate) {
  expect_root(element, "pool");
  Pool pool;
  const auto unknown = refuse_unknown(validate);
  Reader(read_options(unknown)).read_into(pool_struct(), element, pool);
  complete_pool(pool);
  return pool;
}

Pool parse_pool(std::string_view xml, bool validate) {
  const auto document = Document::parse(xml, {}, VIR_FROM_STORAGE);
  return read_pool(document.root(), validate);
}

std::string format_pool(const Pool& pool) {
  Writer writer;
  write(pool_struct(), "pool", &pool, writer, {});
  return writer.take();
}

Pool parse_pool_source(std::string_view xml, Pool::Type type) {
  const auto document = Document::parse(xml, {}, VIR_FROM_STORAGE);
  expect_root(document.root(), "source");
  if (type == T::absent)
    throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_STORAGE, "missing backend for pool type -1");
  Pool pool;
  pool.type = type;
  Reader({.error_domain = VIR_FROM_STORAGE}).read_into(source_struct(), document.root(), pool);
  complete_source(pool);
  return pool;
}

std::string format_pool_sources(const std::vector<Pool>& found) {
  Writer writer;
  writer.begin("sources");
  for (const Pool& pool : found) write(source_struct(), "source", &pool, writer, {});
  writer.open_content();
  writer.end("sources");
  return writer.take();
}

std::string_view name_of(Pool::Type type) { return pool_types.of(type); }

Pool::Type pool_type_of(std::string_view name) {
  int value = 0;
  return pool_types.table().find(name, value) ? static_cast<Pool::Type>(value) : Pool::Type::absent;
}

}  // namespace vireo::model
