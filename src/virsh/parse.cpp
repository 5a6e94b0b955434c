// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/parse.hpp"

#include <algorithm>
#include <set>

#include "virsh/failure.hpp"

namespace vireo::virsh {
namespace {

bool looks_like_option(const std::string& word) {
  return word.size() > 2 && word.starts_with("--") &&
         (std::isalnum(static_cast<unsigned char>(word[2])) || word[2] == '_');
}

std::string_view type_name(const Option& option) {
  return option.type == OptionType::number ? "number" : "string";
}

class CommandParser {
 public:
  CommandParser(const Command& command, bool lenient)
      : command_(command), arguments_(command), lenient_(lenient) {}

  Arguments run(const Words& words, size_t first) {
    bool options_end = false;
    for (size_t i = first; i < words.size(); ++i) {
      const std::string& word = words[i];
      if (!options_end && word == "--") {
        options_end = true;
      } else if (!options_end && looks_like_option(word)) {
        named(words, i);
      } else {
        positional(word);
      }
    }
    if (help_wanted_) return help_for_command();
    if (!lenient_) check_required();
    return std::move(arguments_);
  }

 private:
  // Moves `i` on when the value is a word of its own.
  void named(const Words& words, size_t& i) {
    std::string name = words[i].substr(2);
    std::optional<std::string> value;
    if (size_t equals = name.find('='); equals != name.npos) {
      value = name.substr(equals + 1);
      name.resize(equals);
    }
    const Option* option = resolve(name);
    if (name == "help" && !option) {
      if (value) throw failure("invalid '=' after option --{}", name);
      help_wanted_ = true;
      return;
    }
    if (!option) {
      if (lenient_) return;
      throw failure("command '{}' doesn't support option --{}", command_.name, name);
    }
    if (seen_.contains(option) && option->type != OptionType::rest && !lenient_) {
      throw failure("option --{} already seen", name);
    }
    seen_.insert(option);
    if (option->type == OptionType::flag) {
      if (value && !lenient_) throw failure("invalid '=' after option --{}", name);
      arguments_.add(*option, "");
      return;
    }
    if (!value) {
      if (i + 1 >= words.size()) {
        if (lenient_) return;
        throw failure("expected syntax: --{} <{}>", name, type_name(*option));
      }
      value = words[++i];
    }
    arguments_.add(*option, std::move(*value));
  }

  const Option* resolve(std::string_view name) const {
    const Option* option = command_.option(name);
    return option && !option->alias_of.empty() ? command_.option(option->alias_of) : option;
  }

  void positional(const std::string& word) {
    for (const Option& option : command_.options) {
      if (option.type == OptionType::flag || option.hidden || !option.positional) continue;
      if (option.type != OptionType::rest && seen_.contains(&option)) continue;
      seen_.insert(&option);
      arguments_.add(option, word);
      return;
    }
    if (!lenient_) throw failure("unexpected data '{}'", word);
  }

  void check_required() const {
    for (const Option& option : command_.options) {
      if (!option.required || seen_.contains(&option)) continue;
      if (option.named_in_error) {
        throw failure("command '{}' requires --{} option", command_.name, option.name);
      }
      throw failure("command '{}' requires <{}> option", command_.name, option.name);
    }
  }

  Arguments help_for_command() const {
    const Command* help = find_command("help");
    Arguments out(*help);
    out.add(*help->option("command"), std::string(command_.name));
    return out;
  }

  const Command& command_;
  Arguments arguments_;
  bool lenient_;
  bool help_wanted_ = false;
  std::set<const Option*> seen_;
};

}  // namespace

Arguments parse_command(const Words& words) {
  const Command* command = find_command(words.front());
  if (!command) throw failure("unknown command: '{}'", words.front());
  return CommandParser(*command, false).run(words, 1);
}

Arguments parse_partly(const Command& command, const Words& words) {
  return CommandParser(command, true).run(words, 1);
}

std::vector<Arguments> parse_line(std::string_view line) {
  std::vector<Arguments> commands;
  for (const Words& words : split_line(line)) commands.push_back(parse_command(words));
  return commands;
}

}  // namespace vireo::virsh
