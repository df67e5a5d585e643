#!/usr/bin/env python3
"""Every command, misused: exit 2 (or 1 when it was understood) and one line."""

import os
import subprocess
import unittest

import cli

DOOR = '山水宜家3-2-501'

USAGE = [
    [], ['nosuch'], ['--db'], ['--format', 'xml', 'stats'], ['stats'],
    ['new'], ['new', 'x.bjt'], ['new', 'x.bjt', '--name', ''], ['demo'], ['demo', 'x', '--doors', '0'], ['demo', 'x', '--seed', 'y'],
    ['check'], ['check', '--nope'], ['check', 'a', 'b'], ['import'], ['address', 'x'],
]

USAGE_OF_FILE = [
    ['stats', 'extra'], ['stats', '--nope'], ['stats', '--grid', 'x'], ['search'], ['show'], ['visit'],
    ['visit', DOOR, '--outcome', 'nope'], ['visit', DOOR, '--on', 'foo'], ['visit', DOOR, '--next', '2026-02-30'],
    ['issue'], ['issue', 'foo'], ['issue', 'list', 'extra'], ['issue', 'report', DOOR],
    ['issue', 'report', DOOR, '--title', 'x', '--kind', 'zz'], ['issue', 'show'], ['issue', 'advance'],
    ['issue', 'advance', '2026-0001', 'nope'], ['undo', 'extra'], ['redo', 'extra'], ['journal', 'extra'],
    ['journal', '--limit', 'x'], ['print'], ['print', 'grid-map'], ['print', 'grid-map', '-o', 'x.pdf'],
    ['print', 'grid-map', '--grid', '3', '--names', '-o', 'x.pdf'], ['export'], ['export', 'foo'],
    ['export', 'doors', '--names'], ['export', 'foo', '--names', '--purpose', 'x'], ['import'], ['--by', 'nobody', 'stats'],
]

REFUSED = [
    (['stats', '--grid', '99'], '99'), (['search', 'zzzzqq'], 'zzzzqq'), (['show', '无此处'], '无此处'),
    (['show', '3-2-501'], '3-2-501'), (['visit', DOOR, '--on', '2026-11-23'], 'future'),
    (['visit', DOOR, '--next', '2026-11-01'], 'next'), (['issue', 'show', '99'], '99'),
    (['issue', 'advance', '1', 'closed'], 'no issue 1'), (['redo'], 'nothing'),
    (['print', 'grid-map', '--grid', '99', '-o', 'x.pdf'], '99'), (['print', 'grid-map', '--grid', '3', '-o', 'x.foo'], 'x.foo'),
    (['print', 'grid-map', '--grid', '3', '--paper', 'Z9', '-o', 'x.pdf'], 'Z9'),
    (['print', 'grid-map', '--grid', '3', '-o', '/no/x.pdf'], '/no/x.pdf'), (['export', 'doors', '-o', '/no/x'], '/no/x'),
    (['import', 'none.csv'], 'none.csv'), (['import', '/'], '/'), (['import', '--map', 'nofile', 'x'], 'nofile'),
]


class Usage(cli.Case):
    def test_without_a_file(self):
        for words in USAGE:
            with self.subTest(words=words):
                self.refused(cli.run(*words), 2)
        self.refused(cli.run('stats', as_of='2026-02-30'), 2, '2026-02-30')

    def test_with_a_file(self):
        db = self.copy()
        before = cli.digest(db)
        for words in USAGE_OF_FILE:
            with self.subTest(words=words):
                self.refused(cli.run(*words, db=db), 2)
        for words, about in REFUSED:
            with self.subTest(words=words):
                self.refused(cli.run(*words, db=db), 1, about)
        self.assertEqual(cli.digest(db), before, 'a refused command changed the file')
        self.sound(db)

    def test_unknown_profile_and_taken_name(self):
        db = self.copy()
        before = cli.digest(db)
        self.refused(cli.run('demo', self.path('z.bjt'), '--profile', 'foo'), 1, 'foo')
        self.refused(cli.run('demo', db), 1, db)
        self.refused(cli.run('new', db, '--name', 'x'), 1, db)
        self.refused(cli.run('new', '/no/n.bjt', '--name', 'x'), 1, '/no/n.bjt')
        self.assertEqual(cli.digest(db), before)
        self.assertEqual(os.listdir(self.folder), ['a.bjt'])

    def test_help_and_version(self):
        for words in (['--help'], ['-h'], ['visit', '--help']):
            self.assertIn('bjt visit', self.good(cli.run(*words)).out)
        self.assertRegex(self.good(cli.run('--version')).out, r'^bjt [0-9.]+\n$')

    def test_full_disk_is_told(self):
        db = self.copy()
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([cli.BJT, '--db', db, 'export', 'doors'], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)

    def test_file_from_the_environment(self):
        done = subprocess.run([cli.BJT, 'stats', '--format', 'json'], env=dict(os.environ, BJT_DB=self.copy()),
                              stdout=subprocess.PIPE, check=True)
        self.assertIn(b'3966', done.stdout)


if __name__ == '__main__':
    unittest.main()
