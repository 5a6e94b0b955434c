// SPDX-License-Identifier: LGPL-2.1-or-later
// Which URI goes to which driver. Drivers are added explicitly, one line each, by the library and by the
// daemon.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/paths.hpp"
#include "base/uri.hpp"
#include "driver/connection.hpp"

namespace vireo::driver {

/// One question of an authentication (user name, pass phrase …) as virConnectCredential has it.
struct Credential {
  int type = 0;
  std::string prompt, challenge, default_result;
  std::string result;
};
/// Fills in the results, or returns false when the user declines.
using AuthCallback = std::function<bool(std::vector<Credential>&)>;

struct OpenRequest {
  Uri uri;           ///< after alias expansion
  std::string text;  ///< the URI as given, for messages
  bool readonly = false;
  std::uint32_t flags = 0;  ///< virConnectFlags
  AuthCallback auth;        ///< may be empty
};

class Driver {
 public:
  virtual ~Driver() = default;
  virtual std::string_view name() const noexcept = 0;
  /// Does this driver serve the URI? Decided by scheme, transport and host alone, without opening anything.
  virtual bool claims(const Uri& uri) const = 0;
  /// The URI to use when the caller names none and this hypervisor is on the machine (probed cheaply).
  virtual std::optional<std::string> probe() { return std::nullopt; }
  virtual ConnectionPtr open(OpenRequest request) = 0;

  // The daemon's hooks; a driver inside a program is never told.
  /// Takes up what was there before: configuration, running guests, those to be started at boot. Called once,
  /// before the first open. What fails for one domain is logged; throws only when the driver cannot work.
  virtual Task<void> start() { co_return; }
  /// Everything is to be on disk afterwards; guests keep running.
  virtual Task<void> stop() { co_return; }
  /// SIGHUP: read the configuration again. Must not throw.
  virtual void reload() {}
  /// Guests run that only this process looks after: no reason to leave although nobody is connected.
  virtual bool busy() const { return false; }
  /// Called when busy() may have changed.
  virtual void on_busy_changed(std::function<void()>) {}
};

class Registry {
 public:
  /// First added is asked first.
  void add(std::unique_ptr<Driver> driver);

  /// `name` empty: LIBVIRT_DEFAULT_URI, else uri_default of libvirt.conf, else the best hypervisor found.
  /// Aliases (uri_aliases of libvirt.conf) are expanded unless flags say VIR_CONNECT_NO_ALIASES.
  /// Throws VIR_ERR_NO_CONNECT when no driver claims the URI.
  ConnectionPtr open(std::optional<std::string> name, std::uint32_t flags, AuthCallback auth = {});

  // Driver's hooks for all of them; stop in reverse order.
  Task<void> start();
  Task<void> stop();
  void reload();
  bool busy() const;
  void on_busy_changed(std::function<void()> handler);

 private:
  std::string default_uri() const;

  std::vector<std::unique_ptr<Driver>> drivers_;
};

}  // namespace vireo::driver
