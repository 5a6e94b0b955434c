#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Checks what no compiler does: licence lines, which folder may include which, and the sizes of files and functions.

Prints one line a fault and exits with 1 when there is any. An exception stands in EXCEPTIONS with its reason.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LICENCE = "SPDX-License-Identifier: LGPL-2.1-or-later"
FILE_LINES, FUNCTION_LINES = 500, 70

# A folder below src/ may include itself and what is named here (and nothing else of src/).
LAYERS = {
    "base": [],
    "xml": ["base"],
    "model": ["base", "xml"],
    "driver": ["base", "xml", "model"],
    "rpc": ["base", "xml", "model", "driver"],
    "drivers/remote": ["base", "xml", "model", "driver", "rpc"],
    "drivers/*": ["base", "xml", "model", "driver"],
    "api": ["base", "xml", "model", "driver", "drivers/test", "drivers/remote"],
    "daemon": ["base", "xml", "model", "driver", "rpc", "drivers/*"],
    "libraries": [],  # forwards to libvirt.so.0
    "virsh": [],  # the public C API only: <libvirt/...>
}

# path (or path:function) -> why it may be larger
EXCEPTIONS = {
    "src/xml/codecs.cpp:const Codec string_codec{[](void* field, std::string_view text, const Item&) {":
        "a table of constants with small lambdas, which the reader here takes for one function",
}


def tracked():
    names = subprocess.check_output(["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard"], text=True).split("\n")
    return [ROOT / n for n in names if n and (ROOT / n).is_file()]


def folder(path):
    parts = path.relative_to(ROOT / "src").parts
    return "/".join(parts[:2]) if parts[0] == "drivers" else parts[0]


def check_licence(path, text):
    if path.suffix in {".cpp", ".hpp", ".h", ".c", ".py", ".cmake"} or path.name in {"CMakeLists.txt", "dev", "run"}:
        if LICENCE not in "\n".join(text.split("\n")[:3]):
            yield 1, f"the first line must be the licence line ({LICENCE})"


def check_includes(path, text):
    if ROOT / "src" not in path.parents or path.suffix not in {".cpp", ".hpp", ".h"}:
        return
    own = folder(path)
    allowed = LAYERS.get(own) or (LAYERS["drivers/*"] if own.startswith("drivers/") else [])
    for number, line in enumerate(text.split("\n"), 1):
        match = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
        if not match:
            continue
        target = ROOT / "src" / match[1]
        if not target.exists():
            target = path.parent / match[1]
        if not target.exists() or ROOT / "src" not in target.resolve().parents:
            continue  # generated, or a header of include/
        other = folder(target.resolve())
        star = "drivers/*" if other.startswith("drivers/") else other
        if other != own and other not in allowed and star not in allowed:
            yield number, f"src/{own} must not include src/{other}"


def functions(text):
    """(first line, lines, head) of each body that stands in column 0..2 and closes in its own column."""
    lines = text.split("\n")
    i = 0
    while i < len(lines):
        head = lines[i]
        opens = head.rstrip().endswith("{") and re.search(r"\)\s*(const|noexcept|override|final|\s|->.*|:.*)*\{$", head.rstrip())
        control = re.match(r"\s*(\}?\s*else|if|for|while|switch|do|catch|try|namespace|class|struct|enum|union|return)\b", head)
        indent = len(head) - len(head.lstrip())
        if opens and not control and indent <= 2:
            end = next((j for j in range(i + 1, len(lines)) if re.match(rf"\s{{0,{indent}}}\}}", lines[j])), len(lines) - 1)
            yield i + 1, end - i + 1, head.strip()
            i = end
        i += 1


def check_sizes(path, text):
    if path.suffix not in {".cpp", ".hpp"} or ROOT / "src" not in path.parents:
        return
    name = str(path.relative_to(ROOT))
    count = text.count("\n")
    if count > FILE_LINES and name not in EXCEPTIONS:
        yield FILE_LINES, f"{count} lines; at most {FILE_LINES}: which second subject gets its own file?"
    if path.name.endswith("_test.cpp"):
        return
    for line, length, head in functions(text):
        if length > FUNCTION_LINES and f"{name}:{head}" not in EXCEPTIONS:
            yield line, f"a function of {length} lines; at most {FUNCTION_LINES}: {head}"


def awaited(text):
    """(line, expression) of each co_await, comments and the insides of strings blanked."""
    text = re.sub(r"//[^\n]*", "", text)
    text = re.sub(r'"(\\.|[^"\\\n])*"', '""', text)
    for match in re.finditer(r"\bco_await\b", text):
        depth, end = 0, match.end()
        while end < len(text) and depth >= 0 and not (text[end] == ";" and depth == 0):
            depth += (text[end] in "([{") - (text[end] in ")]}")
            end += 1
        yield text.count("\n", 0, match.start()) + 1, text[match.end():end]


def check_awaits(path, text):
    """GCC 12 destroys a closure or a braced temporary twice when it stands inside a co_await expression."""
    if ROOT / "src" not in path.parents or path.suffix not in {".cpp", ".hpp"}:
        return
    for line, expression in awaited(text):
        if re.search(r"(?<![\w\])])\[\s*[^\]\s][^\]]*\]\s*(\(|\{|mutable|noexcept|->)", expression):
            yield line, "a capturing lambda inside a co_await expression: GCC 12 destroys it twice; give it a name first"
        elif re.search(r"[(,]\s*\{|[A-Z]\w*\s*\{", expression):
            yield line, "a braced temporary inside a co_await expression: GCC 12 destroys it twice; give it a name first"
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(r"(\bif\s*\(|&&|\|\||\?)\s*!?\s*co_await\b", line):
            yield number, "co_await in a condition: GCC 12 lays out the frame wrongly; await into a variable first"


def main():
    faults = 0
    for path in tracked():
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        for check in (check_licence, check_includes, check_sizes, check_awaits):
            for line, message in check(path, text):
                print(f"{path.relative_to(ROOT)}:{line}: {message}")
                faults += 1
    print(f"style: {faults} faults")
    return 1 if faults else 0


sys.exit(main())
