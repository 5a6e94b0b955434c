// SPDX-License-Identifier: LGPL-2.1-or-later
// <domain>: the root's declaration.
#include <algorithm>

#include "model/domain_xml.hpp"
#include "model/words.hpp"
#include "xml/foreign.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using D = Domain;

constexpr auto domain_types =
    names(DomainType::none, DomainType::hvf, "none", "qemu", "kqemu", "kvm", "xen", "lxc", "uml", "openvz",
          "test", "vmware", "hyperv", "vbox", "phyp", "parallels", "bhyve", "vz", "hvf");
constexpr auto actions =
    names(LifecycleAction::destroy, LifecycleAction::coredump_restart, "destroy", "restart", "rename-restart",
          "preserve", "coredump-destroy", "coredump-restart");
constexpr auto soft_actions = names(LifecycleAction::destroy, LifecycleAction::preserve, "destroy", "restart",
                                    "rename-restart", "preserve");
constexpr auto lock_actions =
    names(LockFailureAction::poweroff, LockFailureAction::ignore, "poweroff", "restart", "pause", "ignore");
constexpr auto placements = names(Vcpus::Placement::static_, Vcpus::Placement::auto_, "static", "auto");
constexpr const char* qemu_namespace = "http://libvirt.org/schemas/domain/qemu/1.0";

void read_id(D& domain, Node element, Reader& reader) {
  const char* text = element.attribute("id");
  if (text == nullptr || reader.options().inactive) return;
  static const Item item = attribute("id", &D::id);
  if (!int_codec.parse(&domain.id, text, item))
    reader.fail(VIR_ERR_XML_ERROR, element, fmt::format("invalid id '{}'", text));
}

void write_id(const D& domain, Writer& writer, const WriteOptions& options) {
  if (domain.id >= 0 && !options.inactive) writer.attribute("id", std::to_string(domain.id));
}

void write_namespaces(const D& domain, Writer& writer, const WriteOptions&) {
  if (domain.qemu_command_line) writer.attribute("xmlns:qemu", qemu_namespace);
}

void read_metadata(D& domain, Node element, Reader&) {
  if (domain.metadata.xml.empty()) domain.metadata.xml = keep_foreign(element);
}

void write_metadata(const D& domain, Writer& writer, const WriteOptions&) {
  if (!domain.metadata.xml.empty()) write_foreign(domain.metadata.xml, writer);
}

/// <genid/> asks for one to be made at start.
void read_genid(D& domain, Node element, Reader& reader) {
  const std::string text = element.text();
  const auto uuid = Uuid::parse(text);
  if (!text.empty() && !uuid)
    reader.fail(VIR_ERR_XML_ERROR, element, fmt::format("malformed genid element '{}'", text));
  domain.genid = uuid ? uuid->to_string() : "";
}

void write_genid(const D& domain, Writer& writer, const WriteOptions&) {
  if (!domain.genid) return;
  writer.begin("genid");
  if (!domain.genid->empty()) writer.text(*domain.genid);
  writer.end("genid");
}

template <std::size_t size>
struct Name {
  constexpr Name(const char (&text)[size]) { std::copy_n(text, size, chars); }
  char chars[size];
};

void read_kept(D& domain, Node element, Reader&) {
  domain.kept.push_back({element.name(), {keep_whole(element)}});
}

template <Name name>
void write_kept(const D& domain, Writer& writer, const WriteOptions&) {
  for (const KeptElement& element : domain.kept)
    if (element.name == name.chars) write_whole(element.whole.xml, writer);
}

/// An element of which only the whole is known.
template <Name name>
Row<D> kept() {
  static constexpr auto text = name;
  return irregular<D, read_kept, write_kept<name>>(text.chars);
}

Row<D> vcpu_row() {
  return element<D>("vcpu", {attribute("placement", in(&D::vcpus, &Vcpus::placement), placements).host(),
                             attribute("cpuset", in(&D::vcpus, &Vcpus::cpuset)).as(cpuset_codec).host(),
                             attribute("current", in(&D::vcpus, &Vcpus::current))
                                 .error(VIR_ERR_XML_ERROR, "current vcpus count must be an integer"),
                             text(in(&D::vcpus, &Vcpus::maximum))
                                 .error(VIR_ERR_XML_ERROR, "maximum vcpus count must be an integer")});
}

