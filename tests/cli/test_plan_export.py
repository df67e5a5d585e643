#!/usr/bin/env python3
"""bjt plan export: every format is written whole, and none tells of people unless asked."""

import json
import os
import sqlite3
import subprocess
import unittest
import zipfile

import cli

BUILDING = '山水宜家 3'
FORMATS = ('svg', 'pdf', 'png', 'geojson', 'imdf.zip')


def words_of_people(path):
    """Whatever the file tells of people: names, numbers, phones, addresses, notes."""
    db = sqlite3.connect(path)
    words = set()
    for table, columns in (('person', ('name', 'phone', 'id_number')), ('household', ('live_address', 'note')), ('door', ('owner_name', 'owner_phone')),
                           ('annotation', ('text',)), ('floor_plan', ('note',))):
        have = {row[1] for row in db.execute(f'PRAGMA table_info({table})')}
        for column in have & set(columns):
            words |= {row[0] for row in db.execute(f'SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL')}
    db.close()
    return {word for word in words if len(word) > 1}


class PlanExport(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()
        self.good(self.plan('schematic', BUILDING))

    def plan(self, *words):
        return cli.run('plan', *words, db=self.db)

    def written(self, name, *words):
        path = self.path(name)
        self.good(self.plan('export', *(words or (BUILDING,)), '-o', path))
        return path

    def text_of(self, path):
        if path.endswith('.zip'):
            with zipfile.ZipFile(path) as archive:
                return '\n'.join(archive.read(name).decode() for name in archive.namelist())
        if path.endswith('.pdf'):
            return subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True).stdout.decode()
        with open(path, 'rb') as file:
            return file.read().decode('utf-8', 'ignore')

    def test_formats(self):
        for name in FORMATS:
            with self.subTest(name=name):
                path = self.written('plan.' + name)
                self.assertGreater(os.path.getsize(path), 500)
                info = cli.run('plan', 'info', path, '--format', 'json') if name != 'geojson' else None
                if info is not None:
                    self.good(info)
        self.assertIn('101', self.text_of(self.path('plan.pdf')))

    def test_nobody_is_in_it(self):
        words = words_of_people(self.db)
        self.assertGreater(len(words), 100)
        for name in ('svg', 'pdf', 'geojson', 'imdf.zip'):
            text = self.text_of(self.written('plan.' + name))
            self.assertEqual({word for word in words if word in text}, set(), name)

    def test_facts_are_recorded(self):
        path = self.path('facts.pdf')
        self.refused(self.plan('export', BUILDING, '-o', path, '--facts'), code=2)
        self.refused(self.plan('export', BUILDING, '-o', self.path('facts.svg'), '--facts', '--purpose', '入户'), about='PDF and PNG')
        self.good(self.plan('export', BUILDING, '-o', path, '--facts', '--purpose', '入户核对'))
        journal = cli.run('journal', '--format', 'json', db=self.db).json()
        self.assertTrue(any('入户核对' in json.dumps(row, ensure_ascii=False) for row in journal))

    def test_levels(self):
        one = json.loads(self.text_of(self.written('one.geojson', f'{BUILDING}:2')))
        kinds = [feature['properties'] for feature in one['features']]
        self.assertEqual({(row['level'], row.get('repeat_on')) for row in kinds}, {('2', None)})
        self.assertIn('301', {row.get('ref') for row in kinds})
        every = json.loads(self.text_of(self.written('all.geojson')))
        self.assertEqual(every['features'][0]['properties']['repeat_on'], '1-5')
        two = self.text_of(self.written('two.imdf.zip', BUILDING, '--level', '1', '--level', '3'))
        self.assertEqual(two.count('"feature_type":"level"'), 2)

    def test_comes_back(self):
        def shown():
            rows = self.good(self.plan('show', f'{BUILDING}:0', '--format', 'json')).json()
            return sorted((row['kind'], row['label'], row['entrance'], row['stack'], row['x'], row['y']) for row in rows)

        before = shown()
        self.assertGreater(len(before), 10)
        for name in ('svg', 'imdf.zip'):
            path = self.written('plan.' + name)
            self.good(self.plan('import', path, '--building', BUILDING))  # takes the place of the schematic one
            listed = [row for row in self.plan('list', '--format', 'json').json() if row['building'] == BUILDING]
            self.assertEqual([(row['levels'], row['kind'], row['doors'], row['placed']) for row in listed], [('0-5', 'drawn', 72, 'yes')])
            self.assertEqual(shown(), before, name)
            self.good(cli.run('undo', db=self.db))

    def test_nothing_half(self):
        path = self.path('plan.svg', 'before')
        self.refused(self.plan('export', f'{BUILDING}:40', '-o', path), about='no plan')
        with open(path, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'before')
        self.refused(self.plan('export', BUILDING, '-o', self.path('plan.dwg')), code=2)
        self.refused(self.plan('export', BUILDING), code=2)
        self.refused(self.plan('export', 'nowhere', '-o', path), about='no building')
        self.refused(self.plan('export', BUILDING, '-o', os.path.join(self.path('no'), 'such', 'x.svg')))


if __name__ == '__main__':
    unittest.main()
