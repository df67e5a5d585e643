#!/usr/bin/env python3
"""debian/control names the package of every library that the build asks for."""

import json
import os
import re
import subprocess

import sources

CONTROL_FIELD = re.compile(r'^Build-Depends:(.*?)(?=^\S|\Z)', re.M | re.S)
PACKAGE = re.compile(r'(?:^|[,|])\s*([a-z0-9][a-z0-9.+-]*)')


def check(root, build):
    field = CONTROL_FIELD.search(sources.read(root, 'debian/control'))
    listed = set(PACKAGE.findall(field.group(1))) if field else set()
    brought = set(PACKAGE.findall(output('dpkg-query', '-W', '-f', ', ${Depends}', *sorted(listed))))
    problems = []
    for library in json.load(open(os.path.join(build, 'meson-info', 'intro-dependencies.json'))):
        package = package_of(library['name'])
        if package and package not in listed | brought:
            problems.append(f"debian/control: {library['name']} comes from {package}, which is not in Build-Depends")
    return problems


def package_of(library):
    """The Debian package that brings LIBRARY.pc; '' for what has none."""
    folder = output('pkg-config', '--variable=pcfiledir', library).strip()
    return output('dpkg-query', '-S', f'{folder}/{library}.pc').split(':')[0] if folder else ''


def output(*command):
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


if __name__ == '__main__':
    sources.main(check)
