// SPDX-License-Identifier: LGPL-2.1-or-later
// A domain's description, title and the metadata of other programs.
#include <libvirt/virterror.h>

#include "virsh/commands.hpp"
#include "virsh/editor.hpp"
#include "virsh/failure.hpp"
#include "virsh/lookup.hpp"

namespace vireo::virsh {
namespace {

/// Empty when there is none.
std::string metadata_of(Shell& shell, const Domain& domain, int kind, unsigned flags) {
  CString value(virDomainGetMetadata(domain.get(), kind, nullptr, flags));
  if (value) return value.get();
  if (shell.library_error_code() != VIR_ERR_NO_DOMAIN_METADATA) throw Failure();
  shell.forget_library_error();
  return "";
}

void desc(Shell& shell, const Arguments& arguments) {
  unsigned flags = affect_flags(arguments);
  bool title = arguments.has("title");
  int kind = title ? VIR_DOMAIN_METADATA_TITLE : VIR_DOMAIN_METADATA_DESCRIPTION;
  const char* what = title ? "title" : "description";
  Domain domain = domain_of(shell, arguments);
  std::vector<std::string> words = arguments.all("new-desc");
  bool edit = arguments.has("edit");
  if (words.empty() && !edit) {
    std::string present = metadata_of(shell, domain, kind, flags);
    if (present.empty()) {
      shell.say("No {} for domain: {}", what, name_of(domain));
    } else {
      shell.write(present);
    }
    return;
  }
  std::string wanted = fmt::format("{}", fmt::join(words, " "));
  if (edit) {
    std::string present = words.empty() ? metadata_of(shell, domain, kind, flags) : wanted;
    wanted = edit_text(present, "");
    if (title) wanted = wanted.substr(0, wanted.find('\n'));
    if (words.empty() && wanted == present) {
      shell.say("Domain {} not changed\n", what);
      return;
    }
  }
  if (virDomainSetMetadata(domain.get(), kind, wanted.c_str(), nullptr, nullptr, flags) < 0) {
    throw failure("Failed to set new domain {}", what);
  }
  shell.say("Domain {} updated successfully", what);
}

void edit_metadata(Shell& shell, const Domain& domain, const std::string& uri, const std::string& key,
                   unsigned flags) {
  EditSteps steps;
  steps.fetch = [&] {
    CString value(virDomainGetMetadata(domain.get(), VIR_DOMAIN_METADATA_ELEMENT, uri.c_str(), flags));
    shell.forget_library_error();
    return std::string(value ? value.get() : "\n");
  };
  steps.apply = [&](const std::string& xml, bool) {
    if (virDomainSetMetadata(domain.get(), VIR_DOMAIN_METADATA_ELEMENT, xml.c_str(), key.c_str(), uri.c_str(),
                             flags) < 0) {
      throw Failure();
    }
  };
  shell.say("{}\n", edit_object(shell, steps) ? "Metadata modified" : "Metadata not changed");
}

void metadata(Shell& shell, const Arguments& arguments) {
  unsigned flags = affect_flags(arguments);
  arguments.exclusive({"edit", "set", "remove"});
  Domain domain = domain_of(shell, arguments);
  std::string uri = arguments.text_or("uri", "");
  auto key = arguments.text("key"), set = arguments.text("set");
  if ((set || arguments.has("edit")) && !key) {
    throw Failure("namespace key is required when modifying metadata");
  }
  auto change = [&](const char* xml) {
    if (virDomainSetMetadata(domain.get(), VIR_DOMAIN_METADATA_ELEMENT, xml, c_or_null(key), uri.c_str(),
                             flags) < 0) {
      throw Failure();
    }
  };
  if (set) {
    change(set->c_str());
    shell.say("Metadata modified\n");
  } else if (arguments.has("remove")) {
    change(nullptr);
    shell.say("Metadata removed\n");
  } else if (arguments.has("edit")) {
    edit_metadata(shell, domain, uri, *key, flags);
  } else {
    shell.print("{}\n", take_string(virDomainGetMetadata(domain.get(), VIR_DOMAIN_METADATA_ELEMENT,
                                                         uri.c_str(), flags)));
  }
}

}  // namespace

std::vector<Command> domain_text_commands() {
  Option live = live_option("of the running domain"), config = config_option("of the stored definition");
  Option current = current_option("of the domain as it is now");
  return {
      {"desc",
       "a domain's description or title",
       "Prints or changes the domain's description or title.",
       {domain_option(), live, config, current, flag("title", "the title instead"),
        flag("edit", "change it in an editor"), rest("new-desc", "the new text")},
       desc},
      {"metadata",
       "metadata of other programs",
       "Prints or changes what other programs keep with the domain.",
       {domain_option(), text("uri", "the namespace").needed(), live, config, current,
        flag("edit", "change it in an editor"), text("key", "the namespace's prefix"),
        text("set", "the new XML"), flag("remove", "remove it")},
       metadata},
  };
}

}  // namespace vireo::virsh
