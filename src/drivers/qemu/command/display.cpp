// SPDX-License-Identifier: LGPL-2.1-or-later
// What the user sees and hears, and what he types on: graphics, video, sound, input.
#include "base/error.hpp"
#include "drivers/qemu/command/args.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

namespace json = boost::json;
using model::Graphics;
using model::Input;
using model::Switch;
using model::Video;

std::string vnc_address(const Graphics& graphics) {
  if (graphics.listens.empty()) return fmt::format("127.0.0.1:{}", graphics.port - 5900);
  const model::Listen& listen = graphics.listens.front();
  switch (listen.type) {
    case model::Listen::Type::socket:
      return "vnc=unix:" + escape_comma(listen.socket);
    case model::Listen::Type::none:
      return "none";
    default: {
      std::string address = listen.address.empty() ? "127.0.0.1" : listen.address;
      if (address.find(':') != std::string::npos) address = "[" + address + "]";
      return fmt::format("{}:{}", address, graphics.port - 5900);
    }
  }
}

void add_vnc(Build& build, const Graphics& graphics) {
  std::string text = vnc_address(graphics);
  if (graphics.websocket) text += fmt::format(",websocket={}", graphics.websocket);
  if (graphics.share_policy == Graphics::Share::allow_exclusive) text += ",share=allow-exclusive";
  if (graphics.share_policy == Graphics::Share::force_shared) text += ",share=force-shared";
  if (graphics.share_policy == Graphics::Share::ignore) text += ",share=ignore";
  if (graphics.power_control != Switch::absent)
    text += fmt::format(",power-control={}", graphics.power_control == Switch::yes ? "on" : "off");
  if (graphics.password_given || !graphics.password.empty() || build.runtime.vnc_password)
    text += ",password=on";
  build.args.add("-vnc", text + ",audiodev=" + audio_id(build.domain, graphics.audio_id));
  if (!graphics.keymap.empty()) build.args.add("-k", graphics.keymap);
}

void put_outputs(json::object& device, const Video& video) {
  if (video.heads) device["max_outputs"] = video.heads;
}

void put_resolution(json::object& device, const Video& video) {
  if (!video.width || !video.height) return;
  device["xres"] = video.width;
  device["yres"] = video.height;
}

json::object video_device(const Video& video, const std::string& alias) {
  json::object device;
  switch (video.type) {
    case Video::Type::vga:
      device = {{"driver", video.primary ? "VGA" : "secondary-vga"}, {"id", alias}};
      if (video.vram) device["vgamem_mb"] = video.vram / 1024;
      break;
    case Video::Type::cirrus:
      device = {{"driver", "cirrus-vga"}, {"id", alias}};
      break;
    case Video::Type::vmvga:
      device = {{"driver", "vmware-svga"}, {"id", alias}};
      if (video.vram) device["vgamem_mb"] = video.vram / 1024;
      break;
    case Video::Type::virtio:
      device = {{"driver", video.primary ? "virtio-vga" : "virtio-gpu-pci"}, {"id", alias}};
      put_outputs(device, video);
      break;
    case Video::Type::bochs:
      device = {{"driver", "bochs-display"}, {"id", alias}};
      if (video.vram) device["vgamem"] = static_cast<std::uint64_t>(video.vram) * 1024;
      break;
    case Video::Type::ramfb:
      device = {{"driver", "ramfb"}, {"id", alias}};
      break;
    case Video::Type::qxl:
      device = {{"driver", video.primary ? "qxl-vga" : "qxl"}, {"id", alias}};
      put_outputs(device, video);
      device["ram_size"] = static_cast<std::uint64_t>(video.ram) * 1024;
      device["vram_size"] = static_cast<std::uint64_t>(video.vram) * 1024;
      device["vram64_size_mb"] = video.vram64 / 1024;
      device["vgamem_mb"] = video.vgamem / 1024;
      break;
    default:
      not_expressible(fmt::format("video type '{}'", model::name_of(video.type)));
  }
  return device;
}

json::object input_device(const Input& input) {
  std::string_view kind = input.type == Input::Type::mouse    ? "mouse"
                          : input.type == Input::Type::tablet ? "tablet"
                                                              : "keyboard";
  json::object device;
  if (input.bus == Input::Bus::usb) {
    device["driver"] = input.type == Input::Type::keyboard ? "usb-kbd" : fmt::format("usb-{}", kind);
    device["id"] = input.info.alias;
  } else {
    bool host = input.type == Input::Type::passthrough;
    int model = input.model == Input::Model::virtio_transitional       ? 1
                : input.model == Input::Model::virtio_non_transitional ? 2
                                                                       : 0;
    device["driver"] = virtio_name(host ? std::string("virtio-input-host") : fmt::format("virtio-{}", kind),
                                   input.info.address, model);
    put_virtio(device, input.virtio);
    device["id"] = input.info.alias;
    if (host) device["evdev"] = input.event_device;
  }
  return device;
}

std::string_view grab_toggle(Input::GrabToggle toggle) {
  using Toggle = Input::GrabToggle;
  switch (toggle) {
    case Toggle::alt_alt:
      return "alt-alt";
    case Toggle::shift_shift:
      return "shift-shift";
    case Toggle::meta_meta:
      return "meta-meta";
    case Toggle::scrolllock:
      return "scrolllock";
    case Toggle::ctrl_scrolllock:
      return "ctrl-scrolllock";
    default:
      return "ctrl-ctrl";
  }
}

