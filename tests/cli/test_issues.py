#!/usr/bin/env python3
"""bjt issue, concern, notice and partner: an issue from report to follow-up."""

import os
import unittest

import cli

DOOR = '山水宜家 3-2-501'


class Issues(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def bjt(self, *words):
        return cli.run(*words, db=self.db)

    def rows(self, *words):
        return self.good(self.bjt(*words, '--format', 'json')).json()

    def facts(self, number):
        return {row['what']: row['value'] for row in self.rows('issue', 'show', number)}

    def report(self, *words):
        return self.good(self.bjt('issue', 'report', DOOR, '--title', '楼道灯不亮', *words)).out.strip()

    def test_flow(self):
        number = self.report('--shared')
        steps = {row['step']: row for row in self.rows('issue', 'steps', number)}
        self.assertIn('accept', steps)
        self.assertEqual(steps['refuse']['needs'], '--note')
        self.refused(self.bjt('issue', 'step', number, 'follow_up', '--satisfaction', '3'))
        self.refused(self.bjt('issue', 'step', number, 'refuse'))
        self.refused(self.bjt('issue', 'step', number, 'nosuch'))
        self.good(self.bjt('issue', 'step', number, 'accept'))
        self.refused(self.bjt('issue', 'step', number, 'dispatch', '--state', 'reported'), about='accepted')
        self.good(self.bjt('partner', 'add', '测试路灯所', '--kind', '部门'))
        self.good(self.bjt('issue', 'step', number, 'dispatch', '--partner', '测试路灯所', '--note', '请三日内换灯'))
        self.assertEqual(self.facts(number)['department'], '测试路灯所')
        self.good(self.bjt('issue', 'step', number, 'wait', '--note', '等配件'))
        self.assertTrue(self.facts(number)['close_clock'].startswith('paused'))
        self.assertIsNone(self.facts(number)['due_on'])
        self.good(self.bjt('issue', 'step', number, 'end_wait'))
        for step in (['handle'], ['verify'], ['close'], ['follow_up', '--satisfaction', '3']):
            self.good(self.bjt('issue', 'step', number, *step))
        facts = self.facts(number)
        self.assertEqual((facts['state'], facts['status'], facts['closed_on']), ('followed_up', 'closed', cli.AS_OF))
        history = self.rows('issue', 'history', number)
        self.assertEqual([row['step'] for row in history],
                         ['reported', 'accept', 'dispatch', 'wait', 'end_wait', 'handle', 'verify', 'close', 'follow_up'])
        self.assertEqual(history[2]['partner'], '测试路灯所')
        for _ in range(10):
            self.good(self.bjt('undo'))
        self.refused(self.bjt('issue', 'show', number), about=number)
        self.sound(self.db)

    def test_call_of_a_department(self):
        number = self.report()
        self.good(self.bjt('partner', 'add', '测试供热公司'))
        self.good(self.bjt('issue', 'step', number, 'accept'))
        self.refused(self.bjt('issue', 'step', number, 'whistle'))
        self.refused(self.bjt('issue', 'step', number, 'whistle', '--partner', '无此单位'), about='无此单位')
        self.good(self.bjt('issue', 'step', number, 'whistle', '--partner', '测试供热公司'))
        self.assertIsNone(self.rows('partner', 'calls', number)[0]['arrived_at'])
        self.good(self.bjt('issue', 'step', number, 'arrive'))
        self.good(self.bjt('issue', 'step', number, 'whistle_result', '--note', '管道已接通'))
        call = self.rows('partner', 'calls', number)[0]
        self.assertEqual((call['partner'], call['result']), ('测试供热公司', '管道已接通'))
        self.assertIsNotNone(call['arrived_at'])
        self.good(self.bjt('partner', 'change', '测试供热公司', '--phone', '114', '--ended'))
        partner = next(row for row in self.rows('partner', 'list') if row['name'] == '测试供热公司')
        self.assertEqual((partner['phone'], partner['active']), ('114', 'no'))
        for words, active in ((['--phone', '115'], 'no'), (['--again'], 'yes')):
            self.good(self.bjt('partner', 'change', '测试供热公司', *words))
            partner = next(row for row in self.rows('partner', 'list') if row['name'] == '测试供热公司')
            self.assertEqual((partner['phone'], partner['active']), ('115', active))

    def test_filters(self):
        def numbers(*words):
            return {row['number'] for row in self.rows('issue', 'list', *words)}

        number, others = self.report('--kind', '上下水堵塞'), numbers()
        self.good(self.bjt('issue', 'step', number, 'suspend', '--note', '等配件'))
        clocks = [numbers('--clock', clock) for clock in ('overdue', 'soon', 'running', 'paused', 'stopped')]
        self.assertIn(number, clocks[3])
        self.assertEqual(sum(len(clock) for clock in clocks), len(others))
        self.assertEqual(set().union(*clocks), others)
        self.assertIn(number, numbers('--state', 'suspended', '--kind', '上下水堵塞', '--text', number, '--from', cli.AS_OF))
        self.assertEqual(numbers('--text', number, '--to', '2020-01-01'), set())
        self.assertLess(numbers(), numbers('--all'))
        self.refused(self.bjt('issue', 'list', '--clock', 'never'), 2)
        self.refused(self.bjt('issue', 'list', '--grid', '99'), about='99')

    def test_slots_and_notices(self):
        number = self.report()
        self.assertEqual(self.facts(number)['solver'], '-')
        self.good(self.bjt('issue', 'slot', number, 'solver', '老李'))
        self.assertEqual(self.facts(number)['solver'], '老李')
        self.good(self.bjt('issue', 'slot', number, 'solver'))
        self.assertEqual(self.facts(number)['solver'], '-')
        self.refused(self.bjt('issue', 'slot', number, 'nobody', 'x'), 2)
        notice = self.good(self.bjt('notice', 'serve', number, '--to', '某物业', '--demand', '三日内修复', '--due', '2026-11-26')).out.strip()
        self.assertIn('2026', notice)
        self.refused(self.bjt('notice', 'serve', number, '--to', '某物业', '--demand', '修', '--due', '2026-11-01'), about='before')
        self.refused(self.bjt('notice', 'receive', notice, '--received-by', '王经理', '--on', '2026-12-01'))
        self.good(self.bjt('notice', 'receive', notice, '--received-by', '王经理'))
        row = self.rows('notice', 'list', number)[0]
        self.assertEqual((row['number'], row['received_by'], row['received_on']), (notice, '王经理', cli.AS_OF))

    def test_photos_hang_on_steps(self):
        number = self.report()
        photo = os.path.join(os.environ['BJT_SOURCE_ROOT'], 'docs', 'pictures', 'today.png')
        self.good(self.bjt('issue', 'photo', number, photo))
        self.good(self.bjt('issue', 'step', number, 'settle'))
        self.good(self.bjt('issue', 'photo', number, photo))
        self.assertEqual([row['photos'] for row in self.rows('issue', 'history', number)], [1, 1])
        self.refused(self.bjt('issue', 'photo', number, os.path.join(self.folder, 'none.png')))
        self.good(self.bjt('undo'))
        self.assertEqual([row['photos'] for row in self.rows('issue', 'history', number)], [1, 0])
        self.sound(self.db)

    def test_concern_and_duplicates(self):
        kind = '上下水堵塞'
        number = self.report('--kind', kind)
        again = self.report('--kind', kind)
        self.assertIn(again, [row['number'] for row in self.rows('issue', 'duplicates', number)])
        self.good(self.bjt('issue', 'step', again, 'merge', '--other', number, '--note', '同一处'))
        self.assertNotIn(again, [row['number'] for row in self.rows('issue', 'duplicates', number)])
        self.good(self.bjt('concern', 'add', number, DOOR, '--of', 'riser', '--share', '80'))
        doors = self.rows('concern', 'list', number)
        self.assertEqual(len(doors), 6)
        self.assertEqual({row['share'] for row in doors}, {'80.00'})
        self.good(self.bjt('concern', 'change', number, DOOR, '--consent', 'given', '--paid', cli.AS_OF))
        self.refused(self.bjt('concern', 'change', number, DOOR, '--consent', 'maybe'), 2)
        self.good(self.bjt('concern', 'remove', number, DOOR))
        self.assertEqual(len(self.rows('concern', 'list', number)), 5)
        self.refused(self.bjt('concern', 'remove', number, DOOR), about=number)
        self.refused(self.bjt('concern', 'add', number, DOOR, '--share', '-1'), 2)


if __name__ == '__main__':
    unittest.main()
