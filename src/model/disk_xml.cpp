// SPDX-License-Identifier: LGPL-2.1-or-later
// Storage sources, backing chains and disks.
#include "model/disk_words.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using S = StorageSource;
using ST = StorageSource::Type;

constexpr auto storage_types =
    names(ST::file, ST::vhost_user, "file", "block", "dir", "network", "volume", "nvme", "vhostuser");
constexpr auto pool_modes = names(S::PoolMode::host, S::PoolMode::direct, "host", "direct");
constexpr auto startup_policies =
    names(S::Startup::mandatory, S::Startup::optional, "mandatory", "requisite", "optional");

}  // namespace

const Struct& secret_ref_struct() {
  static const Struct made = declare<SecretRef>({
      attribute("type", &SecretRef::type),
      attribute("uuid", &SecretRef::uuid).error(VIR_ERR_XML_ERROR, "invalid secret uuid '{}'"),
      attribute("usage", &SecretRef::usage),
  });
  return made;
}

namespace {

const Struct& auth_struct() {
  static const Struct made = declare<StorageAuth>({
      attribute("username", &StorageAuth::username).host(),
      element("secret", &StorageAuth::secret, secret_ref_struct).host(),
  });
  return made;
}

}  // namespace

const Struct& encryption_struct() {
  static const Struct made = declare<Encryption>({
      attribute("format", &Encryption::format).required().host(),
      attribute("engine", &Encryption::engine).host(),
      element("secret", &Encryption::secrets, secret_ref_struct).host(),
  });
  return made;
}

namespace {

const Struct& host_struct() {
  static const Struct made = declare<StorageHost>({
      attribute("name", &StorageHost::name),
      attribute("port", &StorageHost::port),
      attribute("transport", &StorageHost::transport),
      attribute("socket", &StorageHost::socket),
  });
  return made;
}

}  // namespace

namespace {

const Struct& source_attributes_struct() {
  static const Struct made = declare<S>({
      attribute("file", &S::path).when(&S::type, ST::file),
      attribute("dev", &S::path).when(&S::type, ST::block),
      attribute("dir", &S::path).when(&S::type, ST::dir),
      group<S>({attribute("protocol", &S::protocol).required(), attribute("name", &S::path),
                attribute("query", &S::query), attribute("tls", &S::tls, yes_no),
                attribute("tlsHostname", &S::tls_hostname)})
          .when(&S::type, ST::network),
      group<S>({attribute("pool", &S::pool), attribute("volume", &S::volume),
                attribute("mode", &S::pool_mode, pool_modes)})
          .when(&S::type, ST::volume),
      attribute("startupPolicy", &S::startup_policy, startup_policies),
  });
  return made;
}

const Struct& source_content_struct() {
  static const Struct made = declare<S>({
      group<S>({element("host", &S::hosts, host_struct),
                element<S>("snapshot", {attribute("name", &S::snapshot)}),
                element<S>("config", {attribute("file", &S::config_file)})})
          .when(&S::type, ST::network),
      element("seclabel", &S::labels, source_label_struct),
      element("auth", &S::auth, auth_struct),
      element("encryption", &S::encryption, encryption_struct),
      element<S>("reservations", {attribute("managed", &S::reservations_managed, yes_no)}),
  });
  return made;
}

/// Of a disk: with its number in the chain, which backing stores have a level higher.
const Struct& disk_source_struct() {
  static const Struct made = declare<S>({
      include(self<S>, source_attributes_struct),
      attribute("index", &S::index).live(),
      include(self<S>, source_content_struct),
  });
  return made;
}

}  // namespace

/// Attributes and content of <source>; its type stands in the element above.
const Struct& storage_source_struct() {
  static const Struct made = declare<S>({
      include(self<S>, source_attributes_struct),
      include(self<S>, source_content_struct),
  });
  return made;
}

