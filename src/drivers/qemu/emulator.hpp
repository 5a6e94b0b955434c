// SPDX-License-Identifier: LGPL-2.1-or-later
// What one emulator binary can do, as a value: asked once over QMP, kept on disk under the identity of the
// binary (emulator_cache.hpp), given to everybody as shared_ptr<const Emulator>.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/qemu/commands.hpp"

namespace vireo::qemu {

/// Tells one build of a binary from another without reading it.
struct FileIdentity {
  std::string path;
  std::uint64_t size = 0, inode = 0, device = 0;
  std::int64_t mtime = 0, ctime = 0;  ///< ns since the epoch
  bool operator==(const FileIdentity&) const = default;

  /// Throws VIR_ERR_SYSTEM_ERROR with path and errno.
  static FileIdentity of(const std::filesystem::path& path);
};

struct Emulator {
  FileIdentity binary;
  bool kvm_device = false;    ///< /dev/kvm could be opened when it was asked
  std::string arch;           ///< libvirt's name: "x86_64", "i686", "aarch64" …
  std::uint64_t version = 0;  ///< major * 1000000 + minor * 1000 + micro
  std::string package;
  bool kvm = false;  ///< guests of type kvm can run
  std::vector<qmp::MachineType> machines;
  std::vector<qmp::CpuModel> cpus;
  std::set<std::string, std::less<>> types;  ///< device types it has, by QEMU's name

  /// The machine of that name or alias, or nullptr.
  const qmp::MachineType* machine(std::string_view name) const;
  /// What a definition without a machine gets; throws VIR_ERR_INTERNAL_ERROR when there is none.
  const qmp::MachineType& default_machine() const;
  /// The machine's own default processor, by model name ("qemu64"), or empty.
  std::string default_cpu(const qmp::MachineType& machine) const;
  bool has(std::string_view type) const { return types.contains(type); }
};

using EmulatorPtr = std::shared_ptr<const Emulator>;

/// libvirt's name of an architecture as QEMU calls it ("i386" → "i686"), and back.
std::string arch_from_qemu(std::string_view target);
std::string arch_to_qemu(std::string_view arch);
/// One that libvirt has a name for.
bool is_architecture(std::string_view name);

/// The cache's text, and back. Throws VIR_ERR_INTERNAL_ERROR when it is not one of ours, whole.
std::string to_cache(const Emulator& emulator);
Emulator from_cache(std::string_view text);

}  // namespace vireo::qemu
