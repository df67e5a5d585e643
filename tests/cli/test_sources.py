#!/usr/bin/env python3
"""bjt tiles sources, test, add, remove: the user's list of base maps, without a password store."""

import http.server
import os
import threading
import unittest

import cli
from test_tiles import BLUE, GREEN, RED, WHITE, make_png

PICTURE = make_png([RED, GREEN, BLUE, WHITE])
KEY = '0123456789abcdef0123456789abcdef'
PRESETS = ['painted', 'osm', 'tianditu-vec', 'tianditu-img', 'tianditu-ter']
ANSWERS = {
    'good': (200, 'image/png', PICTURE),
    'page': (200, 'text/html', b'<html>Please log in</html>'),
    'forbidden': (403, 'text/plain', b''),
    'gone': (404, 'text/plain', b''),
    'broken': (500, 'text/plain', b''),
}


class Service(http.server.BaseHTTPRequestHandler):
    """/ANSWER/z/x/y"""

    def do_GET(self):
        self.server.asked.append(self.path)
        status, kind, body = ANSWERS[self.path.split('/')[1]]
        self.send_response(status)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Sources(cli.Case):
    def setUp(self):
        super().setUp()
        for name in ('XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME'):
            os.environ[name] = self.path(name)
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=' + self.path('no-bus')
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Service)
        self.server.asked = []
        thread = threading.Thread(target=self.server.serve_forever, kwargs={'poll_interval': 0.02})
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def url(self, answer):
        return f'http://127.0.0.1:{self.server.server_port}/{answer}/{{z}}/{{x}}/{{y}}.png'

    def sources(self):
        return self.good(cli.run('tiles', 'sources', '--format', 'json')).json()

    def add(self, name, where, *options):
        self.good(cli.run('tiles', 'add', name, where, *options))

    def grep(self, word):
        """Files of the user that hold the word."""
        found = []
        for folder, _, names in os.walk(self.folder):
            for name in names:
                with open(os.path.join(folder, name), 'rb') as file:
                    found += [name] if word.encode() in file.read() else []
        return found

    def test_presets(self):
        rows = self.sources()
        self.assertEqual([row['id'] for row in rows], PRESETS)
        self.assertEqual([row['key'] for row in rows], ['not-needed', 'not-needed', 'none', 'none', 'none'])
        self.assertEqual([row['state'] for row in rows], ['ready', 'ready', 'needs-key', 'needs-key', 'needs-key'])
        self.refused(cli.run('tiles', 'remove', 'osm'), 2, 'osm')
        self.refused(cli.run('tiles', 'test', 'tianditu-vec'), 1, 'key')
        self.refused(cli.run('tiles', 'test', 'painted'), 1, 'painted')

    def test_add_and_remove(self):
        self.add('街道办底图', self.url('good'), '--datum', 'gcj02', '--min-zoom', '3', '--max-zoom', '17', '--attribution', '© 谁')
        row = self.sources()[-1]
        self.assertEqual({name: row[name] for name in ('name', 'kind', 'datum', 'state', 'key')},
                         {'name': '街道办底图', 'kind': 'service', 'datum': 'gcj02', 'state': 'ready', 'key': 'not-needed'})
        self.refused(cli.run('tiles', 'add', '街道办底图', self.url('good')), 2, '街道办底图')
        self.good(cli.run('tiles', 'remove', '街道办底图'))
        self.assertEqual([row['id'] for row in self.sources()], PRESETS)
        self.refused(cli.run('tiles', 'remove', '街道办底图'), 2, '街道办底图')

    def test_add_refuses(self):
        self.refused(cli.run('tiles', 'add', 'a', 'https://example.org/tiles.png'), 1, 'address')
        self.refused(cli.run('tiles', 'add', 'a', self.path('none.mbtiles')), 1)
        self.refused(cli.run('tiles', 'add', 'a', self.url('good'), '--datum', 'moon'), 2, 'moon')
        self.refused(cli.run('tiles', 'add', 'a', self.url('good'), '--min-zoom', '9', '--max-zoom', '8'), 2, 'zoom')
        self.assertEqual([row['id'] for row in self.sources()], PRESETS)

    def test_works(self):
        self.add('a', self.url('good'))
        row = self.good(cli.run('tiles', 'test', 'a', '--at', '116.391,39.907', '--format', 'json')).json()[0]
        self.assertEqual({name: row[name] for name in ('name', 'state', 'tile', 'format', 'width', 'height', 'bytes')},
                         {'name': 'a', 'state': 'works', 'tile': '16/53956/24832', 'format': 'png', 'width': 256, 'height': 256,
                          'bytes': len(PICTURE)})
        self.assertEqual(self.server.asked, ['/good/16/53956/24832.png'])

    def test_datum_and_community(self):
        """The tile asked for lies where its own datum has the place."""
        community = self.copy()
        self.add('a', self.url('good'), '--max-zoom', '20')
        self.add('b', self.url('good'), '--datum', 'gcj02')
        self.good(cli.run('tiles', 'test', 'a', db=community))
        self.good(cli.run('tiles', 'test', 'b', db=community))
        column = [int(path.split('/')[3]) for path in self.server.asked]
        self.assertNotEqual(self.server.asked[0], self.server.asked[1])
        self.assertLess(abs(column[0] - column[1]), 3)
        self.assertLess(abs(column[0] / 65536 * 360 - 180 - 129.76), 0.05)  # 江北

    def test_reasons(self):
        for answer, reason in (('page', 'not a map tile'), ('forbidden', 'refuses'), ('gone', 'no tile'), ('broken', 'error')):
            with self.subTest(answer=answer):
                self.add(answer, self.url(answer))
                self.refused(cli.run('tiles', 'test', answer), 1, f'{answer}: ')
                self.assertIn(reason, cli.run('tiles', 'test', answer).err)
        self.add('down', 'http://127.0.0.1:9/{z}/{x}/{y}.png')
        self.refused(cli.run('tiles', 'test', 'down'), 1, 'reached')
        self.refused(cli.run('tiles', 'test', 'nothing'), 1, 'nothing')
        self.refused(cli.run('tiles', 'test', 'down', '--at', 'here'), 2, 'here')
        self.refused(cli.run('tiles', 'test'), 2)

    def test_key_is_nowhere(self):
        """There is no password store here: nothing is added, the key is not kept."""
        where = self.url('good') + '?tk=' + KEY
        done = self.refused(cli.run('tiles', 'add', 'k', where), 1, 'password store')
        self.assertNotIn(KEY, done.err)
        self.assertEqual([row['id'] for row in self.sources()], PRESETS)
        self.assertEqual(self.grep(KEY), [])
        self.assertEqual(self.server.asked, [])

    def test_damaged_list(self):
        """What cannot be read is put aside before it is written over."""
        self.add('a', self.url('good'))
        path = os.path.join(self.path('XDG_CONFIG_HOME'), 'baijiatu', 'base-maps.ini')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('这不是列表\n[x\n')
        self.assertEqual([row['id'] for row in self.sources()], PRESETS)
        self.add('b', self.url('good'))
        with open(path + '.damaged', encoding='utf-8') as file:
            self.assertIn('这不是列表', file.read())
        self.assertEqual(self.sources()[-1]['name'], 'b')


if __name__ == '__main__':
    unittest.main()
