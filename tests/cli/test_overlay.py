#!/usr/bin/env python3
"""bjt overlay: layers from files, each change one step of undo."""

import os
import unittest

import cli

DATA = os.path.join(os.environ['BJT_SOURCE_ROOT'], 'tests', 'data', 'overlay')


class Overlays(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def overlay(self, *words):
        return cli.run('overlay', *words, db=self.db)

    def listed(self):
        return [(row['name'], row['shown'], row['shapes']) for row in self.overlay('list', '--format', 'json').json()]

    def add(self, name, *words):
        done = self.overlay('add', os.path.join(DATA, name), *words)
        self.assertEqual(done.code, 0, done)

    def test_add_change_and_back(self):
        self.add('fire-zones.geojson', '--name', '消防分区', '--label', 'team', '--colour', '#b8651b', '--opacity', '0.4')
        self.add('patrol.geojson')
        self.assertEqual(self.listed(), [('patrol', 'yes', 3), ('消防分区', 'yes', 3)])
        before = self.overlay('list', '--format', 'csv').out
        for words in (['hide', '消防分区'], ['lower', 'patrol'], ['set', '1', '--name', '分区'], ['remove', 'patrol']):
            done = self.overlay(*words)
            self.assertEqual(done.code, 0, done)
        self.assertEqual(self.listed(), [('分区', 'no', 3)])
        for _ in range(4):
            self.assertEqual(cli.run('undo', db=self.db).code, 0)
        self.assertEqual(self.overlay('list', '--format', 'csv').out, before)
        self.assertEqual(cli.run('check', self.db).code, 0)

    def test_map_shows_them(self):
        plain, over, hidden = (os.path.join(self.folder, name) for name in ('a.png', 'b.png', 'c.png'))
        self.assertEqual(cli.run('map', '-o', plain, db=self.db).code, 0)
        self.add('fire-zones.geojson')
        self.assertEqual(cli.run('map', '-o', over, db=self.db).code, 0)
        self.overlay('hide', 'fire-zones')
        self.assertEqual(cli.run('map', '-o', hidden, db=self.db).code, 0)
        contents = [open(path, 'rb').read() for path in (plain, over, hidden)]
        self.assertNotEqual(contents[0], contents[1])
        self.assertEqual(contents[0], contents[2])

    def test_refusals_are_one_line(self):
        self.add('patrol.geojson')
        for words in (['add', os.path.join(DATA, 'cut-short.geojson')], ['add', '/nowhere.shp'],
                      ['add', os.path.join(DATA, 'patrol.geojson'), '--name', 'patrol'],
                      ['add', os.path.join(DATA, 'patrol.geojson'), '--label', 'nothing'],
                      ['show', 'nobody'], ['set', 'patrol', '--colour', 'red'], ['remove', '7'], ['hide']):
            done = self.overlay(*words)
            self.assertEqual(done.code, 1, done)
            self.assertEqual(done.err.count('\n'), 1, done)
        self.assertEqual(self.overlay('frobnicate').code, 2)
        self.assertEqual(self.overlay('add', 'x', '--opacity', '3').code, 2)
        self.assertEqual(self.listed(), [('patrol', 'yes', 3)])


if __name__ == '__main__':
    unittest.main()
