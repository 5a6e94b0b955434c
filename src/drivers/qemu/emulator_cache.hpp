// SPDX-License-Identifier: LGPL-2.1-or-later
// Asks emulators what they can do, once for each build of a binary: kept in memory and on disk. Owned by the
// driver instance; lives on the loop. Two callers who want the same emulator share one probe.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/loop.hpp"
#include "drivers/qemu/emulator.hpp"
#include "drivers/qemu/settings.hpp"

namespace vireo::qemu {

class EmulatorCache {
 public:
  EmulatorCache(Loop& loop, std::filesystem::path folder, std::optional<Credentials> credentials);

  /// Throws VIR_ERR_SYSTEM_ERROR (no such file …), VIR_ERR_INTERNAL_ERROR (not a QEMU; with its last words),
  /// VIR_ERR_OPERATION_TIMEOUT.
  Task<EmulatorPtr> get(std::string path);

  /// Of libvirt's architecture name; throws VIR_ERR_CONFIG_UNSUPPORTED when this machine has none.
  Task<EmulatorPtr> get_for_arch(std::string arch);

  /// Every emulator on this machine that answers, by architecture.
  Task<std::vector<EmulatorPtr>> all();

  /// Path of the emulator for an architecture, or empty; without asking it.
  static std::string find(const std::string& arch);

 private:
  struct Entry {
    AsyncMutex probing;
    EmulatorPtr known;
  };
  EmulatorPtr load(const FileIdentity& binary, bool kvm_device) const;
  void store(const Emulator& emulator) const;
  std::filesystem::path file_for(const std::string& path) const;

  Loop& loop_;
  std::filesystem::path folder_;
  std::optional<Credentials> credentials_;
  std::map<std::string, std::shared_ptr<Entry>> entries_;
};

/// Starts the emulator without a guest and asks it. See EmulatorCache::get for errors.
Task<Emulator> probe_emulator(Loop& loop, FileIdentity binary, std::optional<Credentials> credentials);

}  // namespace vireo::qemu
