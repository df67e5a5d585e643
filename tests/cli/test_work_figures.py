#!/usr/bin/env python3
"""bjt stats over a period: figures that add up, the rows behind them, refusals."""

import unittest

import cli


class WorkFigures(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def stats(self, *words):
        return cli.run('stats', *words, '--format', 'json', db=self.db)

    def figures(self, code, *words):
        done = self.stats('--indicator', code, *words)
        self.assertEqual(done.code, 0, done)
        return done.json()

    def test_groups_add_up(self):
        for group in ('grid', 'compound', 'building', 'kind', 'source', 'month'):
            rows = self.figures('received', '--by', group)
            groups = [row for row in rows[:-1] if group != 'kind' or row['unit'] == 'issues']
            total = rows[-1]
            self.assertEqual(total['group'], 'All')
            if group in ('source', 'month'):
                self.assertEqual(sum(row['value'] for row in groups), total['value'], group)
            else:
                self.assertGreater(max(row['value'] for row in groups), 0, group)
        self.assertEqual((total['from'], total['to']), ('2026-01-01', cli.AS_OF))

    def test_each_figure_tells_its_definition(self):
        listed = {row['indicator']: row['definition'] for row in self.stats('--list-indicators').json()}
        for code in ('settled_share', 'replied_share', 'repeated_share', 'own_share', 'forestalled', 'hotline_change',
                     'person_coverage', 'completeness', 'quantity', 'residents_known', 'policies_explained'):
            row, = self.figures(code)
            self.assertEqual(row['definition'], listed[code])
            if row['denominator'] and row['value'] is not None:
                self.assertAlmostEqual(row['value'], row['numerator'] / row['denominator'], 3)

    def test_rows_are_as_many_as_counted(self):
        total, = self.figures('settled_share')
        for side, expected in (('numerator', total['numerator']), ('denominator', total['denominator']),
                               ('gap', total['denominator'] - total['numerator'])):
            rows = self.figures('settled_share', '--rows', side)
            self.assertEqual(len(rows), expected, side)
            self.assertTrue(all(row['row'] == 'issue' and row['number'] for row in rows))
        gap = self.figures('vulnerable_cared_for', '--rows', 'gap')
        self.assertTrue(all(row['row'] == 'person' and '-' in row['place'] and row['number'] is None for row in gap))

    def test_gap_is_handed_out(self):
        """A walk sheet for each grid, of just the homes that are missing."""
        doors = {row['place'] for row in self.figures('residents_known', '--rows', 'gap')}
        grids = [row for row in self.figures('residents_known', '--by', 'grid')[:-1] if row['numerator'] < row['denominator']]
        path = self.path('walks.pdf')
        done = self.good(cli.run('print', 'walk', '--gap', 'residents_known', '-o', path, db=self.db))
        self.assertEqual(len(done.out.split()), len(grids))
        self.assertGreater(len(doors), 0)
        refused = cli.run('print', 'walk', '--gap', 'residents_known', '-o', self.path('no/such/walks.pdf'), db=self.db)
        self.refused(refused, about='walks.pdf')
        self.refused(cli.run('print', 'walk', '--gap', 'no_such', '-o', path, db=self.db), 2)
        self.good(cli.run('undo', db=self.db))
        self.sound(self.db)

    def test_a_grid_is_its_line(self):
        rows = {row['group']: row for row in self.figures('settled_share', '--by', 'grid')}
        only, = self.figures('settled_share', '--grid', '3')
        self.assertEqual(only['denominator'], rows['第3网格']['denominator'])

    def test_quantities_keep_their_units(self):
        rows = {row['group']: row for row in self.figures('quantity', '--by', 'kind', '--from', '2025-06-01')}
        self.assertEqual((rows['建筑垃圾']['unit'], rows['僵尸车']['unit'], rows['树木修剪']['unit']), ('车', '辆', '棵'))
        self.assertIsNone(rows['环境卫生']['value'])
        self.assertIsNone(rows['All']['value'])

    def test_empty_periods_have_no_shares(self):
        row, = self.figures('settled_share', '--from', '2001-01-01', '--to', '2001-12-31')
        self.assertIsNone(row['value'])
        self.assertEqual(row['denominator'], 0)
        table = cli.run('stats', '--indicator', 'hotline_change', '--from', '2001-01-01', '--to', '2001-12-31', db=self.db)
        self.assertIn('—', table.out)

    def test_refusals(self):
        for words, code, said in (
                (('--indicator', 'settled_share', '--to', '2026-13-01'), 2, '2026-13-01'),
                (('--indicator', 'settled_share', '--from', '2026-11-02', '--to', '2026-11-01'), 2, 'before it begins'),
                (('--indicator', 'settled_share', '--by', 'weather'), 2, 'weather'),
                (('--indicator', 'settled_share', '--rows', 'both'), 2, 'both'),
                (('--indicator', 'visits', '--by', 'kind'), 2, 'kind'),
                (('--indicator', 'persons', '--from', '2026-01-01'), 2, 'persons'),
                (('--indicator', 'received', '--indicator', 'persons'), 2, 'persons'),
                (('--indicator', 'assistance', '--by', 'grid'), 1, 'restricted'),
                (('--indicator', 'assistance', '--rows', 'gap'), 1, 'restricted'),
        ):
            done = self.stats(*words)
            self.assertEqual(done.code, code, done)
            self.assertIn(said, done.err)
            self.assertEqual(len(done.err.splitlines()), 1, done)

    def test_report(self):
        for language in ('zh', 'en'):
            path = self.path(f'report-{language}.pdf')
            done = cli.run('print', 'report', '--from', '2026-01-01', '--to', '2026-06-30', '--language', language, '-o', path, db=self.db)
            self.assertEqual(done.code, 0, done)
            with open(path, 'rb') as file:
                self.assertEqual(file.read(5), b'%PDF-')
        for words in (['--from', 'x'], ['--from', '2026-06-30', '--to', '2026-01-01'], ['--grid', '99']):
            self.assertNotEqual(cli.run('print', 'report', *words, '-o', path, db=self.db).code, 0, words)


if __name__ == '__main__':
    unittest.main()
