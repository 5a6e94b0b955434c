// SPDX-License-Identifier: LGPL-2.1-or-later
// Displays and video cards. The attributes of <graphics> repeat its first <listen>, for readers of older
// days.
#include "model/graphics.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using G = Graphics;
using T = Graphics::Type;

constexpr auto types =
    names(T::sdl, T::dbus, "sdl", "vnc", "rdp", "desktop", "spice", "egl-headless", "dbus");
constexpr auto shares =
    names(G::Share::allow_exclusive, G::Share::ignore, "allow-exclusive", "force-shared", "ignore");
constexpr auto connects = names(G::Connected::fail, G::Connected::keep, "fail", "disconnect", "keep");
constexpr auto listen_types =
    names(Listen::Type::none, Listen::Type::socket, "none", "address", "network", "socket");

std::string attribute_of(Node element, const char* name) {
  const char* value = element.attribute(name);
  return value != nullptr ? value : "";
}

int port_of(Node element, const char* name, Reader& reader) {
  const std::string text = attribute_of(element, name);
  if (text.empty()) return 0;
  int port = 0;
  Item plain;
  if (!int_codec.parse(&port, text, plain))
    reader.fail(VIR_ERR_INTERNAL_ERROR, element, fmt::format("cannot parse {} '{}'", name, text));
  return port;
}

/// port, autoport, websocket: -1 and autoport='yes' say the same, and a definition forgets chosen numbers.
void read_ports(G& graphics, Node element, Reader& reader) {
  graphics.port = port_of(element, "port", reader);
  graphics.tls_port = graphics.type == T::spice ? port_of(element, "tlsPort", reader) : 0;
  const std::string autoport = attribute_of(element, "autoport");
  const bool said = element.attribute("autoport") != nullptr;
  graphics.autoport = autoport == "yes";
  const bool forget = reader.options().inactive;
  if (graphics.type == T::spice) {
    if (graphics.port == -1 && graphics.tls_port == -1) graphics.autoport = true;
    if (graphics.autoport && forget) graphics.port = graphics.tls_port = 0;
    return;
  }
  if (graphics.port == -1) {
    graphics.port = forget ? 0 : -1;
    graphics.autoport = true;
  }
  if (element.attribute("port") == nullptr && !said) graphics.autoport = true;
  if (graphics.autoport && forget) graphics.port = 0;
  if (graphics.type == T::vnc) graphics.websocket = port_of(element, "websocket", reader);
}

void write_ports(const G& graphics, Writer& writer, const WriteOptions& options) {
  const auto number = [&](const char* name, int value) { writer.attribute(name, std::to_string(value)); };
  const bool socket = !graphics.listens.empty() && graphics.listens[0].type == Listen::Type::socket;
  if (socket && graphics.type == T::vnc) {
    if (!graphics.listens[0].socket.empty() && !(options.inactive && graphics.listens[0].from_config))
      writer.attribute("socket", graphics.listens[0].socket);
    return;
  }
  if (graphics.type == T::spice) {
    if (!graphics.listens.empty() && graphics.listens[0].type != Listen::Type::address &&
        graphics.listens[0].type != Listen::Type::network)
      return;
    if (graphics.port != 0) number("port", graphics.port);
    if (graphics.tls_port != 0) number("tlsPort", graphics.tls_port);
    writer.attribute("autoport", graphics.autoport ? "yes" : "no");
    return;
  }
  if (!graphics.listens.empty() && graphics.listens[0].type == Listen::Type::none) return;
  if (graphics.port != 0 && (!graphics.autoport || !options.inactive))
    number("port", graphics.port);
  else if (graphics.autoport)
    number("port", graphics.type == T::rdp ? 0 : -1);
  if (graphics.type == T::rdp) {
    if (graphics.autoport) writer.attribute("autoport", "yes");
    return;
  }
  writer.attribute("autoport", graphics.autoport ? "yes" : "no");
  if (graphics.websocket != 0) number("websocket", graphics.websocket);
}

void write_listen_address(const G& graphics, Writer& writer, const WriteOptions& options) {
  if (graphics.listens.empty() || graphics.listens[0].address.empty()) return;
  const Listen& listen = graphics.listens[0];
  if (listen.type == Listen::Type::address ? !(options.inactive && listen.from_config)
                                           : listen.type == Listen::Type::network && !options.inactive)
    writer.attribute("listen", listen.address);
}

