// SPDX-License-Identifier: LGPL-2.1-or-later
// Host: all but the URI comes from the daemon.
#pragma once

#include "driver/host.hpp"

namespace vireo::remote {

class RemoteHost final : public driver::Host {
 public:
  /// `uri`: what the program opened; empty when it named none.
  RemoteHost(driver::Proxy& proxy, std::string uri) : Host(&proxy), uri_(std::move(uri)) {}

  /// What the program opened, which names the daemon too; only without that, what the daemon opened.
  Task<std::string> uri() override { return uri_.empty() ? Host::uri() : said(uri_); }

 private:
  static Task<std::string> said(std::string text) { co_return text; }

  std::string uri_;
};

}  // namespace vireo::remote
