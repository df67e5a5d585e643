#!/usr/bin/env python3
"""bjt grids: lists, checks and edits, each edit one step of undo."""

import json
import unittest

import cli


class Grids(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def grids(self, *words):
        return cli.run('grids', *words, db=self.db)

    def listed(self):
        return {row['grid']: row for row in self.grids('list', '--format', 'json').json()}

    def test_list_counts_as_stats_does(self):
        rows = self.listed()
        self.assertEqual(sorted(rows), list(range(1, 10)))
        self.assertEqual(sum(row['households'] for row in rows.values()), 3376)
        self.assertEqual(sum(row['persons'] for row in rows.values()), 7386)
        self.assertEqual(rows[6]['size'], 'high')
        self.assertIn('south:', rows[1]['border'])

    def test_check_tells_each_finding_and_fails(self):
        found = self.grids('check', '--format', 'json')
        self.assertEqual(found.code, 1, found)
        self.assertEqual([row['code'] for row in found.json()], ['overlap', 'too-many-households', 'much-work'])
        self.assertEqual(found.json()[0]['text'].count('overlap'), 1)
        self.assertTrue(129.7 < float(found.json()[0]['lon']) < 129.8, found)

    def test_limits_decide(self):
        self.assertEqual(self.grids('limits', '--maximum', '600', '--spread', '50').code, 0)
        codes = [row['code'] for row in self.grids('check', '--format', 'json').json()]
        self.assertEqual(codes, ['overlap'])

    def test_split_merge_and_back(self):
        before = self.grids('list', '--format', 'csv').out
        done = self.grids('split', '6', '--line', '129.760,43.3205 129.766,43.3195')
        self.assertEqual(done.code, 0, done)
        rows = self.listed()
        self.assertEqual(rows[6]['households'] + rows[10]['households'], 512)
        self.assertEqual(rows[10]['worker'], rows[6]['worker'])
        self.assertEqual(self.grids('merge', '6', '10').code, 0)
        self.assertEqual(self.listed()[6]['households'], 512)
        for _ in range(2):
            self.assertEqual(cli.run('undo', db=self.db).code, 0)
        self.assertEqual(self.grids('list', '--format', 'csv').out, before)

    def test_draw_assign_set_remove(self):
        corners = '129.7600,43.3200 129.7615,43.3200 129.7615,43.3195 129.7600,43.3195'
        self.assertEqual(self.grids('draw', '--polygon', corners).code, 1)  # all of it belongs to others
        self.assertEqual(self.grids('draw', '--polygon', corners, '--cut-out').code, 0)
        self.assertEqual(self.listed()[10]['households'], 92)
        self.assertEqual(self.grids('assign', '--building', '山水宜家 3', '--grid', '10').code, 0)
        codes = [row['code'] for row in self.grids('check', '--format', 'json').json()]
        self.assertIn('building-elsewhere', codes)
        self.assertIn('no-worker', codes)
        self.assertEqual(self.grids('set', '10', '--number', '12', '--name', '东片').code, 0)
        self.assertEqual(self.listed()[12]['name'], '东片')
        self.assertEqual(self.grids('remove', '12').code, 0)
        self.assertNotIn(12, self.listed())

    def test_refusals_say_why(self):
        for words, code in ((('merge', '1', '6'), 1), (('merge', '1'), 2), (('split', '6'), 2), (('split', '99', '--line', '1,2 3,4'), 1),
                            (('split', '6', '--line', 'here there'), 1), (('set', '1', '--number', '2'), 1),
                            (('assign', '--building', 'nowhere', '--grid', '1'), 1), (('remove', '77'), 1), (('dance',), 2), ((), 2)):
            done = self.grids(*words)
            self.assertEqual(done.code, code, done)
            self.assertTrue(done.err.startswith('bjt: '), done)
        self.assertEqual(cli.run('undo', db=self.db).code, 1)  # nothing was done

    def test_import(self):
        shape = self.grids('show', '3').out
        path = self.path('grids.geojson')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'type': 'FeatureCollection', 'features': [
                {'type': 'Feature', 'properties': {'name': '第3网格'}, 'geometry': json.loads(shape)},
                {'type': 'Feature', 'properties': {'name': '北坡'}, 'geometry': {
                    'type': 'Polygon', 'coordinates': [[[129.77, 43.33], [129.78, 43.33], [129.78, 43.335], [129.77, 43.33]]]}}]}, file)
        done = self.grids('import', path)
        self.assertEqual(done.code, 0, done)
        self.assertIn('1 new grids, 1 with another border', done.out)
        self.assertEqual(self.listed()[10]['name'], '北坡')
        self.assertEqual(self.listed()[3]['households'], 372)
        self.assertEqual(cli.run('undo', db=self.db).code, 0)
        self.assertNotIn(10, self.listed())
        self.assertEqual(self.grids('import', self.path('nothing.geojson')).code, 1)


if __name__ == '__main__':
    unittest.main()
