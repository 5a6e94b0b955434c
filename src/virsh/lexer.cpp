// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/lexer.hpp"

#include "virsh/failure.hpp"

namespace vireo::virsh {
namespace {

class Lexer {
 public:
  explicit Lexer(std::string_view line) : line_(line) {}

  std::vector<Words> run() {
    while (skip_blanks()) {
      if (at_end_of_command()) {
        ++at_;
        finish();
      } else if (line_[at_] == '#') {
        while (at_ < line_.size() && line_[at_] != '\n') ++at_;
      } else {
        words_.push_back(word());
      }
    }
    finish();
    return std::move(commands_);
  }

 private:
  bool at_end_of_command() const { return line_[at_] == ';' || line_[at_] == '\n'; }
  bool at_continuation() const {
    return line_[at_] == '\\' && at_ + 1 < line_.size() && line_[at_ + 1] == '\n';
  }

  bool skip_blanks() {
    while (at_ < line_.size()) {
      if (line_[at_] == ' ' || line_[at_] == '\t') {
        ++at_;
      } else if (at_continuation()) {
        at_ += 2;
      } else {
        return true;
      }
    }
    return false;
  }

  std::string word() {
    std::string out;
    bool quoted = false;
    for (; at_ < line_.size(); ++at_) {
      char c = line_[at_];
      if (!quoted && (c == ' ' || c == '\t' || at_end_of_command())) break;
      if (!quoted && c == '\'') {
        single_quoted(out);
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\') {
        escaped(out);
      } else {
        out += c;
      }
    }
    if (quoted) throw Failure("missing \"");
    return out;
  }

  // A single quote that is never closed reaches to the end of the line, as scripts have come to expect.
  void single_quoted(std::string& out) {
    size_t close = line_.find('\'', at_ + 1);
    size_t end = close == line_.npos ? line_.size() : close;
    out.append(line_.substr(at_ + 1, end - at_ - 1));
    at_ = close == line_.npos ? line_.size() - 1 : close;
  }

  void escaped(std::string& out) {
    if (++at_ >= line_.size()) throw Failure("dangling \\");
    if (line_[at_] != '\n') out += line_[at_];
  }

  void finish() {
    if (!words_.empty()) commands_.push_back(std::move(words_));
    words_.clear();
  }

  std::string_view line_;
  size_t at_ = 0;
  Words words_;
  std::vector<Words> commands_;
};

}  // namespace

std::vector<Words> split_line(std::string_view line) { return Lexer(line).run(); }

}  // namespace vireo::virsh
