#!/usr/bin/env python3
"""kill -9 at any moment: nothing committed is lost, nothing is half done.

Every round starts one command and ends it at a moment spread over the time it
takes when left alone. BJT_KILLS=N makes N rounds a command."""

import os
import random
import shutil
import sqlite3
import subprocess
import time
import unittest

import cli

ROUNDS = int(os.environ.get('BJT_KILLS', '14'))
ROWS = 5000
CHANGES = 'SELECT number, kind, n_changes, is_undone FROM journal_action ORDER BY number'


def make_register(rows):
    lines = ['小区,楼栋,单元,房号,姓名,电话']
    for row in range(rows):
        building, door = divmod(row, 60)
        lines.append(f'杀不死小区,{building + 1},{door // 12 + 1},{door % 12 // 2 + 1}0{door % 2 + 1},王小{row},154{row:08}')
    return '\n'.join(lines) + '\n'


class Kill(cli.Case):
    random = random.Random(20261122)

    def start(self, words, db=None):
        command = [cli.BJT] + (['--db', db] if db else []) + ['--as-of', cli.AS_OF] + words
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)

    def measure(self, words, db=None):
        start = time.monotonic()
        self.assertEqual(self.start(words, db).wait(), 0)
        return time.monotonic() - start

    def moments(self, seconds):
        """One in each slice of the run, the end a little beyond it."""
        slices = [(i + self.random.random()) / ROUNDS for i in range(ROUNDS)]
        return [seconds * 1.1 * part for part in slices]

    def kill_at(self, moment, words, db=None):
        process = self.start(words, db)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        return process.returncode == 0

    def actions(self, db):
        with sqlite3.connect(db) as connection:
            rows = connection.execute(CHANGES).fetchall()
        connection.close()
        return rows

    def count(self, db, name):
        return cli.run('stats', '--format', 'json', db=db).json()[name]

    def test_import(self):
        register = self.path('册.csv', make_register(ROWS))
        empty = self.new()
        trial = shutil.copy(empty, self.path('trial.bjt'))
        for moment in self.moments(self.measure(['import', register], trial)):
            db = shutil.copy(empty, self.path('k.bjt'))
            finished = self.kill_at(moment, ['import', register], db)
            with self.subTest(moment=moment, finished=finished):
                self.sound(db)
                kinds = [action[1] for action in self.actions(db)]
                self.assertIn(kinds, [['new', 'import']] if finished else [['new'], ['new', 'import']])
                self.assertEqual(self.count(db, 'persons'), ROWS if 'import' in kinds else 0)
                self.good(cli.run('import', '--dry-run', register, db=db))

    def test_visits(self):
        """One file through all rounds: what was confirmed stays."""
        db = self.copy()
        words = ['visit', '山水宜家3-2-501', '--outcome', 'absent']
        before = self.count(db, 'visits') + 1
        confirmed = 0
        for moment in self.moments(self.measure(words, db)):
            confirmed += self.kill_at(moment, words, db)
        self.sound(db)
        visits = self.count(db, 'visits')
        self.assertGreaterEqual(visits, before + confirmed)
        self.assertLessEqual(visits, before + ROUNDS)
        recorded = [action for action in self.actions(db) if action[1] == 'record-visit']
        self.assertEqual(len(recorded), visits - before + 1)
        self.assertEqual({action[2] for action in recorded}, {1})

    def test_undo_and_redo(self):
        register = self.path('册.csv', make_register(1500))
        done = self.new()
        self.good(cli.run('import', register, db=done))
        trial = shutil.copy(done, self.path('trial.bjt'))
        for moment in self.moments(self.measure(['undo'], trial)):
            db = shutil.copy(done, self.path('k.bjt'))
            finished = self.kill_at(moment, ['undo'], db)
            with self.subTest(moment=moment, finished=finished):
                self.sound(db)
                undone = self.actions(db)[-1][3]
                self.assertIn(undone, (1,) if finished else (0, 1))
                self.assertEqual(self.count(db, 'persons'), 0 if undone else 1500)
                cli.run('redo', db=db)
                self.assertEqual(self.count(db, 'persons'), 1500)

    def test_making_a_file(self):
        for words in (['demo'], ['new', '--name', '江北']):
            seconds = self.measure([words[0], self.path(f'trial-{words[0]}.bjt'), *words[1:]])
            for moment in self.moments(seconds):
                path = self.path('m.bjt')
                finished = self.kill_at(moment, [words[0], path, *words[1:]])
                with self.subTest(words=words, moment=moment, finished=finished):
                    self.assertTrue(os.path.exists(path) or not finished)
                    if os.path.exists(path):
                        self.sound(path)
                        self.assertGreater(len(self.actions(path)), 0)
                        os.unlink(path)
            self.good(cli.run(words[0], path, *words[1:]))
            self.sound(path)
            left = [name for name in os.listdir(self.folder) if name.startswith('m.bjt.')]
            self.assertEqual(left, [], 'what the killed ones left is there still')
            os.unlink(path)


if __name__ == '__main__':
    unittest.main()
