#!/usr/bin/env python3
"""Every sentence of the sources is in po/zh_CN.po, and nothing is half done."""

import os
import re
import subprocess
import tempfile

import sources

MARKED = re.compile(r'\b(?:_|N_|C_|NC_|gettext|ngettext|dgettext|g_dngettext)[ ]?\("|translatable="yes"')
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'gettext', 'ngettext:1,2', 'dgettext:2', 'g_dngettext:2,3',
            'g_dgettext:2', 'g_dpgettext2:2c,3']


def check(root, build=None):
    listed = [line.strip() for line in sources.read(root, 'po/POTFILES.in').splitlines()
              if line.strip() and not line.startswith('#')]
    problems = [f'po/POTFILES.in: {path} is listed but is not there' for path in listed
                if not os.path.exists(os.path.join(root, path))]
    for path in sources.walk(root, '.c', '.ui', under='src') + sources.walk(root, '.ui', under='ui'):
        if path not in listed and MARKED.search(sources.read(root, path)):
            problems.append(f'po/POTFILES.in: {path} has sentences to translate but is not listed')
    if problems or not listed:
        return problems
    for language in sources.read(root, 'po/LINGUAS').split():
        problems += check_language(root, listed, f'po/{language}.po')
    return problems


def check_language(root, listed, po):
    """msgfmt says whether the file is sound, msgcmp whether it is complete."""
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'messages.pot')
        extract = ['xgettext', '--from-code=UTF-8', '--force-po', '-o', template, *[f'-k{k}' for k in KEYWORDS], *listed]
        for command in (extract, ['msgfmt', '--check', '-o', os.devnull, po], ['msgcmp', po, template]):
            done = subprocess.run(command, cwd=root, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            if done.returncode != 0:
                return [f'{po}: {command[0]} refuses it:\n{done.stdout}']
    return []


if __name__ == '__main__':
    sources.main(check)