namespace {

/// <metadata_cache><max_size unit='bytes'>…
template <class C>
Row<C> metadata_cache(std::uint64_t C::*size) {
  return element<C>("metadata_cache", {element<C>("max_size", {scaled("", size, 1, "bytes", 1)})});
}

const Struct& backing_store_struct() {
  using B = BackingStore;
  static const Struct made = declare<B>({
      attribute("type", in(&B::source, &S::type), storage_types),
      attribute("index", in(&B::source, &S::index)).live(),
      element<B>("format", {attribute("type", &B::format, storage_formats), metadata_cache(&B::cache_size)}),
      element("source", &B::source, storage_source_struct),
      element("backingStore", &B::backing, backing_store_struct),
  });
  return made;
}

using D = Disk;

constexpr auto devices = names(D::Device::disk, D::Device::lun, "disk", "cdrom", "floppy", "lun");
constexpr auto buses =
    names(D::Bus::ide, D::Bus::sd, "ide", "fdc", "scsi", "virtio", "xen", "usb", "uml", "sata", "sd");
constexpr auto caches = names(D::Cache::default_, D::Cache::unsafe, "default", "none", "writethrough",
                              "writeback", "directsync", "unsafe");
constexpr auto io_modes = names(D::Io::native, D::Io::io_uring, "native", "threads", "io_uring");
constexpr auto discards = names(D::Discard::unmap, D::Discard::ignore, "unmap", "ignore");
constexpr auto zero_detections = names(D::DetectZeroes::off, D::DetectZeroes::unmap, "off", "on", "unmap");
constexpr auto error_policies =
    names(D::ErrorPolicy::stop, D::ErrorPolicy::enospace, "stop", "report", "ignore", "enospace");
constexpr auto rerror_policies =
    names(D::ErrorPolicy::stop, D::ErrorPolicy::ignore, "stop", "report", "ignore");
constexpr auto snapshots =
    names(D::Snapshot::no, D::Snapshot::manual, "no", "internal", "external", "manual");
constexpr auto trays = names(D::Tray::closed, D::Tray::open, "closed", "open");
constexpr auto sgio_modes = names(D::Sgio::filtered, D::Sgio::unfiltered, "filtered", "unfiltered");
constexpr auto translations = names(D::Translation::none, D::Translation::lba, "none", "auto", "lba");

constexpr const char* bad_format = "unknown driver format value '{}'";

/// Xen's tapdisk called a raw image read with asynchronous requests "aio".
constexpr Codec driver_format_codec{
    [](void* field, std::string_view text, const Item& item) {
      return enum_codec.parse(field, text == "aio" ? "raw" : text, item);
    },
    [](const void* field, std::string& out, const Item& item) { return enum_codec.format(field, out, item); },
    nullptr};

const Struct& iotune_struct() {
  using I = IoTune;
  static const Struct made = declare<I>({
      value("total_bytes_sec", &I::total_bytes_sec).host(),
      value("read_bytes_sec", &I::read_bytes_sec).host(),
      value("write_bytes_sec", &I::write_bytes_sec).host(),
      value("total_iops_sec", &I::total_iops_sec).host(),
      value("read_iops_sec", &I::read_iops_sec).host(),
      value("write_iops_sec", &I::write_iops_sec).host(),
      value("total_bytes_sec_max", &I::total_bytes_sec_max).host(),
      value("read_bytes_sec_max", &I::read_bytes_sec_max).host(),
      value("write_bytes_sec_max", &I::write_bytes_sec_max).host(),
      value("total_iops_sec_max", &I::total_iops_sec_max).host(),
      value("read_iops_sec_max", &I::read_iops_sec_max).host(),
      value("write_iops_sec_max", &I::write_iops_sec_max).host(),
      value("size_iops_sec", &I::size_iops_sec).host(),
      value("group_name", &I::group_name).host(),
      value("total_bytes_sec_max_length", &I::total_bytes_sec_max_length).host(),
      value("read_bytes_sec_max_length", &I::read_bytes_sec_max_length).host(),
      value("write_bytes_sec_max_length", &I::write_bytes_sec_max_length).host(),
      value("total_iops_sec_max_length", &I::total_iops_sec_max_length).host(),
      value("read_iops_sec_max_length", &I::read_iops_sec_max_length).host(),
      value("write_iops_sec_max_length", &I::write_iops_sec_max_length).host(),
  });
  return made;
}

Row<D> driver_row() {
  return element<D>("driver", {
                                  attribute("name", &D::driver).host(),
                                  attribute("type", &D::format, storage_formats)
                                      .as(driver_format_codec)
                                      .error(VIR_ERR_CONFIG_UNSUPPORTED, bad_format)
                                      .host(),
                                  attribute("cache", &D::cache, caches).host(),
                                  attribute("error_policy", &D::error_policy, error_policies).host(),
                                  attribute("rerror_policy", &D::rerror_policy, rerror_policies).host(),
                                  attribute("io", &D::io, io_modes).host(),
                                  attribute("ioeventfd", &D::ioeventfd, on_off).host(),
                                  attribute("event_idx", &D::event_idx, on_off),
                                  attribute("copy_on_read", &D::copy_on_read, on_off).host(),
                                  attribute("discard", &D::discard, discards).host(),
                                  attribute("iothread", &D::iothread).nonzero().host(),
                                  attribute("detect_zeroes", &D::detect_zeroes, zero_detections).host(),
                                  attribute("queues", &D::queues),
                                  attribute("queue_size", &D::queue_size),
                                  include(&D::virtio, virtio_options_struct),
                                  metadata_cache(&D::metadata_cache_size).host(),
                              });
}

void check_disk(Disk& disk, Node element, Reader& reader) {
  if (disk.sgio == D::Sgio::unfiltered)
    reader.fail(VIR_ERR_CONFIG_UNSUPPORTED, element, "unfiltered sgio is no longer supported");
  if (disk.target.starts_with("ioemu:")) disk.target.erase(0, 6);  // Xen's word of 2006 for an emulated disk
  if (disk.device == D::Device::cdrom) disk.readonly = true;
}

}  // namespace

