#!/usr/bin/env python3
"""bjt meeting: agendas of issues, decisions that lead them on, tasks; the papers."""

import os
import unittest

import cli

DOOR = '山水宜家 3-2-501'


class Meetings(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def bjt(self, *words):
        return cli.run(*words, db=self.db)

    def rows(self, *words):
        return self.good(self.bjt(*words, '--format', 'json')).json()

    def plan(self, day=cli.AS_OF):
        return self.good(self.bjt('meeting', 'plan', '--on', day, '--kind', '民情联席会', '--chair', '李书记', '--place', '社区二楼')).out.strip()

    def is_held(self, key):
        return next(row['held'] for row in self.rows('meeting', 'list') if row['key'] == key)

    def report(self):
        return self.good(self.bjt('issue', 'report', DOOR, '--title', '楼道堆物', '--shared')).out.strip()

    def test_from_agenda_to_tasks(self):
        before = self.rows('meeting', 'tasks')
        key, number = self.plan(), self.report()
        proposed = self.rows('meeting', 'propose')
        self.assertTrue(proposed)
        self.good(self.bjt('meeting', 'add', key, number, '--proposed', '--title', '腊八节活动'))
        agenda = self.rows('meeting', 'agenda', key)
        self.assertEqual([row['place'] for row in agenda], list(range(1, len(proposed) + 3)))
        self.assertEqual(agenda[0]['issue'], number)
        self.assertEqual(self.rows('meeting', 'propose'), [], 'what is on an agenda is proposed no more')
        self.refused(self.bjt('meeting', 'add', key, number), about='already')
        self.good(self.bjt('partner', 'add', '测试物业'))
        self.good(self.bjt('meeting', 'decide', key, '1', '--decision', '物业三日内清理', '--responsible', '王经理', '--due', '2026-11-25',
                           '--for', '9', '--against', '1', '--step', 'dispatch', '--partner', '测试物业'))
        issue = {row['what']: row['value'] for row in self.rows('issue', 'show', number)}
        self.assertEqual((issue['state'], issue['department']), ('dispatched', '测试物业'))
        self.assertEqual(self.is_held(key), 'yes')
        self.assertEqual(len(self.rows('meeting', 'tasks')), len(before) + 1)
        self.refused(self.bjt('meeting', 'done', key, '1', '--on', '2026-12-24'), about='today')
        self.good(self.bjt('meeting', 'done', key, '1'))
        self.assertEqual(self.rows('meeting', 'tasks'), before)
        self.refused(self.bjt('meeting', 'remove', key), about='decided')
        for _ in range(6):
            self.good(self.bjt('undo'))
        self.assertNotIn(key, [row['key'] for row in self.rows('meeting', 'list')])
        self.sound(self.db)

    def test_refused(self):
        key = self.plan('2026-12-20')
        self.refused(self.bjt('meeting', 'add', key), 2)
        self.good(self.bjt('meeting', 'add', key, '--title', '供暖'))
        self.refused(self.bjt('meeting', 'decide', key, '1', '--decision', '同意'), about='still to come')
        self.refused(self.bjt('meeting', 'decide', key, '7', '--decision', '同意'), about='no topic 7')
        self.refused(self.bjt('meeting', 'done', key, '1'), about='nothing was decided')
        self.refused(self.bjt('meeting', 'add', key, '2099-0001'), about='2099-0001')
        self.good(self.bjt('meeting', 'remove', key, '1'))
        self.good(self.bjt('meeting', 'remove', key))
        self.refused(self.bjt('meeting', 'agenda', key))

    def test_a_step_that_the_flow_forbids_decides_nothing(self):
        key, number = self.plan(), self.report()
        self.good(self.bjt('meeting', 'add', key, number))
        self.refused(self.bjt('meeting', 'decide', key, '1', '--decision', '办结', '--step', 'follow_up'))
        self.assertIsNone(self.rows('meeting', 'agenda', key)[0]['decision'])
        self.assertEqual(self.is_held(key), 'no')

    def test_papers(self):
        key, number = self.plan(), self.report()
        self.good(self.bjt('meeting', 'add', key, number))
        notice = self.good(self.bjt('notice', 'serve', number, '--to', '某物业公司', '--demand', '三日内清理楼道', '--due', '2026-11-25')).out.strip()
        for words in (['notice', notice], ['meeting', key]):
            for end in ('pdf', 'svg'):
                path = os.path.join(self.folder, f'{words[0]}.{end}')
                self.good(self.bjt('print', *words, '--paper', 'A4', '-o', path))
                self.assertGreater(os.path.getsize(path), 2000)
        self.refused(self.bjt('print', 'notice', 'nosuch', '-o', os.path.join(self.folder, 'x.pdf')), about='nosuch')
        self.refused(self.bjt('print', 'meeting', key), 2)


if __name__ == '__main__':
    unittest.main()
