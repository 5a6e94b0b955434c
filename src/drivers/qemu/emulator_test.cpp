// SPDX-License-Identifier: LGPL-2.1-or-later
// The replies were recorded from QEMU 7.2.22.
#include "drivers/qemu/emulator.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <fstream>

#include "base/error.hpp"
#include "drivers/qemu/emulator_recorded.hpp"

namespace vireo::qemu {
namespace {

TEST(Emulator, RecordedReplies) {
  Emulator emulator = recorded_emulator("x86_64");
  EXPECT_EQ(emulator.arch, "x86_64");
  EXPECT_EQ(emulator.version, 7002022u);
  EXPECT_FALSE(emulator.kvm);
  ASSERT_NE(emulator.machine("pc"), nullptr);
  EXPECT_EQ(emulator.machine("pc")->name, "pc-i440fx-7.2");
  EXPECT_EQ(emulator.machine("q35")->name, "pc-q35-7.2");
  EXPECT_EQ(emulator.machine("q35")->max_cpus, 288);
  EXPECT_EQ(emulator.machine("bogus"), nullptr);
  EXPECT_EQ(emulator.default_machine().name, "pc-i440fx-7.2");
  EXPECT_EQ(emulator.default_machine().default_ram_id, "pc.ram");
  EXPECT_EQ(emulator.default_cpu(emulator.default_machine()), "qemu64");
  EXPECT_TRUE(emulator.has("virtio-blk-pci"));
  EXPECT_FALSE(emulator.has("virtio-blk-ccw"));
  EXPECT_EQ(recorded_emulator("i386").arch, "i686");
  EXPECT_EQ(recorded_emulator("i386").default_cpu(recorded_emulator("i386").default_machine()), "qemu32");
}

TEST(Emulator, CacheComesBackWhole) {
  Emulator emulator = recorded_emulator("x86_64");
  Emulator again = from_cache(to_cache(emulator));
  EXPECT_EQ(to_cache(again), to_cache(emulator));
  EXPECT_EQ(again.binary, emulator.binary);
  EXPECT_EQ(again.machines.size(), emulator.machines.size());
  EXPECT_EQ(again.types, emulator.types);
  for (std::size_t i = 0; i < again.cpus.size(); ++i)
    EXPECT_EQ(again.cpus[i].blockers, emulator.cpus[i].blockers);
}

TEST(Emulator, DamagedCacheIsRefused) {
  std::string text = to_cache(recorded_emulator("x86_64"));
  for (std::size_t length : {std::size_t{0}, std::size_t{1}, text.size() / 2, text.size() - 3})
    EXPECT_THROW(from_cache(text.substr(0, length)), Error) << length;
  EXPECT_THROW(from_cache("[]"), Error);
  EXPECT_THROW(from_cache("{\"layout\":0}"), Error);
}

TEST(Emulator, ArchNames) {
  EXPECT_EQ(arch_from_qemu("i386"), "i686");
  EXPECT_EQ(arch_to_qemu("i686"), "i386");
  EXPECT_EQ(arch_to_qemu("armv7l"), "arm");
  EXPECT_EQ(arch_from_qemu("riscv64"), "riscv64");
}

TEST(Emulator, IdentityOfNothingNamesThePath) {
  try {
    FileIdentity::of("/nowhere/qemu");
    FAIL();
  } catch (const Error& problem) {
    EXPECT_EQ(problem.code(), VIR_ERR_SYSTEM_ERROR);
    EXPECT_NE(problem.data().message.find("/nowhere/qemu"), std::string::npos);
    EXPECT_EQ(problem.data().int1, ENOENT);
  }
}

}  // namespace
}  // namespace vireo::qemu