/// The attributes listen='…' and socket='…' stand for a first <listen>, or must agree with it.
void read_listens(G& graphics, Node element, Reader& reader) {
  const std::string address = attribute_of(element, "listen");
  const std::string socket = graphics.type == T::vnc ? attribute_of(element, "socket") : "";
  if (graphics.listens.empty()) {
    Listen listen;
    listen.type = socket.empty() ? Listen::Type::address : Listen::Type::socket;
    listen.address = socket.empty() ? address : "";
    listen.socket = socket;
    graphics.listens.push_back(listen);
    return;
  }
  const Listen& first = graphics.listens[0];
  if (first.type == Listen::Type::address && !address.empty() && !first.address.empty() &&
      address != first.address)
    reader.fail(
        VIR_ERR_CONFIG_UNSUPPORTED, element,
        fmt::format("graphics 'listen' attribute '{}' must match 'address' attribute of first listen element "
                    "(found '{}')",
                    address, first.address));
  if (first.type == Listen::Type::socket && !socket.empty() && !first.socket.empty() &&
      socket != first.socket)
    reader.fail(
        VIR_ERR_CONFIG_UNSUPPORTED, element,
        fmt::format("graphics 'socket' attribute '{}' must match 'socket' attribute of first listen element "
                    "(found '{}')",
                    socket, first.socket));
}

void finish(G& graphics, Node element, Reader& reader) {
  if (graphics.type == T::vnc || graphics.type == T::rdp || graphics.type == T::spice)
    read_listens(graphics, element, reader);
  else
    graphics.listens.clear();
}

void check_listen(Listen& listen, Node element, Reader& reader) {
  if (listen.type == Listen::Type::network && listen.network.empty())
    reader.fail(VIR_ERR_XML_ERROR, element, "'network' attribute is required for listen type 'network'");
  if (listen.type == Listen::Type::network && reader.options().inactive) listen.address.clear();
}

/// A listen address the driver's configuration provides is not part of the definition.
void write_listen_parts(const Listen& listen, Writer& writer, const WriteOptions& options) {
  const bool hidden = options.inactive && listen.from_config;
  if (listen.type == Listen::Type::address && !listen.address.empty() && !hidden)
    writer.attribute("address", listen.address);
  if (listen.type == Listen::Type::network) {
    writer.attribute("network", listen.network);
    if (!listen.address.empty() && !options.inactive) writer.attribute("address", listen.address);
  }
  if (listen.type == Listen::Type::socket && !listen.socket.empty() && !hidden)
    writer.attribute("socket", listen.socket);
}

const Struct& listen_struct() {
  using L = Listen;
  static const Struct made = declare<L, check_listen>({
      attribute("type", &L::type, listen_types).required(),
      attribute("address", &L::address).read_only(),
      attribute("network", &L::network).read_only(),
      attribute("socket", &L::socket).read_only(),
      irregular<L, nullptr, write_listen_parts>(""),
  });
  return made;
}

const Struct& channel_struct_of_spice() {
  static const Struct made = declare<G::Channel>({
      attribute("name", &G::Channel::name).required(),
      attribute("mode", &G::Channel::mode).required(),
  });
  return made;
}

/// With a password of no length nobody can connect; without one, everybody.
void read_password(G& graphics, Node element, Reader&) {
  if (const char* password = element.attribute("passwd")) {
    graphics.password = password;
    graphics.password_given = true;
  }
}

void write_password(const G& graphics, Writer& writer, const WriteOptions& options) {
  if (graphics.password_given && options.secure) writer.attribute("passwd", graphics.password);
}

Row<G> spice_rows() {
  return group<G>({
                      element("channel", &G::channels, channel_struct_of_spice),
                      element<G>("image", {attribute("compression", &G::image_compression).required()}),
                      element<G>("jpeg", {attribute("compression", &G::jpeg_compression).required()}),
                      element<G>("zlib", {attribute("compression", &G::zlib_compression).required()}),
                      element<G>("playback",
                                 {attribute("compression", &G::playback_compression, on_off).required()}),
                      element<G>("streaming", {attribute("mode", &G::streaming_mode).required()}),
                      element<G>("mouse", {attribute("mode", &G::mouse_mode).required()}),
                      element<G>("clipboard",
                                 {attribute("copypaste", &G::clipboard_copypaste, yes_no).required()}),
                      element<G>("filetransfer", {attribute("enable", &G::file_transfer, yes_no).required()}),
                  })
      .when(&G::type, T::spice);
}

}  // namespace

