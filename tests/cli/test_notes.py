#!/usr/bin/env python3
"""bjt note and bjt mark: what is noted of doors and shared spaces, each change one step of undo."""

import os
import struct
import unittest
import zlib

import cli

DOOR = '山水宜家 3-2-501'
BUILDING = '山水宜家 3'
SECRET = '老赵家煤气罐'


def png(width, height):
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

    rows = b''.join(b'\0' + b'\x40' * width for _ in range(height))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0))
            + chunk(b'tEXt', b'GPS\x0043.32N') + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


class Notes(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def note(self, *words):
        return cli.run('note', *words, db=self.db)

    def listed(self, *words):
        return self.note('list', *words, '--format', 'json').json()

    def test_add_settle_undo(self):
        key = self.good(self.note('add', DOOR, '--kind', 'hazard', '--text', SECRET)).out.strip()
        row = self.listed()[0]
        self.assertEqual((row['key'], row['kind'], row['place'], row['text'], row['settled_on']), (key, 'hazard', DOOR, SECRET, None))
        self.good(self.note('settle', key))
        self.assertEqual(self.listed('--open'), [])
        self.refused(self.note('settle', key), about='settled already')
        self.good(self.note('reopen', key))
        self.good(self.note('remove', key))
        self.assertEqual(self.listed(), [])
        for _ in range(4):
            self.good(cli.run('undo', db=self.db))
        self.assertEqual(self.listed(), [])
        self.sound(self.db)

    def test_shared_space_and_issue(self):
        self.good(self.note('add', BUILDING, '--space', 'fire-lane', '--entrance', '2', '--kind', 'hazard', '--text', '占道', '--report'))
        row = self.listed(BUILDING)[0]
        self.assertEqual((row['space'], row['place'], row['reported']), ('fire-lane', f'{BUILDING}-2:1', 'yes'))
        self.refused(self.note('report', row['key']), about='reported as an issue already')
        titles = [issue['title'] for issue in cli.run('issue', 'list', '--format', 'json', db=self.db).json()]
        self.assertIn('占道', titles)
        self.refused(self.note('add', BUILDING, '--space', 'roof', '--level', '40', '--text', 'x'), about='no level 40')
        self.refused(self.note('add', BUILDING, '--space', 'roof', '--entrance', '99', '--text', 'x'), about='no entrance 99')

    def test_on_plan(self):
        self.refused(self.note('add', '--at', f'{BUILDING}:0', '2,3', '--text', 'x'), about='has no plan')
        self.good(cli.run('plan', 'schematic', BUILDING, db=self.db))
        self.good(self.note('add', '--at', f'{BUILDING}:0', '2,3', '--text', '点'))
        self.good(self.note('add', '--at', f'{BUILDING}:0', '2,3', '8,3', '--text', '线'))
        self.good(self.note('add', '--at', f'{BUILDING}:0', '2,3', '8,3', '8,6', '--area', '--kind', 'hazard', '--text', '面'))
        self.assertEqual(sorted(row['shape'] for row in self.listed()), ['area', 'line', 'point'])
        done = self.note('add', '--at', f'{BUILDING}:0', '0,0', '4,4', '4,0', '0,4', '--area', '--text', 'x')
        self.refused(done, about='crosses itself at 2.00, 2.00')

    def test_photo(self):
        picture = self.path('门口.png', png(40, 20))
        key = self.good(self.note('add', DOOR, '--photo', picture)).out.strip()
        out = self.path('out.png')
        self.good(self.note('photo', key, '-o', out))
        with open(out, 'rb') as file:
            self.assertNotIn(b'GPS', file.read())
        self.assertEqual(os.stat(out).st_mode & 0o077, 0)
        self.refused(self.note('add', DOOR, '--photo', self.path('x.png', b'no picture'), '--text', 'x'))
        self.refused(self.note('photo', 'ffffffff', '-o', out), about='no note')

    def test_refusals(self):
        self.refused(self.note('add', DOOR), about='empty')
        self.refused(self.note('add', DOOR, '--text', 'x', '--on', '2026-12-24'), about='in the future')
        self.refused(self.note('add', DOOR, '--kind', 'song', '--text', 'x'), about='no kind')
        self.refused(self.note('add', '幸福里 99-9-999', '--text', 'x'))
        self.assertEqual(self.note('add').code, 2)
        self.assertEqual(self.note('sing').code, 2)

    def test_private(self):
        self.good(self.note('add', DOOR, '--text', SECRET, '--report', '--kind', 'hazard'))
        self.assertNotIn('赵', cli.run('journal', db=self.db).out)
        sheet = self.path('public.svg')
        self.good(cli.run('print', 'grid-map', '--grid', '1', '--public', '-o', sheet, db=self.db))
        with open(sheet, encoding='utf-8') as file:
            self.assertNotIn('赵', file.read())

    def test_mark_many(self):
        doors = '山水宜家 3-2-501, 山水宜家 3-2-502, 山水宜家 3-2-503'
        before = self.good(cli.run('stats', '--format', 'json', db=self.db)).out
        self.good(cli.run('mark', doors, '--class', 'tenant', db=self.db))
        for door in doors.split(', '):
            self.assertIn('tenant', cli.run('show', door, '--format', 'json', db=self.db).out)
        self.good(cli.run('undo', db=self.db))
        self.assertEqual(cli.run('stats', '--format', 'json', db=self.db).out, before)
        self.assertEqual(cli.run('mark', DOOR, db=self.db).code, 2)
        self.refused(cli.run('mark', DOOR, '--category', 'nothing', db=self.db), about='no such category')


if __name__ == '__main__':
    unittest.main()