const Struct& disk_struct() {
  static const Struct made = declare<D, check_disk>({
      attribute("type", in(&D::source, &S::type), storage_types).host(),
      attribute("device", &D::device, devices),
      attribute("model", &D::model, virtio_models),
      attribute("rawio", &D::rawio, yes_no),
      attribute("sgio", &D::sgio, sgio_modes),
      attribute("snapshot", &D::snapshot, snapshots).host(),
      driver_row(),
      element("auth", &D::auth, auth_struct),
      element("source", &D::source, disk_source_struct).host(),
      element("backingStore", &D::backing, backing_store_struct).host(),
      element<D>("geometry",
                 {attribute("cyls", &D::cylinders), attribute("heads", &D::heads),
                  attribute("secs", &D::sectors), attribute("trans", &D::translation, translations)}),
      element<D>("blockio", {attribute("logical_block_size", &D::logical_block_size),
                             attribute("physical_block_size", &D::physical_block_size)}),
      element<D>("target", {attribute("dev", &D::target), attribute("bus", &D::bus, buses),
                            attribute("tray", &D::tray, trays).sparse().host(),
                            attribute("removable", &D::removable, on_off),
                            attribute("rotation_rate", &D::rotation_rate)}),
      element("iotune", &D::iotune, iotune_struct),
      present("readonly", &D::readonly),
      present("shareable", &D::shareable),
      present("transient", &D::transient),
      value("serial", &D::serial),
      value("wwn", &D::wwn),
      value("vendor", &D::vendor),
      value("product", &D::product),
      element("encryption", &D::encryption, encryption_struct),
      include(&D::info, bootable_info_struct),
  });
  return made;
}

std::string_view name_of(StorageFormat format) { return storage_formats.of(format); }
std::string_view name_of(Disk::Bus bus) { return buses.of(bus); }
std::string_view name_of(Disk::Device device) { return devices.of(device); }
std::string_view name_of(Disk::Cache cache) { return caches.of(cache); }

}  // namespace vireo::model