std::string_view audio_driver(model::Audio::Type type) {
  using Type = model::Audio::Type;
  switch (type) {
    case Type::none:
      return "none";
    case Type::alsa:
      return "alsa";
    case Type::coreaudio:
      return "coreaudio";
    case Type::jack:
      return "jack";
    case Type::oss:
      return "oss";
    case Type::pulseaudio:
      return "pa";
    case Type::sdl:
      return "sdl";
    case Type::spice:
      return "spice";
    case Type::file:
      return "wav";
    case Type::dbus:
      return "dbus";
  }
  return "none";
}

void add_codecs(Build& build, const model::Sound& sound) {
  std::vector<std::string> codecs;
  for (const model::Sound::Codec& codec : sound.codecs)
    codecs.push_back(codec.type == "micro"    ? "hda-micro"
                     : codec.type == "output" ? "hda-output"
                                              : "hda-duplex");
  if (codecs.empty()) codecs.emplace_back("hda-duplex");
  for (std::size_t i = 0; i < codecs.size(); ++i)
    build.args.add_json("-device", json::object{{"driver", codecs[i]},
                                                {"id", fmt::format("{}-codec{}", sound.info.alias, i)},
                                                {"bus", sound.info.alias + ".0"},
                                                {"cad", i},
                                                {"audiodev", audio_id(build.domain, sound.audio_id)}});
}

}  // namespace

std::string audio_id(const model::Domain& domain, const std::optional<unsigned>& id) {
  if (id) return fmt::format("audio{}", *id);
  return fmt::format("audio{}", domain.audios.empty() ? 1 : domain.audios.front().id);
}

void add_audio(Build& build) {
  if (build.domain.audios.empty())
    build.args.add_json("-audiodev", json::object{{"id", "audio1"}, {"driver", "none"}});
  for (const model::Audio& audio : build.domain.audios) {
    json::object backend{{"id", audio_id(build.domain, audio.id)}, {"driver", audio_driver(audio.type)}};
    if (!audio.path.empty()) backend["path"] = audio.path;
    build.args.add_json("-audiodev", backend);
  }
}

void add_graphics(Build& build) {
  if (build.domain.graphics.empty()) return;
  for (const Graphics& graphics : build.domain.graphics) {
    switch (graphics.type) {
      case Graphics::Type::vnc:
        add_vnc(build, graphics);
        break;
      case Graphics::Type::sdl:
        if (graphics.fullscreen == Switch::yes) build.args.add("-full-screen");
        build.args.add("-display", graphics.gl == Switch::absent ? std::string("sdl")
                                   : graphics.gl == Switch::yes  ? std::string("sdl,gl=on")
                                                                 : std::string("sdl,gl=off"));
        break;
      case Graphics::Type::egl_headless:
        build.args.add("-display",
                       "egl-headless" + (graphics.render_node.empty()
                                             ? std::string()
                                             : ",rendernode=" + escape_comma(graphics.render_node)));
        break;
      default:
        not_expressible(fmt::format("graphics type '{}'", model::name_of(graphics.type)));
    }
  }
}

void add_video(Build& build) {
  for (const Video& video : build.domain.videos) {
    if (video.type == Video::Type::none) continue;
    json::object device = video_device(video, video.info.alias);
    put_resolution(device, video);
    if (video.type == Video::Type::virtio) put_virtio(device, video.virtio);
    put_address(device, build.domain, video.info.address);
    build.args.add_json("-device", device);
  }
}

void add_sound(Build& build) {
  using Model = model::Sound::Model;
  for (const model::Sound& sound : build.domain.sounds) {
    std::string_view driver;
    switch (sound.model) {
      case Model::sb16:
        driver = "sb16";
        break;
      case Model::es1370:
        driver = "ES1370";
        break;
      case Model::ac97:
        driver = "AC97";
        break;
      case Model::ich6:
      case Model::absent:
        driver = "intel-hda";
        break;
      case Model::ich9:
        driver = "ich9-intel-hda";
        break;
      case Model::usb:
        driver = "usb-audio";
        break;
      default:
        not_expressible("this sound model");
    }
    bool hda = driver == "intel-hda" || driver == "ich9-intel-hda";
    json::object device{{"driver", driver}, {"id", sound.info.alias}};
    if (!hda) device["audiodev"] = audio_id(build.domain, sound.audio_id);
    put_switch(device, "multi", sound.multichannel);
    put_address(device, build.domain, sound.info.address);
    build.args.add_json("-device", device);
    if (hda) add_codecs(build, sound);
  }
}

void add_inputs(Build& build) {
  for (const Input& input : build.domain.inputs) {
    if (input.type == Input::Type::evdev) {
      json::object object{
          {"qom-type", "input-linux"}, {"id", input.info.alias}, {"evdev", input.event_device}};
      if (input.repeat == Switch::yes) object["repeat"] = true;
      if (input.grab_all == Switch::yes) object["grab_all"] = true;
      if (input.grab_toggle != Input::GrabToggle::absent)
        object["grab-toggle"] = grab_toggle(input.grab_toggle);
      build.args.add_json("-object", object);
      continue;
    }
    if (input.bus == Input::Bus::ps2 || input.bus == Input::Bus::absent) continue;  // part of the machine
    if (input.bus != Input::Bus::usb && input.bus != Input::Bus::virtio)
      not_expressible("this input device's bus");
    json::object device = input_device(input);
    put_address(device, build.domain, input.info.address);
    build.args.add_json("-device", device);
  }
}

}  // namespace vireo::qemu
