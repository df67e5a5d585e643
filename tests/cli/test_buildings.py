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
