#!/usr/bin/env python3
"""What bjt prints: figures, formats, masks, addresses."""

import csv
import io
import json
import sqlite3
import unittest

import cli

DOOR = '山水宜家3-2-501'

# domain.md E.1 and E.2
FIGURES = {
    'compounds': 11, 'buildings': 79, 'entrances': 251, 'doors': 3966, 'households': 3376, 'persons': 7386, 'grids': 9,
    'visits': 9000, 'issues': 220, 'overdue_issues': 8, 'hukou_only': 310, 'empty_doors': 590, 'overdue_doors': 405,
}
CLASSES = {'resident': 2700, 'tenant': 430, 'floating': 246, 'hukou_only': 310, 'empty': 380, 'unknown': 0}
CATEGORIES = {
    'aged_80': 266, 'elder_alone': 330, 'empty_nest': 840, 'disabled_care': 190, 'disability': 192, 'low_income': 165,
    'extreme_poverty': 9, 'low_income_edge': 40, 'serious_illness': 60, 'child_in_need': 50, 'veteran': 150,
    'party_member': 350, 'correction': 4, 'released': 9, 'mental': 31, 'drugs': 6,
}


DOORS_OF_RESTRICTED = """
    SELECT compound.name || building.label || '-' || entrance.label || '-' || door.label
    FROM person_category JOIN category ON category.id = category_id JOIN membership USING (person_id)
    JOIN household ON household.id = household_id JOIN door ON door.id = door_id
    JOIN entrance ON entrance.id = entrance_id JOIN building ON building.id = door.building_id
    JOIN compound ON compound.id = compound_id
    WHERE is_restricted AND is_resident ORDER BY door.id LIMIT 10"""


def words_of(door):
    """Every category that what is shown of a door names."""
    members = [member for household in door['households'] for member in household['members']]
    return {door['cadence_of']}.union(*(member['categories'] for member in members))


def read_csv(text):
    return list(csv.reader(io.StringIO(text, newline='')))


class Output(cli.Case):
    def test_figures_of_the_sample(self):
        stats = self.good(cli.run('stats', '--format', 'json', db=self.master())).json()
        self.assertEqual({name: stats[name] for name in FIGURES}, FIGURES)
        self.assertEqual(stats['household_class'], CLASSES)
        self.assertEqual({name: stats['categories'][name] for name in CATEGORIES}, CATEGORIES)

    def test_formats_say_the_same(self):
        for words, n_columns in ((['stats'], 2), (['journal'], 7), (['issue', 'list', '--all'], 7), (['search', '501'], 5)):
            with self.subTest(words=words):
                rows = read_csv(self.good(cli.run(*words, '--format', 'csv', db=self.master())).out)
                self.assertTrue(all(len(row) == n_columns for row in rows))
                table = self.good(cli.run(*words, db=self.master())).out.splitlines()
                self.assertEqual(len(table), len(rows))
                parsed = self.good(cli.run(*words, '--format', 'json', db=self.master())).json()
                if words != ['stats']:
                    self.assertEqual([list(map(to_cell, row.values())) for row in parsed], rows[1:])

    def test_measures(self):
        rows = cli.run('measure', '129.77,43.31 129.78,43.31', '129.78,43.32', '--area', '--format', 'json').json()
        self.assertEqual([(row['figure'], row['unit']) for row in rows], [('perimeter', 'm'), ('area', 'm2'), ('area', 'mu')])
        self.assertAlmostEqual(float(rows[1]['value']), 450671.71, places=1)
        self.assertAlmostEqual(float(rows[2]['value']) * 10000 / 15, 450671.71, delta=4)
        self.assertEqual(cli.run('measure', '129.77,43.31').code, 2)
        self.assertEqual(cli.run('measure', 'here', 'there').code, 2)

    def test_exports_what_lies_inside(self):
        everywhere = '100,20 140,20 140,50 100,50'
        doors = cli.run('export', 'doors', '--format', 'json', db=self.master()).json()
        self.assertEqual(cli.run('export', 'doors', '--within', everywhere, '--format', 'json', db=self.master()).json(), doors)
        self.assertEqual(cli.run('export', 'doors', '--within', '1,1 2,1 2,2', '--format', 'json', db=self.master()).json(), [])
        self.assertEqual(cli.run('export', 'doors', '--within', '1,1 2,1', db=self.master()).code, 2)
        self.assertEqual(cli.run('export', 'issues', '--within', everywhere, db=self.master()).code, 2)

    def test_grids_add_up(self):
        grids = [cli.run('stats', '--grid', str(n), '--format', 'json', db=self.master()).json() for n in range(1, 10)]
        self.assertEqual(sum(grid['doors'] for grid in grids), 3966)
        self.assertEqual(sum(grid['persons'] for grid in grids), 7386)

    def test_formulas_are_quoted(self):
        db = self.new()
        register = '楼栋,单元,房号,姓名\n' + ''.join(f'{n},1,10{n},{name}\n' for n, name in enumerate(
            ['=HYPERLINK("http://x")', '+86', '-1+1', '@SUM(A1)', '王小明'], 1)).replace('=HYPERLINK("http://x")', '"=HYPERLINK(""http://x"")"')
        self.good(cli.run('import', self.path('册.csv', register), db=db))
        rows = read_csv(self.good(cli.run('export', 'doors', '--names', '--purpose', '试', db=db)).out)
        heads = [row[rows[0].index('head')] for row in rows[1:]]
        self.assertIn('王小明', heads)
        for head in heads:
            self.assertNotIn(head[:1], list('=+-@'), heads)
        title = '=cmd|calc'
        place = rows[1][0]
        self.good(cli.run('issue', 'report', place, '--title', title, db=db))
        rows = read_csv(self.good(cli.run('issue', 'list', '--format', 'csv', db=db)).out)
        self.assertEqual(rows[1][-1], "'" + title)

    def test_buildings_are_geojson(self):
        data = self.good(cli.run('export', 'buildings', db=self.master())).json()
        self.assertEqual(len(data['features']), 79)
        for feature in data['features']:
            for polygon in feature['geometry']['coordinates']:
                for ring in polygon:
                    self.assertEqual(ring[0], ring[-1])
                    self.assertGreaterEqual(len(ring), 4)

    def test_names_with_control_characters_stay_json(self):
        db = self.new()
        self.good(cli.run('import', self.path('a.csv', '小区,楼栋,单元,房号\n山\x01水"宜\\家,3,2,501\n'), db=db))
        self.assertEqual(len(self.good(cli.run('export', 'buildings', db=db)).json()['features']), 1)


