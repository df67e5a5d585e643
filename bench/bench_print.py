"""print: sheets of the sample community: how long they take, how large they are. The
atlas stands beside the one of QGIS (package python3-qgis), made in the same run."""

import json
import os
import re
import subprocess
import sys
import time

from measure import FOLDER, Workshop, row

PEER_PYTHON = '/usr/bin/python3' # Debian's python3-qgis is for this one
MB = 1e6


def run():
    with Workshop() as shop:
        file = os.path.join(shop.folder, 'print.bjt')
        subprocess.run(['bjt', 'demo', file], check=True, stdout=subprocess.DEVNULL)
        grid = sheet(shop, file, 'grid-map', '--grid', '3')
        poster = sheet(shop, file, 'poster', '--paper', 'A0')
        tiled = sheet(shop, file, 'poster', '--paper', 'A0', '--tile', 'A4')
        atlas = sheet(shop, file, 'atlas', '--of', 'buildings', '--plain')
        booklet = sheet(shop, file, 'booklet')
        peers = [peer for peer in (qgis(shop, file, 'outlines'), qgis(shop, file, 'text')) if peer is not None]
    return [row('grid map A3', 'whole command', 's', grid['seconds'], 'limit', 0.5),
            row('poster A0, 3,966 doors', 'whole command', 's', poster['seconds'], 'limit', 3),
            row('poster A0, 3,966 doors', 'file', 'MB', poster['bytes'] / MB, 'limit', 10),
            row('poster A0 on A4', 'whole command', 's', tiled['seconds']),
            row('poster A0 on A4', 'file', 'MB', tiled['bytes'] / MB, 'the poster', poster['bytes'] / MB),
            *beside(atlas, peers),
            row(f"booklet, {booklet['pages']} pages", '500 pages', 's', booklet['seconds'] / booklet['pages'] * 500, 'limit', 30),
            row(f"booklet, {booklet['pages']} pages", 'memory', 'MB', booklet['memory'] / MB, 'limit', 300)]


def beside(atlas, peers):
    """Pages a second: more is better, so the ratio is ours by theirs."""
    case, rows = 'atlas of 79 buildings', []
    for peer in peers or [{'name': None, 'rate': None, 'bytes': None}]:
        pages = row(case, 'pages', '1/s', atlas['pages'] / atlas['seconds'], peer['name'], peer['rate'])
        if peer['rate'] is not None:
            pages['ratio'] = round(1 / pages['ratio'], 3)
        rows += [pages, row(case, 'file', 'MB', atlas['bytes'] / MB, peer['name'], peer['bytes'] and peer['bytes'] / MB)]
    return rows


def qgis(shop, file, letters):
    """The atlas of the same buildings; None where QGIS is not there."""
    path = os.path.join(shop.folder, 'qgis.pdf')
    done = subprocess.run([PEER_PYTHON, os.path.join(FOLDER, 'qgis_atlas.py'), file, path, letters], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if done.returncode == 77:
        if letters == 'text':
            print('bench: print: QGIS is left out: python3-qgis is not there', file=sys.stderr)
        return None
    done.check_returncode()
    told = json.loads(done.stdout)
    return {'name': f"QGIS {told['version']}, {letters}", 'rate': told['pages'] / told['seconds'], 'bytes': os.path.getsize(path)}


def sheet(shop, file, *words):
    path = os.path.join(shop.folder, 'sheet.pdf')
    began = time.monotonic()
    child = subprocess.Popen(['bjt', '--db', file, 'print', *words, '-o', path], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise ValueError(f"bjt print {' '.join(words)} failed")
    seconds = time.monotonic() - began
    told = subprocess.run(['pdfinfo', path], check=True, capture_output=True, text=True).stdout
    return {'seconds': seconds, 'bytes': os.path.getsize(path), 'memory': usage.ru_maxrss * 1024,
            'pages': int(re.search(r'^Pages:\s+(\d+)', told, re.M).group(1))}
