// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/error.hpp"
#include "model/domain_xml.hpp"
#include "model/snapshot_xml.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using C = Checkpoint;
using Mode = CheckpointDisk::Mode;

constexpr auto modes = names(Mode::no, Mode::bitmap, "no", "bitmap");

const Struct& checkpoint_disk_struct() {
  using D = CheckpointDisk;
  static const Struct made = declare<D>({
      attribute("name", &D::name),
      attribute("checkpoint", &D::mode, modes)
          .error(VIR_ERR_XML_INVALID_SCHEMA, "attribute 'checkpoint' must be 'no' or 'bitmap', not '{}'"),
      attribute("bitmap", &D::bitmap),
      attribute("size", &D::size),
  });
  return made;
}

void write_its_domain(const C& checkpoint, Writer& writer, const WriteOptions& options) {
  if (checkpoint.domain)
    write_domain(*checkpoint.domain, writer, {.secure = options.secure, .inactive = true});
}

Row<C> disks_row() { return element<C>("disks", {element("disk", &C::disks, checkpoint_disk_struct)}); }

const Struct& request_struct() {
  static const Struct made =
      declare<C>({value("name", &C::name), value("description", &C::description), disks_row()});
  return made;
}

Error schema_error(std::string text) {
  return Error(VIR_ERR_XML_INVALID_SCHEMA, VIR_FROM_XML, std::move(text));
}

/// What the incumbent leaves to its schema.
void check(const C& checkpoint, Node root) {
  const auto& name = checkpoint.name;
  const bool file_name = !name.empty() && name.front() != '.' && name.find('/') == std::string::npos;
  if (root.child("name") && !file_name)
    throw schema_error(
        fmt::format("checkpoint name '{}' must not be empty, begin with '.' or contain '/'", name));
  for (const auto& disk : checkpoint.disks) {
    if (disk.name.empty()) throw schema_error("a disk of a checkpoint needs a name");
    if (disk.mode == Mode::no && !disk.bitmap.empty())
      throw schema_error(fmt::format("disk '{}' is not in the checkpoint and can have no bitmap", disk.name));
  }
}

C read(const Struct& type, Node root) {
  if (std::string_view(root.name()) != "domaincheckpoint")
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "expecting root element of 'domaincheckpoint', not '{}'",
                root.name());
  C checkpoint;
  Reader({.error_domain = VIR_FROM_XML}).read_into(type, root, checkpoint);
  check(checkpoint, root);
  return checkpoint;
}

}  // namespace

const Struct& checkpoint_struct() {
  static const Struct made = declare<C>({
      value("name", &C::name),
      value("description", &C::description),
      element<C>("parent", {value("name", &C::parent)}),
      element<C>("creationTime", {text(&C::creation_time).lenient()}),
      disks_row(),
      irregular<C, nullptr, write_its_domain>("domain"),
  });
  return made;
}

Checkpoint parse_checkpoint_request(std::string_view xml) {
  const auto document = Document::parse(xml, {}, VIR_FROM_DOMAIN_CHECKPOINT);
  return read(request_struct(), document.root());
}

Checkpoint parse_checkpoint(std::string_view xml, const DomainReader& read_domain) {
  const auto document = Document::parse(xml, {}, VIR_FROM_DOMAIN_CHECKPOINT);
  const Node root = document.root();
  C checkpoint = read(checkpoint_struct(), root);
  if (checkpoint.name.empty())
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN_CHECKPOINT, "a redefined checkpoint must have a name");
  if (!checkpoint.creation_time)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN_CHECKPOINT,
                "missing creationTime from existing checkpoint");
  if (const Node domain = root.child("domain")) checkpoint.domain = read_domain(domain);
  return checkpoint;
}

std::string format_checkpoint(const Checkpoint& checkpoint, bool secure) {
  Writer writer;
  xml::write(checkpoint_struct(), "domaincheckpoint", &checkpoint, writer, {.secure = secure});
  return writer.take();
}

}  // namespace vireo::model
