#!/usr/bin/env python3
"""A second compiler reads the sources: clang with the project's own warnings
and some more, all of them errors. Headers that no source includes first are
compiled alone too, so that each stands on its own feet. A source that is not
built at all is found here as well. The headers of the libraries are read once
for all sources of the same flags."""

import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import tempfile

import sources

# gcc alone judges double promotion (clang counts the INFINITY of math.h) and
# unused variables (clang counts scope guards).
EXTRA = ['-fsyntax-only', '-Werror', '-Wall', '-Wextra', '-Wcomma', '-Wunreachable-code-aggressive',
         '-Wno-unused-parameter', '-Wno-missing-field-initializers', '-Wno-unknown-warning-option',
         '-Wno-pragma-once-outside-header', '-Wno-double-promotion', '-Wno-unused-const-variable',
         '-Wno-unused-variable']
HEADERS_OF_CORE = ('gio/gio.h', 'math.h', 'string.h')
HEADERS_OF_FACES = ('gtk/gtk.h', 'adwaita.h', 'math.h')
FEW = 5  # sources that are not worth it
OPTIONAL = ('tests/fuzz/',)  # some only with -Dfuzz=true, some only without
FIRST_INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)


def check(root, build):
    root = os.path.realpath(root)
    jobs = {}
    for entry in json.loads(sources.read(build, 'compile_commands.json')):
        path = os.path.realpath(os.path.join(entry['directory'], entry['file']))
        if path.startswith(root + os.sep) and not path.startswith(os.path.realpath(build) + os.sep):
            jobs.setdefault(path, (entry['directory'], arguments_of(entry['command'])))
    if not jobs:
        return ['compile_commands.json names no source of this tree']
    forgotten = [f'{path}: is not built; name it in its meson.build or delete it'
                 for path in sources.walk(root, '.c')
                 if os.path.join(root, path) not in jobs and not path.startswith(OPTIONAL)]
    headers = lone_headers(root, jobs)
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        work = [*headers.items(), *precompiled(jobs, folder)]
        return forgotten + [problem for problem in pool.map(compile_one, work) if problem]


def arguments_of(command):
    """Keeps what says where headers are and what is defined and warned of."""
    keep, words = [], iter(shlex.split(command)[1:])
    for word in words:
        if word in ('-I', '-isystem', '-D', '-include'):
            keep += [word, next(words)]
        elif word.startswith(('-I', '-isystem', '-D', '-U', '-std', '-W', '-pthread')):
            keep.append(word)
    return keep


def lone_headers(root, jobs):
    """Headers whose .c does not include them first, with a neighbour's flags."""
    flags = {os.path.dirname(path): job for path, job in jobs.items()}
    proven = set()
    for path in jobs:
        first = FIRST_INCLUDE.search(sources.read('/', path))
        if first:
            proven.add(os.path.join(os.path.dirname(path), first.group(1)))
    lone = {}
    for path in sources.walk(root, '.h', under='src'):
        path = os.path.join(root, path)
        if path not in proven and os.path.dirname(path) in flags:
            lone[path] = flags[os.path.dirname(path)]
    return lone


def precompiled(jobs, folder):
    """The jobs, with what the libraries declare read beforehand where many need it."""
    groups = {}
    for path, (directory, arguments) in jobs.items():
        has_gtk = any(word.endswith('/gtk-4.0') for word in arguments)
        key = (has_gtk, *sorted(word for word in arguments if not word.startswith('-I')))
        groups.setdefault(key, []).append((path, directory, arguments))
    for number, (key, members) in enumerate(groups.items()):
        pch = precompile(os.path.join(folder, str(number)), HEADERS_OF_FACES if key[0] else HEADERS_OF_CORE, *members[0][1:]) if len(members) > FEW else []
        yield from ((path, (directory, arguments + pch)) for path, directory, arguments in members)


def precompile(stem, headers, directory, arguments):
    with open(stem + '.h', 'w', encoding='utf-8') as file:
        file.writelines(f'#include <{header}>\n' for header in headers)
    extra = [word for word in EXTRA if word != '-fsyntax-only']
    done = subprocess.run(['clang', *arguments, *extra, '-x', 'c-header', stem + '.h', '-o', stem + '.pch'], cwd=directory, check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return ['-include-pch', stem + '.pch'] if done.returncode == 0 else []


def compile_one(job):
    path, (directory, arguments) = job
    lone = ['-Wno-unused-function'] if path.endswith('.h') else []  # nobody calls its inline ones here
    done = subprocess.run(['clang', *arguments, *EXTRA, *lone, '-x', 'c', path], cwd=directory, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout if done.returncode != 0 else ''


if __name__ == '__main__':
    sources.main(check)
