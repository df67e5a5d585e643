#!/usr/bin/env python3
"""bjt visit, event, period and cadence: corrected, removed, what happened to
people, closed periods, the rules of who is visited how often."""

import unittest

import cli

DOOR = '山水宜家 3-2-501'


class Visits(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def bjt(self, *words):
        return cli.run(*words, db=self.db)

    def rows(self, *words):
        return self.good(self.bjt(*words, '--format', 'json')).json()

    def due_on(self, door):
        return next((row for row in self.rows('due', '--within', '400') if row['place'] == door), None)

    def test_correct_and_remove(self):
        before = self.rows('visit', 'list', DOOR)
        self.good(self.bjt('visit', DOOR, '--note', '一切都好', '--outcome', 'absent'))
        visit = self.rows('visit', 'list', DOOR)[0]
        self.assertEqual((visit['outcome'], visit['note'], visit['day']), ('absent', '一切都好', cli.AS_OF))
        self.good(self.bjt('visit', 'correct', visit['key'], '--outcome', 'met', '--note', '', '--next', '2026-12-01'))
        changed = self.rows('visit', 'list', DOOR)[0]
        self.assertEqual((changed['key'], changed['outcome'], changed['note'], changed['next']), (visit['key'], 'met', None, '2026-12-01'))
        self.refused(self.bjt('visit', 'correct', visit['key'], '--on', '2026-11-23'), about='future')
        self.good(self.bjt('visit', 'remove', visit['key']))
        self.assertEqual(self.rows('visit', 'list', DOOR), before)
        self.refused(self.bjt('visit', 'remove', visit['key']), about='key')
        kinds = [row['kind'] for row in self.rows('journal', '--limit', '3')]
        self.assertEqual(kinds, ['remove-visit', 'correct-visit', 'record-visit'])
        self.good(self.bjt('undo'))
        self.assertEqual(self.rows('visit', 'list', DOOR)[0]['outcome'], 'met')
        self.sound(self.db)

    def test_events(self):
        key = self.good(self.bjt('event', 'add', DOOR, '--kind', 'discharged', '--note', '髋部手术')).out.strip()
        self.assertIn('discharged', self.due_on(DOOR)['reason'])
        self.assertEqual(self.rows('event', 'list', DOOR)[0]['key'], key)
        self.good(self.bjt('event', 'remove', key))
        self.assertEqual(self.rows('event', 'list', DOOR), [])
        self.refused(self.bjt('event', 'add', DOOR, '--kind', 'discharged', '--on', '2026-12-01'), about='future')
        self.refused(self.bjt('event', 'add', DOOR, '--kind', 'died'), about='who died')

    def test_new_tenant(self):
        """The old family is history, the new one is there; undo brings the old one back."""
        before = self.rows('show', DOOR)
        self.good(self.bjt('event', 'add', DOOR, '--kind', 'new-tenant', '--name', '赵建国', '--phone', '15400001234'))
        after = self.bjt('show', DOOR, '--format', 'json').out
        self.assertNotEqual(self.rows('show', DOOR), before)
        self.assertIn('赵', after)
        self.good(self.bjt('undo'))
        self.assertEqual(self.rows('show', DOOR), before)
        self.good(self.bjt('event', 'add', DOOR, '--kind', 'moved-out'))
        self.refused(self.bjt('event', 'add', DOOR, '--kind', 'moved-out'), about='no household')
        self.sound(self.db)

    def test_period(self):
        self.assertEqual(self.rows('period', 'list'), [])
        self.refused(self.bjt('period', 'close', '2026-12-31'), about='not ended')
        self.good(self.bjt('period', 'close', '2026-10-31'))
        self.assertEqual(self.rows('period', 'list')[0]['closed_until'], '2026-10-31')
        self.refused(self.bjt('visit', DOOR, '--on', '2026-10-31'), about='closed')
        self.refused(self.bjt('event', 'add', DOOR, '--kind', 'discharged', '--on', '2026-10-30'), about='closed')
        self.good(self.bjt('visit', DOOR, '--on', '2026-11-01'))
        self.good(self.bjt('period', 'open'))
        self.good(self.bjt('visit', DOOR, '--on', '2026-10-31'))

    def test_walk(self):
        """The number on the paper recalls the same doors after they were visited."""
        first, again, later = self.path('first.pdf'), self.path('again.pdf'), self.path('later.pdf')
        number = self.good(self.bjt('print', 'walk', '--grid', '3', '-o', first)).out.strip()
        self.assertEqual(number, '1122-3-1')
        self.assertEqual(self.good(self.bjt('print', 'walk', '--grid', '3', '-o', again)).out.strip(), number)
        due = self.rows('due', '--grid', '3')
        self.good(self.bjt('visit', due[0]['place']))
        self.assertEqual(self.good(self.bjt('print', 'walk', number, '-o', again)).out.strip(), number)
        self.assertEqual(self.good(self.bjt('print', 'walk', '--grid', '3', '-o', later)).out.strip(), '1122-3-2')
        self.refused(self.bjt('print', 'walk', '1122-3-9', '-o', later), about='no walk sheet')
        self.refused(self.bjt('print', 'walk', '--grid', '99', '-o', later), about='no grid')
        self.sound(self.db)

    def test_cadence(self):
        before = self.rows('cadence', 'list')
        self.good(self.bjt('cadence', 'add', 'weekly_all', '--name', '每周都去', '--every', '7d', '--contacts', 'met'))
        self.assertEqual(self.rows('cadence', 'list')[-1]['every'], '7d')
        self.assertEqual(self.due_on(DOOR)['reason'].split()[-1], '7d')
        self.good(self.bjt('cadence', 'change', 'weekly_all', '--every', '1d'))
        self.assertEqual(self.due_on(DOOR)['reason'].split()[-1], '1d')
        for words, about in ((('--every', 'often'), '7d'), (('--every', ''), 'how often'), (('--category', 'nobody'), 'no category'),
                             (('--age-from', '80', '--age-to', '60'), 'ages'), (('--contacts', 'seen'), 'contacts'),
                             (('--within', '1d'), 'event')):
            self.refused(self.bjt('cadence', 'change', 'weekly_all', *words), about=about)
        self.good(self.bjt('cadence', 'remove', 'weekly_all'))
        self.assertEqual(self.rows('cadence', 'list'), before)
        self.refused(self.bjt('cadence', 'remove', 'weekly_all'), about='no rule')
        for _ in range(3):
            self.good(self.bjt('undo'))
        self.sound(self.db)


if __name__ == '__main__':
    unittest.main()
