// SPDX-License-Identifier: LGPL-2.1-or-later
// Reads what a command needs out of the library's XML.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>

namespace vireo::virsh {

/// The parsed document. Throws Failure when it is not XML.
std::unique_ptr<pugi::xml_document> parse_xml(const std::string& text);

/// The nodes an expression selects, each printed on lines of its own, or within one <nodes> element.
/// Throws Failure when the expression is wrong or selects no nodes by its nature (a number, a string).
std::string select_xpath(const std::string& document, const std::string& expression, bool wrap);

}  // namespace vireo::virsh
