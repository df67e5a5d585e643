#!/usr/bin/env python3
"""Every pack of the shared data through `bjt tiles`: shown, or refused with a line."""

import os
import sys
import unittest

import cli

DATA = os.path.join(os.environ.get('BJT_SHARED_DATA', os.path.join(os.environ.get('BJT_SOURCE_ROOT', '.'), '..', 'shared', 'data')),
                    '03_tiles')

# A tile that is there; None: the pack is refused.
TILES = {
    'mbtiles/bangkok_z12_vector.mbtiles': '12/3192/1889',
    'mbtiles/gdal_byte.mbtiles': '11/354/818',
    'mbtiles/gdal_point_polygon.mbtiles': '0/0/0',
    'mbtiles/gdal_world_l1.mbtiles': '1/1/0',
    'mbtiles/isle_of_man.mbtiles': '7/62/40',
    'mbtiles/martin_geography-class-jpg.mbtiles': 'broken',  # six bytes that begin like a picture
    'mbtiles/martin_geography-class-png.mbtiles': 'broken',
    'mbtiles/martin_json.mbtiles': None,
    'mbtiles/martin_normalized-dedup-id.mbtiles': 'broken',
    'mbtiles/martin_world_cities.mbtiles': '3/6/3',
    'mbtiles/martin_invalid_zoomed_world_cities.sql': None,
    'mbtiles/nodembtiles_corrupt.mbtiles': None,
    'mbtiles/nodembtiles_plain_1.mbtiles': '4/12/6',
    'mbtiles/nodembtiles_some-empty-tiles.mbtiles': '1/0/0',
    'pmtiles/gdal_ne_10m_admin_0_france.pmtiles': '5/16/11',
    'pmtiles/gdal_poly.pmtiles': '5/16/11',
    'pmtiles/gdal_subset7_truncated.pmtiles': None,
    'pmtiles/martin_png.pmtiles': '1/1/0',
    'pmtiles/martin_webp2.pmtiles': '1/1/0',
    'pmtiles/protomaps_empty.pmtiles': None,
    'pmtiles/protomaps_invalid.pmtiles': None,
    'pmtiles/protomaps_test_fixture_1.pmtiles': '0/0/0',
}


class Packs(cli.Case):
    def test_all_are_named(self):
        found = [f'{kind}/{name}' for kind in ('mbtiles', 'pmtiles') for name in os.listdir(os.path.join(DATA, kind))]
        self.assertEqual(sorted(found), sorted(TILES))

    def test_packs(self):
        for name, tile in TILES.items():
            with self.subTest(pack=name):
                self.try_pack(os.path.join(DATA, name), tile)

    def try_pack(self, path, tile):
        picture = self.path('out.png')
        if tile is None:
            self.refused(cli.run('tiles', 'info', path), 1, os.path.basename(path))
            self.refused(cli.run('tiles', 'render', path, '0/0/0', '-o', picture), 1, os.path.basename(path))
            return
        self.good(cli.run('tiles', 'info', path, '--format', 'json')).json()
        if tile == 'broken':
            self.refused(cli.run('tiles', 'render', path, '0/0/0', '-o', picture), 1, 'tile 0/0/0')
            return
        self.good(cli.run('tiles', 'render', path, tile, '-o', picture))
        self.assertGreater(os.path.getsize(picture), 100)


if __name__ == '__main__':
    if not os.path.isdir(DATA):
        sys.exit(77)
    unittest.main()
