#!/usr/bin/env python3
"""The reason of a failure is read after it was given: where one call both passes
&error on to another and takes error itself, C may read it before."""

import re

import sources

GIVEN = re.compile(r'&(\w*error)\s*\)')


def rest_of_call(text, start):
    """What follows up to the end of the call around; None where there is none."""
    depth = 0
    for i in range(start, len(text)):
        if text[i] in ';{}':
            return None
        depth += {'(': 1, ')': -1}.get(text[i], 0)
        if depth < 0:
            return text[start:i]
    return None


def reads_it(rest, name):
    return rest is not None and rest.lstrip().startswith(',') and re.search(rf'(?<![&\w>.*]){name}\b(?!->)', rest)


def check(root, build=None):
    problems = []
    for path in sources.walk(root, '.c', under='src'):
        text = sources.without_comments(sources.read(root, path))
        for match in GIVEN.finditer(text):
            if reads_it(rest_of_call(text, match.end()), match.group(1)):
                number = text.count('\n', 0, match.start()) + 1
                problems.append(f'{path}:{number}: {match.group(1)} may be read before it is set; pass &{match.group(1)}')
    return problems


if __name__ == '__main__':
    sources.main(check)