const Struct& graphics_struct() {
  static const Struct made = declare<G, finish>({
      attribute("type", &G::type, types).required(),
      irregular<G, read_ports, write_ports>("@port autoport tlsPort websocket socket")
          .when(&G::type, T::vnc, T::spice, T::rdp)
          .host(),
      group<G>({attribute("display", &G::display).host(), attribute("xauth", &G::xauth).host(),
                attribute("fullscreen", &G::fullscreen, yes_no).host()})
          .when(&G::type, T::sdl, T::desktop),
      attribute("replaceUser", &G::replace_user, yes_no).when(&G::type, T::rdp).host(),
      attribute("multiUser", &G::multi_user, yes_no).when(&G::type, T::rdp).host(),
      irregular<G, nullptr, write_listen_address>("@listen").when(&G::type, T::vnc, T::spice, T::rdp).host(),
      attribute("keymap", &G::keymap).when(&G::type, T::vnc, T::spice),
      attribute("sharePolicy", &G::share_policy, shares).when(&G::type, T::vnc).host(),
      attribute("powerControl", &G::power_control, yes_no).when(&G::type, T::vnc).host(),
      attribute("defaultMode", &G::default_mode).when(&G::type, T::spice).host(),
      group<G>({irregular<G, read_password, write_password>("@passwd").host(),
                attribute("passwdValidTo", &G::password_valid_to).secret().host(),
                attribute("connected", &G::connected, connects).host()})
          .when(&G::type, T::vnc, T::spice),
      group<G>({attribute("p2p", &G::dbus_p2p, yes_no), attribute("address", &G::dbus_address)})
          .when(&G::type, T::dbus),
      element("listen", &G::listens, listen_struct).when(&G::type, T::vnc, T::spice, T::rdp).host(),
      spice_rows(),
      element<G>("gl", {attribute("enable", &G::gl, yes_no), attribute("rendernode", &G::render_node)})
          .when(&G::type, T::spice, T::sdl, T::egl_headless, T::dbus)
          .host(),
      element<G>("audio", {attribute("id", &G::audio_id)}).when(&G::type, T::vnc, T::dbus).host(),
  });
  return made;
}

std::string_view name_of(Graphics::Type type) { return types.of(type); }

namespace {

using V = Video;
constexpr auto video_types =
    names(V::Type::default_, V::Type::ramfb, "default", "vga", "cirrus", "vmvga", "xen", "vbox", "qxl",
          "parallels", "virtio", "gop", "none", "bochs", "ramfb");

Row<V> memory(const char* name, unsigned V::*field) {
  return attribute(name, field).error(VIR_ERR_XML_ERROR, "cannot parse video memory '{}'");
}

}  // namespace

const Struct& video_struct() {
  static const Struct made = declare<V>({
      element<V>("driver", {include(&V::virtio, virtio_options_struct), attribute("name", &V::backend),
                            attribute("vgaconf", &V::vga_conf)}),
      element<V>(
          "model",
          {attribute("type", &V::type, video_types)
               .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown video model '{}'"),
           memory("ram", &V::ram), memory("vram", &V::vram), memory("vram64", &V::vram64),
           memory("vgamem", &V::vgamem),
           attribute("heads", &V::heads).error(VIR_ERR_INTERNAL_ERROR, "cannot parse video heads '{}'"),
           attribute("primary", &V::primary, yes_no), attribute("blob", &V::blob, on_off),
           element<V>("acceleration",
                      {attribute("accel3d", &V::accel3d, yes_no), attribute("accel2d", &V::accel2d, yes_no),
                       attribute("rendernode", &V::render_node)}),
           element<V>("resolution", {attribute("x", &V::width), attribute("y", &V::height)})}),
      include(&V::info, device_info_struct),
  });
  return made;
}

std::string_view name_of(Video::Type type) { return video_types.of(type); }

}  // namespace vireo::model
