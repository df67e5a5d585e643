#!/usr/bin/env python3
"""Days are those of Asia/Shanghai: nothing asks for the zone of the machine."""

import re

import sources

ASKS_THE_MACHINE = re.compile(
    r'\b(g_date_time_new_now_local|g_date_time_new_local|g_date_time_new_from_unix_local\w*|g_date_time_to_local|'
    r'g_time_zone_new_local|g_date_set_time\w*|localtime(?:_r)?|mktime|ctime(?:_r)?)\s*\(')


def check(root, build=None):
    problems = []
    for path in sources.walk(root, '.c', '.h', under='src'):
        text = sources.without_comments(sources.read(root, path))
        problems += [f'{path}:{number}: {match.group(1)} asks for the zone of the machine; use base/bjt-clock.h'
                     for number, line in enumerate(text.split('\n'), 1)
                     for match in ASKS_THE_MACHINE.finditer(line)]
    return problems


if __name__ == '__main__':
    sources.main(check)
