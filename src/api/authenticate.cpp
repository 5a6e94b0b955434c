// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/authenticate.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>

namespace vireo::api {

namespace {

const char* text_or_null(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

bool ask(const virConnectAuth& auth, std::vector<driver::Credential>& questions) {
  std::vector<virConnectCredential> asked;
  for (const auto& question : questions) {
    bool known = std::find(auth.credtype, auth.credtype + auth.ncredtype, question.type) !=
                 auth.credtype + auth.ncredtype;
    if (!known) return false;
    asked.push_back({question.type, question.prompt.c_str(), text_or_null(question.challenge),
                     text_or_null(question.default_result), nullptr, 0});
  }
  int status = auth.cb(asked.data(), static_cast<unsigned>(asked.size()), auth.cbdata);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (!asked[i].result) continue;
    questions[i].result.assign(asked[i].result, asked[i].resultlen);
    ::explicit_bzero(asked[i].result, asked[i].resultlen);
    std::free(asked[i].result);
  }
  return status >= 0;
}

/// One line of standard input; null at its end.
char* read_line() {
  char* line = nullptr;
  std::size_t room = 0;
  ssize_t length = ::getline(&line, &room, stdin);
  if (length < 0) {
    std::free(line);
    return nullptr;
  }
  if (length > 0 && line[length - 1] == '\n') line[length - 1] = '\0';
  return line;
}

/// What programs get that bring no function of their own: questions on the terminal.
int ask_on_terminal(virConnectCredentialPtr credentials, unsigned count, void*) {
  for (auto* credential = credentials; credential != credentials + count; ++credential) {
    std::fprintf(stdout, "%s: ", credential->prompt);
    std::fflush(stdout);
    bool hidden = credential->type == VIR_CRED_PASSPHRASE || credential->type == VIR_CRED_NOECHOPROMPT;
    if (credential->type == VIR_CRED_EXTERNAL) return -1;
    char* secret = hidden ? ::getpass("") : nullptr;
    char* answer = hidden ? (secret ? ::strdup(secret) : nullptr) : read_line();
    if (!answer) return -1;
    if (!*answer && credential->defresult) {
      std::free(answer);
      answer = ::strdup(credential->defresult);
    }
    credential->result = answer;
    credential->resultlen = static_cast<unsigned>(std::char_traits<char>::length(answer));
  }
  return 0;
}

int terminal_types[] = {VIR_CRED_AUTHNAME,   VIR_CRED_ECHOPROMPT,   VIR_CRED_REALM,
                        VIR_CRED_PASSPHRASE, VIR_CRED_NOECHOPROMPT, VIR_CRED_EXTERNAL};
virConnectAuth terminal{terminal_types, std::size(terminal_types), ask_on_terminal, nullptr};

}  // namespace

driver::AuthCallback ask_through(virConnectAuthPtr auth) {
  if (!auth || !auth->cb) return {};
  return [auth](std::vector<driver::Credential>& questions) { return ask(*auth, questions); };
}

}  // namespace vireo::api

extern "C" {
virConnectAuthPtr virConnectAuthPtrDefault = &vireo::api::terminal;
}
