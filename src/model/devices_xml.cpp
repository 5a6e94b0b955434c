// SPDX-License-Identifier: LGPL-2.1-or-later
// Controllers, input and the smaller devices.
#include "model/devices.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using C = Controller;
using CT = Controller::Type;

constexpr auto controller_types = names(CT::ide, CT::isa, "ide", "fdc", "scsi", "sata", "virtio-serial",
                                        "ccid", "usb", "pci", "xenbus", "isa");

template <class E>
inline constexpr auto virtio_kinds = names(E::virtio, E::virtio_non_transitional, "virtio",
                                           "virtio-transitional", "virtio-non-transitional");

void check_input(Input&, Node element, Reader& reader) {
  if (element.attribute("type") == nullptr)
    reader.fail(VIR_ERR_INTERNAL_ERROR, element, "missing input device type");
}

int backends_in(Node element) {
  int count = 0;
  for (auto child = element.raw().child("backend"); child; child = child.next_sibling("backend")) ++count;
  return count;
}

void check_rng(Rng&, Node element, Reader& reader) {
  if (backends_in(element) != 1) reader.fail(VIR_ERR_XML_ERROR, element, "only one RNG backend is supported");
}

void check_tpm(Tpm&, Node element, Reader& reader) {
  const int backends = backends_in(element);
  if (backends == 0) reader.fail(VIR_ERR_XML_ERROR, element, "missing TPM device backend");
  if (backends > 1) reader.fail(VIR_ERR_XML_ERROR, element, "only one TPM backend is supported");
}

}  // namespace

const Struct& controller_struct() {
  static const Struct made = declare<C>({
      attribute("type", &C::type, controller_types),
      attribute("index", &C::index),
      attribute("model", &C::model),
      attribute("ports", &C::ports).when(&C::type, CT::virtio_serial, CT::usb),
      attribute("vectors", &C::vectors).when(&C::type, CT::virtio_serial),
      group<C>({attribute("maxGrantFrames", &C::max_grant_frames),
                attribute("maxEventChannels", &C::max_event_channels)})
          .when(&C::type, CT::xenbus),
      element<C>("driver",
                 {attribute("queues", &C::queues), attribute("cmd_per_lun", &C::cmd_per_lun),
                  attribute("max_sectors", &C::max_sectors), attribute("ioeventfd", &C::ioeventfd, on_off),
                  attribute("iothread", &C::iothread), include(&C::virtio, virtio_options_struct)}),
      group<C>({element<C>("model", {attribute("name", &C::pci_model_name)}),
                element<C>("target",
                           {attribute("chassisNr", &C::chassis_nr).any_base(),
                            attribute("chassis", &C::chassis).any_base(), attribute("port", &C::port).hex(1),
                            attribute("busNr", &C::bus_nr).any_base(),
                            attribute("index", &C::target_index).any_base(),
                            attribute("hotplug", &C::hotplug, on_off), value("node", &C::numa_node)}),
                element_if<C>("pcihole64", &C::pci_hole64_given,
                              {scaled("", &C::pci_hole64, 1024, "KiB", 1024).always()})})
          .when(&C::type, CT::pci),
      include(&C::info, alias_struct),
      element<C>("master", {attribute("startport", &C::usb_master_port)}).when(&C::type, CT::usb),
      include(&C::info, placement_struct),
  });
  return made;
}

std::string_view name_of(Controller::Type type) { return controller_types.of(type); }

const Struct& input_struct() {
  using I = Input;
  using T = I::Type;
  static constexpr auto types =
      names(T::mouse, T::evdev, "mouse", "tablet", "keyboard", "passthrough", "evdev");
  static constexpr auto buses =
      names(I::Bus::ps2, I::Bus::none, "ps2", "usb", "xen", "parallels", "virtio", "none");
  static constexpr auto models = virtio_kinds<I::Model>;
  static constexpr auto all = names(Switch::yes, Switch::yes, "all");
  static constexpr auto toggles =
      names(I::GrabToggle::ctrl_ctrl, I::GrabToggle::ctrl_scrolllock, "ctrl-ctrl", "alt-alt", "shift-shift",
            "meta-meta", "scrolllock", "ctrl-scrolllock");
  static const Struct made = declare<I, check_input>({
      attribute("type", &I::type, types).error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown input device type '{}'"),
      attribute("bus", &I::bus, buses).error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown input bus type '{}'"),
      attribute("model", &I::model, models),
      element<I>("driver", {include(&I::virtio, virtio_options_struct)}),
      element<I>("source", {attribute("evdev", &I::event_device).when(&I::type, T::passthrough),
                            attribute("dev", &I::event_device).when(&I::type, T::evdev),
                            attribute("grab", &I::grab_all, all).when(&I::type, T::evdev),
                            attribute("grabToggle", &I::grab_toggle, toggles).when(&I::type, T::evdev),
                            attribute("repeat", &I::repeat, on_off).when(&I::type, T::evdev)})
          .host(),
      include(&I::info, device_info_struct),
  });
  return made;
}

