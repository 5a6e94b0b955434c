// SPDX-License-Identifier: LGPL-2.1-or-later
// A domain's definition from and to XML, completed and checked as the incumbent does for every driver.
// Errors: VIR_ERR_XML_ERROR and the incumbent's other codes, with line, column and element in the text.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/domain.hpp"
#include "xml/limits.hpp"
#include "xml/schema.hpp"

namespace vireo::model {

/// What a hypervisor's driver adds when a definition is completed. Each may be empty.
struct DomainHooks {
  std::function<void(Domain&)> first;      ///< before everything, e.g. default machine and emulator
  std::function<void(Domain&)> defaults;   ///< before the common defaults and the implied devices
  std::function<void(Domain&)> addresses;  ///< after them: addresses, and the controllers these need
  std::function<void(const Domain&)> validate;
};

struct ParseOptions {
  bool inactive = true;  ///< a definition: id, generated aliases and other live-only parts are dropped
  bool complete = true;  ///< common defaults and implied devices; false: exactly what was said
  bool validate = true;  ///< checks that span elements
  const DomainHooks* hooks = nullptr;
  const xml::Unknown* unknown = nullptr;  ///< told of every element and attribute that was dropped
  xml::Limits limits = {};
  xml::Coverage* coverage = nullptr;
};

struct FormatOptions {
  bool secure = false;      ///< with passwords
  bool inactive = false;    ///< without id and other live-only parts
  bool migratable = false;  ///< as an older libvirt on another host can read it
  int indent = 0;           ///< in levels of two spaces
  xml::Coverage* coverage = nullptr;
};

Domain parse_domain(std::string_view xml, const ParseOptions& options = {});
std::string format_domain(const Domain& domain, const FormatOptions& options = {});

/// The same inside a larger document (status file, snapshot): the <domain> element, and into an open writer.
Domain read_domain(xml::Node element, const ParseOptions& options = {});
void write_domain(const Domain& domain, xml::Writer& writer, const FormatOptions& options = {});

/// Completes a definition made or changed by other means: defaults, implied devices, hooks, checks, in
/// parse_domain's order.
void complete_domain(Domain& domain, const ParseOptions& options = {});

/// A device on its own, as in attach, update and detach. Not completed: put it into a domain for that.
using Device =
    std::variant<Disk, Controller, Interface, Serial, Parallel, Console, Channel, Input, Graphics, Sound,
                 Audio, Video, RedirectedDevice, Hub, Tpm, Watchdog, MemoryBalloon, Rng, Panic, Vsock>;
Device parse_device(std::string_view xml, const ParseOptions& options = {});
std::string format_device(const Device& device, const FormatOptions& options = {});

/// What differs, in the order of the XML. `Difference::guest`: the guest could see it.
std::vector<xml::Difference> differences(const Domain& from, const Domain& to);

/// The declaration behind all of the above, for documentation and coverage.
const xml::Struct& domain_struct();

/// Names as XML has them.
std::string_view name_of(DomainType type);
std::string_view name_of(Os::Type type);
std::string_view name_of(StorageFormat format);
std::string_view name_of(Disk::Bus bus);
std::string_view name_of(Disk::Device device);
std::string_view name_of(Disk::Cache cache);
std::string_view name_of(Controller::Type type);
std::string_view name_of(CharSource::Type type);
std::string_view name_of(Interface::Type type);
std::string_view name_of(Graphics::Type type);
std::string_view name_of(Video::Type type);
std::string_view name_of(LifecycleAction action);

}  // namespace vireo::model
