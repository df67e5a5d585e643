#!/usr/bin/env python3
"""Which folder may include what: the picture of the layers, enforced."""

import os
import re

import sources

# A folder may include its own headers and those of the folders named here.
VALUES = {'base', 'geo', 'model'}
CORE = {'base', 'xml', 'geo', 'model', 'rules', 'plan', 'route', 'tiles', 'paint', 'basemap', 'carto', 'import', 'form', 'print', 'store', 'demo'}
ALLOWED = {
    'base': set(),
    'xml': {'base'},
    'geo': {'base'},
    'model': {'geo', 'base'},
    'rules': VALUES,
    'plan': VALUES | {'xml'},
    'route': {'geo', 'base'},
    'tiles': {'geo', 'xml', 'base'},
    'import': VALUES | {'plan', 'xml'},
    'form': VALUES | {'import'},
    'paint': VALUES | {'plan'},
    'basemap': VALUES | {'paint', 'tiles'},
    'carto': VALUES | {'paint', 'plan', 'rules'},
    'print': VALUES | {'paint', 'basemap', 'carto', 'rules', 'plan', 'tiles', 'xml'},
    'store': VALUES | {'tiles'},
    'demo': VALUES | {'store', 'rules'},
    'workspace': CORE,
    'canvas': VALUES | {'paint'},
    'drafting': VALUES | {'plan', 'paint', 'canvas'},
    'map': VALUES | {'plan', 'canvas', 'tiles', 'paint', 'basemap', 'carto'},
    'widgets': VALUES | {'plan', 'paint', 'carto'},
    'pages': VALUES | {'workspace', 'map', 'drafting', 'canvas', 'widgets', 'rules', 'plan', 'tiles', 'paint', 'basemap', 'carto', 'print', 'import', 'form'},
    'app': VALUES | {'pages', 'widgets', 'workspace'},
    'cli': VALUES | {'workspace', 'rules', 'plan', 'route', 'tiles', 'paint', 'basemap', 'carto', 'print', 'import', 'form'},
    'import-helper': VALUES | {'import', 'form', 'plan', 'xml'},
}

# Single headers beyond that: the codes of errors that a page explains.
ALLOWED_HEADERS = {'pages': {'store/bjt-store.h'}}

# Dangerous or heavy libraries have one owner; the pattern matches <…> headers.
OWNERS = [
    (r'sqlite3(ext)?\.h|spatialite', {'store'}),
    (r'libxml/', {'xml'}),
    (r'shumate/', {'map', 'app', 'pages'}),
    (r'(gtk|gdk|gsk|adwaita)[/.]', {'canvas', 'drafting', 'map', 'widgets', 'pages', 'app'}),
    (r'(gdal|ogr|cpl)_', {'import-helper'}),
    (r'proj\.h|proj_', {'geo'}),
    (r'geos_c\.h', {'geo'}),
    (r'protobuf-c', {'tiles'}),
    (r'libsoup/', {'tiles'}),
    (r'libsecret/', {'tiles'}),
    (r'libical/', {'rules', 'import-helper'}),
    (r'archive(_entry)?\.h', {'import', 'import-helper'}),
    (r'cairo', {'paint', 'basemap', 'carto', 'print', 'canvas', 'drafting', 'map', 'widgets', 'pages', 'workspace', 'cli', 'import-helper'}),
    (r'poppler|jpeglib|png\.h', {'import-helper'}),
    (r'pango', {'paint', 'basemap', 'print', 'canvas', 'drafting', 'map', 'widgets', 'pages'}),
]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def folder_of(path):
    """src/core/geo/x.c → geo, src/map/x.c → map."""
    parts = path.split(os.sep)
    return parts[2] if parts[1] == 'core' else parts[1]


def check(root, build=None):
    problems = []
    for path in sources.walk(root, '.c', '.h', under='src'):
        folder = folder_of(path)
        if folder not in ALLOWED:
            problems.append(f'{path}: the folder {folder} is in no layer; name it in tests/checks/layers.py')
            continue
        for kind, header in INCLUDE.findall(sources.without_comments(sources.read(root, path))):
            problems += check_include(path, folder, kind, header)
    return problems


def check_include(path, folder, kind, header):
    if kind == '<':
        return [f'{path}: <{header}> belongs to {", ".join(sorted(owners))}, not to {folder}'
                for pattern, owners in OWNERS if re.match(pattern, header) and folder not in owners]
    if '..' in header:
        return [f'{path}: "{header}" climbs out of its folder; include it by its path from src/core or src']
    parts = header.split('/')
    target = parts[-2] if len(parts) > 1 else folder
    if target != folder and target not in ALLOWED[folder] and header not in ALLOWED_HEADERS.get(folder, ()):
        return [f'{path}: {folder} may not include {target} ("{header}")']
    return []


if __name__ == '__main__':
    sources.main(check)
