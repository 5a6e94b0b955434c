// SPDX-License-Identifier: LGPL-2.1-or-later
// How often a completed definition is the incumbent's, byte for byte. The answers are not part of the
// repository: VIREO_CORPUS names the folder that has them, otherwise the test is skipped. VIREO_CORPUS_DIFF
// names a folder for the pairs that differ.
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "base/error.hpp"
#include "base/files.hpp"
#include "drivers/qemu/emulator_recorded.hpp"
#include "drivers/qemu/post_parse.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

namespace json = boost::json;

/// Definitions of this corpus that come out as the incumbent's. Only ever raised.
constexpr int floor = 783;

std::map<std::string, json::object> lines_of(const std::string& file) {
  std::map<std::string, json::object> lines;
  FILE* pipe = ::popen(("zcat '" + file + "'").c_str(), "r");
  std::string text;
  char buffer[65536];
  while (std::size_t size = std::fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, size);
  ::pclose(pipe);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    json::object line = json::parse(std::string_view(text).substr(at, end - at)).as_object();
    lines[std::string(line.at("id").as_string())] = line;
    at = end + 1;
  }
  return lines;
}

std::string completed(const std::string& xml, const EmulatorPtr& wide, const EmulatorPtr& narrow) {
  model::Domain domain = model::parse_domain(xml, {.complete = false, .validate = false});
  check_domain_type(domain);
  bool i386 = domain.emulator.ends_with("i386") || (domain.emulator.empty() && domain.os.arch == "i686");
  model::DomainHooks hooks = make_hooks(i386 ? narrow : wide, Settings{});
  model::complete_domain(domain, {.hooks = &hooks});
  return model::format_domain(domain, {.secure = true, .inactive = true});
}

TEST(Corpus, DefinitionsComeOutAsTheIncumbents) {
  const char* folder = std::getenv("VIREO_CORPUS");
  if (!folder) GTEST_SKIP() << "VIREO_CORPUS is not set";
  const char* differences = std::getenv("VIREO_CORPUS_DIFF");
  auto inputs = lines_of(std::string(folder) + "/inputs/domain.jsonl.gz");
  auto answers = lines_of(std::string(folder) + "/oracle/system/domain.jsonl.gz");
  auto wide = std::make_shared<Emulator>(recorded_emulator("x86_64"));
  auto narrow = std::make_shared<Emulator>(recorded_emulator("i386"));
  int same = 0, other = 0, refused = 0, rightly_refused = 0, wrongly_accepted = 0, number = 0;
  std::map<std::string, int> reasons;
  for (const auto& [id, answer] : answers) {
    if (!answer.at("accepted").is_bool()) continue;  // the incumbent itself ended there
    bool accepted = answer.at("accepted").as_bool();
    std::string xml(inputs.at(id).at("xml").as_string());
    try {
      std::string ours = completed(xml, wide, narrow);
      if (!accepted) {
        ++wrongly_accepted;
        continue;
      }
      std::string theirs(answer.at("xml_out").as_string());
      if (ours == theirs) {
        ++same;
      } else {
        ++other;
        if (differences) {
          std::string stem = std::string(differences) + "/" + std::to_string(number++);
          write_file(stem + ".ours", ours, 0644);
          write_file(stem + ".theirs", theirs, 0644);
        }
      }
    } catch (const Error& problem) {
      ++(accepted ? refused : rightly_refused);
      if (accepted) ++reasons[problem.data().message.substr(0, 70)];
    }
  }
  std::printf("same %d, other %d, wrongly refused %d; rightly refused %d, wrongly accepted %d\n", same, other,
              refused, rightly_refused, wrongly_accepted);
  if (differences)
    for (const auto& [reason, count] : reasons) std::printf("%4d %s\n", count, reason.c_str());
  EXPECT_GE(same, floor);
}

}  // namespace
}  // namespace vireo::qemu
