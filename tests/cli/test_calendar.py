#!/usr/bin/env python3
"""bjt calendar: the days off of a year brought in, and the deadlines that follow."""

import json
import os
import unittest

import cli

DOOR = '山水宜家 3-2-501'


class Calendar(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def bjt(self, *words):
        return cli.run(*words, db=self.db)

    def write(self, days):
        path = os.path.join(self.folder, 'days.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'year': 2026, 'days': [{'name': name, 'date': date, 'isOffDay': off} for name, date, off in days]}, file)
        return path

    def get_due(self, number):
        return next(row['due_on'] for row in self.bjt('issue', 'list', '--format', 'json').json() if row['number'] == number)

    def named(self, year):
        return {row['day']: (row['kind'], row['name']) for row in self.bjt('calendar', 'show', '--year', str(year), '--format', 'json').json()}

    def test_shipped(self):
        days = self.named(2026)
        self.assertEqual(days['2026-02-14'], ('work', '春节'))
        self.assertEqual(days['2026-10-01'][0], 'off')
        self.assertEqual(self.named(2031), {})
        self.assertEqual(self.bjt('calendar', 'list', '--format', 'json').json(), [])

    def test_import_moves_deadlines(self):
        number = self.good(self.bjt('issue', 'report', DOOR, '--title', '楼道灯不亮', '--shared')).out.strip()
        due = self.get_due(number)
        path = self.write([('停电调休', '2026-11-23', True), ('停电调休', '2026-11-24', True)])
        row = self.good(self.bjt('calendar', 'import', '--dry-run', path, '--format', 'json')).json()[0]
        self.assertEqual((row['new'], row['issues_moved']), (1, 0))
        self.assertEqual(self.get_due(number), due)
        row = self.good(self.bjt('calendar', 'import', path, '--format', 'json')).json()[0]
        self.assertEqual(row['new'], 1)
        self.assertGreater(row['issues_moved'], 0)
        self.assertEqual(self.get_due(number), '2026-11-27')
        self.assertEqual(self.named(2026)['2026-11-24'], ('off', '停电调休'))
        self.assertEqual(self.named(2026)['2026-10-01'][0], 'off')
        self.assertEqual(self.good(self.bjt('calendar', 'import', path, '--format', 'json')).json()[0]['new'], 0)
        self.good(self.bjt('undo'))
        self.assertEqual(self.get_due(number), due)
        self.good(self.bjt('redo'))
        self.good(self.bjt('calendar', 'remove', 'days.json'))
        self.assertEqual(self.get_due(number), due)
        self.refused(self.bjt('calendar', 'remove', 'days.json'), about='days.json')
        self.sound(self.db)

    def test_later_word_counts(self):
        self.good(self.bjt('calendar', 'import', self.write([('国庆节', '2026-10-10', False)])))
        first = self.named(2026)
        self.assertEqual(first['2026-10-10'][0], 'work')
        self.good(self.bjt('calendar', 'import', self.write([('州庆', '2026-10-10', True)])))
        self.assertEqual(self.named(2026)['2026-10-10'], ('off', '州庆'))

    def test_refused(self):
        path = os.path.join(self.folder, 'bad.json')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('{"days": [{"date": "2026-13-45"')
        self.refused(self.bjt('calendar', 'import', path))
        self.refused(self.bjt('calendar', 'import', os.path.join(self.folder, 'none.json')))
        self.assertEqual(self.bjt('calendar', 'list', '--format', 'json').json(), [])


if __name__ == '__main__':
    unittest.main()
