// SPDX-License-Identifier: LGPL-2.1-or-later
// What a command is: one row of data (name, group, texts, options) and its handler.
// Parser, help, completion and man page are all made from these rows. Texts are literals, nothing is owned.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vireo::virsh {

class Shell;
class Arguments;

enum class OptionType { flag, text, number, rest };

/// Candidates for one argument; it may ask the connection but must not print.
using Completer = std::vector<std::string> (*)(Shell&, const Arguments&);

struct Option {
  std::string_view name;
  OptionType type = OptionType::flag;
  std::string_view help;
  bool required = false;
  bool positional = true;       ///< false: only accepted as --name
  bool empty_ok = false;        ///< an empty value is a value
  bool named_in_error = false;  ///< a missing one is called "--name" instead of "<name>"
  bool hidden = false;          ///< accepted, not shown
  std::string_view alias_of;    ///< an older spelling of another option
  Completer completer = nullptr;

  constexpr Option needed() const {
    Option o = *this;
    o.required = true;
    return o;
  }
  constexpr Option only_named() const {
    Option o = *this;
    o.positional = false;
    return o;
  }
  constexpr Option may_be_empty() const {
    Option o = *this;
    o.empty_ok = true;
    return o;
  }
  constexpr Option dashed() const {
    Option o = *this;
    o.named_in_error = true;
    return o;
  }
  constexpr Option completes(Completer c) const {
    Option o = *this;
    o.completer = c;
    return o;
  }
};

constexpr Option flag(std::string_view name, std::string_view help) { return {name, OptionType::flag, help}; }
constexpr Option text(std::string_view name, std::string_view help) { return {name, OptionType::text, help}; }
/// A missing required number is called "--name".
constexpr Option number(std::string_view name, std::string_view help) {
  return Option{name, OptionType::number, help}.dashed();
}
constexpr Option rest(std::string_view name, std::string_view help) { return {name, OptionType::rest, help}; }
constexpr Option alias(std::string_view name, std::string_view of) {
  Option o{name, OptionType::text, ""};
  o.hidden = true;
  o.alias_of = of;
  return o;
}

/// Throws Failure; returning means success.
using Handler = void (*)(Shell&, const Arguments&);

struct Command {
  std::string_view name;
  std::string_view summary;      ///< one line, for lists of commands
  std::string_view description;  ///< for the command's own help; may be empty
  std::vector<Option> options;
  Handler handler = nullptr;
  bool needs_connection = true;
  bool hidden = false;  ///< works, but stands in no list

  const Option* option(std::string_view name) const;
};

struct Group {
  std::string_view title;
  std::string_view keyword;
  std::vector<Command> commands;
};

/// All groups in the order of the help.
const std::vector<Group>& groups();
const Command* find_command(std::string_view name);
const Group* find_group(std::string_view title_or_keyword);

}  // namespace vireo::virsh
