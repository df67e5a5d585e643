#!/usr/bin/env python3
"""Chinese text in C is data of parsing or it is in po/zh_CN.po."""

import re

import sources

# Tables of words that are data: what a parser reads, what the sample invents,
# what a form prints by regulation. Everything else is an English msgid.
DATA = (
    'src/core/base/bjt-date.c',  # 年 月 日
    'src/core/base/bjt-text.c',  # numerals
    'src/core/geo/bjt-coordinate-words.h',  # 东经 北纬 米
    'src/core/model/bjt-address',  # words and suffixes of addresses
    'src/core/model/bjt-issues.h',  # the word in the number of a notice
    'src/core/model/bjt-work.h',  # the role of a duty
    'src/import-helper/bjt-ogr-reader.c',  # names of layers
    'src/import-helper/bjt-calendar-words.h',  # titles of holidays
    'src/core/rules/bjt-appeal.',  # heads of chat messages
    'src/core/rules/bjt-place-words.h',  # words around the name of a place
    'src/core/rules/bjt-catalogue.c',  # words of the national lists
    'src/core/demo/',            # names of the sample community
    'src/core/model/bjt-address',  # address words
    'src/core/plan/bjt-room-words.h',  # what rooms are called
    'src/core/plan/bjt-door-words.h',  # labels of levels and doors
    'src/core/tiles/bjt-tile-metadata.c',  # keys of packs
    'src/core/import/',          # header words
    'src/core/form/',            # labels of forms, days in words
    'src/core/workspace/bjt-import-people.c',  # cell words: relations, ethnic groups
    'src/core/workspace/bjt-workspace-import.c',  # cell words: kinds of doors
    'src/core/print/',           # words of the official sheets
    'src/import-helper/bjt-ogr-reader.c',  # names of layers and attributes
)

CHINESE = re.compile(r'[\u3007\u3400-\u9fff\uf900-\ufaff]')
STRING = re.compile(r'"((?:\\.|[^"\\\n])*)"')


def check(root, build=None):
    problems = []
    for path in sources.walk(root, '.c', '.h', under='src'):
        if path.startswith(DATA):
            continue
        lines = sources.without_comments(sources.read(root, path)).split('\n')
        found = [number for number, line in enumerate(lines, 1)
                 if any(CHINESE.search(text) for text in STRING.findall(line))]
        if found:
            problems.append(f'{path}:{found[0]}: Chinese text outside the data tables ({len(found)} lines); '
                            'use an English msgid, or a table named in tests/checks/cjk.py')
    return problems


if __name__ == '__main__':
    sources.main(check)
