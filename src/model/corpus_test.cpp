// SPDX-License-Identifier: LGPL-2.1-or-later
// Against what libvirt 9.0.0 answered to a corpus of real documents, when the corpus is beside the sources or
// named by VIREO_SHARED. The corpus is not ours to publish; committed are only the ids that must pass, and
// they may only become more: VIREO_UPDATE_GOLDENS=1 adds those that pass by now.
#include <gtest/gtest.h>

#ifdef VIREO_HAVE_ZLIB
#include <zlib.h>
#endif

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "model/domain_xml.hpp"

namespace vireo::model {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

fs::path corpus() {
  if (const char* shared = std::getenv("VIREO_SHARED")) return fs::path(shared) / "corpus";
  return fs::path(VIREO_SOURCE_DIR) / ".." / "shared" / "corpus";
}

std::string unpack([[maybe_unused]] const fs::path& file) {
  std::string text;
#ifdef VIREO_HAVE_ZLIB
  gzFile stream = gzopen(file.c_str(), "rb");
  if (stream == nullptr) return text;
  char block[1 << 16];
  for (int n = 0; (n = gzread(stream, block, sizeof block)) > 0;)
    text.append(block, static_cast<std::size_t>(n));
  gzclose(stream);
#endif
  return text;
}

std::vector<json::object> records(const std::string& name) {
  std::vector<json::object> found;
  const std::string text = unpack(corpus() / name);
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    found.push_back(json::parse(std::string_view(text).substr(at, end - at)).as_object());
    at = end + 1;
  }
  return found;
}

std::string text_of(const json::object& record, const char* key) {
  const auto* value = record.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

bool accepted(const json::object& record) {
  const auto* value = record.if_contains("accepted");
  return value != nullptr && value->is_bool() && value->as_bool();
}

std::set<std::string> lines_of(const fs::path& file) {
  std::set<std::string> found;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) found.insert(line);
  return found;
}

/// All that passed before must pass still.
void compare_with_floor(const std::string& name, const std::set<std::string>& passed, std::size_t of) {
  const fs::path file = fs::path(VIREO_SOURCE_DIR) / "tests/goldens/model" / (name + ".ids");
  const auto floor = lines_of(file);
  for (const auto& id : floor) EXPECT_TRUE(passed.contains(id)) << name << ": " << id;
  testing::Test::RecordProperty(name, std::to_string(passed.size()));
  std::cout << "             " << name << ": " << passed.size() << " of " << of << " pass, " << floor.size()
            << " are demanded\n";
  if (std::getenv("VIREO_UPDATE_GOLDENS") != nullptr) {
    std::ofstream out(file);
    for (const auto& id : passed) out << id << '\n';
  }
}

#define SKIP_WITHOUT_CORPUS()                                                                \
  if (!fs::exists(corpus() / "README.md") || records("inputs/domain-test.jsonl.gz").empty()) \
  GTEST_SKIP() << "no corpus at " << corpus() << ", or no zlib"

/// Stands for the incumbent's test driver: an architecture and names for taps.
const DomainHooks& test_hooks() {
  static const DomainHooks hooks{
      .first =
          [](Domain& domain) {
            if (domain.os.arch.empty()) domain.os.arch = "i686";
          },
      .addresses =
          [](Domain& domain) {
            int next = 0;
            for (Interface& interface : domain.interfaces) {
              if (interface.target_device.empty())
                interface.target_device = "testnet" + std::to_string(next++);
            }
          },
  };
  return hooks;
}

TEST(Corpus, DefinitionsComeOutAsFromTheIncumbentsTestDriver) {
  SKIP_WITHOUT_CORPUS();
  std::map<std::string, json::object> answers;
  for (auto& record : records("oracle/local/domain-test.jsonl.gz"))
    answers.emplace(text_of(record, "id"), std::move(record));
  std::set<std::string> same, refused;
  std::size_t accepted_count = 0, refused_count = 0;
  for (const auto& input : records("inputs/domain-test.jsonl.gz")) {
    const auto answer = answers.find(text_of(input, "id"));
    if (answer == answers.end()) continue;
    const bool wanted = accepted(answer->second);
    ++(wanted ? accepted_count : refused_count);
    try {
      const Domain domain = parse_domain(text_of(input, "xml"), {.hooks = &test_hooks()});
      if (wanted &&
          format_domain(domain, {.secure = true, .inactive = true}) == text_of(answer->second, "xml_out"))
        same.insert(answer->first);
    } catch (const Error& failure) {
      if (!wanted && answer->second.at("error").at("code").to_number<int>() == failure.code())
        refused.insert(answer->first);
    }
  }
  compare_with_floor("domain-test", same, accepted_count);
  compare_with_floor("refused", refused, refused_count);
}

TEST(Corpus, WhatTheIncumbentWroteIsReadAndWrittenUnchanged) {
  SKIP_WITHOUT_CORPUS();
  std::set<std::string> same;
  std::size_t documents = 0;
  for (const std::string kind : {"local/domain-test", "system/domain", "session/domain"}) {
    for (const auto& record : records("oracle/" + kind + ".jsonl.gz")) {
      const auto xml = text_of(record, "xml_out");
      if (xml.empty()) continue;
      ++documents;
      const std::string id = kind + ":" + text_of(record, "id");
      try {
        const ParseOptions as_said{.complete = false};
        const Domain domain = parse_domain(xml, as_said);
        const std::string written = format_domain(domain, {.secure = true, .inactive = true});
        const Domain again = parse_domain(written, as_said);
        EXPECT_TRUE(again == domain) << id;
        if (written == xml) same.insert(id);
      } catch (const Error&) {
        continue;  // not in the list of those that pass
      }
    }
  }
  compare_with_floor("round-trip", same, documents);
}

TEST(Corpus, LiveDefinitionsAreReadAndWrittenUnchanged) {
  SKIP_WITHOUT_CORPUS();
  std::set<std::string> same;
  std::size_t documents = 0;
  for (const auto& record : records("oracle/system/domain-live.jsonl.gz")) {
    auto xml = text_of(record, "xml_out");
    if (xml.empty()) continue;
    for (auto at = xml.find("@ID@"); at != std::string::npos; at = xml.find("@ID@")) xml.replace(at, 4, "1");
    ++documents;
    try {
      if (format_domain(parse_domain(xml, {.inactive = false, .complete = false}), {.secure = true}) == xml)
        same.insert(text_of(record, "id"));
    } catch (const Error&) {
      continue;  // not in the list of those that pass
    }
  }
  compare_with_floor("live", same, documents);
}

}  // namespace
}  // namespace vireo::model
