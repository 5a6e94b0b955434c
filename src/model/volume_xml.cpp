// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/volume_xml.hpp"

#include <algorithm>

#include "model/pool_words.hpp"
#include "model/pool_xml.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using V = Volume;

constexpr auto volume_types =
    names(V::Type::file, V::Type::ploop, "file", "block", "dir", "network", "netdir", "ploop");

template <class... Args>
[[noreturn]] void fail(int code, fmt::format_string<Args...> format, Args&&... args) {
  throw error(code, VIR_FROM_STORAGE, format, std::forward<Args>(args)...);
}

void check_features(V::Features&, Node element, Reader& reader) {
  for (const auto child : element.raw().children()) {
    const std::string_view name = child.name();
    if (child.type() == pugi::node_element && name != "lazy_refcounts" && name != "extended_l2")
      reader.fail(VIR_ERR_CONFIG_UNSUPPORTED, element, fmt::format("unsupported feature {}", name));
  }
}
const Struct& features_struct() {
  static const Struct made =
      declare<V::Features, check_features>({present("lazy_refcounts", &V::Features::lazy_refcounts),
                                            present("extended_l2", &V::Features::extended_l2)});
  return made;
}

template <class P>
Row<P> format_row() {
  return element<P>("format", {attribute("type", &P::format)});
}

Row<V> amount(const char* name, bool V::*said, std::uint64_t V::*member) {
  return element_if(name, said,
                    {scaled("", member, 1, "bytes", 1)
                         .always()
                         .error(VIR_ERR_XML_ERROR, "malformed capacity element '{}'")});
}

const Struct& target_struct() {
  using P = V::Target;
  static const Struct made = declare<P>({
      value("path", &P::path),
      format_row<P>(),
      element("permissions", &P::permissions, permissions_struct),
      element("encryption", &P::encryption, encryption_struct),
      value("compat", &P::compat),
      element<P>("clusterSize", {scaled("", &P::cluster_size, 1, "B", 1)}),
      element("features", &P::features, features_struct),
  });
  return made;
}

const Struct& backing_struct() {
  using P = V::Backing;
  static const Struct made = declare<P>({
      value("path", &P::path),
      format_row<P>(),
      element("permissions", &P::permissions, permissions_struct),
  });
  return made;
}

/// Two numbers joined by a dot.
bool is_version(const std::string& text) {
  const auto dot = text.find('.');
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return dot != std::string::npos && digits(std::string_view(text).substr(0, dot)) &&
         digits(std::string_view(text).substr(dot + 1));
}

/// A word of the pool's type; the first of them when none is said.
void complete_format(std::string& format, Pool::Type pool) {
  const auto known = volume_formats(pool);
  if (known.empty()) {
    format.clear();  // volumes of such a pool are disks of the machine
  } else if (format.empty()) {
    format = known.front();
  } else if (std::ranges::find(known, format) == known.end()) {
    fail(VIR_ERR_CONFIG_UNSUPPORTED, "unknown volume format type {}", format);
  }
}

template <class P>
void drop_empty(P& part) {
  if (part.permissions == Permissions{}) part.permissions.reset();
}

void complete_target(V::Target& target, Pool::Type pool) {
  complete_format(target.format, pool);
  if (!target.compat.empty() && !is_version(target.compat))
    fail(VIR_ERR_XML_ERROR, "forbidden characters in 'compat' attribute");
  if (target.compat.empty() && target.features) target.compat = "1.1";
  drop_empty(target);
}

void complete_volume(Volume& volume, Pool::Type pool) {
  if (volume.name.empty()) fail(VIR_ERR_XML_ERROR, "missing volume name element");
  if (!volume.has_capacity) fail(VIR_ERR_XML_ERROR, "missing capacity element");
  if (volume.type == V::Type::absent) volume.type = V::Type::file;
  if (!volume.has_allocation) volume.allocation = volume.capacity;
  volume.has_allocation = true;
  complete_target(volume.target, pool);
  if (volume.backing && volume.backing->path.empty()) volume.backing.reset();
  if (!volume.backing) return;
  complete_format(volume.backing->format, pool);
  drop_empty(*volume.backing);
}

}  // namespace

const Struct& volume_struct() {
  static const Struct made = declare<V>({
      attribute("type", &V::type, volume_types).error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown volume type '{}'"),
      value("name", &V::name),
      value("key", &V::key),
      amount("capacity", &V::has_capacity, &V::capacity),
      amount("allocation", &V::has_allocation, &V::allocation),
      element("target", &V::target, target_struct),
      element("backingStore", &V::backing, backing_struct),
  });
  return made;
}

std::vector<std::string_view> volume_formats(Pool::Type type) {
  using T = Pool::Type;
  switch (type) {
    case T::dir:
    case T::fs:
    case T::netfs:
    case T::rbd:
    case T::gluster:
    case T::vstorage:
      return {"raw", "dir",   "bochs", "cloop", "dmg",   "iso", "vpc",  "vdi",
              "vhd", "ploop", "cow",   "qcow",  "qcow2", "qed", "vmdk", "fat"};
    case T::disk:
      return {"none", "linux", "fat16", "fat32", "linux-swap", "linux-lvm", "linux-raid", "extended"};
    default:
      return {};
  }
}

Volume read_volume(Node element, Pool::Type pool, bool validate) {
  if (std::string_view(element.name()) != "volume")
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "expecting root element of 'volume', not '{}'{}",
                element.name(), element.where());
  Volume volume;
  const auto unknown = refuse_unknown(validate);
  Reader({.error_domain = VIR_FROM_STORAGE, .unknown = unknown ? &unknown : nullptr})
      .read_into(volume_struct(), element, volume);
  complete_volume(volume, pool);
  return volume;
}

Volume parse_volume(std::string_view xml, Pool::Type pool, bool validate) {
  const auto document = Document::parse(xml, {}, VIR_FROM_STORAGE);
  return read_volume(document.root(), pool, validate);
}

std::string format_volume(const Volume& volume) {
  Writer writer;
  write(volume_struct(), "volume", &volume, writer, {});
  return writer.take();
}

}  // namespace vireo::model
