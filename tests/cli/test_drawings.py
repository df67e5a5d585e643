#!/usr/bin/env python3
"""From a drawing to doors on the printed map: a plan is placed on a building,
six doors are traced, categories marked, and the grid map is printed."""

import os
import subprocess
import sys
import unittest

import cli

BUILDING = '山水宜家 3'
LEVEL = f'{BUILDING}:0'
DOORS = ['1-101', '1-102', '1-103', '2-101', '2-102', '2-103']
PLACES = [('1', 0), ('1', 1), ('1', 2), ('2', 0), ('2', 1), ('2', 2)]  # entrance and stack
GRID = '3'
SHARED = os.environ.get('BJT_SHARED_DATA') or os.path.join(os.environ['BJT_SOURCE_ROOT'], '..', 'shared', 'data')

# File, width in metres, gaps to close in metres, a place in each of six rooms.
DRAWINGS = {
    'vector': ('svg/cn_campus_bldg2_floor1.svg', 60, 1.2,
               ['8.25,58.72', '12.51,32.42', '28.15,34.55', '5.40,18.91', '28.86,60.14', '45.21,8.96']),
    'cad': ('dxf/mapwize_building_A_floor0.dxf', 34.645, 0,
            ['3.30,24.08', '7.15,25.04', '12.27,24.40', '19.95,24.08', '2.02,22.16', '2.02,14.15']),
    'photo': ('raster/cch_32c3_level0.jpg', 120, 0,
              ['38.06,22.51', '70.23,22.51', '79.10,37.38', '53.59,52.46', '80.21,60.22', '38.06,48.02']),
}


class Drawings(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def bjt(self, *words):
        return self.good(cli.run(*words, db=self.db))

    def shown(self):
        return self.bjt('plan', 'show', LEVEL, '--format', 'json').json()

    def drawn(self):
        """Entrance and stack of the doors that are drawn, in painting order."""
        return [(row['entrance'], row['stack']) for row in self.shown() if row['kind'] == 'door']

    def listed(self):
        return self.bjt('plan', 'list', '--format', 'json').json()[0]

    def mark(self):
        """The first two doors with a household are let to tenants."""
        lived_in = [door for door in DOORS if self.show(door)['households']][:2]
        self.assertEqual(len(lived_in), 2)
        for door in lived_in:
            self.bjt('class', 'tenant', f'{BUILDING}-{door}', '--reason', '楼盘表标注')
            self.assertEqual(self.show(door)['class'], 'tenant')

    def show(self, door):
        return self.bjt('show', f'{BUILDING}-{door}').json()

    def printed(self):
        sheet = self.path('网格图.pdf')
        self.bjt('print', 'grid-map', '--grid', GRID, '-o', sheet)
        self.assertGreater(os.path.getsize(sheet), 10000)
        return subprocess.run(['pdftotext', sheet, '-'], stdout=subprocess.PIPE, check=True).stdout.decode()

    def bring_in_and_trace(self, name):
        file, width, close, places = DRAWINGS[name]
        self.bjt('plan', 'import', os.path.join(SHARED, '01_floorplans', file), '--building', BUILDING, '--levels', '0', '--width', str(width))
        self.bjt('plan', 'place', LEVEL, '--footprint', '--kind', 'affine')
        for door, place in zip(DOORS, places):
            self.bjt('plan', 'trace', LEVEL, '--at', place, '--door', f'{BUILDING}-{door}', *(['--close', str(close)] if close else []))

    def check_drawing(self, name):
        self.bring_in_and_trace(name)
        self.assertEqual(self.drawn(), PLACES)
        self.assertEqual((self.listed()['doors'], self.listed()['placed']), (6, 'yes'))
        self.mark()
        self.assertIn('3', self.printed())
        self.sound(self.db)

    def test_from_vectors(self):
        self.check_drawing('vector')

    def test_from_cad(self):
        self.check_drawing('cad')

    def test_from_a_photo(self):
        self.check_drawing('photo')

    def test_from_nothing(self):
        self.bjt('plan', 'schematic', BUILDING)
        self.assertEqual(self.listed()['placed'], 'yes')
        self.assertLessEqual(set(PLACES), set(self.drawn()))
        self.mark()
        self.assertIn('3', self.printed())
        self.sound(self.db)

    def test_undo_of_everything(self):
        before = self.bjt('plan', 'list', '--format', 'json').json()
        self.bring_in_and_trace('cad')
        for _ in range(2 + len(DOORS)):
            self.bjt('undo')
        self.assertEqual(self.bjt('plan', 'list', '--format', 'json').json(), before)


if __name__ == '__main__':
    if not os.path.isdir(SHARED):
        sys.exit(77)
    unittest.main()
