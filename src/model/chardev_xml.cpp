// SPDX-License-Identifier: LGPL-2.1-or-later
// Character devices. The host end is said by the device element's own type and its <source>, <protocol>,
// <log>.
#include "model/devices.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using S = CharSource;
using T = CharSource::Type;

constexpr auto modes = names(S::Mode::connect, S::Mode::bind, "connect", "bind");
constexpr auto protocols = names(S::Protocol::raw, S::Protocol::tls, "raw", "telnet", "telnets", "tls");
constexpr auto mouse_modes = names(Switch::yes, Switch::no, "client", "server");

/// A pty's path belongs to the running guest.
void read_path(S& source, Node element, Reader& reader) {
  const char* path = element.attribute("path");
  if (path != nullptr && !(source.type == T::pty && reader.options().inactive)) source.path = path;
}

void write_path(const S& source, Writer& writer, const WriteOptions& options) {
  if (!source.path.empty() && !(source.type == T::pty && options.inactive))
    writer.attribute("path", source.path);
}

/// udp has two <source> elements, told apart by their mode.
void read_udp(S& source, Node element, Reader&) {
  const char* mode = element.attribute("mode");
  const auto text = [&](const char* name) {
    return std::string(element.attribute(name) ? element.attribute(name) : "");
  };
  if (mode != nullptr && std::string_view(mode) == "bind") {
    source.bind_host = text("host");
    source.bind_service = text("service");
  } else {
    source.host = text("host");
    source.service = text("service");
  }
}

void write_udp(const S& source, Writer& writer, const WriteOptions&) {
  const auto end = [&](const char* mode, const std::string& host, const std::string& service) {
    if (host.empty() && service.empty()) return;
    writer.begin("source");
    writer.attribute("mode", mode);
    if (!host.empty()) writer.attribute("host", host);
    if (!service.empty()) writer.attribute("service", service);
    writer.end("source");
  };
  end("bind", source.bind_host, source.bind_service);
  end("connect", source.host, source.service);
}

void check_source(S& source, Node element, Reader& reader) {
  const auto missing = [&](const char* what) {
    reader.fail(VIR_ERR_INTERNAL_ERROR, element,
                fmt::format("Missing source {} attribute for char device", what));
  };
  int sources = 0;
  for (auto child = element.raw().child("source"); child; child = child.next_sibling("source")) ++sources;
  if (sources > (source.type == T::udp ? 2 : 1))
    reader.fail(VIR_ERR_XML_ERROR, element,
                source.type == T::udp ? "only two source elements are allowed for character device"
                                      : "only one source element is allowed for character device");
  if (source.type == T::unix_ && source.path.empty())
    source.mode = S::Mode::absent;  // the driver makes up all of it
  if (source.type == T::tcp && source.mode == S::Mode::absent) source.mode = S::Mode::connect;
  if (source.type == T::file || source.type == T::dev || source.type == T::pipe) {
    if (source.path.empty()) missing("path");
  } else if (source.type == T::tcp) {
    if (source.host.empty()) missing("host");
    if (source.service.empty()) missing("service");
  } else if (source.type == T::udp) {
    if (source.service.empty()) missing("service");
  }
}

}  // namespace

const Struct& char_source_struct() {
  static const Row<S> labels = element("seclabel", &S::labels, source_label_struct);
  static const Row<S> reconnect =
      element<S>("reconnect", {attribute("enabled", &S::reconnect, yes_no).required().host(),
                               attribute("timeout", &S::reconnect_timeout)
                                   .required()
                                   .always()
                                   .when(&S::reconnect, Switch::yes)
                                   .host()});
  static const Struct made = declare<S, check_source>({
      element<S>("source", {irregular<S, read_path, write_path>("@path").host(),
                            attribute("append", &S::append, on_off).when(&S::type, T::file).host(), labels})
          .when(&S::type, T::pty, T::dev, T::file, T::pipe),
      element<S>("source", {attribute("mode", &S::mode, modes).host(), attribute("path", &S::path).host(),
                            labels, reconnect})
          .when(&S::type, T::unix_),
      element<S>("source", {attribute("mode", &S::mode, modes).host(), attribute("host", &S::host).host(),
                            attribute("service", &S::service).host(),
                            attribute("tls", &S::tls, yes_no).host(), labels, reconnect})
          .when(&S::type, T::tcp),
      irregular<S, read_udp, write_udp>("source").when(&S::type, T::udp).host(),
      element<S>("source", {attribute("channel", &S::channel), labels}).when(&S::type, T::spiceport, T::dbus),
      element<S>("source",
                 {attribute("master", &S::master).host(), attribute("slave", &S::slave).host(), labels})
          .when(&S::type, T::nmdm),
      element<S>("source", {element<S>("mouse", {attribute("mode", &S::mouse_client, mouse_modes)}),
                            element<S>("clipboard", {attribute("copypaste", &S::clipboard, yes_no)})})
          .when(&S::type, T::qemu_vdagent),
      element<S>("protocol", {attribute("type", &S::protocol, protocols).host()}).when(&S::type, T::tcp),
      element<S>("log", {attribute("file", &S::log_file).host(),
                         attribute("append", &S::log_append, on_off).host()}),
  });
  return made;
}

