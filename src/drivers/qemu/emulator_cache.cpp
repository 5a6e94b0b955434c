// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/emulator_cache.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>

#include "base/error.hpp"
#include "base/files.hpp"

namespace vireo::qemu {
namespace {

constexpr auto probe_patience = std::chrono::seconds(30);
constexpr std::array<const char*, 12> architectures{"i686",  "x86_64", "aarch64", "armv7l",
                                                    "ppc64", "ppc",    "riscv64", "riscv32",
                                                    "s390x", "mips64", "mips",    "sparc64"};

bool kvm_device_here() { return ::access("/dev/kvm", R_OK | W_OK) == 0; }

ProcessSpec probe_spec(const FileIdentity& binary, const std::optional<Credentials>& credentials, int monitor,
                       int log) {
  ProcessSpec spec;
  spec.program = binary.path;
  spec.argv = {binary.path,
               "-S",
               "-no-user-config",
               "-nodefaults",
               "-nographic",
               "-machine",
               "none,accel=kvm:tcg",
               "-chardev",
               "socket,id=charmonitor,fd=3",
               "-mon",
               "chardev=charmonitor,id=monitor,mode=control"};
  spec.environment = {"LC_ALL=C", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                      "HOME=/"};
  spec.fds = {{1, log}, {2, log}, {3, monitor}};
  spec.credentials = credentials;
  return spec;
}

std::string last_words(int log) {
  std::array<char, 4096> buffer;
  ssize_t size = ::pread(log, buffer.data(), buffer.size(), 0);
  std::string text(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

Task<void> ask(std::shared_ptr<Monitor> monitor, Emulator& emulator, Deadline deadline) {
  emulator.arch = arch_from_qemu(co_await qmp::query_target(*monitor, deadline));
  emulator.kvm = (co_await qmp::query_kvm(*monitor, deadline)).enabled;
  emulator.machines = co_await qmp::query_machines(*monitor, deadline);
  emulator.cpus = co_await qmp::query_cpu_definitions(*monitor, deadline);
  for (std::string& type : co_await qmp::qom_list_types(*monitor, "device", deadline))
    emulator.types.insert(std::move(type));
  const qmp::Greeting& greeting = monitor->greeting().value();
  emulator.version = static_cast<std::uint64_t>(greeting.major) * 1'000'000 +
                     static_cast<std::uint64_t>(greeting.minor) * 1000 +
                     static_cast<std::uint64_t>(greeting.micro);
  emulator.package = greeting.package;
}

}  // namespace

Task<Emulator> probe_emulator(Loop& loop, FileIdentity binary, std::optional<Credentials> credentials) {
  Deadline deadline = Clock::now() + probe_patience;
  auto [ours, theirs] = make_socket_pair();
  UniqueFd log = make_memory_file("");
  Process process;
  try {
    process =
        co_await spawn_process(loop, probe_spec(binary, credentials, theirs.get(), log.get()), deadline);
  } catch (const Error& problem) {
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "Failed to start QEMU binary {} for probing",
                binary.path)
        .caused_by(problem);
  }
  theirs.reset();
  auto monitor = std::make_shared<Monitor>(loop, ours.release(), binary.path);
  Emulator emulator;
  std::optional<ErrorData> failure;
  try {
    monitor->start({}, {});
    co_await ask(monitor, emulator, deadline);
  } catch (...) {
    failure = current_error();
  }
  monitor->close();
  process.kill(SIGKILL);
  try {
    co_await process.exited(Clock::now() + std::chrono::seconds(5));
  } catch (const Error&) {  // a process stuck in the kernel is left to init
  }
  if (failure) {
    std::string words = last_words(log.get());
    throw error(
        failure->code == VIR_ERR_OPERATION_TIMEOUT ? VIR_ERR_OPERATION_TIMEOUT : VIR_ERR_INTERNAL_ERROR,
        VIR_FROM_QEMU, "Failed to start QEMU binary {} for probing: {}", binary.path,
        words.empty() ? failure->message : words);
  }
  emulator.binary = std::move(binary);
  emulator.kvm_device = kvm_device_here();
  co_return emulator;
}

EmulatorCache::EmulatorCache(Loop& loop, std::filesystem::path folder, std::optional<Credentials> credentials)
    : loop_(loop), folder_(std::move(folder)), credentials_(std::move(credentials)) {}

std::filesystem::path EmulatorCache::file_for(const std::string& path) const {
  std::string name;
  for (char c : path) name += c == '/' ? '-' : c;
  while (name.starts_with('-')) name.erase(0, 1);
  if (name.size() > 200) name = name.substr(name.size() - 200);
  return folder_ / (name + ".json");
}

EmulatorPtr EmulatorCache::load(const FileIdentity& binary, bool kvm_device) const {
  try {
    std::optional<std::string> text = read_file_if_exists(file_for(binary.path));
    if (!text) return nullptr;
    auto emulator = std::make_shared<Emulator>(from_cache(*text));
    if (emulator->binary == binary && emulator->kvm_device == kvm_device) return emulator;
  } catch (const Error&) {  // a damaged cache is no cache
  }
  return nullptr;
}

void EmulatorCache::store(const Emulator& emulator) const {
  try {
    make_directories(folder_, 0755);
    write_file(file_for(emulator.binary.path), to_cache(emulator), 0644);
  } catch (const Error&) {  // works without; the next start asks again
  }
}

Task<EmulatorPtr> EmulatorCache::get(std::string path) {
  FileIdentity binary = FileIdentity::of(path);
  if (::access(path.c_str(), X_OK) != 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("QEMU binary {} is not executable", path));
  bool kvm_device = kvm_device_here();
  std::shared_ptr<Entry>& slot = entries_[path];
  if (!slot) slot = std::make_shared<Entry>();
  std::shared_ptr<Entry> entry = slot;
  auto fresh = [&](const EmulatorPtr& known) {
    return known && known->binary == binary && known->kvm_device == kvm_device;
  };
  if (fresh(entry->known)) co_return entry->known;
  AsyncMutex::Guard guard = co_await entry->probing.lock(Clock::now() + 2 * probe_patience);
  if (!guard)
    throw error(VIR_ERR_OPERATION_TIMEOUT, VIR_FROM_QEMU, "timed out waiting for the capabilities of {}",
                path);
  if (fresh(entry->known)) co_return entry->known;
  entry->known = load(binary, kvm_device);
  if (!entry->known) {
    auto emulator = std::make_shared<Emulator>(co_await probe_emulator(loop_, binary, credentials_));
    entry->known = emulator;
    auto work = [this, emulator] { store(*emulator); };
    co_await loop_.blocking(std::move(work), Clock::now() + probe_patience, "writing the capabilities cache");
  }
  co_return entry->known;
}

std::string EmulatorCache::find(const std::string& arch) {
  auto found = find_program("qemu-system-" + arch_to_qemu(arch));
  if (!found) found = find_program("/usr/bin/qemu-system-" + arch_to_qemu(arch));
  return found && ::access(found->c_str(), X_OK) == 0 ? found->string() : std::string();
}

Task<EmulatorPtr> EmulatorCache::get_for_arch(std::string arch) {
  std::string path = find(arch);
  if (path.empty() && arch == "i686") path = find("x86_64");
  if (path.empty())
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_QEMU, "No emulator found for arch '{}'", arch);
  co_return co_await get(path);
}

Task<std::vector<EmulatorPtr>> EmulatorCache::all() {
  std::vector<EmulatorPtr> emulators;
  for (const char* arch : architectures) {
    std::string path = find(arch);
    if (path.empty()) continue;
    try {
      emulators.push_back(co_await get(path));
    } catch (const Error&) {  // one broken emulator does not hide the others
    }
  }
  co_return emulators;
}

}  // namespace vireo::qemu