class Masks(cli.Case):
    def find_named_door(self):
        rows = read_csv(cli.run('export', 'doors', '--names', '--purpose', '试', db=self.copy('names.bjt')).out)
        at = {name: rows[0].index(name) for name in ('place', 'head')}
        return next((row[at['place']], row[at['head']]) for row in rows[1:] if len(row[at['head']]) == 3)

    def test_show_masks_until_revealed(self):
        place, name = self.find_named_door()
        hidden = self.good(cli.run('show', place, db=self.master()))
        shown = self.good(cli.run('show', '--reveal', place, db=self.master()))
        self.assertNotIn(name, hidden.out)
        self.assertIn(name, shown.out)
        for masked, full in zip(hidden.json()['households'], shown.json()['households']):
            for one, other in zip(masked['members'], full['members']):
                self.assertEqual(one['name'][0], other['name'][0])
                self.assertIn('*', one['name'])
                for part in ('phone', 'id_number'):
                    self.assertEqual(one[part] is None, other[part] is None)
                    if one[part]:
                        self.assertIn('****', one[part])
                        self.assertEqual(len(one[part]), len(other[part]))

    def test_restricted_categories_stay_hidden(self):
        restricted = {'correction', 'released', 'mental', 'drugs'}
        doors = [row[0] for row in sqlite3.connect(self.copy()).execute(DOORS_OF_RESTRICTED)]
        self.assertEqual(len(doors), 10)
        for door in doors:
            hidden = self.good(cli.run('show', door, db=self.master())).json()
            shown = self.good(cli.run('show', '--reveal', door, db=self.master())).json()
            self.assertFalse(restricted & words_of(hidden), door)
            self.assertTrue(restricted & words_of(shown), door)

    def test_search_and_export_mask(self):
        place, name = self.find_named_door()
        found = self.good(cli.run('search', name, '--format', 'json', db=self.master()))
        self.assertNotIn(name, found.out)
        self.assertIn(name[0] + '*' + name[2], found.out)
        self.assertNotIn(name, self.good(cli.run('export', 'doors', db=self.master())).out)

    def test_full_export_is_recorded(self):
        db = self.copy()
        self.good(cli.run('export', 'doors', '--names', '--purpose', '年度核对', '-o', self.path('o.csv'), db=db))
        newest = self.good(cli.run('journal', '--format', 'json', db=db)).json()[0]
        self.assertEqual(newest['kind'], 'export')
        self.assertIn('年度核对', newest['subject'])
        self.sound(db)


