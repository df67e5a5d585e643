#!/usr/bin/env python3
"""bjt plan: a picture is brought in, placed and looked at, each change one step of undo."""

import os
import struct
import unittest
import zlib

import cli

BUILDING = '山水宜家 3'
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data', 'plans')


def png(width, height):
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

    rows = b''.join(b'\0' + b'\xff' * width for _ in range(height))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


class Plans(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def plan(self, *words):
        return cli.run('plan', *words, db=self.db)

    def bring_in(self, levels='0-5', **options):
        picture = self.path('一层.png', png(400, 120))
        words = [word for name, value in options.items() for word in (f'--{name}', value)]
        return self.plan('import', picture, '--building', BUILDING, '--levels', levels, *words)

    def listed(self):
        return self.plan('list', '--format', 'json').json()

    def test_import_and_undo(self):
        self.assertEqual(self.listed(), [])
        self.good(self.bring_in(name='标准层'))
        row = self.listed()[0]
        self.assertEqual((row['building'], row['name'], row['levels'], row['placed']), (BUILDING, '标准层', '0-5', 'no'))
        self.refused(self.bring_in('5'), about='level 5')
        self.good(self.bring_in('6'))
        self.sound(self.db)
        for _ in range(2):
            self.good(cli.run('undo', db=self.db))
        self.assertEqual(self.listed(), [])

    def test_place_by_points(self):
        self.good(self.bring_in(width='40'))
        corners = ['0,0=129.7600,43.3200', '40,0=129.7604937,43.3200', '40,12=129.7604937,43.320108', '0,12=129.7600,43.320108']
        words = [word for corner in corners for word in ('--point', corner)]
        done = self.good(self.plan('place', f'{BUILDING}:0', *words, '--check', '0,0 40,0'))
        self.assertIn('2·4 − 4 = 4 degrees of freedom', done.out)
        self.assertIn('40.00 m on the plan, 40.0', done.out)
        self.assertEqual(self.listed()[0]['placed'], 'yes')
        exact = self.good(self.plan('place', BUILDING, *words[:4]))
        self.assertIn('exact, no check', exact.out)
        rows = self.plan('place', BUILDING, '--format', 'json').json()  # looks only
        self.assertEqual([row['residual_m'] for row in rows], ['0.000', '0.000'])
        self.assertEqual(self.plan('place', BUILDING, '--nudge', '1,0').code, 0)
        rows = self.plan('place', BUILDING, '--format', 'json').json()
        self.assertEqual([row['residual_m'] for row in rows], ['1.000', '1.000'])

    def test_place_on_the_building(self):
        self.good(self.bring_in())
        for words in ((), ('--turn', '180'), ('--kind', 'affine'), ('--mirror',)):
            done = self.good(self.plan('place', BUILDING, '--footprint', *words))
            self.assertIn('RMSE', done.out)
        self.good(self.plan('place', BUILDING, '--length', '40', '--wall', '0,0 30,0', '--bearing', '90', '--at', '129.76,43.32'))

    def shown(self):
        return self.plan('show', f'{BUILDING}:0', '--format', 'json').json()

    def test_draw_and_edit(self):
        plan = f'{BUILDING}:0'
        self.good(self.bring_in(width='40'))
        self.good(self.plan('draw', plan, 'rectangle', '--at', '0,0 10,6', '--door', '1-101'))
        self.good(self.plan('draw', plan, 'wall', '--at', '0,0 10,0', '--size', '0.24'))
        self.good(self.plan('draw', plan, 'text', '--at', '3,8', '--label', '楼道'))
        self.assertEqual([row['kind'] for row in self.shown()], ['door', 'wall', 'text'])
        self.refused(self.plan('draw', plan, 'polygon', '--at', '0,0 10,10 10,0 0,10'), about='crosses itself at 5.00, 5.00')
        self.refused(self.plan('draw', plan, 'wall', '--at', '2,3 2,3'), about='2.00, 3.00')
        before = self.shown()
        self.good(self.plan('edit', plan, '1-101', 'split', '--at', '4,0 4,6'))
        self.assertEqual([row['kind'] for row in self.shown()].count('door'), 2)
        self.refused(self.plan('edit', plan, '1-101', 'split', '--at', '4.5,3 6,3'), about='from side to side')
        self.good(cli.run('undo', db=self.db))
        self.assertEqual(self.shown(), before)
        self.good(self.plan('edit', plan, '1-101', 'array', '--columns', '2', '--offset', '10.24,0', '--next-stacks'))
        self.good(self.plan('edit', plan, '1-101', 'move', '--offset', '0,3'))
        self.good(self.plan('edit', plan, '1-101', 'turn', '--angle', '90'))
        self.good(self.plan('edit', plan, '1-101', 'remove'))
        self.assertEqual([row['kind'] for row in self.shown()].count('door'), 1)
        self.refused(self.plan('edit', plan, '99', 'remove'))
        self.good(self.plan('repeat', plan, '--levels', '0-4'))
        self.assertEqual(self.listed()[0]['levels'], '0-4')
        self.assertEqual(self.plan('check', plan).code, 1)  # doors without an outline
        self.sound(self.db)

    def test_trace(self):
        plan = f'{BUILDING}:0'
        drawing = self.path('层.svg', b'''<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">
            <g fill="none" stroke="black"><rect id="room-1-101" x="10" y="10" width="100" height="80"/>
            <rect x="110" y="10" width="100" height="80"/><path d="M220 10H320V90H220V60M220 51V10"/></g>
            <text x="150" y="50" font-size="10">1-102</text><text x="20" y="150" font-size="10">1-999</text></svg>''')
        self.good(self.plan('import', drawing, '--building', BUILDING, '--levels', '0-4', '--width', '40'))
        self.refused(self.plan('trace', plan, '--at', '30,1'), about='nothing closed')
        done = self.good(self.plan('trace', plan, '--at', '27,15', '--close', '1.2', '--door', '1-101'))
        self.assertIn('79.99 m²', done.out)
        self.good(cli.run('undo', db=self.db))
        rows = self.plan('trace', plan, '--all', '--format', 'json').json()
        traced = [row for row in rows if row['outline'] == 'traced']
        self.assertEqual([row['m2'] for row in traced], ['80.00', '80.00'])
        self.assertIn('1-999', [row['door'] for row in rows if row['outline'] == 'no such door'])
        self.assertEqual([row['kind'] for row in self.shown()], ['door', 'door'])
        self.sound(self.db)

    def test_schematic(self):
        self.good(self.plan('schematic', BUILDING))
        rows = self.listed()
        self.assertEqual({(row['building'], row['kind']) for row in rows}, {(BUILDING, 'schematic')})
        self.good(self.plan('schematic', BUILDING))
        self.assertEqual(self.listed(), rows)
        self.good(cli.run('undo', db=self.db))
        self.assertEqual(self.listed(), [])
        self.good(self.bring_in('0'))
        self.good(self.plan('schematic', '--all'))
        kinds = [(row['kind'], row['levels']) for row in self.listed() if row['building'] == BUILDING]
        self.assertEqual(kinds[0], ('drawn', '0'))
        self.assertEqual({kind for kind, _ in kinds[1:]}, {'schematic'})
        self.sound(self.db)
        self.refused(self.plan('schematic', 'nowhere'), about='no building')
        self.refused(self.plan('schematic'), code=2)

    def test_refusals_say_why(self):
        self.good(self.bring_in())
        twice = ('--point', '0,0=129.76,43.32', '--point', '0,0=129.77,43.32')
        line = tuple(word for i in range(3) for word in ('--point', f'{i},{i}=129.76{i},43.32{i}'))
        self.refused(self.plan('place', BUILDING, *twice), about='control points 1 and 2')
        self.refused(self.plan('place', BUILDING, *line, '--kind', 'affine'), about='on one line')
        mixed = tuple(word for at, place in (('0,0', '129.7604937,43.3200'), ('40,0', '129.7600,43.3200'), ('20,12', '129.76024685,43.320108'))
                      for word in ('--point', f'{at}={place}'))
        self.refused(self.plan('place', BUILDING, *mixed), about='points 1 and 2')
        self.refused(self.plan('place', BUILDING, '--point', 'here'), about='here')
        self.refused(self.plan('place', BUILDING, '--footprint', '--turn', '45'), about='45')
        self.refused(self.plan('place', BUILDING), about='placement')
        self.refused(self.plan('place', f'{BUILDING}:9', '--footprint'), about='names no plan')
        self.refused(self.plan('place', 'nowhere:0', '--footprint'), about='no building')
        self.refused(self.plan('import', self.path('a.txt', 'text'), '--building', BUILDING, '--levels', '7'), about='a.txt')
        self.refused(self.plan('import', self.path('b.png', b'\x89PNG\r\n\x1a\nrubbish'), '--building', BUILDING, '--levels', '7'), about='picture')
        self.refused(self.bring_in('first'), about='first')
        self.refused(self.plan('dance'), code=2)
        self.assertEqual(len(self.listed()), 1)


class Drawings(cli.Case):
    """Every format, by the small files that the core is tested with too."""

    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def plan(self, *words):
        return cli.run('plan', *words, db=self.db)

    def bring_in(self, name, *words):
        return self.plan('import', os.path.join(DATA, name), '--building', BUILDING, *words)

    def test_every_format(self):
        formats = ['storey.svg', 'storey.dxf', 'storey.pdf', 'storey.png', 'storey.jpg', 'space.gml', 'levels.osm', 'imdf']
        for level, name in enumerate(formats):
            only = () if name in ('levels.osm', 'imdf') else ('--levels', str(level + 10))
            done = self.good(self.bring_in(name, *only, '--name', name, '--format', 'json'))
            self.assertEqual(done.json()[0]['plans'], 1, name)
        self.assertEqual(len(self.plan('list', '--format', 'json').json()), len(formats))
        self.sound(self.db)
        for _ in formats:
            self.good(cli.run('undo', db=self.db))
        self.assertEqual(self.plan('list', '--format', 'json').json(), [])

    def test_levels_of_a_map(self):
        done = self.good(self.bring_in('levels.geojson', '--format', 'json'))
        row = done.json()[0]
        self.assertEqual((row['plans'], row['placed'], row['scale']), (2, 'yes', 'file'))
        self.assertEqual(row['left_out'], 1)
        rows = self.plan('list', '--format', 'json').json()
        self.assertEqual([(row['levels'], row['placed']) for row in rows], [('0', 'yes'), ('1-2', 'yes')])
        self.good(self.bring_in('storey.svg', '--under', f'{BUILDING}:0'))
        self.good(cli.run('undo', db=self.db))
        self.good(cli.run('undo', db=self.db))
        self.assertEqual(self.plan('list', '--format', 'json').json(), [])

    def test_scale(self):
        self.assertIn('does not tell its scale', self.good(self.bring_in('storey.svg', '--levels', '0')).out)
        for level, (words, scale) in enumerate(((('--scale', '0.1'), 0.1), (('--width', '20'), 0.05), (('--length', '2,2:398,2=39.6'), 0.1)), 1):
            done = self.good(self.bring_in('storey.svg', '--levels', str(level), *words, '--format', 'json'))
            self.assertAlmostEqual(done.json()[0]['metres_per_unit'], scale)
        self.good(self.bring_in('storey.dxf', '--levels', '6', '--layers', 'WALLS,NAMES'))
        self.refused(self.bring_in('storey.dxf', '--levels', '7', '--layers', 'ROOF'), about='ROOF')
        self.refused(self.bring_in('storey.dxf', '--levels', '7', '--length', 'long'), code=2)
        self.refused(self.bring_in('storey.dxf'), about='level')
        self.refused(self.bring_in('cut-short.jpg', '--levels', '7'), about='cut-short.jpg')
        self.refused(self.plan('import', os.path.join(DATA, 'storey.svg'), '--levels', '7'), about='--building')
        self.refused(self.plan('import'), code=2)

    def test_weights_checks_and_hand(self):
        self.good(self.bring_in('storey.svg', '--levels', '0', '--width', '40'))
        points = ('0,0=129.7600,43.3200', '40,0=129.7604937,43.3200@4', '40,16=129.7604937,43.320144', '0,16=129.7601,43.320144@0')
        words = [word for point in points for word in ('--point', point)]
        done = self.good(self.plan('place', f'{BUILDING}:0', *words, '--check', '0,0:40,0', '--check', '0,0:0,16'))
        self.assertIn('2·3 − 4 = 2 degrees of freedom', done.out)
        self.assertEqual(done.out.count('on the ground'), 2)
        self.good(self.plan('place', f'{BUILDING}:0', '--turn', '5', '--scale', '1.1', '--nudge', '0.1,-0.1'))
        self.assertIn('44.0', self.good(self.plan('place', f'{BUILDING}:0', '--check', '0,0:40,0')).out)
        self.refused(self.plan('place', f'{BUILDING}:0', '--scale', '-1'), about='-1')
        self.refused(self.plan('place', f'{BUILDING}:0', '--point', '0,0=1,2@heavy'), about='heavy')


if __name__ == '__main__':
    unittest.main()
