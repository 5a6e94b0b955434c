// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/driver.hpp"

#include <unistd.h>

#include "drivers/remote/address.hpp"
#include "drivers/remote/connection.hpp"

namespace vireo::remote {
namespace {

class RemoteDriver final : public driver::Driver {
 public:
  std::string_view name() const noexcept override { return "remote"; }
  bool claims(const Uri& uri) const override { return is_remote(uri); }

  std::optional<std::string> probe() override {
    if (::access("/proc/xen/capabilities", F_OK) == 0) return "xen:///system";
    for (const char* emulator : {"/usr/bin/qemu-system-x86_64", "/usr/bin/qemu-system-aarch64",
                                 "/usr/libexec/qemu-kvm", "/usr/bin/qemu-kvm", "/dev/kvm"})
      if (::access(emulator, F_OK) == 0) return ::geteuid() == 0 ? "qemu:///system" : "qemu:///session";
    return std::nullopt;
  }

  driver::ConnectionPtr open(driver::OpenRequest request) override {
    const Address address = resolve(request);
    return std::make_unique<RemoteConnection>(connect(address), request, address.remote_uri);
  }
};

}  // namespace

std::unique_ptr<driver::Driver> make_driver() { return std::make_unique<RemoteDriver>(); }

}  // namespace vireo::remote