class Indicators(cli.Case):
    def count(self, *args):
        return self.good(cli.run('stats', *args, '--format', 'json', db=self.master())).json()

    def test_grids_add_up_to_the_community(self):
        rows = self.count('--by', 'grid', '-i', 'overdue_share', '-i', 'persons')
        self.assertEqual(len(rows), 20)
        shares, persons = rows[:10], rows[10:]
        self.assertEqual([shares[-1][name] for name in ('value', 'numerator', 'denominator')], [0.12, 405, 3376])
        self.assertEqual(sum(row['numerator'] for row in shares[:-1]), 405)
        self.assertEqual(sum(row['value'] for row in persons[:-1]), 7386)
        self.assertEqual(persons[-1]['value'], 7386)
        self.assertIsNone(persons[-1]['denominator'])

    def test_nothing_to_divide_by_is_a_dash(self):
        args = ('stats', '-i', 'overdue_share', '--filter', 'class:empty')
        self.assertIsNone(self.count(*args[1:])[0]['value'])
        self.assertIn('—', self.good(cli.run(*args, db=self.master())).out)

    def test_filters(self):
        self.assertEqual(self.count('-i', 'doors', '--filter', 'overdue')[0]['value'], 405)
        both = self.count('-i', 'doors', '--filter', 'elder_alone +overdue')[0]['value']
        without = self.count('-i', 'doors', '--filter', '!elder_alone +overdue')[0]['value']
        self.assertEqual(both + without, 405)
        self.assertEqual(self.count('-i', 'doors', '--grid', '6')[0]['value'], 582)

    def test_what_is_refused(self):
        self.refused(cli.run('stats', '-i', 'wealth', db=self.master()), 2, 'wealth')
        self.refused(cli.run('stats', '--by', 'street', '-i', 'doors', db=self.master()), 2, 'street')
        self.refused(cli.run('stats', '--by', 'grid', db=self.master()), 2, 'indicator')
        self.refused(cli.run('stats', '-i', 'doors', '--filter', 'rich', db=self.master()), 1, 'rich')
        self.refused(cli.run('stats', '--by', 'building', '-i', 'category:drugs', db=self.master()), 1, 'restricted')


class Maps(cli.Case):
    def draw(self, *args, name='map.png'):
        path = self.path(name)
        self.good(cli.run('map', *args, '-o', path, db=self.master()))
        with open(path, 'rb') as file:
            return file.read()

    def test_pictures(self):
        plain = self.draw('--size', '300x200')
        self.assertEqual(plain[:4], b'\x89PNG')
        self.assertEqual([int.from_bytes(plain[at:at + 4], 'big') for at in (16, 20)], [300, 200])
        for args in (['--choropleth', 'grid:overdue_share'], ['--heat', 'persons:80'], ['--heat', 'category:aged_80'],
                     ['--choropleth', 'building:persons', '--method', 'quantile', '--palette', 'dark', '--grid', '3']):
            self.assertNotEqual(self.draw('--size', '300x200', *args), plain)
        self.assertEqual(self.draw('--size', '300x200', '--public', name='map.pdf')[:4], b'%PDF')

    def test_what_is_refused(self):
        path = self.path('none.png')
        for args, code, word in ((['--choropleth', 'grid:category:drugs'], 1, 'restricted'),
                                 (['--heat', 'category:released:60'], 1, 'restricted'),
                                 (['--heat', 'overdue_share:60'], 2, 'overdue_share'),
                                 (['--heat', 'persons:5'], 2, '20 to 200'),
                                 (['--choropleth', 'street:persons'], 2, 'street'),
                                 (['--bbox', '1,2,3'], 2, 'bbox'),
                                 (['--size', '0x9'], 2, 'size'),
                                 (['--base', '/nothing.mbtiles'], 1, 'nothing'),
                                 (['--grid', '99'], 1, '99')):
            self.refused(cli.run('map', *args, '-o', path, db=self.master()), code, word)
        self.refused(cli.run('map', db=self.master()), 2, '-o')


class Addresses(cli.Case):
    def test_json_lines(self):
        lines = ['山水宜家3-2-501', '', '三号楼二单元501', '\ufeff3#2-501', 'x' * 20000, '\x01\x02', '3号楼2单元501 李']
        done = self.good(cli.run('address', stdin=('\n'.join(lines) + '\r\n').encode()))
        parsed = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual(len(parsed), len(lines))
        for one in parsed:
            self.assertEqual(list(one), ['raw', 'compound', 'building', 'entrance', 'level', 'door', 'rest'])
        for at in (0, 2, 3):
            self.assertEqual([parsed[at][part] for part in ('building', 'entrance', 'door')], ['3', '2', '501'])
        self.assertEqual(parsed[0]['compound'], '山水宜家')

    def test_any_bytes(self):
        done = self.good(cli.run('address', stdin=b'\xff\xfe\x00\n\xb5\xd8\xd6\xb7 3-2-501\n\xe4\xb8\n'))
        self.assertEqual(len([json.loads(line) for line in done.out.splitlines()]), 3)


def to_cell(value):
    return '' if value is None else str(value)


if __name__ == '__main__':
    unittest.main()
