// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/domain_xml.hpp"

#include <algorithm>

#include "model/complete.hpp"
#include "model/words.hpp"

namespace vireo::model {

namespace {

xml::ReadOptions read_options(const ParseOptions& options) {
  return {.error_domain = VIR_FROM_DOMAIN,
          .inactive = options.inactive,
          .unknown = options.unknown,
          .coverage = options.coverage};
}

xml::WriteOptions write_options(const FormatOptions& options) {
  return {.secure = options.secure,
          .inactive = options.inactive,
          .migratable = options.migratable,
          .coverage = options.coverage};
}

struct DeviceKind {
  const char* name;
  const xml::Struct& (*type)();
  Device (*make)();
};

template <class T>
Device make() {
  return T{};
}

/// In the order of Device's alternatives.
constexpr DeviceKind device_kinds[] = {
    {"disk", disk_struct, make<Disk>},
    {"controller", controller_struct, make<Controller>},
    {"interface", interface_struct, make<Interface>},
    {"serial", serial_struct, make<Serial>},
    {"parallel", parallel_struct, make<Parallel>},
    {"console", console_struct, make<Console>},
    {"channel", channel_struct, make<Channel>},
    {"input", input_struct, make<Input>},
    {"graphics", graphics_struct, make<Graphics>},
    {"sound", sound_struct, make<Sound>},
    {"audio", audio_struct, make<Audio>},
    {"video", video_struct, make<Video>},
    {"redirdev", redirected_device_struct, make<RedirectedDevice>},
    {"hub", hub_struct, make<Hub>},
    {"tpm", tpm_struct, make<Tpm>},
    {"watchdog", watchdog_struct, make<Watchdog>},
    {"memballoon", memory_balloon_struct, make<MemoryBalloon>},
    {"rng", rng_struct, make<Rng>},
    {"panic", panic_struct, make<Panic>},
    {"vsock", vsock_struct, make<Vsock>},
};
static_assert(std::size(device_kinds) == std::variant_size_v<Device>);

/// What is said before anything else is looked at.
void check_identity(xml::Node element) {
  const auto name = element.child("name");
  if (!name || name.text().empty()) throw Error(VIR_ERR_NO_NAME, VIR_FROM_DOMAIN, "");
  if (element.attribute("type") == nullptr)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "missing domain type attribute{}", element.where());
  const auto cpu = element.child("cpu");
  const char* mode = cpu.attribute("mode");
  static constexpr std::string_view modes[] = {"custom", "host-model", "host-passthrough", "maximum"};
  if (mode != nullptr && std::ranges::find(modes, mode) == std::end(modes))
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_CPU, "Invalid mode attribute '{}'{}", mode, cpu.where());
}

}  // namespace

Domain read_domain(xml::Node element, const ParseOptions& options) {
  if (std::string_view(element.name()) != "domain")
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "expecting root element of 'domain', not '{}'{}",
                element.name(), element.where());
  check_identity(element);
  Domain domain;
  xml::Reader(read_options(options)).read_into(domain_struct(), element, domain);
  check_read(domain, element);
  if (options.complete) complete_domain(domain, options);
  return domain;
}

Domain parse_domain(std::string_view xml, const ParseOptions& options) {
  const auto document = xml::Document::parse(xml, options.limits, VIR_FROM_DOMAIN);
  return read_domain(document.root(), options);
}

void write_domain(const Domain& domain, xml::Writer& writer, const FormatOptions& options) {
  xml::write(domain_struct(), "domain", &domain, writer, write_options(options));
}

std::string format_domain(const Domain& domain, const FormatOptions& options) {
  xml::Writer writer(options.indent);
  write_domain(domain, writer, options);
  return writer.take();
}

Device parse_device(std::string_view xml, const ParseOptions& options) {
  const auto document = xml::Document::parse(xml, options.limits, VIR_FROM_DOMAIN);
  const auto root = document.root();
  for (const DeviceKind& kind : device_kinds) {
    if (std::string_view(root.name()) != kind.name) continue;
    Device device = kind.make();
    xml::Reader reader(read_options(options));
    std::visit([&](auto& value) { reader.read_into(kind.type(), root, value); }, device);
    return device;
  }
  throw error(VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "unknown device type '{}'{}", root.name(), root.where());
}

std::string format_device(const Device& device, const FormatOptions& options) {
  const DeviceKind& kind = device_kinds[device.index()];
  xml::Writer writer(options.indent);
  std::visit(
      [&](const auto& value) { xml::write(kind.type(), kind.name, &value, writer, write_options(options)); },
      device);
  return writer.take();
}

std::vector<xml::Difference> differences(const Domain& from, const Domain& to) {
  return xml::compare(domain_struct(), &from, &to);
}

}  // namespace vireo::model