const Struct& memory_backing_struct() {
  using M = MemoryBacking;
  static constexpr auto sources = names(M::Source::file, M::Source::memfd, "file", "anonymous", "memfd");
  static constexpr auto accesses = names(M::Access::shared, M::Access::private_, "shared", "private");
  static constexpr auto allocations =
      names(M::Allocation::immediate, M::Allocation::ondemand, "immediate", "ondemand");
  static const Struct made = declare<M>({
      element_if("hugepages", &M::hugepages,
                 {element("page", &M::pages,
                          {scaled("size", &M::Page::size, 1024, "KiB", 1024).required().host(),
                           attribute("nodeset", &M::Page::nodeset).as(cpuset_codec).host()})}),
      present("nosharepages", &M::nosharepages).host(),
      present("locked", &M::locked).host(),
      element<M>("source", {attribute("type", &M::source, sources)
                                .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown memoryBacking/source/type '{}'")
                                .host()}),
      element<M>("access", {attribute("mode", &M::access, accesses).host()}),
      element<M>("allocation", {attribute("mode", &M::allocation, allocations).host(),
                                attribute("threads", &M::allocation_threads).host()}),
      present("discard", &M::discard).host(),
  });
  return made;
}

const Struct& memory_tune_struct() {
  using M = MemoryTune;
  static const Struct made = declare<M>({
      kib("hard_limit", &M::hard_limit).host(),
      kib("soft_limit", &M::soft_limit).host(),
      kib("min_guarantee", &M::min_guarantee).host(),
      kib("swap_hard_limit", &M::swap_hard_limit).host(),
  });
  return made;
}

Row<D> devices_row() {
  return element<D>("devices",
                    {
                        value("emulator", &D::emulator).host(),
                        element("disk", &D::disks, disk_struct),
                        element("controller", &D::controllers, controller_struct),
                        kept<"lease">(),
                        kept<"filesystem">(),
                        element("interface", &D::interfaces, interface_struct),
                        kept<"smartcard">(),
                        element("serial", &D::serials, serial_struct),
                        element("parallel", &D::parallels, parallel_struct),
                        element("console", &D::consoles, console_struct),
                        element("channel", &D::channels, channel_struct),
                        element("input", &D::inputs, input_struct),
                        element("tpm", &D::tpms, tpm_struct),
                        element("graphics", &D::graphics, graphics_struct),
                        element("sound", &D::sounds, sound_struct),
                        element("audio", &D::audios, audio_struct).host(),
                        element("video", &D::videos, video_struct),
                        kept<"hostdev">(),
                        element("redirdev", &D::redirected_devices, redirected_device_struct).spread(),
                        kept<"redirfilter">(),
                        element("hub", &D::hubs, hub_struct),
                        element("watchdog", &D::watchdogs, watchdog_struct),
                        element("memballoon", &D::memory_balloon, memory_balloon_struct),
                        element("rng", &D::rngs, rng_struct),
                        kept<"nvram">(),
                        element("panic", &D::panics, panic_struct),
                        kept<"shmem">(),
                        kept<"memory">(),
                        kept<"iommu">(),
                        element("vsock", &D::vsock, vsock_struct),
                    })
      .spread();
}

Row<D> qemu_row() {
  using Q = QemuCommandLine;
  return element("qemu:commandline", &D::qemu_command_line,
                 {element("qemu:arg", &Q::arguments, {attribute("value", self<std::string>).required()})
                      .of_namespace(qemu_namespace),
                  element("qemu:env", &Q::environment,
                          {attribute("name", &Q::Variable::name).required(),
                           attribute("value", &Q::Variable::value)})
                      .of_namespace(qemu_namespace)})
      .of_namespace(qemu_namespace);
}

