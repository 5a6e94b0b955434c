// SPDX-License-Identifier: LGPL-2.1-or-later
// Character devices: serial, parallel, console, channel.
#include "base/error.hpp"
#include "drivers/qemu/command/args.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

namespace json = boost::json;
using model::CharSource;
using model::Switch;

std::string socket_tail(const CharSource& source) {
  std::string text;
  if (source.protocol == CharSource::Protocol::telnet) text += ",telnet=on";
  if (source.mode == CharSource::Mode::bind) text += ",server=on,wait=off";
  if (source.reconnect == Switch::yes) text += fmt::format(",reconnect={}", source.reconnect_timeout);
  if (source.reconnect == Switch::no) text += ",reconnect=0";
  return text;
}

std::string chardev_text(const CharSource& source, const std::string& id) {
  std::string path = escape_comma(source.path);
  switch (source.type) {
    case CharSource::Type::null:
      return "null,id=" + id;
    case CharSource::Type::vc:
      return "vc,id=" + id;
    case CharSource::Type::pty:
      return "pty,id=" + id;
    case CharSource::Type::stdio:
      return "stdio,id=" + id;
    case CharSource::Type::dev:
      return fmt::format("serial,id={},path={}", id, path);
    case CharSource::Type::file:
      return fmt::format("file,id={},path={}{}", id, path,
                         source.append == Switch::absent ? ""
                         : source.append == Switch::yes  ? ",append=on"
                                                         : ",append=off");
    case CharSource::Type::pipe:
      return fmt::format("pipe,id={},path={}", id, path);
    case CharSource::Type::unix_:
      return fmt::format("socket,id={},path={}{}", id, path, socket_tail(source));
    case CharSource::Type::tcp:
      if (source.tls == Switch::yes) not_expressible("TLS on a character device");
      return fmt::format("socket,id={},host={},port={}{}", id, escape_comma(source.host), source.service,
                         socket_tail(source));
    case CharSource::Type::udp:
      return fmt::format("udp,id={},host={},port={},localaddr={},localport={}", id, escape_comma(source.host),
                         source.service, escape_comma(source.bind_host),
                         source.bind_service.empty() ? "0" : source.bind_service);
    default:
      not_expressible(fmt::format("character device type '{}'", model::name_of(source.type)));
  }
}

std::string serial_driver(const model::Serial& serial) {
  switch (serial.target) {
    case model::Serial::Target::absent:
    case model::Serial::Target::isa:
      return "isa-serial";
    case model::Serial::Target::usb:
      return "usb-serial";
    case model::Serial::Target::pci:
      return "pci-serial";
    case model::Serial::Target::isa_debug:
      return "isa-debugcon";
    default:
      not_expressible("this serial device's target");
  }
}

void add_serial(Build& build, const model::Serial& serial) {
  add_chardev(build, serial.source, serial.info.alias);
  json::object device{
      {"driver", serial_driver(serial)}, {"chardev", "char" + serial.info.alias}, {"id", serial.info.alias}};
  if (device.at("driver") == "isa-serial") device["index"] = serial.port.value_or(0);
  put_address(device, build.domain, serial.info.address);
  build.args.add_json("-device", device);
}

std::string port_bus(const model::Address& address) {
  return fmt::format("virtio-serial{}.{}", address.controller, address.bus);
}

void add_virtio_port(Build& build, std::string_view driver, const model::DeviceInfo& info,
                     const std::string& name) {
  json::object device{{"driver", driver}};
  if (info.address.type == model::Address::Type::virtio_serial) {
    device["bus"] = port_bus(info.address);
    device["nr"] = info.address.serial_port;
  }
  device["chardev"] = "char" + info.alias;
  device["id"] = info.alias;
  if (!name.empty()) device["name"] = name;
  build.args.add_json("-device", device);
}

void add_channel(Build& build, const model::Channel& channel) {
  if (channel.target == model::Channel::Target::guestfwd) {
    add_chardev(build, channel.source, channel.info.alias);
    build.args.add_json(
        "-netdev",
        json::object{{"type", "user"},
                     {"guestfwd", json::array{json::object{
                                      {"str", fmt::format("tcp:{}:{}-chardev:char{}", channel.address,
                                                          channel.port, channel.info.alias)}}}},
                     {"id", channel.info.alias}});
    return;
  }
  if (channel.target != model::Channel::Target::virtio) not_expressible("this channel's target");
  add_chardev(build, channel.source, channel.info.alias);
  add_virtio_port(build, "virtserialport", channel.info, channel.name);
}

}  // namespace

void add_chardev(Build& build, const CharSource& source, const std::string& alias) {
  std::string text = chardev_text(source, "char" + alias);
  if (!source.log_file.empty()) {
    text += ",logfile=" + escape_comma(source.log_file);
    if (source.log_append != Switch::absent)
      text += source.log_append == Switch::yes ? ",logappend=on" : ",logappend=off";
  }
  build.args.add("-chardev", text);
}

void add_character_devices(Build& build) {
  for (const model::Serial& serial : build.domain.serials) add_serial(build, serial);
  for (const model::Parallel& parallel : build.domain.parallels) {
    add_chardev(build, parallel.source, parallel.info.alias);
    json::object device{
        {"driver", "isa-parallel"}, {"chardev", "char" + parallel.info.alias}, {"id", parallel.info.alias}};
    build.args.add_json("-device", device);
  }
  for (const model::Channel& channel : build.domain.channels) add_channel(build, channel);
  for (const model::Console& console : build.domain.consoles) {
    if (console.target != model::Console::Target::virtio) continue;  // the first serial under another name
    add_chardev(build, console.source, console.info.alias);
    add_virtio_port(build, "virtconsole", console.info, {});
  }
}

}  // namespace vireo::qemu
