// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/snapshot_xml.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "model/domain_xml.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using S = Snapshot;
using Mode = Disk::Snapshot;

constexpr auto modes = names(Mode::no, Mode::manual, "no", "internal", "external", "manual");
constexpr auto states = names(S::State::nostate, S::State::disk_snapshot, nullptr, "running", "blocked",
                              "paused", "shutdown", "shutoff", "crashed", "pmsuspended", "disk-snapshot");

template <class... Args>
Error snapshot_error(int code, fmt::format_string<Args...> format, Args&&... args) {
  return error(code, VIR_FROM_DOMAIN_SNAPSHOT, format, std::forward<Args>(args)...);
}

const Struct& snapshot_disk_struct() {
  using D = SnapshotDisk;
  static constexpr auto types = names(StorageSource::Type::file, StorageSource::Type::vhost_user, "file",
                                      "block", "dir", "network", "volume", "nvme", "vhostuser");
  static const Struct made = declare<D>({
      attribute("name", &D::name),
      attribute("snapshot", &D::mode, modes),
      attribute("type", in(&D::source, &StorageSource::type), types)
          .when(&D::mode, Mode::absent, Mode::external),
      element<D>("driver", {attribute("type", &D::format, storage_formats)}),
      element("source", &D::source, storage_source_struct),
  });
  return made;
}

void write_domains(const S& snapshot, Writer& writer, const WriteOptions& options) {
  const FormatOptions format{.secure = options.secure, .inactive = true};
  if (snapshot.domain) {
    write_domain(*snapshot.domain, writer, format);
  } else {
    writer.begin("domain");
    writer.element("uuid", snapshot.uuid.to_string());
    writer.end("domain");
  }
  if (!snapshot.inactive_domain) return;
  writer.begin("inactiveDomain");
  xml::write_content(domain_struct(), &*snapshot.inactive_domain, writer,
                     {.secure = options.secure, .inactive = true});
  writer.end("inactiveDomain");
}

Row<S> memory_row() {
  return element<S>("memory", {attribute("snapshot", &S::memory, modes), attribute("file", &S::memory_file)});
}
Row<S> disks_row() { return element<S>("disks", {element("disk", &S::disks, snapshot_disk_struct)}); }

const Struct& request_struct() {
  static const Struct made =
      declare<S>({value("name", &S::name), value("description", &S::description), memory_row(), disks_row()});
  return made;
}

void check_memory(S& snapshot) {
  if (!snapshot.memory_file.empty() && snapshot.memory == Mode::absent) snapshot.memory = Mode::external;
  const bool external = snapshot.memory == Mode::external;
  if (external && snapshot.memory_file.empty())
    throw snapshot_error(VIR_ERR_XML_ERROR, "external memory snapshots require a filename");
  if (!external && !snapshot.memory_file.empty())
    throw snapshot_error(VIR_ERR_XML_ERROR, "memory filename '{}' requires external snapshot",
                         snapshot.memory_file);
  if (external && snapshot.memory_file.front() != '/')
    throw snapshot_error(VIR_ERR_XML_ERROR, "memory snapshot file path ({}) must be absolute",
                         snapshot.memory_file);
}

void check_disks(S& snapshot) {
  for (auto& disk : snapshot.disks) {
    if (disk.name.empty())
      throw snapshot_error(VIR_ERR_INTERNAL_ERROR, "missing name from disk snapshot element");
    const bool placed = !disk.source.empty() || disk.format != StorageFormat::absent;
    if (placed && disk.mode == Mode::absent) disk.mode = Mode::external;
  }
}

S read(const Struct& type, Node root) {
  if (std::string_view(root.name()) != "domainsnapshot")
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "expecting root element of 'domainsnapshot', not '{}'",
                root.name());
  S snapshot;
  Reader({.error_domain = VIR_FROM_DOMAIN_SNAPSHOT}).read_into(type, root, snapshot);
  check_memory(snapshot);
  check_disks(snapshot);
  return snapshot;
}

void check_existing(S& snapshot) {
  if (snapshot.name.empty()) throw snapshot_error(VIR_ERR_XML_ERROR, "a redefined snapshot must have a name");
  if (!snapshot.creation_time)
    throw snapshot_error(VIR_ERR_INTERNAL_ERROR, "missing creationTime from existing snapshot");
  if (snapshot.state == S::State::absent)
    throw snapshot_error(VIR_ERR_XML_ERROR, "missing state from existing snapshot");
  if (snapshot.memory == Mode::absent) snapshot.memory = snapshot.offline() ? Mode::no : Mode::internal;
  if (snapshot.offline() && snapshot.memory != Mode::no)
    throw snapshot_error(VIR_ERR_XML_ERROR,
                         "memory state cannot be saved with offline or disk-only snapshot");
}

}  // namespace

const Struct& snapshot_struct() {
  static const Struct made = declare<S>({
      value("name", &S::name),
      value("description", &S::description),
      element<S>("state",
                 {text(&S::state, states)
                      .error(VIR_ERR_CONFIG_UNSUPPORTED, "Invalid state '{}' in domain snapshot XML")}),
      element<S>("parent", {value("name", &S::parent)}),
      element<S>("creationTime", {text(&S::creation_time).lenient()}),
      memory_row(),
      disks_row(),
      irregular<S, nullptr, write_domains>("domain"),
  });
  return made;
}

bool Snapshot::external() const noexcept {
  return memory == Mode::external || std::any_of(disks.begin(), disks.end(), [](const auto& disk) {
           return disk.mode == Mode::external;
         });
}

Snapshot parse_snapshot_request(std::string_view xml) {
  const auto document = Document::parse(xml, {}, VIR_FROM_DOMAIN_SNAPSHOT);
  return read(request_struct(), document.root());
}

Snapshot parse_snapshot(std::string_view xml, const DomainReader& read_domain) {
  const auto document = Document::parse(xml, {}, VIR_FROM_DOMAIN_SNAPSHOT);
  const Node root = document.root();
  S snapshot = read(snapshot_struct(), root);
  check_existing(snapshot);
  // An old snapshot says no more of its domain than the UUID.
  const Node domain = root.child("domain");
  if (domain && domain.attribute("type") != nullptr) snapshot.domain = read_domain(domain);
  if (snapshot.domain)
    snapshot.uuid = snapshot.domain->uuid;
  else if (const auto uuid = Uuid::parse(domain ? domain.child("uuid").text() : std::string()))
    snapshot.uuid = *uuid;
  if (const Node inactive = root.child("inactiveDomain")) {
    inactive.raw().set_name("domain");
    snapshot.inactive_domain = read_domain(inactive);
  }
  return snapshot;
}

std::string format_snapshot(const Snapshot& snapshot, bool secure) {
  Writer writer;
  xml::write(snapshot_struct(), "domainsnapshot", &snapshot, writer, {.secure = secure});
  return writer.take();
}

}  // namespace vireo::model
