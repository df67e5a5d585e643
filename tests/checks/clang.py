#!/usr/bin/env python3
"""A second compiler reads the sources: clang with the project's own warnings
and some more, all of them errors. Headers that no source includes first are
compiled alone too, so that each stands on its own feet. A source that is not
built at all is found here as well."""

import concurrent.futures
import json
import os
import re
import shlex
import subprocess

import sources

# gcc alone judges double promotion (clang counts the INFINITY of math.h) and
# unused variables (clang counts scope guards).
EXTRA = ['-fsyntax-only', '-Werror', '-Wall', '-Wextra', '-Wcomma', '-Wunreachable-code-aggressive',
         '-Wno-unused-parameter', '-Wno-missing-field-initializers', '-Wno-unknown-warning-option',
         '-Wno-pragma-once-outside-header', '-Wno-double-promotion', '-Wno-unused-const-variable',
         '-Wno-unused-variable']
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
    jobs.update(lone_headers(root, jobs))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return forgotten + [problem for problem in pool.map(compile_one, jobs.items()) if problem]


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


def compile_one(job):
    path, (directory, arguments) = job
    lone = ['-Wno-unused-function'] if path.endswith('.h') else []  # nobody calls its inline ones here
    done = subprocess.run(['clang', *arguments, *EXTRA, *lone, '-x', 'c', path], cwd=directory, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout if done.returncode != 0 else ''


if __name__ == '__main__':
    sources.main(check)
