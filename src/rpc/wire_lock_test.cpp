// SPDX-License-Identifier: LGPL-2.1-or-later
// The whole wire layout as text, derived from the types: against the committed lock file and, where it is at
// hand, against the protocol's reference.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "rpc/event_table.hpp"
#include "rpc/procedure.hpp"
#include "rpc/rows.hpp"

namespace vireo::rpc {
namespace {

namespace json = boost::json;

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string describe(const Procedure& procedure) {
  std::string text = std::to_string(procedure.number) + " " + std::string(procedure.name);
  text += procedure.access == Access::read ? " ro" : " rw";
  text += procedure.priority == Priority::high ? " high" : " normal";
  const char* transfers[] = {"", " download", " upload", " both"};
  text += transfers[static_cast<int>(procedure.transfer)];
  for (const Permission& permission : procedure.permissions)
    text +=
        " " + std::string(permission.text) + (permission.mask ? "=" + std::to_string(permission.mask) : "");
  return text + " (" + procedure.arguments() + ") -> (" + procedure.result() + ")\n";
}

std::string lock_text() {
  std::string text;
  for (const Procedure* procedure : all_procedures()) text += describe(*procedure);
  for (const EventKind& kind : event_kinds())
    text += std::to_string(kind.callback) + " " + std::string(kind.name) + " or " +
            std::to_string(kind.plain) + " event " + std::to_string(kind.event_id) + " " + kind.layout() +
            "\n";
  return text;
}

TEST(WireLock, LayoutIsWhatWasAgreed) {
  const auto path = std::filesystem::path(VIREO_SOURCE_DIR) / "tests/goldens/wire.lock";
  const std::string now = lock_text();
  if (std::getenv("VIREO_UPDATE_GOLDENS")) std::ofstream(path) << now;
  EXPECT_EQ(now, read(path)) << "the wire layout has changed: existing peers will not understand it";
}

class Reference {
 public:
  explicit Reference(const std::filesystem::path& path) : all_(json::parse(read(path)).at("remote")) {}

  const json::object* procedure(std::int32_t number) const {
    for (const auto& item : all_.at("procedures").as_array())
      if (item.at("number").to_number<int>() == number) return &item.as_object();
    return nullptr;
  }
  /// The fields' layout in the words of layout.hpp.
  std::string fields(const json::value& list, bool limits_unknown) const {
    std::string text;
    for (const auto& field : list.as_array())
      text += (text.empty() ? "" : " ") + type(std::string(field.at(1).as_string()), limits_unknown);
    return text;
  }

 private:
  std::string type(std::string name, bool limits_unknown) const {
    if (name.ends_with('?')) return type(name.substr(0, name.size() - 1), limits_unknown) + "?";
    if (const auto open = name.find('<'); open != name.npos && name.ends_with('>'))
      return type(name.substr(0, open), limits_unknown) + "<" + limit(name.substr(open + 1)) + ">";
    if (name.ends_with(']') || name == "opaque") return name;
    if (name == "auth_type") return "int";
    if (name == "typed_param") return "{string typed_value}";
    if (name.ends_with("_flags")) return "unsigned int";
    for (const char* list : {"types", "newer_types"})
      if (const auto* fields_of = all_.at(list).as_object().if_contains(name))
        return "{" + fields(*fields_of, limits_unknown) + "}";
    if (name == "domain_get_security_label_ret")
      return "{" + fields(procedure(121)->at("ret"), limits_unknown) + "}";
    return name;
  }
  std::string limit(std::string name) const {
    name.pop_back();
    if (name.starts_with("REMOTE_")) name.erase(0, 7);
    const auto* value = all_.at("limits").as_object().if_contains(name);
    return value ? std::to_string(value->to_number<int>()) : "?";
  }

  json::value all_;
};

std::string without_limits(const std::string& layout) {
  std::string text;
  bool inside = false;
  for (const char c : layout) {
    if (c == '<') text += "<?>";
    inside = c == '<' || (inside && c != '>');
    if (!inside && c != '>') text += c;
  }
  return text;
}

/// A limit that the reference does not give matches anything.
void expect_same(const std::string& ours, const std::string& reference) {
  const bool unknown = reference.find("<?>") != reference.npos;
  EXPECT_EQ(unknown ? without_limits(ours) : ours, unknown ? without_limits(reference) : reference);
}

std::string stripped(const std::string& text) {
  return text.starts_with('{') && text.ends_with('}') ? text.substr(1, text.size() - 2) : text;
}

Transfer transfer_of(const json::object& procedure) {
  const auto* read = procedure.if_contains("readstream");
  if (read) return *read == "2" ? Transfer::both : Transfer::download;
  return procedure.contains("writestream") ? Transfer::upload : Transfer::none;
}

class WireReference : public ::testing::Test {
 protected:
  void SetUp() override {
    auto path = std::filesystem::path(VIREO_SOURCE_DIR) / "../shared/reference/rpc.json";
    if (!std::filesystem::exists(path))  // a work tree one folder deeper
      path = std::filesystem::path(VIREO_SOURCE_DIR) / "../../shared/reference/rpc.json";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "reference/rpc.json is not here";
    reference.emplace(path);
  }
  void check(const Procedure& procedure) {
    SCOPED_TRACE(procedure.name);
    const json::object* expected = reference->procedure(procedure.number);
    ASSERT_TRUE(expected);
    EXPECT_EQ(expected->at("name").as_string(), procedure.name);
    const bool newer = expected->contains("newer");
    const std::string arguments = reference->fields(expected->at("args"), newer);
    const std::string result = reference->fields(expected->at("ret"), newer);
    expect_same(procedure.arguments(), arguments);
    expect_same(procedure.result(), stripped(result));
    if (newer) return;
    std::vector<std::string> permissions;
    for (const Permission& permission : procedure.permissions) permissions.emplace_back(permission.text);
    std::vector<std::string> wanted;
    for (const auto& item : expected->at("acl").as_array()) wanted.emplace_back(item.as_string());
    EXPECT_EQ(permissions, wanted);
    EXPECT_EQ(procedure.priority == Priority::high, expected->contains("priority"));
    EXPECT_EQ(procedure.transfer, transfer_of(*expected));
  }

  std::optional<Reference> reference;
};

TEST_F(WireReference, EveryRowIsTheProtocols) {
  for (const Procedure* procedure : all_procedures()) check(*procedure);
}

TEST_F(WireReference, EveryEventIsTheProtocols) {
  for (const EventKind& kind : event_kinds()) {
    SCOPED_TRACE(kind.name);
    const json::object* expected = reference->procedure(kind.callback);
    ASSERT_TRUE(expected);
    EXPECT_TRUE(expected->contains("event"));
    EXPECT_EQ(expected->at("name").as_string(), kind.name);
    if (kind.plain) {
      const std::string layout = reference->fields(reference->procedure(kind.plain)->at("args"), false);
      const std::string members = stripped(kind.layout());
      EXPECT_EQ("{string uuid int}" + (members.empty() ? "" : " " + members), layout);
    } else {
      EXPECT_EQ("int {string uuid int} " + stripped(kind.layout()),
                reference->fields(expected->at("args"), false));
    }
  }
}

}  // namespace
}  // namespace vireo::rpc
