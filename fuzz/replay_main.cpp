// SPDX-License-Identifier: LGPL-2.1-or-later
// Runs a fuzz target over files, for compilers without libFuzzer: each argument is a file, or a folder of
// files. With --mutate N each input is also run N times with random changes (seeded by its name: repeatable).
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

const std::string* current = nullptr;

/// Shows the input that ended the program.
void show_and_die(int signal) {
  [[maybe_unused]] auto head = ::write(2, "\ninput:\n", 8);
  if (current) head = ::write(2, current->data(), current->size());
  head = ::write(2, "\n", 1);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void run(const std::string& input) {
  current = &input;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

void mutate(std::string& input, std::mt19937& random) {
  auto place = [&] { return input.empty() ? 0 : random() % input.size(); };
  switch (random() % 5) {
    case 0:
      input.insert(place(), 1, static_cast<char>(random()));
      break;
    case 1:
      input.erase(place(), 1 + random() % 4);
      break;
    case 2:
      input.insert(place(), input.substr(place(), random() % 16));
      break;
    case 3:
      input.resize(place());
      break;
    default:
      if (!input.empty()) input[place()] = static_cast<char>(random());
  }
}

std::size_t replay(const fs::path& path, int mutations) {
  std::ifstream file(path, std::ios::binary);
  std::string seed((std::istreambuf_iterator<char>(file)), {});
  run(seed);
  std::mt19937 random(static_cast<unsigned>(std::hash<std::string>{}(path.filename().native())));
  for (int i = 0; i < mutations; ++i) {
    auto input = seed;
    for (auto changes = 1 + random() % 6; changes > 0; --changes) mutate(input, random);
    run(input);
  }
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  for (int signal : {SIGABRT, SIGSEGV, SIGFPE}) std::signal(signal, show_and_die);
  std::size_t files = 0;
  int mutations = 0;
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    if (argument == "--mutate" && i + 1 < argc) {
      mutations = std::atoi(argv[++i]);
    } else if (fs::is_directory(argument)) {
      for (const auto& entry : fs::recursive_directory_iterator(argument))
        if (entry.is_regular_file()) files += replay(entry.path(), mutations);
    } else if (fs::exists(argument)) {
      files += replay(argument, mutations);
    } else {
      std::fprintf(stderr, "%s: no such file\n", argument.c_str());
      return 2;
    }
  }
  std::printf("%zu inputs, each with %d variations\n", files, mutations);
  return files ? 0 : 2;
}
