// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/resources.hpp"

#include <array>
#include <span>

namespace vireo::test_driver {

namespace {

constexpr auto x86_models = std::to_array<const char*>({"486",
                                                        "pentium",
                                                        "pentium2",
                                                        "pentium3",
                                                        "pentiumpro",
                                                        "coreduo",
                                                        "n270",
                                                        "core2duo",
                                                        "qemu32",
                                                        "kvm32",
                                                        "cpu64-rhel5",
                                                        "cpu64-rhel6",
                                                        "qemu64",
                                                        "kvm64",
                                                        "Conroe",
                                                        "Penryn",
                                                        "Nehalem",
                                                        "Nehalem-IBRS",
                                                        "Westmere",
                                                        "Westmere-IBRS",
                                                        "SandyBridge",
                                                        "SandyBridge-IBRS",
                                                        "IvyBridge",
                                                        "IvyBridge-IBRS",
                                                        "Haswell-noTSX",
                                                        "Haswell-noTSX-IBRS",
                                                        "Haswell",
                                                        "Haswell-IBRS",
                                                        "Broadwell-noTSX",
                                                        "Broadwell-noTSX-IBRS",
                                                        "Broadwell",
                                                        "Broadwell-IBRS",
                                                        "Skylake-Client",
                                                        "Skylake-Client-IBRS",
                                                        "Skylake-Client-noTSX-IBRS",
                                                        "Skylake-Server",
                                                        "Skylake-Server-IBRS",
                                                        "Skylake-Server-noTSX-IBRS",
                                                        "Cascadelake-Server",
                                                        "Cascadelake-Server-noTSX",
                                                        "Icelake-Client",
                                                        "Icelake-Client-noTSX",
                                                        "Icelake-Server",
                                                        "Icelake-Server-noTSX",
                                                        "Cooperlake",
                                                        "Snowridge",
                                                        "athlon",
                                                        "phenom",
                                                        "Opteron_G1",
                                                        "Opteron_G2",
                                                        "Opteron_G3",
                                                        "Opteron_G4",
                                                        "Opteron_G5",
                                                        "EPYC",
                                                        "EPYC-IBPB",
                                                        "EPYC-Rome",
                                                        "EPYC-Milan",
                                                        "Dhyana"});
constexpr auto power_models = std::to_array<const char*>(
    {"POWER6", "POWER7", "POWER8", "POWER9", "POWER10", "POWERPC_e5500", "POWERPC_e6500"});
/// Architectures of which no model has a name that every host knows.
constexpr auto nameless =
    std::to_array<const char*>({"armv6l", "armv7l", "armv7b", "aarch64", "s390", "s390x"});
/// Architectures that have a name, and nothing else is known of their processors.
constexpr auto unknown_processors = std::to_array<const char*>(
    {"alpha", "cris",    "ia64",      "lm32",     "m68k",     "microblaze", "microblazeel",
     "mips",  "mipsel",  "mips64",    "mips64el", "openrisc", "parisc",     "parisc64",
     "ppc",   "ppcle",   "ppcemb",    "riscv32",  "riscv64",  "sh4",        "sh4eb",
     "sparc", "sparc64", "unicore32", "xtensa",   "xtensaeb"});

template <std::size_t N>
bool among(const std::array<const char*, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::span<const char* const> models_of(const std::string& arch) {
  if (arch == "x86_64" || arch == "i686") return x86_models;
  if (arch == "ppc64" || arch == "ppc64le") return power_models;
  if (among(nameless, arch)) return {};
  if (among(unknown_processors, arch))
    throw error(VIR_ERR_NO_SUPPORT, VIR_FROM_CPU, "'{}' architecture is not supported by CPU driver", arch);
  throw bad_value("cannot find architecture {}", arch);
}

}  // namespace

Task<driver::Counted<driver::List<std::string, 8192>>> Resources::cpu_model_names(std::string arch,
                                                                                  std::int32_t wanted,
                                                                                  std::uint32_t flags) {
  check_flags(flags, 0, "testConnectGetCPUModelNames");
  const auto models = models_of(arch);
  driver::Counted<driver::List<std::string, 8192>> found;
  found.count = static_cast<std::int32_t>(models.size());
  if (wanted) found.items.assign(models.begin(), models.end());
  co_return found;
}

// The numbers mean nothing; they are those that the incumbent's driver tells.
Task<driver::List<std::uint64_t, 1024>> Resources::free_pages(driver::List<std::uint32_t, 1024> sizes,
                                                              std::int32_t, std::uint32_t cells,
                                                              std::uint32_t flags) {
  check_flags(flags, 0, "testNodeGetFreePages");
  driver::List<std::uint64_t, 1024> counts;
  const auto wanted = std::uint64_t{cells} * sizes.size();
  if (wanted > counts.max)
    throw bad_value("{} counts are more than the {} that can be told", wanted, counts.max);
  for (std::uint64_t count = 6; counts.size() < wanted;) {
    count = 2 * count + 7;
    counts.push_back(count);
  }
  co_return counts;
}

}  // namespace vireo::test_driver
