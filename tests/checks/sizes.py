#!/usr/bin/env python3
"""Functions stay readable: ≤ 80 lines, ≤ 7 parameters; files ≤ 800 lines.

What another library dictates is not counted: the length of class_init, the
parameters of _cb, the cancellable, callback and data of _async."""

import json
import subprocess

import sources

FILE_LINES = 800
FUNCTION_LINES = 80
PARAMETERS = 7


def check(root, build=None):
    problems = []
    paths = sources.walk(root, '.c', '.h', '.ui', '.py', under='src') + sources.walk(root, '.c', '.h', '.py', under='tests')
    for path in paths:
        lines = sources.read(root, path).count('\n')
        if lines > FILE_LINES:
            problems.append(f'{path}: {lines} lines, more than {FILE_LINES}; split it by meaning')
    for tag in functions(root, [path for path in paths if path.endswith('.c')]):
        problems += check_function(tag)
    return problems


def functions(root, paths):
    command = ['ctags', '--quiet', '--options=NONE', '--output-format=json', '--fields=+neS', '--kinds-C=f',
               '--languages=C', '-L', '-', '-f', '-']
    output = subprocess.run(command, cwd=root, input='\n'.join(paths), text=True, check=True,
                            stdout=subprocess.PIPE).stdout
    return [tag for tag in map(json.loads, output.splitlines()) if tag['_type'] == 'tag']


def check_function(tag):
    problems = []
    name, where = tag['name'], f"{tag['path']}:{tag['line']}"
    lines = tag.get('end', tag['line']) - tag['line'] + 1
    if lines > FUNCTION_LINES and not name.endswith('_class_init'):
        problems.append(f'{where}: {name} has {lines} lines, more than {FUNCTION_LINES}')
    parameters = count_parameters(tag.get('signature', ''))
    if name.endswith('_async'):
        parameters -= 3
    if parameters > PARAMETERS and not name.endswith('_cb'):
        problems.append(f'{where}: {name} takes {parameters} parameters, more than {PARAMETERS}; pass a struct')
    return problems


def count_parameters(signature):
    depth, count = 0, 0 if signature.strip('() ') in ('', 'void') else 1
    for character in signature[1:-1]:
        depth += {'(': 1, ')': -1}.get(character, 0)
        count += character == ',' and depth == 0
    return count


if __name__ == '__main__':
    sources.main(check)
