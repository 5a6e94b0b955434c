// SPDX-License-Identifier: LGPL-2.1-or-later
// Which disks of a domain a snapshot or checkpoint is about, and how.
#include <algorithm>
#include <filesystem>

#include "base/error.hpp"
#include "model/snapshot_xml.hpp"

namespace vireo::model {

namespace {

using Mode = Disk::Snapshot;

/// By target, or by the path behind it.
const Disk* find_disk(const Domain& domain, const std::string& name) {
  for (const Disk& disk : domain.disks)
    if (disk.target == name) return &disk;
  for (const Disk& disk : domain.disks)
    if (!name.empty() && disk.source.path == name) return &disk;
  return nullptr;
}

/// Gives each entry its disk's target as name and the entries the order of the disks; those without one are
/// added.
template <class Entry>
void match(std::vector<Entry>& entries, const Domain& domain, int from, const char* what, auto add) {
  if (entries.size() > domain.disks.size())
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, from, "too many disk {} requests for domain", what);
  std::vector<Entry> ordered(domain.disks.size());
  for (Entry& entry : entries) {
    const Disk* disk = find_disk(domain, entry.name);
    if (!disk) throw error(VIR_ERR_CONFIG_UNSUPPORTED, from, "no disk named '{}'", entry.name);
    Entry& place = ordered[static_cast<std::size_t>(disk - domain.disks.data())];
    if (!place.name.empty())
      throw error(VIR_ERR_CONFIG_UNSUPPORTED, from, "disk '{}' specified twice", disk->target);
    entry.name = disk->target;
    place = std::move(entry);
  }
  for (std::size_t i = 0; i < ordered.size(); ++i)
    if (ordered[i].name.empty()) ordered[i] = add(domain.disks[i]);
  entries = std::move(ordered);
}

/// What the domain's own definition wants for a disk.
Mode wanted(const Disk& disk, Mode fallback) {
  if (disk.snapshot != Mode::absent) return disk.snapshot;
  return disk.readonly || disk.source.empty() ? Mode::no : fallback;
}

const char* word(Mode mode) {
  switch (mode) {
    case Mode::no:
      return "no";
    case Mode::internal:
      return "internal";
    case Mode::manual:
      return "manual";
    default:
      return "external";
  }
}

void choose(SnapshotDisk& entry, const Disk& disk, Mode fallback, bool match) {
  if (entry.mode == Mode::absent)
    entry.mode = wanted(disk, fallback);
  else if (match && entry.mode != fallback && entry.mode != wanted(disk, fallback))
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN_SNAPSHOT, "disk '{}' must use snapshot mode '{}'",
                entry.name, word(fallback));
  if (entry.mode != Mode::external && !entry.source.path.empty())
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN_SNAPSHOT,
                "file '{}' for disk '{}' requires use of external snapshot mode", entry.source.path,
                entry.name);
}

/// "/images/web.qcow2" becomes "/images/web.NAME".
void name_file(SnapshotDisk& entry, const Disk& disk, const std::string& name) {
  if (entry.mode != Mode::external || !entry.source.empty()) return;
  std::error_code failure;
  if (!std::filesystem::is_regular_file(disk.source.path, failure))
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN_SNAPSHOT,
                "source for disk '{}' is not a regular file; refusing to generate external snapshot name",
                entry.name);
  std::string path = disk.source.path;
  if (const auto dot = path.rfind('.'); dot != path.npos && path.find('/', dot) == path.npos)
    path.resize(dot);
  entry.source.path = path + "." + name;
}

bool written_to(const Disk& disk) { return !disk.readonly && !disk.source.empty(); }

}  // namespace

void align_disks(Snapshot& snapshot, const Domain& domain, Mode fallback, bool match_mode) {
  match(snapshot.disks, domain, VIR_FROM_DOMAIN_SNAPSHOT, "snapshot",
        [&](const Disk& disk) { return SnapshotDisk{.name = disk.target, .mode = wanted(disk, fallback)}; });
  for (std::size_t i = 0; i < snapshot.disks.size(); ++i) {
    choose(snapshot.disks[i], domain.disks[i], fallback, match_mode);
    name_file(snapshot.disks[i], domain.disks[i], snapshot.name);
  }
}

void align_disks(Checkpoint& checkpoint, const Domain& domain) {
  using Mode = CheckpointDisk::Mode;
  const bool chosen = !checkpoint.disks.empty();
  match(checkpoint.disks, domain, VIR_FROM_DOMAIN_CHECKPOINT, "checkpoint", [&](const Disk& disk) {
    return CheckpointDisk{.name = disk.target, .mode = chosen || !written_to(disk) ? Mode::no : Mode::bitmap};
  });
  for (std::size_t i = 0; i < checkpoint.disks.size(); ++i) {
    auto& entry = checkpoint.disks[i];
    entry.size.reset();
    if (entry.mode == Mode::absent) entry.mode = Mode::bitmap;
    if (entry.mode == Mode::no) continue;
    if (!written_to(domain.disks[i]))
      throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN_CHECKPOINT, "disk '{}' is empty or readonly",
                  entry.name);
    if (entry.bitmap.empty()) entry.bitmap = checkpoint.name;
  }
}

}  // namespace vireo::model