namespace {

constexpr auto serial_targets =
    names(Serial::Target::isa, Serial::Target::isa_debug, "isa-serial", "usb-serial", "pci-serial",
          "spapr-vio-serial", "system-serial", "sclp-serial", "isa-debug");
constexpr auto serial_models =
    names(Serial::Model::isa_serial, Serial::Model::isa_debugcon, "isa-serial", "usb-serial", "pci-serial",
          "spapr-vty", "pl011", "sclpconsole", "sclplmconsole", "16550a", "isa-debugcon");
constexpr auto console_targets = names(Console::Target::serial, Console::Target::sclplm, "serial", "xen",
                                       "uml", "virtio", "lxc", "openvz", "sclp", "sclplm");
constexpr auto channel_targets =
    names(Channel::Target::guestfwd, Channel::Target::xen, "guestfwd", "virtio", "xen");
constexpr auto channel_states =
    names(Channel::State::connected, Channel::State::disconnected, "connected", "disconnected");

/// <console tty='…'> is what 2007 knew; it is written for ptys of running guests still.
void write_tty(const Console& console, Writer& writer, const WriteOptions& options) {
  if (console.source.type == CharSource::Type::pty && !console.source.path.empty() && !options.inactive)
    writer.attribute("tty", console.source.path);
}

void read_tty(Console& console, Node element, Reader& reader) {
  if (const char* tty = element.attribute("tty"); tty != nullptr && !reader.options().inactive)
    console.source.path = tty;
}

}  // namespace

const Struct& serial_struct() {
  static const Struct made = declare<Serial>({
      char_type_attribute<Serial>(),
      include(&Serial::source, char_source_struct),
      element<Serial>(
          "target", {attribute("type", &Serial::target, serial_targets)
                         .error(VIR_ERR_XML_ERROR, "unknown target type '{}' specified for character device"),
                     attribute("port", &Serial::port),
                     element<Serial>("model", {attribute("name", &Serial::model, serial_models)})}),
      include(&Serial::info, device_info_struct),
  });
  return made;
}

const Struct& parallel_struct() {
  static const Struct made = declare<Parallel>({
      char_type_attribute<Parallel>(),
      include(&Parallel::source, char_source_struct),
      element<Parallel>("target", {attribute("port", &Parallel::port)}),
      include(&Parallel::info, device_info_struct),
  });
  return made;
}

const Struct& console_struct() {
  static const Struct made = declare<Console>({
      char_type_attribute<Console>(),
      irregular<Console, read_tty, write_tty>("@tty").host(),
      include(&Console::source, char_source_struct),
      element<Console>(
          "target", {attribute("type", &Console::target, console_targets)
                         .error(VIR_ERR_XML_ERROR, "unknown target type '{}' specified for character device"),
                     attribute("port", &Console::port)}),
      include(&Console::info, device_info_struct),
  });
  return made;
}

const Struct& channel_struct() {
  using C = Channel;
  using Target = Channel::Target;
  static const Struct made = declare<C>({
      char_type_attribute<C>(),
      include(&C::source, char_source_struct),
      element<C>(
          "target",
          {attribute("type", &C::target, channel_targets)
               .error(VIR_ERR_XML_ERROR, "unknown target type '{}' specified for character device"),
           attribute("address", &C::address).when(&C::target, Target::guestfwd),
           attribute("port", &C::port).always().when(&C::target, Target::guestfwd),
           attribute("name", &C::name).when(&C::target, Target::virtio, Target::xen),
           attribute("state", &C::state, channel_states).when(&C::target, Target::virtio).live().host()}),
      include(&C::info, device_info_struct),
  });
  return made;
}

const Struct& redirected_device_struct() {
  using R = RedirectedDevice;
  static constexpr auto buses = names(R::Bus::usb, R::Bus::usb, "usb");
  static const Struct made = declare<R>({
      attribute("bus", &R::bus, buses),
      char_type_attribute<R>(),
      include(&R::source, char_source_struct),
      include(&R::info, bootable_info_struct),
  });
  return made;
}

std::string_view name_of(CharSource::Type type) { return char_types.of(type); }

}  // namespace vireo::model
