// SPDX-License-Identifier: LGPL-2.1-or-later
// Storage volumes.
#include <strings.h>

#include <algorithm>

#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/table.hpp"

namespace vireo::virsh {
namespace {

const char* type_name(int type) {
  static constexpr const char* names[] = {"file", "block", "dir", "network", "netdir", "ploop"};
  return type >= 0 && type < 6 ? names[type] : "unknown";
}

std::string readable(unsigned long long bytes) {
  Size size = readable_size(bytes);
  return fmt::format("{:.2f} {}", size.value, size.unit);
}

std::string name_of(const Volume& volume) {
  const char* name = virStorageVolGetName(volume.get());
  return name ? name : "";
}

void vol_create(Shell& shell, const Arguments& arguments) {
  Pool pool = pool_of(shell, arguments);
  unsigned flags = 0;
  if (arguments.has("prealloc-metadata")) flags |= VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA;
  if (arguments.has("validate")) flags |= VIR_STORAGE_VOL_CREATE_VALIDATE;
  std::string file = arguments.text_or("file", ""), xml = read_file(file);
  Volume volume(virStorageVolCreateXML(pool.get(), xml.c_str(), flags));
  if (!volume) throw failure("Failed to create vol from {}", file);
  shell.print("Vol {} created from {}\n", name_of(volume), file);
}

void vol_delete(Shell& shell, const Arguments& arguments) {
  Volume volume = volume_of(shell, arguments);
  std::string name = arguments.text_or("vol", "");
  unsigned flags = arguments.has("delete-snapshots") ? VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS : 0;
  if (virStorageVolDelete(volume.get(), flags) < 0) throw failure("Failed to delete vol {}", name);
  shell.say("Vol {} deleted\n", name);
}

void vol_dumpxml(Shell& shell, const Arguments& arguments) {
  Volume volume = volume_of(shell, arguments);
  print_document(shell, arguments, take_string(virStorageVolGetXMLDesc(volume.get(), 0)));
}

void vol_info(Shell& shell, const Arguments& arguments) {
  Volume volume = volume_of(shell, arguments);
  unsigned flags = arguments.has("physical") ? VIR_STORAGE_VOL_GET_PHYSICAL : 0;
  virStorageVolInfo info{};
  int result = flags ? virStorageVolGetInfoFlags(volume.get(), &info, flags)
                     : virStorageVolGetInfo(volume.get(), &info);
  shell.print("{:<15} {}\n", "Name:", name_of(volume));
  if (result < 0) throw Failure();
  auto size = [&](unsigned long long bytes) {
    return arguments.has("bytes") ? fmt::format("{} bytes", bytes) : readable(bytes);
  };
  shell.print("{:<15} {}\n", "Type:", type_name(info.type));
  shell.print("{:<15} {}\n", "Capacity:", size(info.capacity));
  shell.print("{:<15} {}\n", flags ? "Physical:" : "Allocation:", size(info.allocation));
}

void vol_key(Shell& shell, const Arguments& arguments) {
  shell.print("{}\n", virStorageVolGetKey(volume_of(shell, arguments).get()));
}

void vol_name(Shell& shell, const Arguments& arguments) {
  shell.print("{}\n", name_of(volume_of(shell, arguments)));
}

void vol_path(Shell& shell, const Arguments& arguments) {
  shell.print("{}\n", take_string(virStorageVolGetPath(volume_of(shell, arguments).get())));
}

void vol_pool(Shell& shell, const Arguments& arguments) {
  Volume volume = volume_of(shell, arguments);
  Pool pool(virStoragePoolLookupByVolume(volume.get()));
  if (!pool) throw Failure("failed to get parent pool");
  if (!arguments.has("uuid")) {
    shell.print("{}\n", virStoragePoolGetName(pool.get()));
    return;
  }
  char uuid[VIR_UUID_STRING_BUFLEN];
  if (virStoragePoolGetUUIDString(pool.get(), uuid) < 0) throw Failure();
  shell.print("{}\n", uuid);
}

void vol_list(Shell& shell, const Arguments& arguments) {
  Pool pool = pool_of(shell, arguments);
  virStorageVolPtr* raw = nullptr;
  int count = virStoragePoolListAllVolumes(pool.get(), &raw, 0);
  if (count < 0) throw Failure("Failed to list volumes");
  std::vector<Volume> volumes = take<Volume>(raw, count);
  std::ranges::stable_sort(volumes, [](const Volume& a, const Volume& b) {
    return strcasecmp(virStorageVolGetName(a.get()), virStorageVolGetName(b.get())) < 0;
  });
  bool details = arguments.has("details");
  Table table(details ? std::vector<std::string>{"Name", "Path", "Type", "Capacity", "Allocation"}
                      : std::vector<std::string>{"Name", "Path"});
  for (const Volume& volume : volumes) {
    CString path(virStorageVolGetPath(volume.get()));
    std::vector<std::string> row{name_of(volume), path ? path.get() : "-"};
    virStorageVolInfo info{};
    if (details && virStorageVolGetInfo(volume.get(), &info) == 0) {
      for (std::string cell :
           {std::string(type_name(info.type)), readable(info.capacity), readable(info.allocation)}) {
        row.push_back(std::move(cell));
      }
    } else if (details) {
      row.insert(row.end(), 3, "-");
    }
    table.add(std::move(row));
  }
  shell.write(table.render(!shell.settings().quiet));
}

}  // namespace

Group volume_commands() {
  Option pool = text("pool", "the pool's name or UUID").needed().completes(complete_pools);
  Option in_pool = text("pool", "its pool, by name or UUID").completes(complete_pools);
  Option volume = text("vol", "the volume's name, key or path").needed();
  Group group{"Storage Volume", "volume", {}};
  group.commands = {
      {"vol-create",
       "make a volume from an XML file",
       "Makes the volume an XML file describes.",
       {pool, file_option("the file with its definition"),
        flag("prealloc-metadata", "allocate its metadata at once"),
        flag("validate", "check the XML against the schema")},
       vol_create},
      {"vol-delete",
       "delete a volume",
       "Deletes the volume and what it holds.",
       {volume, in_pool, flag("delete-snapshots", "and its own snapshots")},
       vol_delete},
      {"vol-dumpxml",
       "a volume's definition",
       "Prints the volume's definition as XML.",
       {volume, in_pool, xpath_option(), wrap_option()},
       vol_dumpxml},
      {"vol-info",
       "facts about a volume",
       "Prints basic facts about the volume.",
       {volume, in_pool, flag("bytes", "sizes in bytes"),
        flag("physical", "its size in the storage, not what is allocated")},
       vol_info},
      {"vol-key", "a volume's key", "", {volume, in_pool}, vol_key},
      {"vol-list",
       "list volumes",
       "Lists the pool's volumes.",
       {pool, flag("details", "with type and size")},
       vol_list},
      {"vol-name", "a volume's name", "", {text("vol", "the volume's key or path").needed()}, vol_name},
      {"vol-path", "a volume's path", "", {volume, in_pool}, vol_path},
      {"vol-pool",
       "a volume's pool",
       "",
       {text("vol", "the volume's key or path").needed(), flag("uuid", "the pool's UUID, not its name")},
       vol_pool},
  };
  return group;
}

}  // namespace vireo::virsh
