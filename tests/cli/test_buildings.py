#!/usr/bin/env python3
"""bjt building: made by a pattern, changed, merged, cordoned off; each one step of undo."""

import unittest

import cli


class Buildings(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def building(self, *words):
        return cli.run('building', *words, db=self.db)

    def doors(self, name):
        return self.building('matrix', name, '--format', 'json').json()

    def test_new_and_matrix(self):
        done = self.building('new', '--compound', '新苑', '--label', '12', '--levels', '6', '--entrances', '3', '--doors', '2',
                             '--pattern', '101', '--skip', '4:3A', '--shops', '6')
        self.assertEqual(done.code, 0, done)
        self.assertIn('36', done.err)
        rows = self.doors('新苑 12')
        self.assertEqual(len(rows), 36)
        self.assertIn('3A02', [row['door'] for row in rows])
        table = self.building('matrix', '新苑 12').out
        self.assertIn('3A01', table)
        self.assertIn('门市6', table)
        self.assertEqual(cli.run('undo', db=self.db).code, 0)
        self.assertEqual(self.building('matrix', '新苑 12').code, 1)

    def test_edit_tells_first(self):
        before = self.doors('山水宜家 3')
        text = self.building('pattern', '山水宜家 3').out.strip()
        self.assertIn('levels=', text)
        same = self.building('edit', '山水宜家 3', '--dry-run', '--format', 'json')
        self.assertEqual(same.json(), [], text)
        dry = self.building('edit', '山水宜家 3', '--levels', '2', '--dry-run', '--format', 'json')
        self.assertIn('held', [row['change'] for row in dry.json()])
        self.assertEqual(self.doors('山水宜家 3'), before)
        done = self.building('edit', '山水宜家 3', '--pattern', '0101')
        self.assertEqual(done.code, 0, done)
        self.assertEqual(self.doors('山水宜家 3')[-1]['head'], before[-1]['head'])
        self.assertEqual(cli.run('undo', db=self.db).code, 0)
        self.assertEqual(self.doors('山水宜家 3'), before)

    def test_merge_and_split(self):
        self.assertEqual(self.building('merge', '山水宜家 3-2-501', '山水宜家 3-2-502').code, 0)
        self.assertEqual(self.building('merge', '山水宜家 3-2-401', '山水宜家 3-1-401').code, 1)
        self.assertIn('<', self.building('matrix', '山水宜家 3').out)
        self.assertEqual(self.building('split', '山水宜家 3-2-501').code, 0)
        self.assertEqual(self.building('split', '山水宜家 3-2-501').code, 1)

    def test_riser(self):
        rows = self.building('riser', '山水宜家 3-2-501', '--format', 'json').json()
        self.assertTrue(all(row['door'].endswith('01') for row in rows), rows)
        self.assertEqual(len({row['entrance'] for row in rows}), 1)

    def test_riser_sheet(self):
        sheet = self.building('riser', '山水宜家 3-2-501', '--sheet', '--format', 'json').json()
        self.assertEqual(list(sheet[0])[-4:], ['agrees', 'share', 'paid_on', 'signature'])
        self.assertEqual(len(sheet), len(self.building('riser', '山水宜家 3-2-501', '--format', 'json').json()))
        self.assertFalse([row for row in sheet if row['phone']])
        self.assertTrue([row for row in sheet if row['head'] and '*' in row['head']])
        self.assertEqual(self.building('riser', '山水宜家 3-2-501', '--sheet', '--names').code, 2)
        full = self.building('riser', '山水宜家 3-2-501', '--sheet', '--names', '--purpose', '疏通下水', '--format', 'json').json()
        self.assertFalse([row for row in full if row['head'] and '*' in row['head']])

    def test_doors(self):
        before = self.doors('山水宜家 3')
        steps = [
            ['door', 'rename', '山水宜家 3-2-501', '501A'],
            ['door', 'kind', '山水宜家 3-1-101', '山水宜家 3-1-102', '--kind', 'shop'],
            ['door', 'add', '山水宜家 3-2', '--level', '6'],
            ['level', 'add', '山水宜家 3'],
            ['level', 'rename', '山水宜家 3', '7', '6A'],
            ['entrance', 'add', '山水宜家 3'],
            ['entrance', 'rename', '山水宜家 3-1', '甲'],
            ['entrance', 'turn', '山水宜家 3', 'ew'],
        ]
        for step in steps:
            done = self.building(*step)
            self.assertEqual((done.code, done.err), (0, ''), (step, done))
        rows = self.doors('山水宜家 3')
        self.assertIn('501A', [row['door'] for row in rows])
        self.assertTrue([row for row in rows if row['level'] == '6A' and row['door'].startswith('6A0')])
        self.assertEqual(sorted(row['head'] for row in rows if row['head']), sorted(row['head'] for row in before if row['head']))
        for _ in steps:
            self.assertEqual(cli.run('undo', db=self.db).code, 0)
        self.assertEqual(self.doors('山水宜家 3'), before)

    def test_doors_refused(self):
        before = self.doors('山水宜家 3')
        for words in (['door', 'rename', '山水宜家 3-2-501', '502'], ['door', 'remove', '山水宜家 3-2-501'], ['door', 'rename', '山水宜家 3-9-501', '7'],
                      ['door', 'add', '山水宜家 3-2', '--level', '66'], ['level', 'rename', '山水宜家 3', '5', '4'],
                      ['entrance', 'rename', '山水宜家 3-1', '2'], ['entrance', 'add', '不存在']):
            done = self.building(*words)
            self.assertEqual(done.code, 1, (words, done))
            self.assertEqual(done.err.count('\n'), 1, done)
        for words in (['door'], ['door', 'fly', '1'], ['door', 'kind', '山水宜家 3-2-501', '--kind', 'castle'], ['entrance', 'turn', '山水宜家 3', 'up']):
            self.assertEqual(self.building(*words).code, 2, words)
        self.assertEqual(self.doors('山水宜家 3'), before)

    def test_cordon(self):
        done = self.building('cordon', '山水宜家 3-2', '--reason', '停水', '--until', '2026-12-01')
        self.assertEqual(done.code, 0, done)
        row = self.building('cordons', '--format', 'json').json()[0]
        self.assertEqual((row['reason'], row['until']), ('停水', '2026-12-01'))
        self.assertEqual(self.building('open', '山水宜家 3-2').code, 0)
        self.assertEqual(self.building('cordons', '--format', 'json').json(), [])

    def test_refused(self):
        for words in (['new', '--label', '3', '--compound', '山水宜家'], ['new', '--label', '9', '--levels', '1000'],
                      ['matrix', '不存在'], ['matrix', '3'], ['cordon', '山水宜家 3-2'], ['cordon', '山水宜家 3']):
            done = self.building(*words)
            self.assertEqual(done.code, 1, (words, done))
            self.assertEqual(done.err.count('\n'), 1, done)
        for words in ([], ['fly'], ['merge', '山水宜家 3-2-501'], ['new', '--compound', '新苑']):
            self.assertEqual(self.building(*words).code, 2, words)


if __name__ == '__main__':
    unittest.main()
