#!/usr/bin/env python3
"""Every hostile and every odd map of the shared data through `bjt import`."""

import os
import sys
import unittest

import cli

DATA = os.environ.get('BJT_SHARED_DATA', os.path.join(os.environ.get('BJT_SOURCE_ROOT', '.'), '..', 'shared', 'data'))
FOLDERS = ['07_hostile', '06_geo_formats', '05_addresses_registers/spreadsheet_corner_cases']
SECONDS = 60


def walk(folder):
    for at, _, names in os.walk(os.path.join(DATA, folder)):
        yield from (os.path.join(at, name) for name in sorted(names))


class Hostile(cli.Case):
    def import_all(self, folder):
        db = self.new()
        before, version = cli.digest(db), self.count(db)
        for path in walk(folder):
            with self.subTest(path=os.path.relpath(path, DATA)):
                done = cli.run('import', path, db=db, timeout=SECONDS)
                self.assertIn(done.code, (0, 1), str(done))
                if done.code == 1:
                    self.refused(done, 1, os.path.basename(path))
                    self.assertEqual(self.count(db), version, 'a refused file changed the community')
                    self.assertTrue(version > 1 or cli.digest(db) == before)
                else:
                    self.assertEqual(done.err, '')
                    version = self.count(db)
        self.sound(db)
        while cli.run('undo', db=db).code == 0:
            pass

    def count(self, db):
        """How many actions there are: the journal knows of every change."""
        return len(cli.run('journal', '--limit', '10000', '--format', 'json', db=db).json())

    def test_hostile(self):
        self.import_all('07_hostile')

    def test_maps(self):
        self.import_all('06_geo_formats')

    def test_sheets(self):
        self.import_all('05_addresses_registers/spreadsheet_corner_cases')


if __name__ == '__main__':
    if not os.path.isdir(DATA):
        sys.exit(77)
    unittest.main()
