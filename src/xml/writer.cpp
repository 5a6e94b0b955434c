// SPDX-License-Identifier: LGPL-2.1-or-later
#include "xml/writer.hpp"

namespace vireo::xml {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&apos;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r') out += c;
    }
  }
}

void Writer::open_content() {
  if (open_) out_ += ">\n";
  open_ = false;
}

void Writer::begin(std::string_view name) {
  open_content();
  indent();
  out_ += '<';
  out_ += name;
  ++depth_;
  open_ = true;
  inline_text_ = false;
}

void Writer::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "='";
  append_escaped(out_, value);
  out_ += '\'';
}

void Writer::text(std::string_view value) {
  out_ += '>';
  append_escaped(out_, value);
  open_ = false;
  inline_text_ = true;
}

void Writer::end(std::string_view name) {
  --depth_;
  if (open_) {
    out_ += "/>\n";
  } else {
    if (!inline_text_) indent();
    out_ += "</";
    out_ += name;
    out_ += ">\n";
  }
  open_ = false;
  inline_text_ = false;
}

void Writer::element(std::string_view name, std::string_view value) {
  begin(name);
  text(value);
  end(name);
}

void Writer::raw(std::string_view xml) {
  open_content();
  out_ += xml;
  if (!xml.empty() && xml.back() != '\n') out_ += '\n';
}

void Writer::rewind(const Mark& mark) {
  out_.resize(mark.size);
  depth_ = mark.depth;
  open_ = mark.open;
  inline_text_ = mark.inline_text;
}

}  // namespace vireo::xml
