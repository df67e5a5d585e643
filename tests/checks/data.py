#!/usr/bin/env python3
"""The files the desktop reads are what their own tools call valid."""

import subprocess

import sources

TOOLS = [
    (('.ui', '.xml', '.svg'), ['xmllint', '--nonet', '--noout']),
    (('.desktop',), ['desktop-file-validate']),
    (('.metainfo.xml',), ['appstreamcli', 'validate', '--no-net', '--no-color']),
]
FOLDERS = ('data', 'ui', 'src')


def check(root, build=None):
    problems = []
    for endings, command in TOOLS:
        for folder in FOLDERS:
            for path in sources.walk(root, *endings, under=folder):
                done = subprocess.run([*command, path], cwd=root, text=True,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                if done.returncode != 0 and not is_only_homepage(done.stdout):
                    problems.append(f'{path}: {command[0]} refuses it:\n{done.stdout}')
    return problems + check_schemas(root)


def is_only_homepage(output):
    """Newer appstreamcli warns that there is no home page: there is none."""
    complaints = [line for line in output.splitlines() if line.startswith(('E:', 'W:'))]
    return len(complaints) == 1 and 'url-homepage-missing' in complaints[0]


def check_schemas(root):
    if not sources.walk(root, '.gschema.xml', under='data'):
        return []
    done = subprocess.run(['glib-compile-schemas', '--strict', '--dry-run', 'data'], cwd=root, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return [done.stdout or 'glib-compile-schemas refuses data'] if done.returncode != 0 else []


if __name__ == '__main__':
    sources.main(check)
