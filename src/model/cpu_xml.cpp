// SPDX-License-Identifier: LGPL-2.1-or-later
// The guest's processor.
#include <algorithm>

#include "model/cpu.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using C = Cpu;

constexpr auto modes =
    names(C::Mode::custom, C::Mode::maximum, "custom", "host-model", "host-passthrough", "maximum");
constexpr auto matches = names(C::Match::minimum, C::Match::strict, "minimum", "exact", "strict");
constexpr auto checks = names(C::Check::none, C::Check::full, "none", "partial", "full");
constexpr auto fallbacks = names(C::Fallback::allow, C::Fallback::forbid, "allow", "forbid");
constexpr auto cache_modes =
    names(C::CacheMode::emulate, C::CacheMode::disable, "emulate", "passthrough", "disable");
constexpr auto policies = names(CpuFeature::Policy::force, CpuFeature::Policy::forbid, "force", "require",
                                "optional", "disable", "forbid");
constexpr auto accesses = names(NumaCell::Access::shared, NumaCell::Access::private_, "shared", "private");
using PhysicalMode = C::MaxPhysicalAddress::Mode;
constexpr auto physical_modes =
    names(PhysicalMode::emulate, PhysicalMode::passthrough, "emulate", "passthrough");

/// A custom CPU without a model says only topology and the like: its mode and match are not written.
bool mode_matters(const C& cpu) {
  return cpu.mode != C::Mode::absent && (cpu.mode != C::Mode::custom || !cpu.model.empty());
}

void write_kind(const C& cpu, Writer& writer, const WriteOptions&) {
  if (mode_matters(cpu)) writer.attribute("mode", modes.of(cpu.mode));
  if (cpu.mode == C::Mode::custom && !cpu.model.empty() && cpu.match != C::Match::absent)
    writer.attribute("match", matches.of(cpu.match));
}

void write_model(const C& cpu, Writer& writer, const WriteOptions&) {
  const bool named =
      cpu.mode == C::Mode::custom || cpu.mode == C::Mode::host_model || cpu.mode == C::Mode::absent;
  if (!named || (cpu.model.empty() && cpu.fallback == C::Fallback::absent && cpu.vendor_id.empty())) return;
  if (cpu.model.empty() && cpu.mode != C::Mode::host_model) return;
  writer.begin("model");
  if (cpu.fallback != C::Fallback::absent) writer.attribute("fallback", fallbacks.of(cpu.fallback));
  if (!cpu.vendor_id.empty()) writer.attribute("vendor_id", cpu.vendor_id);
  if (!cpu.model.empty()) writer.text(cpu.model);
  writer.end("model");
}

void check_cpu(C& cpu, Node element, Reader& reader) {
  if (cpu.mode == C::Mode::absent) cpu.mode = C::Mode::custom;
  if (element.attribute("match") == nullptr && cpu.mode == C::Mode::custom && !cpu.model.empty())
    cpu.match = C::Match::exact;
  if (cpu.fallback == C::Fallback::absent && !cpu.model.empty()) cpu.fallback = C::Fallback::allow;
  if (!cpu.vendor_id.empty() && cpu.vendor_id.size() != 12)
    reader.fail(VIR_ERR_XML_ERROR, element, "vendor_id must be exactly 12 characters long");
  if (cpu.topology && (cpu.topology->sockets == 0 || cpu.topology->cores == 0 || cpu.topology->threads == 0))
    reader.fail(VIR_ERR_XML_ERROR, element, "Invalid CPU topology");
  if (cpu.mode == C::Mode::custom && cpu.model.empty() && !cpu.vendor.empty())
    reader.fail(VIR_ERR_XML_ERROR, element, "CPU vendor specified without CPU model");
  for (std::size_t i = 0; i < cpu.features.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (cpu.features[i].name == cpu.features[j].name)
        reader.fail(VIR_ERR_XML_ERROR, element,
                    fmt::format("CPU feature '{}' specified more than once", cpu.features[i].name));
    }
  }
}

/// The cells stand in the order of their numbers from here on.
void check_cells(std::vector<NumaCell>& cells, Node element, Reader& reader) {
  std::vector<bool> seen(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].id) cells[i].id = static_cast<unsigned>(i);
    const unsigned id = *cells[i].id;
    if (id >= cells.size())
      reader.fail(
          VIR_ERR_XML_ERROR, element,
          "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges not "
          "starting from 0 are not allowed");
    if (seen[id])
      reader.fail(VIR_ERR_XML_ERROR, element, fmt::format("Duplicate NUMA cell info for cell id '{}'", id));
    seen[id] = true;
  }
  std::ranges::sort(cells, {}, &NumaCell::id);
}

void finish_cpu(C& cpu, Node element, Reader& reader) {
  check_cpu(cpu, element, reader);
  check_cells(cpu.numa, element, reader);
}

Row<C> numa_row() {
  using N = NumaCell;
  return element<C>(
      "numa",
      {element("cell", &C::numa,
               {attribute("id", &N::id), attribute("cpus", &N::cpus).as(cpuset_codec),
                scaled("memory", &N::memory, 1024, "KiB", 1024).required(),
                attribute("memAccess", &N::access, accesses), attribute("discard", &N::discard, yes_no),
                element<N>("distances", {element("sibling", &N::distances,
                                                 {attribute("id", &N::Sibling::id).always().required(),
                                                  attribute("value", &N::Sibling::value).required()})})})});
}

}  // namespace

const Struct& cpu_struct() {
  static const Struct made = declare<C, finish_cpu>({
      attribute("mode", &C::mode, modes).read_only(),
      attribute("match", &C::match, matches).read_only(),
      irregular<C, nullptr, write_kind>("@mode"),
      attribute("check", &C::check, checks).host(),
      attribute("migratable", &C::migratable, on_off),
      element<C>("model",
                 {text(&C::model).read_only(), attribute("fallback", &C::fallback, fallbacks).read_only(),
                  attribute("vendor_id", &C::vendor_id).read_only()})
          .read_only(),
      irregular<C, nullptr, write_model>("model"),
      value("vendor", &C::vendor),
      element("topology", &C::topology,
              {attribute("sockets", &CpuTopology::sockets).required().nonzero(),
               attribute("dies", &CpuTopology::dies).nonzero(),
               attribute("cores", &CpuTopology::cores).required().nonzero(),
               attribute("threads", &CpuTopology::threads).required().nonzero()}),
      element(
          "cache", &C::cache,
          {attribute("level", &C::Cache::level), attribute("mode", &C::Cache::mode, cache_modes).required()}),
      element("maxphysaddr", &C::max_physical_address,
              {attribute("mode", &C::MaxPhysicalAddress::mode, physical_modes).required(),
               attribute("bits", &C::MaxPhysicalAddress::bits)}),
      element("feature", &C::features,
              {attribute("policy", &CpuFeature::policy, policies),
               attribute("name", &CpuFeature::name).required()}),
      numa_row(),
  });
  return made;
}

}  // namespace vireo::model
