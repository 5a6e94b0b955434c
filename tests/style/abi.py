#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Compares what the public C headers declare with the list kept beside this script: the value of every constant,
the size of every structure and the place of each member, and the type of every function and callback.

usage: abi.py [--include DIR] [--update]
The list is the interface of compiled programs: a line may be added, never changed or removed. --include reads
the headers of another installation, to see that both are one and the same.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = pathlib.Path(__file__).with_name("abi.txt")
HEADERS = ["libvirt", "virterror", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"]
# Macros that are no values: guards, attributes, and those that take arguments.
NOT_VALUES = re.compile(r"_H(_|INCLUDES__)?$|_H__$|^__|^VIR_DEPRECATED$|^VIR_EXPORT_VAR$|^VIR_WIDE_ENUM$|^VIR_ENUM_SENTINELS$|^_vir")


def compiler(include, *arguments):
    return [os.environ.get("CXX", "g++"), "-std=c++17", "-w", f"-I{include}", *arguments]


def names(include):
    """Everything the headers declare, by kind, as the preprocessor and a few patterns see it."""
    source = "".join(f"#include <libvirt/{name}.h>\n" for name in HEADERS)
    with tempfile.NamedTemporaryFile("w", suffix=".cc") as file:
        file.write("#define VIR_ENUM_SENTINELS\n" + source)
        file.flush()
        text = subprocess.check_output(compiler(include, "-E", file.name), text=True)
        macros = subprocess.check_output(compiler(include, "-E", "-dD", file.name), text=True)
    ours, keep = "", False
    macro_names = set()
    for line in macros.split("\n"):
        if match := re.match(r'# \d+ "([^"]*)"', line):
            keep = "/libvirt/" in match[1]
        elif keep and (match := re.match(r"#define (\w+)(\(?)", line)) and not match[2]:
            macro_names.add(match[1])
    for line in text.split("\n"):
        if match := re.match(r'# \d+ "([^"]*)"', line):
            keep = "/libvirt/" in match[1]
        elif keep:
            ours += line + "\n"
    constants = set()
    for body in re.findall(r"enum\s*\{(.*?)\}", ours, re.S):
        constants |= set(re.findall(r"(?:^|,)\s*(VIR_\w+)", body))
    ours = re.sub(r'extern\s*"C"\s*\{', "", ours)
    flat = re.sub(r"\{[^{}]*\}", "", re.sub(r"\{[^{}]*\}", "", ours))
    functions = set(re.findall(r"\b(vir\w+)\s*\([^;()]*\)\s*;", flat))
    callbacks = set(re.findall(r"typedef[^;()]*\(\s*\*\s*(vir\w+)\s*\)", ours))
    structs = {}
    for tag, body in re.findall(r"struct\s+_(vir\w+)\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*;", ours):
        body = re.sub(r"__attribute__\s*\(\([^)]*\)\)", "", body)
        members = re.findall(r"(\w+)\s*(?:\[[^\]]*\])?\s*;", re.sub(r"\{[^{}]*\}", "", body))
        structs["_" + tag] = members
    typedefs = set(re.findall(r"typedef\s+[\w\s]+\*\s*(vir\w+)\s*;", ours))
    values = {m for m in macro_names if not NOT_VALUES.search(m)}
    return constants, values, functions, callbacks, structs, typedefs


def program(include):
    constants, values, functions, callbacks, structs, typedefs = names(include)
    out = "#define VIR_ENUM_SENTINELS\n#include <cstddef>\n#include <iostream>\n#include <string>\n#include <typeinfo>\n"
    out += "".join(f"#include <libvirt/{name}.h>\n" for name in HEADERS)
    out += "static std::string show(const char* v) { return std::string(1, '\"') + v + '\"'; }\n"
    out += "static std::string show(long long v) { return std::to_string(v); }\n"
    out += "template <class T> static void type(const char* n) { std::cout << n << ' ' << typeid(T).name() << '\\n'; }\n"
    out += "int main() {\n"
    for name in sorted(constants | values):
        out += f'  std::cout << "{name} " << show({name}) << "\\n";\n'
    for tag, members in sorted(structs.items()):
        out += f'  std::cout << "struct {tag} " << sizeof(struct {tag}) << "\\n";\n'
        for member in members:
            where = f"offsetof(struct {tag}, {member})"
            size = f"sizeof((({tag}*)nullptr)->{member})"
            out += f'  std::cout << "{tag}.{member} " << {where} << "+" << {size} << "\\n";\n'
    for name in sorted(functions | callbacks | typedefs):
        out += f'  type<decltype({name})*>("{name}");\n' if name in functions else f'  type<{name}>("{name}");\n'
    return out + "}\n"


def declared(include):
    with tempfile.TemporaryDirectory() as folder:
        source, binary = pathlib.Path(folder, "abi.cc"), pathlib.Path(folder, "abi")
        source.write_text(program(include))
        subprocess.check_call(compiler(include, source, "-o", binary))
        return subprocess.check_output([binary], text=True).split("\n")[:-1]


def main():
    arguments = sys.argv[1:]
    include = ROOT / "include"
    if "--include" in arguments:
        include = arguments[arguments.index("--include") + 1]
    have = declared(include)
    if "--update" in arguments:
        LIST.write_text("\n".join(have) + "\n")
        return 0
    want = LIST.read_text().split("\n")[:-1]
    for line in sorted(set(want) - set(have)):
        print(f"missing or changed: {line}")
    for line in sorted(set(have) - set(want)):
        print(f"not in {LIST.name}: {line}")
    print(f"interface: {len(have)} declarations, {len(set(want) ^ set(have))} differences")
    return 1 if set(want) != set(have) else 0


if __name__ == "__main__":
    sys.exit(main())
