"""What the checks share: the files of the tree and how a check reports."""

import os
import re
import sys

SKIPPED = ('.git', '__pycache__', 'subprojects')


def walk(root, *endings, under='.'):
    """Paths relative to root of the files that end so, sorted."""
    found = []
    for folder, folders, names in os.walk(os.path.join(root, under)):
        folders[:] = [f for f in folders if f not in SKIPPED and not is_build_folder(folder, f)]
        for name in names:
            if name.endswith(endings or ('',)):
                found.append(os.path.relpath(os.path.join(folder, name), root))
    return sorted(found)


def is_build_folder(parent, name):
    return name.startswith('_') or os.path.exists(os.path.join(parent, name, 'meson-private')) \
        or (name.startswith('build') and name != 'build-aux')


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8', errors='replace') as file:
        return file.read()


def without_comments(text):
    """C without its comments; the lines keep their numbers."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', re.S)

    def blank(match):
        token = match.group(0)
        return token if token[0] in '"\'' else '\n' * token.count('\n')

    return pattern.sub(blank, text)


def main(check):
    """Runs check(root, build) and says what it found; exit 1 when anything."""
    root = sys.argv[1]
    build = sys.argv[2] if len(sys.argv) > 2 else None
    problems = check(root, build)
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
