// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/undefine.hpp"

#include <libvirt/virterror.h>

#include <algorithm>

#include "virsh/commands.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"
#include "virsh/text.hpp"
#include "virsh/xml_query.hpp"

namespace vireo::virsh {
namespace {

struct Disk {
  Volume volume;
  std::string source, target;
};

Volume volume_of_disk(Shell& shell, const pugi::xml_node& source, const std::string& path) {
  std::string pool_name = source.attribute("pool").value();
  if (pool_name.empty()) return Volume(virStorageVolLookupByPath(shell.connection(), path.c_str()));
  Pool pool(virStoragePoolLookupByName(shell.connection(), pool_name.c_str()));
  if (!pool) {
    throw failure("Storage pool '{}' for volume '{}' not found.", pool_name, path);
  }
  return Volume(virStorageVolLookupByName(pool.get(), path.c_str()));
}

/// The volumes to delete; disks that are in no pool are named and left alone.
std::vector<Disk> disks_to_delete(Shell& shell, const Arguments& arguments, const Domain& domain) {
  bool every = arguments.has("remove-all-storage");
  std::vector<std::string> wanted;
  if (auto listed = arguments.text("storage")) wanted = split_commas(*listed);
  std::vector<Disk> disks;
  auto document = parse_xml(take_string(virDomainGetXMLDesc(domain.get(), 0)));
  for (const pugi::xpath_node& found : document->select_nodes("/domain/devices/disk")) {
    pugi::xml_node source = found.node().child("source");
    std::string target = found.node().child("target").attribute("dev").value();
    std::string path;
    for (const char* name : {"file", "dev", "dir", "name", "volume"}) {
      if (path.empty()) path = source.attribute(name).value();
    }
    auto named = std::ranges::find_if(wanted, [&](const std::string& w) { return w == target || w == path; });
    if (path.empty() || (!every && named == wanted.end())) continue;
    if (named != wanted.end()) wanted.erase(named);
    Volume volume = volume_of_disk(shell, source, path);
    if (!volume) {
      shell.error(fmt::format("Storage volume '{}'({}) is not managed by libvirt. Remove it manually.",
                              target, path));
      shell.forget_library_error();
      continue;
    }
    disks.push_back({std::move(volume), path, target});
  }
  if (!every && !wanted.empty()) {
    throw failure("Volume '{}' was not found in domain's definition.", wanted.front());
  }
  return disks;
}

bool delete_disk(Shell& shell, const Arguments& arguments, const Disk& disk) {
  if (arguments.has("wipe-storage")) {
    shell.print("Wiping volume '{}'({}) ... ", disk.target, disk.source);
    if (virStorageVolWipe(disk.volume.get(), 0) < 0) {
      shell.error("Failed! Volume not removed.");
      return false;
    }
    shell.print("Done.\n");
  }
  unsigned flags =
      arguments.has("delete-storage-volume-snapshots") ? VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS : 0;
  if (virStorageVolDelete(disk.volume.get(), flags) < 0) {
    shell.error(fmt::format("Failed to remove storage volume '{}'({})", disk.target, disk.source));
    shell.report_library_error();
    return false;
  }
  shell.print("Volume '{}'({}) removed.\n", disk.target, disk.source);
  return true;
}

unsigned undefine_flags(const Arguments& arguments) {
  unsigned flags = 0;
  auto add = [&](const char* option, unsigned flag) {
    if (arguments.has(option)) flags |= flag;
  };
  add("managed-save", VIR_DOMAIN_UNDEFINE_MANAGED_SAVE);
  add("snapshots-metadata", VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA);
  add("checkpoints-metadata", VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA);
  add("nvram", VIR_DOMAIN_UNDEFINE_NVRAM);
  add("keep-nvram", VIR_DOMAIN_UNDEFINE_KEEP_NVRAM);
  add("tpm", VIR_DOMAIN_UNDEFINE_TPM);
  add("keep-tpm", VIR_DOMAIN_UNDEFINE_KEEP_TPM);
  return flags;
}

void undefine(Shell& shell, const Arguments& arguments) {
  arguments.exclusive("nvram", "keep-nvram");
  arguments.exclusive("tpm", "keep-tpm");
  unsigned flags = undefine_flags(arguments);
  Domain domain = domain_of(shell, arguments);
  std::string name = arguments.text_or("domain", "");
  bool running = virDomainIsActive(domain.get()) == 1;
  std::vector<Disk> disks;
  if (arguments.has("storage") || arguments.has("remove-all-storage")) {
    if (running) throw Failure("Storage volume deletion is supported only on stopped domains");
    if (arguments.has("storage") && arguments.has("remove-all-storage")) {
      throw Failure("Specified both --storage and --remove-all-storage");
    }
    disks = disks_to_delete(shell, arguments, domain);
  } else if (arguments.has("wipe-storage")) {
    throw Failure("'--wipe-storage' requires '--storage <string>' or '--remove-all-storage'");
  }
  int result = flags ? virDomainUndefineFlags(domain.get(), flags) : virDomainUndefine(domain.get());
  if (result < 0) throw failure("Failed to undefine domain '{}'", name);
  shell.say("Domain '{}' has been undefined\n", name);
  bool complete = true;
  for (const Disk& disk : disks) complete = delete_disk(shell, arguments, disk) && complete;
  if (!complete) throw Failure();
}

}  // namespace

Command undefine_command() {
  Option old_name = flag("delete-snapshots", "");
  old_name.hidden = true;
  old_name.alias_of = "delete-storage-volume-snapshots";
  return {"undefine",
          "undefine a domain",
          "Drops the domain's stored definition. A running domain runs on until it is stopped.",
          {domain_option(), flag("managed-save", "its managed save image too"),
           text("storage", "and delete these of its disks, by target or source, with commas"),
           flag("remove-all-storage", "and delete all of its disks"),
           flag("delete-storage-volume-snapshots", "and the deleted disks' own snapshots"), old_name,
           flag("wipe-storage", "overwrite deleted disks first"),
           flag("snapshots-metadata", "what is known of its snapshots too"),
           flag("checkpoints-metadata", "what is known of its checkpoints too"),
           flag("nvram", "its NVRAM file too"), flag("keep-nvram", "but keep its NVRAM file"),
           flag("tpm", "its TPM state too"), flag("keep-tpm", "but keep its TPM state")},
          undefine};
}

}  // namespace vireo::virsh
