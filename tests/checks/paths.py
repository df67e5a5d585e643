#!/usr/bin/env python3
"""Nothing in the tree knows the machine it was written on or a package registry."""

import re

import sources

ENDINGS = ('.c', '.h', '.py', '.sh', '.md', '.ui', '.xml', '.build', '.txt', '.in', '.po', '.sql', '.json', '.desktop',
           'control', 'rules', 'run', 'test', 'with-display', 'bench', 'POTFILES')
FORBIDDEN = re.compile(
    r'(?<![\w.}-])/(?:work|home|root|Users)/[\w.-]+'
    r'|\b(?:pypi\.org|registry\.npmjs\.org|crates\.io|proxy\.golang\.org|deb\.debian\.org|rubygems\.org)\b')
SELF = ('tests/checks/paths.py', 'tests/checks/test_checks.py')


def check(root, build=None):
    problems = []
    for path in sources.walk(root, *ENDINGS):
        if path in SELF:
            continue
        for number, line in enumerate(sources.read(root, path).split('\n'), 1):
            found = FORBIDDEN.search(line)
            if found:
                problems.append(f'{path}:{number}: {found.group(0)} is of one machine or registry only')
    return problems


if __name__ == '__main__':
    sources.main(check)
