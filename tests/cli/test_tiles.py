#!/usr/bin/env python3
"""bjt tiles: what a pack holds, one tile as a picture."""

import csv
import io
import os
import sqlite3
import struct
import unittest
import zlib

import cli

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def make_png(corners, size=256):
    """Four squares: north-west, north-east, south-west, south-east."""
    half = size // 2
    rows = [b'\0' + bytes(corners[2 * south]) * half + bytes(corners[2 * south + 1]) * half for south in (0, 1)]
    data = zlib.compress((rows[0] * half) + (rows[1] * half))

    def chunk(kind, body):
        return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', size, size, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', data) + chunk(b'IEND', b''))


def read_png(path):
    """Size and the colours of the four corners; as cairo writes it: RGBA or RGB, any filter."""
    with open(path, 'rb') as file:
        data = file.read()
    width, height, _, kind = struct.unpack('>IIBB', data[16:26])
    depth = {2: 3, 6: 4}[kind]
    packed, at = b'', 8
    while at < len(data):
        length, name = struct.unpack('>I4s', data[at:at + 8])
        packed += data[at + 8:at + 8 + length] if name == b'IDAT' else b''
        at += length + 12
    rows = unfilter(zlib.decompress(packed), width * depth, height, depth)
    return width, [tuple(rows[y][x * depth:x * depth + 3]) for y in (2, height - 3) for x in (2, width - 3)]


def unfilter(data, stride, height, depth):
    rows, above = [], bytearray(stride)
    for y in range(height):
        kind, row = data[y * (stride + 1)], bytearray(data[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for x in range(stride):
            left, up, corner = (row[x - depth] if x >= depth else 0), above[x], (above[x - depth] if x >= depth else 0)
            row[x] = (row[x] + [0, left, up, (left + up) // 2, paeth(left, up, corner)][kind]) & 255
        rows.append(row)
        above = row
    return rows


def paeth(left, up, corner):
    guess = left + up - corner
    return min((abs(guess - value), order, value) for order, value in enumerate((left, up, corner)))[2]


class Tiles(cli.Case):
    def make_pack(self, name='a.mbtiles', tile=make_png([RED, GREEN, BLUE, WHITE]), **metadata):
        path = self.path(name)
        with sqlite3.connect(path) as database:
            database.execute('CREATE TABLE metadata (name, value)')
            database.execute('CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data)')
            database.executemany('INSERT INTO metadata VALUES (?, ?)', metadata.items())
            database.execute('INSERT INTO tiles VALUES (3, 6, 4, ?)', [tile])  # 3/6/3
        database.close()
        return path

    def test_info(self):
        path = self.make_pack(name='影像', format='png', bounds='90,0,135,41', attribution='<a>© 谁</a>', datum='gcj02', 审图号='GS(2026)1号')
        info = self.good(cli.run('tiles', 'info', path, '--format', 'json', as_of=None)).json()
        self.assertEqual(info, {
            'name': '影像', 'pack': 'mbtiles', 'kind': 'raster', 'format': 'png', 'min_zoom': 3, 'max_zoom': 3, 'tile_size': 256,
            'west': 90, 'south': 0, 'east': 135, 'north': 41, 'tiles': 1, 'attribution': '© 谁', 'datum': 'gcj02',
            'review_number': 'GS(2026)1号'})
        rows = list(csv.reader(io.StringIO(self.good(cli.run('tiles', 'info', path, '--format', 'csv')).out, newline='')))
        self.assertEqual(dict(rows[1:]), {name: str(value) for name, value in info.items()})
        self.assertEqual(len(self.good(cli.run('tiles', 'info', path)).out.splitlines()), len(rows))

    def test_name_does_not_matter(self):
        os.rename(self.make_pack(), self.path('a.pmtiles'))
        self.assertIn('mbtiles', self.good(cli.run('tiles', 'info', self.path('a.pmtiles'))).out)

    def render(self, path, address, *words):
        picture = self.path('out.png')
        self.good(cli.run('tiles', 'render', path, address, '-o', picture, *words))
        return read_png(picture)

    def test_render(self):
        path = self.make_pack()
        self.assertEqual(self.render(path, '3/6/3'), (256, [RED, GREEN, BLUE, WHITE]))
        self.assertEqual(self.render(path, '3/6/3', '--size', '512'), (512, [RED, GREEN, BLUE, WHITE]))

    def test_deeper_shows_the_part_of_the_parent(self):
        path = self.make_pack()
        self.assertEqual(self.render(path, '4/12/6'), (256, [RED] * 4))
        self.assertEqual(self.render(path, '4/13/7'), (256, [WHITE] * 4))
        self.assertEqual(self.render(path, '9/447/192'), (256, [GREEN] * 4))

    def test_refusals(self):
        path, picture = self.make_pack(), self.path('never.png')
        self.refused(cli.run('tiles', 'render', path, '3/1/1', '-o', picture), 1, '3/1/1')
        self.refused(cli.run('tiles', 'info', self.path('none')), 1, 'none')
        self.refused(cli.run('tiles', 'info', self.path('text', 'hello')), 1, 'neither')
        self.refused(cli.run('tiles', 'info', self.folder), 1, 'no file')
        broken = self.make_pack('b.mbtiles', make_png([RED] * 4)[:60])
        self.refused(cli.run('tiles', 'render', broken, '3/6/3', '-o', picture), 1, '3/6/3')
        self.refused(cli.run('tiles', 'render', path, '3/6/3', '-o', os.path.join(self.folder, 'no', 'x.png')), 1, 'x.png')
        for words in (['render', path, '3/6/3'], ['render', path, '-o', picture], ['info'], ['paint', path],
                      ['render', path, '3/8/0', '-o', picture], ['render', path, '99/0/0', '-o', picture],
                      ['render', path, '3/-1/0', '-o', picture], ['render', path, '3/6', '-o', picture],
                      ['render', path, '3/6/3', '-o', picture, '--size', '300'],
                      ['render', path, '3/6/3', '-o', picture, '--style', 'loud']):
            with self.subTest(words=words):
                self.refused(cli.run('tiles', *words), 2)
        self.assertFalse(os.path.exists(picture))


if __name__ == '__main__':
    unittest.main()
