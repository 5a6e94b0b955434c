// SPDX-License-Identifier: LGPL-2.1-or-later
// The QEMU driver as the daemon holds it: claims qemu:///system or qemu:///session, owns the instance's
// state. start() before the first connection, stop() after the last one; guests outlive both.
#pragma once

#include <memory>

#include "base/loop.hpp"
#include "base/paths.hpp"
#include "driver/registry.hpp"

namespace vireo::qemu {

class Instance;

class QemuDriver : public driver::Driver {
 public:
  /// Reads qemu.conf; throws VIR_ERR_CONF_SYNTAX. `paths.session` decides which URI is claimed.
  QemuDriver(Loop& loop, Paths paths);
  ~QemuDriver() override;

  std::string_view name() const noexcept override { return "QEMU"; }
  bool claims(const Uri& uri) const override;
  std::optional<std::string> probe() override;
  driver::ConnectionPtr open(driver::OpenRequest request) override;

  /// Definitions are read and running guests are known when it returns.
  Task<void> start() override;
  Task<void> stop() override;
  /// As the incumbent at SIGHUP: definitions on disk are read again, qemu.conf is not.
  void reload() override;
  bool busy() const override;
  void on_busy_changed(std::function<void()> handler) override;

 private:
  Loop& loop_;
  bool session_;
  std::unique_ptr<Instance> instance_;
};

}  // namespace vireo::qemu
