#!/usr/bin/env python3
"""debian/control names the package of every library that the build asks for."""

import json
import re
import subprocess

import sources

CONTROL_FIELD = re.compile(r'^Build-Depends:(.*?)(?=^\S|\Z)', re.M | re.S)
PACKAGE = re.compile(r'(?:^|[,|])\s*([a-z0-9][a-z0-9.+-]*)')


def check(root, build):
    field = CONTROL_FIELD.search(sources.read(root, 'debian/control'))
    listed = set(PACKAGE.findall(field.group(1))) if field else set()
    brought = set(PACKAGE.findall(output('dpkg-query', '-W', '-f', ', ${Depends}', *sorted(listed))))
    names = [library['name'] for library in
             json.loads(sources.read(build, 'meson-info/intro-dependencies.json'))]
    return [f'debian/control: {name} comes from {package}, which is not in Build-Depends'
            for name, package in packages_of(names).items() if package not in listed | brought]


def packages_of(libraries):
    """Library → the Debian package that brings LIBRARY.pc; what has none is left out."""
    folders = {name: output('pkg-config', '--variable=pcfiledir', name).strip() for name in libraries}
    files = {f'{folder}/{name}.pc': name for name, folder in folders.items() if folder}
    owners = (line.rsplit(': ', 1) for line in output('dpkg-query', '-S', *files).splitlines())
    return {files[path]: package.split(':')[0] for package, path in owners}


def output(*command):
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


if __name__ == '__main__':
    sources.main(check)
