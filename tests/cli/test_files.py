#!/usr/bin/env python3
"""Files that are no (sound) community, and registers that are no (whole) table."""

import contextlib
import io
import json
import os
import sqlite3
import unittest
import zipfile

import cli

READING = [['stats'], ['search', '501'], ['journal'], ['export', 'doors']]
WRITING = [['undo'], ['visit', '山水宜家3-2-501'], ['import', '/dev/null'], ['issue', 'report', '山水宜家3-2-501', '--title', 'x']]


class Communities(cli.Case):
    def assert_refused_unchanged(self, path, about=None):
        before = cli.digest(path)
        for words in READING + WRITING:
            with self.subTest(path=os.path.basename(path), words=words):
                self.refused(cli.run(*words, db=path), 1, about)
        self.assertEqual(cli.digest(path), before)

    def spoiled(self, name, change):
        path = self.copy(name)
        with open(path, 'r+b') as file:
            change(file)
        return path

    def test_newer(self):
        def raise_version(file):
            file.seek(60)
            file.write((999).to_bytes(4, 'big'))
        self.assert_refused_unchanged(self.spoiled('newer.bjt', raise_version), 'newer')

    def test_older(self):
        """Made by the version before this one: looked over as it is, then brought up."""
        path = self.copy()
        with contextlib.closing(sqlite3.connect(path)) as file:
            names = file.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN"
                                 " ('staff', 'visit_plan', 'campaign', 'campaign_door')").fetchall()
            for (name,) in names:
                file.execute(f'DROP TRIGGER "{name}"')
            file.executescript('DROP TABLE campaign_door; DROP TABLE campaign; ALTER TABLE staff DROP COLUMN sex;'
                               'ALTER TABLE visit_plan DROP COLUMN balance; PRAGMA user_version = 6')
        self.sound(path)
        self.assertFalse(os.path.exists(path + '.v6.backup'))
        self.good(cli.run('campaign', 'new', '一封信', '--grid', '3', db=path))
        self.assertTrue(os.path.exists(path + '.v6.backup'))
        self.sound(path)
        self.good(cli.run('undo', db=path))
        self.sound(path)

    def test_foreign(self):
        self.assert_refused_unchanged(self.path('text.bjt', '姓名,电话\n' * 40), 'text.bjt')
        self.assert_refused_unchanged(self.path('empty.bjt', b''), 'empty.bjt')
        path = self.path('other.bjt')
        with sqlite3.connect(path) as other:
            other.execute('CREATE TABLE door (id)')
        other.close()
        self.assert_refused_unchanged(path, 'other.bjt')

    def test_not_a_file(self):
        os.mkfifo(self.path('pipe.bjt'))
        for path in (self.folder, self.path('pipe.bjt'), self.path('none.bjt'), '/dev/zero'):
            for words in READING + [['check', path]]:
                with self.subTest(path=path, words=words):
                    self.refused(cli.run(*words, db=path, timeout=10), 1)
        self.refused(cli.run('import', self.path('pipe.bjt'), db=self.new(), timeout=10), 1, 'pipe.bjt')

    def test_truncated(self):
        size = os.path.getsize(self.master())
        lengths = sorted({1, 15, 99, 100, 511, 4096, 4097} | {size * i // 16 for i in range(1, 16, 2)} | {size - 4096, size - 1})
        for length in lengths:
            path = self.spoiled('short.bjt', lambda file, length=length: file.truncate(length))
            before = cli.digest(path)
            with self.subTest(length=length):
                self.refused(cli.run('undo', db=path), 1, 'short.bjt')
                self.refused(cli.run('stats', db=path), 1, 'short.bjt')
                self.check_reports(path)
                self.assertEqual(cli.digest(path), before)

    def check_reports(self, path):
        done = cli.run('check', path)
        self.assertEqual(done.code, 1, str(done))
        self.assertIn('short.bjt', done.out + done.err, str(done))

    def test_damaged_pages(self):
        """Never a crash, never a write into a file that is known to be damaged."""
        size = os.path.getsize(self.master())
        for at in range(1, 24, 3):
            def garble(file, at=at):
                file.seek(size * at // 24 // 4096 * 4096)
                file.write(bytes((at * 37 + i * 101) % 256 for i in range(4096)))
            path = self.spoiled('damaged.bjt', garble)
            before = cli.digest(path)
            with self.subTest(at=at):
                self.assertEqual(cli.run('check', path).code, 1)
                done = cli.run('visit', '山水宜家3-2-501', db=path)
                self.assertIn(done.code, (0, 1), str(done))
                if done.code == 1:
                    self.refused(done)
                    self.assertEqual(cli.digest(path), before)

    @unittest.skipIf(os.geteuid() == 0, 'root may read everything')
    def test_unreadable(self):
        path = self.copy()
        os.chmod(path, 0)
        self.refused(cli.run('stats', db=path), 1, 'Permission')

    def test_orphans_of_another_file_do_no_harm(self):
        """A log left behind by a file of the same name is not this one's."""
        for ending in ('-wal', '-journal', '.unfinished', '.unfinished-journal', '.unfilled', '.unfilled-wal', '.unfilled.unfinished-journal', '.lock'):
            for command in (['demo'], ['new', '--name', '江北']):
                path = self.path(f'{ending}{command[0]}.bjt')
                with self.subTest(ending=ending, command=command):
                    with open(path + ending, 'wb') as file:
                        file.write(self.foreign_log())
                    done = cli.run(command[0], path, *command[1:])
                    if ending in ('-wal', '-journal'):
                        self.refused(done, 1, path + ending)
                        continue
                    self.good(done)
                    self.sound(path)
                    self.good(cli.run('stats', db=path))

    def foreign_log(self):
        """The write-ahead log of a database that was never closed."""
        path = self.path('log')
        if not os.path.exists(path):
            other = sqlite3.connect(self.path('other.db'))
            other.execute('PRAGMA journal_mode = WAL')
            other.execute('CREATE TABLE harm AS SELECT randomblob (4000) FROM pragma_function_list LIMIT 100')
            other.commit()
            with open(self.path('other.db-wal'), 'rb') as log:
                self.path('log', log.read())
            other.close()
        with open(path, 'rb') as file:
            return file.read()


REGISTER = '小区,楼栋,单元,房号,姓名,电话\n' + ''.join(f'山水宜家,{b},1,{f}01,王小{b}{f},1540000{b:02}{f:02}\n'
                                                  for b in range(1, 4) for f in range(1, 7))


def make_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as book:
        book.writestr('[Content_Types].xml', '<Types/>')
    return out.getvalue()


class Registers(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.new()
        self.before = cli.digest(self.db)

    def assert_nothing_imported(self, name, content):
        path = self.path(name, content)
        with self.subTest(name=name):
            self.refused(cli.run('import', path, db=self.db), 1, name)
            self.assertEqual(cli.digest(self.db), self.before)
            self.sound(self.db)

    def test_unusable(self):
        cases = {
            '空.csv': b'', '空.xlsx': b'', '空.osm': b'', '空.xls': b'', '空.ods': b'', '空.geojson': b'', '空.shp': b'', '空.gpkg': b'',
            '零.csv': b'\0' * 5000, '假.xlsx': '姓名\n'.encode('gbk') * 3, '假.xls': b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'x' * 600,
            '空壳.xlsx': make_workbook(), '假.osm': b'{"type": "nothing"}', '假.geojson': b'<osm/>', '假.kml': b'<kml', '假.zip': b'PK\x03\x04' + b'x' * 90,
        }
        for name, content in cases.items():
            self.assert_nothing_imported(name, content)

    def test_wrong_extension_is_read_by_content(self):
        for name in ('册.txt', '册.xlsx', '册.osm', '册'):
            with self.subTest(name=name):
                done = self.good(cli.run('import', '--dry-run', self.path(name, REGISTER), db=self.db))
                self.assertIn('new_doors 18', done.out)

    def test_every_encoding(self):
        for encoding in ('utf-8', 'utf-8-sig', 'gb18030', 'utf-16', 'utf-16-le', 'utf-16-be'):
            with self.subTest(encoding=encoding):
                content = REGISTER.encode(encoding)
                if encoding in ('utf-16-le', 'utf-16-be'):
                    content = '\ufeff'.encode(encoding) + content
                done = self.good(cli.run('import', '--dry-run', self.path('册.csv', content), db=self.db))
                self.assertIn('new_persons 18', done.out)
        self.assertEqual(cli.digest(self.db), self.before)

    def test_truncated_anywhere(self):
        content = REGISTER.encode('gb18030')
        for length in range(1, len(content), 17):
            done = cli.run('import', '--dry-run', self.path('短.csv', content[:length]), db=self.db)
            with self.subTest(length=length):
                self.assertIn(done.code, (0, 1), str(done))
                self.assertLessEqual(len(done.err.splitlines()), 1)
        self.assertEqual(cli.digest(self.db), self.before)

    def test_half_valid(self):
        rows = REGISTER.splitlines()
        rows[3] = ',,,,无处可寻,'
        rows[5] = '山水宜家,,,,,'
        done = self.good(cli.run('import', self.path('半.csv', '\n'.join(rows)), '--format', 'json', db=self.db))
        report = done.json()
        told = {problem['row']: problem['message'] for problem in report['problems']}
        self.assertEqual(sorted(told), [4, 6], report)
        self.assertEqual(report['counts']['rows_refused'], 2)
        self.sound(self.db)
        stats = cli.run('stats', '--format', 'json', db=self.db).json()
        self.assertEqual(stats['persons'], 16)

    def test_same_twice_adds_nothing(self):
        path = self.path('册.csv', REGISTER)
        self.good(cli.run('import', path, db=self.db))
        first = cli.run('stats', '--format', 'json', db=self.db).json()
        self.good(cli.run('import', path, db=self.db))
        self.assertEqual(cli.run('stats', '--format', 'json', db=self.db).json(), first)
        self.assertEqual(first['persons'], 18)
        self.sound(self.db)

    def test_a_building_without_a_grid_is_no_damage(self):
        ring = [[129.9, 43.5], [129.901, 43.5], [129.901, 43.501], [129.9, 43.501], [129.9, 43.5]]
        shape = {'type': 'Feature', 'properties': {'building': 'yes', 'name': '新楼'}, 'geometry': {'type': 'Polygon', 'coordinates': [ring]}}
        db = self.copy()
        self.good(cli.run('import', self.path('b.geojson', json.dumps({'type': 'FeatureCollection', 'features': [shape]})), db=db))
        self.sound(db)

    def test_a_failing_file_leaves_the_others(self):
        done = cli.run('import', self.path('a.csv', REGISTER), self.path('b.csv', b''), db=self.db)
        self.assertEqual(done.code, 1)
        self.assertEqual(len(done.err.splitlines()), 1)
        self.assertIn('b.csv', done.err)
        self.assertEqual(cli.run('stats', '--format', 'json', db=self.db).json()['persons'], 18)


if __name__ == '__main__':
    unittest.main()
