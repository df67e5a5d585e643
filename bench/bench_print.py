"""print: sheets of the sample community: how long they take, how large they are."""

import os
import re
import subprocess
import time

from measure import Workshop, row

QGIS_PAGES_A_SECOND = 79 / 3.4 # atlas of the same 79 buildings, QGIS 3.22 on the machine of peers.md
QGIS_MEGABYTES = 4.1
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
    return [row('grid map A3', 'whole command', 's', grid['seconds'], 'limit', 0.5),
            row('poster A0, 3,966 doors', 'whole command', 's', poster['seconds'], 'limit', 3),
            row('poster A0, 3,966 doors', 'file', 'MB', poster['bytes'] / MB, 'limit', 10),
            row('poster A0 on A4', 'whole command', 's', tiled['seconds']),
            row('poster A0 on A4', 'file', 'MB', tiled['bytes'] / MB, 'the poster', poster['bytes'] / MB),
            rate('atlas of 79 buildings', atlas['pages'] / atlas['seconds'], QGIS_PAGES_A_SECOND),
            row('atlas of 79 buildings', 'file', 'MB', atlas['bytes'] / MB, 'QGIS 3.22', QGIS_MEGABYTES),
            row(f"booklet, {booklet['pages']} pages", '500 pages', 's', booklet['seconds'] / booklet['pages'] * 500, 'limit', 30),
            row(f"booklet, {booklet['pages']} pages", 'memory', 'MB', booklet['memory'] / MB, 'limit', 300)]


def rate(case, pages, peer):
    """More is better, so the ratio is ours by theirs."""
    made = row(case, 'pages', '1/s', pages, 'QGIS 3.22', peer)
    made['ratio'] = round(pages / peer, 3)
    return made


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
