// SPDX-License-Identifier: LGPL-2.1-or-later
// Well-formedness and limits, in one pass over the bytes. pugixml is forgiving by design; what others wrote
// is not to be forgiven, and a refusal should come before memory is spent and name the place.
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <vector>

#include "xml/document.hpp"

namespace vireo::xml {

namespace {

Position position_in(std::string_view text, std::size_t byte) {
  byte = std::min(byte, text.size());
  const auto before = text.substr(0, byte);
  const auto line_start = before.rfind('\n');
  return {.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
          .column = byte - (line_start == std::string_view::npos ? 0 : line_start + 1) + 1};
}

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

enum : unsigned char { name_start = 1, name_part = 2, plain_text = 4, plain_value = 8 };

/// What each byte may be part of without a closer look.
constexpr auto classes = [] {
  std::array<unsigned char, 256> table{};
  for (int c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c >= 0x80;
    if (letter) table[static_cast<std::size_t>(c)] |= name_start | name_part;
    if ((c >= '0' && c <= '9') || c == '-' || c == '.') table[static_cast<std::size_t>(c)] |= name_part;
    if ((c >= 0x20 && c < 0x80 && c != '<' && c != '&' && c != ']') || c == '\n' || c == '\t' || c == '\r')
      table[static_cast<std::size_t>(c)] |= plain_text;
    if ((c >= 0x20 && c < 0x80 && c != '<' && c != '&' && c != '"' && c != '\'') || c == '\n' || c == '\t' ||
        c == '\r')
      table[static_cast<std::size_t>(c)] |= plain_value;
  }
  return table;
}();

bool is(char c, unsigned char kind) { return (classes[static_cast<unsigned char>(c)] & kind) != 0; }

constexpr bool is_character(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

class Checker {
 public:
  Checker(std::string_view text, const Limits& limits, int error_domain)
      : text_(text), limits_(limits), error_domain_(error_domain) {}

  void run() {
    if (text_.size() > limits_.bytes)
      fail(0,
           fmt::format("the document has {} bytes, more than the {} allowed", text_.size(), limits_.bytes));
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    if (text_.substr(at_).starts_with("<?xml") && at_ + 5 < text_.size() && is_space(text_[at_ + 5]))
      declaration();
    bool seen_root = false;
    while (at_ < text_.size()) {
      if (is_space(text_[at_])) {
        ++at_;
      } else if (text_[at_] != '<') {
        fail(at_, seen_root ? "text behind the end of the document" : "a document starts with '<'");
      } else if (!misc()) {
        if (seen_root) fail(at_, "a second root element");
        seen_root = true;
        tree();
      }
    }
    if (!seen_root) fail(at_, "the document is empty");
  }

 private:
  [[noreturn]] void fail(std::size_t byte, std::string_view what) const {
    const auto [line, column] = position_in(text_, byte);
    const auto element = open_.empty() ? std::string() : fmt::format(" in element '{}'", open_.back());
    throw error(VIR_ERR_XML_ERROR, error_domain_, "{}{} (line {}, column {})", what, element, line, column);
  }

  bool next_is(std::string_view start) const { return text_.substr(at_).starts_with(start); }
  char here() const {
    if (at_ >= text_.size()) fail(at_, "the document ends too early");
    return text_[at_];
  }
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  /// To behind `end`; every character on the way must be one of XML's.
  void skip_past(std::string_view end, const char* what) {
    const auto start = at_;
    const auto found = text_.find(end, at_);
    if (found == std::string_view::npos) fail(start, fmt::format("{} without end", what));
    while (at_ < found) character();
    at_ = found + end.size();
  }

  void declaration() {
    const auto end = text_.find("?>", at_);
    if (end == std::string_view::npos) fail(at_, "XML declaration without end");
    const auto words = text_.substr(at_, end - at_);
    if (const auto encoding = words.find("encoding"); encoding != std::string_view::npos) {
      const auto open = words.find_first_of("'\"", encoding);
      const auto close = open == std::string_view::npos ? open : words.find(words[open], open + 1);
      if (close == std::string_view::npos) fail(at_, "bad XML declaration");
      std::string name(words.substr(open + 1, close - open - 1));
      std::ranges::transform(name, name.begin(),
                             [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      if (name != "utf-8" && name != "utf8" && name != "us-ascii" && name != "ascii")
        fail(at_, fmt::format("encoding '{}' is not supported, only UTF-8", name));
    }
    at_ = end + 2;
  }

  /// A comment, processing instruction or DOCTYPE; false when it is an element.
  bool misc() {
    if (next_is("<!--")) {
      comment();
    } else if (next_is("<?")) {
      if (next_is("<?xml") && at_ + 5 < text_.size() && is_space(text_[at_ + 5]))
        fail(at_, "an XML declaration stands only at the start");
      skip_past("?>", "processing instruction");
    } else if (next_is("<!DOCTYPE")) {
      if (!open_.empty()) fail(at_, "a DOCTYPE inside an element");
      const auto end = text_.find_first_of("[>", at_);
      if (end == std::string_view::npos || text_[end] == '[')
        fail(at_, "a DOCTYPE with declarations is not allowed");
      at_ = end + 1;
    } else {
      return false;
    }
    return true;
  }

  void comment() {
    const auto start = at_;
    at_ += 4;
    const auto dashes = text_.find("--", at_);
    if (dashes == std::string_view::npos || dashes + 2 >= text_.size() || text_[dashes + 2] != '>')
      fail(start, "comment without proper end");
    while (at_ < dashes) character();
    at_ = dashes + 3;
  }

  std::string_view name() {
    const auto start = at_;
    if (!is(here(), name_start)) fail(at_, "a name is expected");
    while (at_ < text_.size() && is(text_[at_], name_part)) {
      if (static_cast<unsigned char>(text_[at_]) >= 0x80)
        character();
      else
        ++at_;
    }
    return text_.substr(start, at_ - start);
  }

  /// One element with all inside it; a loop, so that depth costs no stack.
  void tree() {
    start_tag();
    while (!open_.empty()) {
      while (at_ < text_.size() && is(text_[at_], plain_text)) ++at_;
      const char c = here();
      if (c != '<')
        content_character(c);
      else if (next_is("</"))
        end_tag();
      else if (next_is("<![CDATA["))
        at_ += 9, skip_past("]]>", "CDATA");
      else if (!misc())
        start_tag();
    }
  }

  void content_character(char c) {
    if (c == '&')
      reference();
    else if (next_is("]]>"))
      fail(at_, "']]>' in text");
    else
      character();
  }

  void start_tag() {
    const auto start = at_++;
    if (++elements_ > limits_.elements) fail(start, fmt::format("more than {} elements", limits_.elements));
    if (open_.size() >= limits_.depth)
      fail(start, fmt::format("more than {} elements inside each other", limits_.depth));
    open_.push_back(name());
    attributes_.clear();
    for (;;) {
      const bool spaced = is_space(here());
      skip_space();
      if (here() == '>') {
        ++at_;
        return;
      }
      if (here() == '/') {
        if (++at_, here() != '>') fail(at_, "'/>' is expected");
        ++at_;
        open_.pop_back();
        return;
      }
      if (!spaced) fail(at_, "white space or '>' is expected");
      attribute();
    }
  }

  void attribute() {
    const auto start = at_;
    const auto attribute_name = name();
    if (std::ranges::find(attributes_, attribute_name) != attributes_.end())
      fail(start, fmt::format("attribute '{}' stands twice", attribute_name));
    if (attributes_.size() >= limits_.attributes)
      fail(start, fmt::format("more than {} attributes", limits_.attributes));
    attributes_.push_back(attribute_name);
    skip_space();
    if (here() != '=') fail(at_, fmt::format("attribute '{}' has no value", attribute_name));
    ++at_;
    skip_space();
    const char quote = here();
    if (quote != '"' && quote != '\'')
      fail(at_, fmt::format("the value of attribute '{}' is not quoted", attribute_name));
    ++at_;
    for (;;) {
      while (at_ < text_.size() && is(text_[at_], plain_value)) ++at_;
      const char c = here();
      if (c == quote) break;
      if (c == '<') fail(at_, fmt::format("'<' in the value of attribute '{}'", attribute_name));
      if (c == '&')
        reference();
      else
        character();
    }
    ++at_;
  }

  void end_tag() {
    const auto start = at_;
    at_ += 2;
    const auto closed = name();
    skip_space();
    if (here() != '>') fail(at_, "'>' is expected");
    if (closed != open_.back())
      fail(start,
           fmt::format("the end of '{}' stands where the end of '{}' is expected", closed, open_.back()));
    ++at_;
    open_.pop_back();
  }

  void reference() {
    const auto start = at_;
    const auto end = text_.find(';', at_);
    if (end == std::string_view::npos || end - start > 16) fail(start, "'&' that starts no entity");
    const auto entity = text_.substr(start + 1, end - start - 1);
    if (entity.starts_with('#')) {
      const bool hex = entity.size() > 1 && entity[1] == 'x';
      const auto digits = entity.substr(hex ? 2 : 1);
      std::uint32_t value = 0;
      const auto [last, failure] =
          std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
      if (digits.empty() || failure != std::errc() || last != digits.data() + digits.size() ||
          !is_character(value))
        fail(start, fmt::format("'&{};' is no character", entity));
    } else if (entity != "lt" && entity != "gt" && entity != "amp" && entity != "quot" && entity != "apos") {
      fail(start, fmt::format("unknown entity '{}'", entity));
    }
    at_ = end + 1;
  }

  /// One character in UTF-8.
  void character() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    const int length = byte < 0x80   ? 1
                       : byte < 0xC2 ? 0
                       : byte < 0xE0 ? 2
                       : byte < 0xF0 ? 3
                       : byte < 0xF5 ? 4
                                     : 0;
    if (length == 0 || at_ + static_cast<std::size_t>(length) > text_.size())
      fail(at_, "a byte that is not UTF-8");
    std::uint32_t value = length == 1 ? byte : byte & (0x7Fu >> length);
    for (int i = 1; i < length; ++i) {
      const auto more = static_cast<unsigned char>(text_[at_ + static_cast<std::size_t>(i)]);
      if ((more & 0xC0) != 0x80) fail(at_, "a byte that is not UTF-8");
      value = value << 6 | (more & 0x3F);
    }
    if (!is_character(value) || (length == 3 && value < 0x800) || (length == 4 && value < 0x10000))
      fail(at_, "a character that XML cannot carry");
    at_ += static_cast<std::size_t>(length);
  }

  std::string_view text_;
  const Limits& limits_;
  int error_domain_;
  std::size_t at_ = 0;
  std::size_t elements_ = 0;
  std::vector<std::string_view> open_;
  std::vector<std::string_view> attributes_;
};

}  // namespace

void check(std::string_view text, const Limits& limits, int error_domain) {
  Checker(text, limits, error_domain).run();
}

Position Document::position(std::size_t byte) const { return position_in(*source_, byte); }

}  // namespace vireo::xml
