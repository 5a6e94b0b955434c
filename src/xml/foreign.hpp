// SPDX-License-Identifier: LGPL-2.1-or-later
// Foreign XML inside a document (metadata): kept whole, written in libxml2's layout as libvirt does.
#pragma once

#include <string>
#include <string_view>

#include "xml/document.hpp"
#include "xml/writer.hpp"

namespace vireo::xml {

/// The element without indentation, self-contained: prefixes bound further out are declared on it. Children
/// without a namespace, and later ones with the namespace of an earlier one, are left out, as libvirt does.
std::string keep_foreign(Node element);

/// Writes what keep_foreign() gave, indented to the writer's depth.
void write_foreign(std::string_view xml, Writer& writer);

/// The element as it is, without indentation and comments, and written again in this writer's own layout.
std::string keep_whole(Node element);
void write_whole(std::string_view xml, Writer& writer);

/// The child element with that namespace URI, in libxml2's layout from column 1; empty when there is none.
std::string foreign_child(std::string_view xml, const std::string& uri);

/// Replaces, adds or (with empty `child`) removes the child with namespace `uri`. `child` is one element, put
/// into the namespace under prefix `key`. Returns the new whole; `name` names the element when `xml` was
/// empty.
std::string set_foreign_child(std::string_view xml, std::string_view name, const std::string& key,
                              const std::string& uri, std::string_view child);

}  // namespace vireo::xml
