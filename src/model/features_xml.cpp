// SPDX-License-Identifier: LGPL-2.1-or-later
// <features>.
#include "model/platform.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

/// <name state='on'/>; without the attribute the element means on.
template <class C>
Row<C> state(const char* name, Switch C::*field) {
  return element<C>(name, {attribute("state", field, on_off).if_missing("on")});
}

/// <name value='…'/>
Row<Features> named_value(const char* name, std::string Features::*field) {
  return element<Features>(name, {attribute("value", field)});
}

const Struct& hyperv_struct() {
  using H = HypervFeatures;
  static constexpr auto modes = names(H::Mode::custom, H::Mode::passthrough, "custom", "passthrough");
  static const Struct made = declare<H>({
      attribute("mode", &H::mode, modes),
      state("relaxed", &H::relaxed),
      state("vapic", &H::vapic),
      element<H>("spinlocks", {attribute("state", &H::spinlocks, on_off).if_missing("on"),
                               attribute("retries", &H::spinlock_retries)}),
      state("vpindex", &H::vpindex),
      state("runtime", &H::runtime),
      state("synic", &H::synic),
      element<H>("stimer", {attribute("state", &H::stimer, on_off).if_missing("on"),
                            state("direct", &H::stimer_direct)}),
      state("reset", &H::reset),
      element<H>("vendor_id", {attribute("state", &H::vendor_id, on_off).if_missing("on"),
                               attribute("value", &H::vendor_id_value)}),
      state("frequencies", &H::frequencies),
      state("reenlightenment", &H::reenlightenment),
      state("tlbflush", &H::tlbflush),
      state("ipi", &H::ipi),
      state("evmcs", &H::evmcs),
      state("avic", &H::avic),
  });
  return made;
}

const Struct& kvm_struct() {
  using K = KvmFeatures;
  static const Struct made = declare<K>({
      state("hidden", &K::hidden),
      state("hint-dedicated", &K::hint_dedicated),
      state("poll-control", &K::poll_control),
      state("pv-ipi", &K::pv_ipi),
      element<K>("dirty-ring", {attribute("state", &K::dirty_ring, on_off).if_missing("on"),
                                attribute("size", &K::dirty_ring_size)}),
  });
  return made;
}

const Struct& xen_struct() {
  using X = XenFeatures;
  static const Struct made = declare<X>({
      state("e820_host", &X::e820_host),
      element<X>("passthrough", {attribute("state", &X::passthrough, on_off).if_missing("on"),
                                 attribute("mode", &X::passthrough_mode)}),
  });
  return made;
}

void finish(Features& features, Node, Reader&) {
  if (features.hyperv && features.hyperv->mode == HypervFeatures::Mode::absent)
    features.hyperv->mode = HypervFeatures::Mode::custom;
}

}  // namespace

const Struct& features_struct() {
  using F = Features;
  static const Struct made = declare<F, finish>({
      present("acpi", &F::acpi),
      element_if("apic", &F::apic, {attribute("eoi", &F::apic_eoi, on_off)}),
      present("pae", &F::pae),
      state("hap", &F::hap),
      present("viridian", &F::viridian),
      present("privnet", &F::privnet),
      element("hyperv", &F::hyperv, hyperv_struct),
      element("kvm", &F::kvm, kvm_struct),
      element("xen", &F::xen, xen_struct),
      state("pvspinlock", &F::pvspinlock),
      state("pmu", &F::pmu),
      state("vmport", &F::vmport),
      element_if("gic", &F::gic, {attribute("version", &F::gic_version)}),
      element<F>("smm", {attribute("state", &F::smm, on_off).if_missing("on"),
                         element_if("tseg", &F::smm_tseg_given,
                                    {scaled("", &F::smm_tseg, 1 << 20, "MiB", 1 << 20).always()})}),
      element<F>("ioapic", {attribute("driver", &F::ioapic)}),
      state("vmcoreinfo", &F::vmcoreinfo),
      state("htm", &F::htm),
      element<F>("msrs", {attribute("unknown", &F::msrs_unknown)}),
      state("ccf-assist", &F::ccf_assist),
      named_value("cfpc", &F::cfpc),
      named_value("sbbc", &F::sbbc),
      named_value("ibs", &F::ibs),
      element_if("tcg", &F::tcg, {kib("tb-cache", &F::tcg_cache)}),
  });
  return made;
}

}  // namespace vireo::model
