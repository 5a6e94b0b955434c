// SPDX-License-Identifier: LGPL-2.1-or-later
// Every declared field must be read and written by some document of tests/data/model; each of them is in the
// layout that is written, so it must come out unchanged.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "model/domain_xml.hpp"

namespace vireo::model {
namespace {

std::vector<std::filesystem::path> documents() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(VIREO_SOURCE_DIR "/tests/data/model"))
    found.push_back(entry.path());
  return found;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Files named live-… are of a running guest.
bool is_live(const std::filesystem::path& file) { return file.filename().string().starts_with("live-"); }

TEST(Golden, DocumentsComeOutUnchangedAndKnowEveryElement) {
  for (const auto& file : documents()) {
    const std::string xml = content_of(file);
    const xml::Unknown unknown = [&](const xml::UnknownPart& part) {
      ADD_FAILURE() << file << ":" << part.position.line << ": unknown " << part.name << " in "
                    << part.parent;
    };
    const Domain domain =
        parse_domain(xml, {.inactive = !is_live(file), .complete = false, .unknown = &unknown});
    EXPECT_EQ(format_domain(domain, {.secure = true, .inactive = !is_live(file)}), xml) << file;
  }
}

TEST(Golden, EveryDeclaredFieldIsExercised) {
  xml::Coverage coverage;
  for (const auto& file : documents()) {
    const Domain domain = parse_domain(
        content_of(file), {.inactive = !is_live(file), .complete = false, .coverage = &coverage});
    format_domain(domain, {.secure = true, .inactive = !is_live(file), .coverage = &coverage});
  }
  std::set<const xml::Item*> seen;  // a shared declaration is listed wherever it is used
  xml::list(domain_struct(), "domain", [&](const xml::Listed& listed) {
    const xml::Item& item = *listed.item;
    if (!seen.insert(&item).second) return;
    const bool irregular = item.kind == xml::Item::Kind::irregular;
    if (!irregular && !coverage.read.contains(&item))
      ADD_FAILURE() << listed.path << " is not read by any file of tests/data/model";
    const bool writes = !item.has(xml::read_only) && (!irregular || item.irregular.write != nullptr);
    if (writes && !coverage.written.contains(&item))
      ADD_FAILURE() << listed.path << " is not written by any file of tests/data/model";
  });
}

}  // namespace
}  // namespace vireo::model
