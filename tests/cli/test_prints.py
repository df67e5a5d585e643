#!/usr/bin/env python3
"""bjt prints: the register of what was printed, and what came back."""

import contextlib
import os
import sqlite3
import subprocess
import unittest

import cli


class Prints(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def bjt(self, *words):
        return cli.run(*words, db=self.db)

    def rows(self, *words):
        return self.good(self.bjt(*words, '--format', 'json')).json()

    def print(self, *words):
        path = self.path('sheet.pdf')
        self.good(self.bjt('print', *words, '-o', path))
        self.assertTrue(os.path.getsize(path) > 1000)

    def register(self):
        return self.rows('prints', 'list')

    def test_copies_are_numbered(self):
        self.print('grid-map', '--grid', '3', '--paper', 'A3')
        self.print('grid-map', '--grid', '3', '--paper', 'A1', '--names', '--purpose', '慰问', '--maker', '李书记', '--receiver', '王网格员')
        self.print('grid-map', '--grid', '4')
        latest, second, first = self.register()
        self.assertEqual([row['number'] for row in (first, second, latest)], ['2026-0001', '2026-0002', '2026-0003'])
        self.assertEqual([row['first_copy'] for row in (first, second, latest)], [1, 2, 1])
        self.assertEqual((first['names'], second['names']), ('no', 'yes'))
        self.assertEqual((second['purpose'], second['maker'], second['receiver']), ('慰问', '李书记', '王网格员'))
        self.assertEqual((second['sheet'], second['paper'], second['medium'], second['copies'], second['pages']), ('grid-map', 'A1', 'pdf', 1, second['pages']))
        self.assertNotEqual(first['scope'], latest['scope'])

    def test_public_is_not_recorded(self):
        self.print('grid-map', '--grid', '3', '--public')
        self.assertEqual(self.register(), [])

    def test_names_no_person(self):
        """Of a personal file the register keeps the key alone."""
        with contextlib.closing(sqlite3.connect(self.db)) as file:
            name, = file.execute("SELECT p.name FROM person p JOIN membership m ON m.person_id = p.id JOIN household h ON h.id = m.household_id"
                                 " JOIN door d ON d.id = h.door_id WHERE d.label = '501' AND h.deleted_action IS NULL AND m.deleted_action IS NULL"
                                 " GROUP BY p.name HAVING count (*) = 1 LIMIT 1").fetchone()
        self.print('person', name, '--names', '--purpose', '慰问')
        self.assertRegex(self.register()[0]['scope'], '^[0-9a-f-]+$')

    def test_refused_without_purpose(self):
        refused = self.bjt('print', 'grid-map', '--grid', '3', '--names', '-o', self.path('x.pdf'))
        self.assertEqual(refused.code, 2)
        self.assertEqual(self.register(), [])

    def test_return(self):
        self.print('grid-map', '--grid', '3')
        number = self.register()[0]['number']
        self.refused(self.bjt('prints', 'return', '2026-0999'), about='no print of this number')
        self.refused(self.bjt('prints', 'return', number, '--copies', '2'), about='still out')
        self.assertEqual(len(self.rows('prints', 'list', '--out')), 1)
        self.good(self.bjt('prints', 'return', number, '--note', '已销毁'))
        self.refused(self.bjt('prints', 'return', number), about='still out')
        self.assertEqual(self.rows('prints', 'list', '--out'), [])
        self.assertEqual((self.register()[0]['returned'], self.register()[0]['note']), (1, '已销毁'))

    def test_undo_leaves_the_register(self):
        self.good(self.bjt('issue', 'report', '山水宜家 3-2-501', '--title', '楼道灯不亮'))
        issues = self.rows('stats')['issues']
        self.print('grid-map', '--grid', '3')
        self.good(self.bjt('undo'))
        self.assertEqual(self.rows('stats')['issues'], issues - 1)
        self.assertEqual(len(self.register()), 1)
        self.sound(self.db)

    def test_presets_print_the_same_again(self):
        first, again = self.path('first.pdf'), self.path('again.pdf')
        self.good(self.bjt('print', 'building', '嘉和园', '1', '--paper', 'A3', '--mono', '--copy', '5', '--purpose', '周例会', '--save-preset', '周例会', '-o', first))
        self.assertEqual([(row['name'], row['sheet'], row['paper']) for row in self.rows('prints', 'presets')], [('周例会', 'building', 'A3')])
        self.good(self.bjt('print', '--preset', '周例会', '--copy', '5', '-o', again))
        self.assertEqual(self.text(first), self.text(again))
        self.good(self.bjt('prints', 'forget', '周例会'))
        self.assertEqual(self.rows('prints', 'presets'), [])
        refused = self.bjt('print', '--preset', '周例会', '-o', self.path('none.pdf'))
        self.assertEqual(refused.code, 1)
        self.assertIn('周例会', refused.err)
        self.assertFalse(os.path.exists(self.path('none.pdf')))

    def test_a_file_for_each_worker(self):
        self.good(self.bjt('print', 'grid-map', '--each', 'worker', '-o', self.path('map-{worker}.pdf')))
        workers = {row['name'] for row in self.rows('staff', 'list') if row['kind'] == '网格员'}
        made = {name[4:-4] for name in os.listdir(self.folder) if name.startswith('map-')}
        self.assertTrue(made and made <= workers)
        self.assertEqual(len(self.register()), len(made))
        self.assertEqual(self.bjt('print', 'grid-map', '--each', 'worker', '-o', self.path('map.pdf')).code, 2)

    def test_a_file_for_each_grid_or_building(self):
        self.good(self.bjt('print', 'grid-map', '--each', 'grid', '-o', self.path('{grid}.pdf')))
        grids = {row['name'] for row in self.rows('grids', 'list')}
        self.assertEqual({name[:-4] for name in os.listdir(self.folder) if name.endswith('.pdf')}, grids)
        self.assertEqual({(row['scope'], row['first_copy']) for row in self.register()}, {(grid, 1) for grid in grids})
        self.good(self.bjt('print', 'building', '嘉和园', '1', '--each', 'building', '--grid', '3', '--tile', 'A5', '-o', self.path('b-{building}.pdf')))
        made = [name for name in os.listdir(self.folder) if name.startswith('b-')]
        self.assertEqual(len(made), next(row['buildings'] for row in self.rows('grids', 'list') if row['grid'] == 3))

    def test_what_has_nothing_to_print_is_left_out(self):
        """A period in which few grids had issues, then none."""
        reported = sorted(row['reported_on'] for row in self.rows('issue', 'list'))[-1]
        done = self.bjt('print', 'ledger', '--each', 'grid', '--from', reported, '-o', self.path('{grid}.pdf'))
        self.assertEqual(done.code, 0, str(done))
        made = [name for name in os.listdir(self.folder) if name.endswith('.pdf')]
        left_out = [line for line in done.err.splitlines() if '网格' in line]
        self.assertTrue(made and left_out)
        self.assertEqual(len(made) + len(left_out), len(self.rows('grids', 'list')))
        self.assertEqual(len(self.register()), len(made))
        self.assertEqual(self.bjt('print', 'ledger', '--each', 'grid', '--from', '2031-01-01', '-o', self.path('none-{grid}.pdf')).code, 1)
        self.assertEqual(len([name for name in os.listdir(self.folder) if name.endswith('.pdf')]), len(made))

    def test_files_of_one_name_are_refused(self):
        """Nothing is written: one would take the place of the other."""
        self.good(self.bjt('grids', 'set', '2', '--name', '第1网格'))
        refused = self.bjt('print', 'grid-map', '--each', 'grid', '-o', self.path('{grid}.pdf'))
        self.refused(refused, about='the name')
        self.assertEqual([name for name in os.listdir(self.folder) if name.endswith('.pdf')], [])
        self.assertEqual(self.register(), [])

    def test_staff_photos(self):
        photo = os.path.join(os.environ['BJT_SOURCE_ROOT'], 'docs', 'pictures', 'today.png')
        plain, shown, again = self.path('plain.pdf'), self.path('shown.pdf'), self.path('again.pdf')
        worker = next(row['name'] for row in self.rows('staff', 'list') if row['kind'] == '网格员')
        self.good(self.bjt('print', 'public-poster', '-o', plain))
        self.good(self.bjt('staff', 'photo', worker, photo))
        self.good(self.bjt('print', 'public-poster', '-o', shown))
        self.assertGreater(os.path.getsize(shown), os.path.getsize(plain) + 1000)
        self.good(self.bjt('staff', 'photo', worker, '--remove'))
        self.good(self.bjt('print', 'public-poster', '-o', again))
        self.assertLess(abs(os.path.getsize(again) - os.path.getsize(plain)), 1000)
        self.assertEqual(self.bjt('staff', 'photo', '无此人', photo).code, 1)
        self.assertEqual(self.bjt('staff', 'photo', worker, __file__).code, 1)

    def test_small_paper_is_told(self):
        done = self.bjt('print', 'grid-map', '--grid', '3', '--paper', '100x100', '-o', self.path('small.pdf'))
        self.assertEqual(done.code, 0)
        self.assertIn('100x100', done.err)
        self.assertEqual(self.bjt('print', 'grid-map', '--grid', '3', '--margin', '80', '-o', self.path('none.pdf')).code, 1)

    @staticmethod
    def text(path):
        return subprocess.run(['pdftotext', '-layout', path, '-'], check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == '__main__':
    unittest.main()
