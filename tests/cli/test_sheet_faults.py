#!/usr/bin/env python3
"""bjt print where something is missing: a font, a character, room on the disk; and
what must not be on paper: names nobody asked for, categories that stay inside.
"""

import contextlib
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import unittest
from unittest import mock

import cli

NOWHERE = '\U00031350'  # an ideograph that hardly any font has
FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{0}</dir><cachedir>{0}/cache</cachedir></fontconfig>'
PERSONAL = {  # by the sheet: all that could name a resident
    'grid-map': ('grid-map', '--grid', '3'),
    'building': ('building', '嘉和园', '1'),
    'atlas': ('atlas', '--of', 'entrances', '--grid', '3'),
    'walk': ('walk', '--grid', '3'),
    'log': ('log', '--grid', '3'),
    'report': ('report', '--grid', '3'),
    'ledger': ('ledger',),
    'booklet': ('booklet', '--grid', '9'),
    'cards': ('cards', '--grid', '9'),
    'poster': ('poster',),
    'public-poster': ('public-poster',),
    'public-map': ('public-map', '--grid', '3'),
}


def text_of(path):
    return subprocess.run(['pdftotext', '-raw', path, '-'], check=True, stdout=subprocess.PIPE).stdout.decode()


class SheetFaults(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def print(self, *words, db=None, name='sheet.pdf'):
        purpose = () if words[0].startswith('public') else ('--purpose', '检验')
        return cli.run('print', *words, *purpose, '-o', self.path(name), db=db or self.db, timeout=120)

    def ask(self, question):
        with contextlib.closing(sqlite3.connect(self.db)) as file:
            return {row[0] for row in file.execute(question)}

    def check_nothing_made(self):
        self.assertEqual([name for name in os.listdir(self.folder) if 'sheet' in name], [])

    def test_without_a_chinese_font(self):
        with open(self.path('fonts.conf'), 'w', encoding='utf-8') as file:
            file.write(FONTS.format(self.path('none')))
        os.mkdir(self.path('none'))
        with mock.patch.dict(os.environ, FONTCONFIG_FILE=self.path('fonts.conf')):
            for words in (('ledger', '--grid', '3'), ('public-poster',)):
                done = self.print(*words)
                self.assertEqual(done.code, 1, str(done))
                self.assertIn('No font here has the characters of “江北社区', done.err)
                self.check_nothing_made()
        self.assertEqual(self.good(cli.run('--format', 'json', 'prints', 'list', db=self.db)).json(), [])

    @unittest.skipUnless(shutil.which('pdftotext'), 'poppler-utils is not there')
    def test_a_character_that_no_font_has(self):
        if subprocess.run(['fc-list', f':charset={ord(NOWHERE):x}'], check=True, stdout=subprocess.PIPE).stdout:
            self.skipTest('a font here has even this one')
        db = self.new()
        self.assertEqual(cli.run('import', self.path('names.csv', f'小区,楼栋,单元,房号,姓名\n山水宜家,1,1,501,王{NOWHERE}\n'), db=db).code, 0)
        done = self.print('person', '山水宜家 1-1-501', '--names', db=db)
        self.assertEqual(done.code, 0, str(done))
        self.assertIn(NOWHERE, done.err)
        self.assertEqual(done.err.count('\n'), 1, str(done))
        self.assertIn('以方框代替：U+31350', text_of(self.path('sheet.pdf')))

    def test_a_full_disk_leaves_nothing(self):
        """Files end after 64 kB."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (65536, resource.RLIM_INFINITY))

        for kind in ('pdf', 'svg', 'png'):
            done = subprocess.run([cli.BJT, '--db', self.db, 'print', 'public-poster', '-o', self.path('sheet.' + kind)],
                                  preexec_fn=limit, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, timeout=120)
            self.assertEqual(done.returncode, 1, (kind, done))
            self.assertEqual(done.stderr.count(b'\n'), 1, (kind, done))
            self.check_nothing_made()

    @unittest.skipUnless(shutil.which('pdftotext'), 'poppler-utils is not there')
    def test_nobody_is_named_and_nothing_restricted(self):
        staff = self.ask('SELECT name FROM staff')
        residents = self.ask('SELECT name FROM person WHERE deleted_action IS NULL AND length (name) >= 3') - staff
        inside = self.ask('SELECT name FROM category WHERE is_restricted')
        self.assertGreater(len(residents), 1000)
        self.assertTrue(inside)
        for name, words in PERSONAL.items():
            with self.subTest(sheet=name):
                self.assertEqual(self.print(*words).code, 0)
                text = text_of(self.path('sheet.pdf'))
                self.assertEqual([each for each in residents if each in text], [])
                self.assertEqual([each for each in inside if each in re.sub(r'\s', '', text)], [])

    @unittest.skipUnless(shutil.which('pdftotext'), 'poppler-utils is not there')
    def test_restricted_categories_stay_with_names(self):
        inside = self.ask('SELECT name FROM category WHERE is_restricted')
        for words in (('grid-map', '--grid', '3'), ('booklet', '--grid', '9'), ('walk', '--grid', '3')):
            with self.subTest(sheet=words[0]):
                self.assertEqual(self.print(*words, '--names').code, 0)
                text = re.sub(r'\s', '', text_of(self.path('sheet.pdf')))
                self.assertEqual([each for each in inside if each in text], [])


if __name__ == '__main__':
    unittest.main()
