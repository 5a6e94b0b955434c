// SPDX-License-Identifier: LGPL-2.1-or-later
// <audio>: the host's end of the guest's sound.
#include "model/devices.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using A = Audio;
using T = Audio::Type;
using S = Audio::Stream;

constexpr auto types = names(T::none, T::dbus, "none", "alsa", "coreaudio", "jack", "oss", "pulseaudio",
                             "sdl", "spice", "file", "dbus");

/// Attributes of every type; those of one type only are simply empty for the others.
const Struct& stream_struct() {
  static const Struct made = declare<S>({
      attribute("mixingEngine", &S::mixing_engine, yes_no),
      attribute("fixedSettings", &S::fixed_settings, yes_no),
      attribute("voices", &S::voices),
      attribute("bufferLength", &S::buffer_length),
      attribute("dev", &S::device),
      attribute("bufferCount", &S::buffer_count),
      attribute("tryPoll", &S::try_poll, yes_no),
      attribute("serverName", &S::server_name),
      attribute("clientName", &S::client_name),
      attribute("connectPorts", &S::connect_ports),
      attribute("exactName", &S::exact_name, yes_no),
      attribute("name", &S::name),
      attribute("streamName", &S::stream_name),
      attribute("latency", &S::latency),
      element<S>("settings", {attribute("frequency", &S::frequency), attribute("channels", &S::channels),
                              attribute("format", &S::format)}),
  });
  return made;
}

}  // namespace

const Struct& audio_struct() {
  static const Struct made = declare<A>({
      attribute("id", &A::id).required().nonzero(),
      attribute("type", &A::type, types).required(),
      attribute("timerPeriod", &A::timer_period),
      attribute("tryMMap", &A::try_mmap, yes_no).when(&A::type, T::oss),
      attribute("exclusive", &A::exclusive, yes_no).when(&A::type, T::oss),
      attribute("dspPolicy", &A::dsp_policy).when(&A::type, T::oss),
      attribute("serverName", &A::server_name).when(&A::type, T::pulseaudio),
      attribute("driver", &A::driver).when(&A::type, T::sdl),
      attribute("path", &A::path).when(&A::type, T::file),
      element("input", &A::input, stream_struct),
      element("output", &A::output, stream_struct),
  });
  return made;
}

}  // namespace vireo::model