/// Of what stands once, a second would be dropped in silence.
void check_domain(D& domain, Node element, Reader& reader) {
  const auto many = [devices = element.child("devices").raw()](const char* name) {
    return static_cast<bool>(devices.child(name).next_sibling(name));
  };
  if (many("memballoon"))
    reader.fail(VIR_ERR_INTERNAL_ERROR, element, "only a single memory balloon device is supported");
  if (many("vsock")) reader.fail(VIR_ERR_XML_ERROR, element, "only a single vsock device is supported");
  const Node vcpu = element.child("vcpu");
  if (vcpu && domain.vcpus.maximum == 0 && !vcpu.text().empty())
    reader.fail(VIR_ERR_INTERNAL_ERROR, vcpu, "the <vcpu> count must not be 0");
}

}  // namespace

const Struct& domain_struct() {
  static const Struct made = declare<D, check_domain>({
      attribute("type", &D::type, domain_types)
          .required()
          .error(VIR_ERR_CONFIG_UNSUPPORTED, "invalid domain type {}"),
      irregular<D, read_id, write_id>("@id").host(),
      irregular<D, nullptr, write_namespaces>("").host(),
      value("name", &D::name),
      element<D>("uuid", {text(&D::uuid).error(VIR_ERR_INTERNAL_ERROR, "malformed uuid element")}),
      irregular<D, read_genid, write_genid>("genid"),
      value("title", &D::title).host(),
      value("description", &D::description).host(),
      irregular<D, read_metadata, write_metadata>("metadata").host(),
      element<D>("maxMemory",
                 {attribute("slots", &D::memory_slots), scaled("", &D::max_memory, 1024, "KiB", 1024)}),
      element<D>("memory", {attribute("dumpCore", &D::dump_core, on_off).host(),
                            scaled("", &D::memory, 1024, "KiB", 1024).always()}),
      element<D>("currentMemory", {scaled("", &D::current_memory, 1024, "KiB", 1024).always()}),
      kept<"blkiotune">(),
      element("memtune", &D::memory_tune, memory_tune_struct).host(),
      element("memoryBacking", &D::memory_backing, memory_backing_struct),
      vcpu_row(),
      element<D>("vcpus", {element("vcpu", &D::vcpu_states, vcpu_state_struct)}),
      value("iothreads", &D::iothreads).host(),
      element<D>("iothreadids", {element("iothread", &D::iothread_ids, iothread_struct)}),
      element("cputune", &D::cpu_tune, cpu_tune_struct),
      element("numatune", &D::numa_tune, numa_tune_struct),
      element<D>("resource", {value("partition", &D::resource_partition).host()}),
      kept<"sysinfo">(),
      element_if("bootloader", &D::bootloader_given, {text(&D::bootloader)}),
      value("bootloader_args", &D::bootloader_args),
      element("os", &D::os, os_struct),
      kept<"idmap">(),
      element("features", &D::features, features_struct),
      element("cpu", &D::cpu, cpu_struct),
      element("clock", &D::clock, clock_struct),
      element<D>("on_poweroff", {text(&D::on_poweroff, soft_actions)
                                     .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown on_poweroff action: {}")}),
      element<D>("on_reboot", {text(&D::on_reboot, soft_actions)
                                   .error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown on_reboot action: {}")}),
      element<D>(
          "on_crash",
          {text(&D::on_crash, actions).error(VIR_ERR_CONFIG_UNSUPPORTED, "unknown on_crash action: {}")}),
      value("on_lockfailure", &D::on_lockfailure, lock_actions).host(),
      element<D>("pm",
                 {element<D>("suspend-to-mem",
                             {attribute("enabled", in(&D::pm, &PowerManagement::suspend_to_memory), yes_no)}),
                  element<D>("suspend-to-disk",
                             {attribute("enabled", in(&D::pm, &PowerManagement::suspend_to_disk), yes_no)})}),
      kept<"perf">(),
      devices_row(),
      element("seclabel", &D::security_labels, domain_label_struct).host(),
      kept<"keywrap">(),
      kept<"launchSecurity">(),
      qemu_row(),
  });
  return made;
}

std::string_view name_of(DomainType type) { return domain_types.of(type); }
std::string_view name_of(LifecycleAction action) { return actions.of(action); }

}  // namespace vireo::model