const Struct& sound_struct() {
  using S = Sound;
  static constexpr auto models =
      names(S::Model::sb16, S::Model::ich7, "sb16", "es1370", "pcspk", "ac97", "ich6", "ich9", "usb", "ich7");
  static const Struct made = declare<S>({
      attribute("model", &S::model, models).required(),
      attribute("multichannel", &S::multichannel, yes_no).when(&S::model, S::Model::usb),
      element("codec", &S::codecs, {attribute("type", &S::Codec::type)}),
      element<S>("audio", {attribute("id", &S::audio_id)}).host(),
      include(&S::info, device_info_struct),
  });
  return made;
}

const Struct& watchdog_struct() {
  using W = Watchdog;
  static constexpr auto models =
      names(W::Model::i6300esb, W::Model::itco, "i6300esb", "ib700", "diag288", "itco");
  static constexpr auto actions = names(W::Action::reset, W::Action::inject_nmi, "reset", "shutdown",
                                        "poweroff", "pause", "none", "dump", "inject-nmi");
  static const Struct made = declare<W>({
      attribute("model", &W::model, models)
          .required()
          .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown watchdog model '{}'"),
      attribute("action", &W::action, actions),
      include(&W::info, device_info_struct),
  });
  return made;
}

const Struct& memory_balloon_struct() {
  using M = MemoryBalloon;
  static constexpr auto models = names(M::Model::virtio, M::Model::virtio_non_transitional, "virtio", "xen",
                                       "none", "virtio-transitional", "virtio-non-transitional");
  static const Struct made = declare<M>({
      attribute("model", &M::model, models).required(),
      attribute("autodeflate", &M::auto_deflate, on_off),
      attribute("freePageReporting", &M::free_page_reporting, on_off),
      element<M>("stats", {attribute("period", &M::stats_period).host()}),
      include(&M::info, device_info_struct),
      element<M>("driver", {include(&M::virtio, virtio_options_struct)}),
  });
  return made;
}

const Struct& rng_struct() {
  using R = Rng;
  static constexpr auto models = virtio_kinds<R::Model>;
  static constexpr auto backends = names(R::Backend::random, R::Backend::builtin, "random", "egd", "builtin");
  static const Struct made = declare<R, check_rng>({
      attribute("model", &R::model, models)
          .required()
          .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown RNG model '{}'"),
      element<R>("rate", {attribute("bytes", &R::rate_bytes).required().host(),
                          attribute("period", &R::rate_period).host()}),
      element<R>("backend", {attribute("model", &R::backend, backends).required().host(),
                             text(&R::device).when(&R::backend, R::Backend::random).host(),
                             group<R>({char_type_attribute<R>(), include(&R::source, char_source_struct)})
                                 .when(&R::backend, R::Backend::egd)}),
      element<R>("driver", {include(&R::virtio, virtio_options_struct)}),
      include(&R::info, device_info_struct),
  });
  return made;
}

const Struct& tpm_struct() {
  using T = Tpm;
  using B = T::Backend;
  static constexpr auto models =
      names(T::Model::tis, T::Model::spapr_proxy, "tpm-tis", "tpm-crb", "tpm-spapr", "spapr-tpm-proxy");
  static constexpr auto backends = names(B::passthrough, B::emulator, "passthrough", "emulator");
  static constexpr auto versions = names(T::Version::v1_2, T::Version::v2_0, "1.2", "2.0");
  static const Struct made = declare<T, check_tpm>({
      attribute("model", &T::model, models),
      element<T>(
          "backend",
          {
              attribute("type", &T::backend, backends).required().host(),
              element<T>("device", {attribute("path", &T::device).host()}).when(&T::backend, B::passthrough),
              group<T>({attribute("version", &T::version, versions),
                        attribute("persistent_state", &T::persistent_state, yes_no).host(),
                        element<T>("encryption", {attribute("secret", &T::secret).host()}),
                        element<T>("active_pcr_banks",
                                   {present("sha1", &T::sha1), present("sha256", &T::sha256),
                                    present("sha384", &T::sha384), present("sha512", &T::sha512)})})
                  .when(&T::backend, B::emulator),
          }),
      include(&T::info, device_info_struct),
  });
  return made;
}

const Struct& panic_struct() {
  using P = Panic;
  static constexpr auto models =
      names(P::Model::isa, P::Model::pvpanic, "isa", "pseries", "hyperv", "s390", "pvpanic");
  static const Struct made = declare<P>({
      attribute("model", &P::model, models),
      include(&P::info, device_info_struct),
  });
  return made;
}

const Struct& hub_struct() {
  static constexpr auto types = names(Hub::Type::usb, Hub::Type::usb, "usb");
  static const Struct made = declare<Hub>({
      attribute("type", &Hub::type, types).required(),
      include(&Hub::info, device_info_struct),
  });
  return made;
}

const Struct& vsock_struct() {
  using V = Vsock;
  static constexpr auto models = virtio_kinds<V::Model>;
  static const Struct made = declare<V>({
      attribute("model", &V::model, models),
      element<V>("cid", {attribute("auto", &V::auto_cid, yes_no), attribute("address", &V::cid)}),
      element<V>("driver", {include(&V::virtio, virtio_options_struct)}),
      include(&V::info, device_info_struct),
  });
  return made;
}

}  // namespace vireo::model
