#!/usr/bin/env python3
"""bjt campaign: who is to be reached by when, who is left, and routes to them."""

import unittest

import cli

DAY = '2026-11-23'


class Campaigns(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def bjt(self, *words):
        return cli.run(*words, db=self.db)

    def mark(self, *words):
        done = self.bjt('campaign', 'mark', *words)
        self.assertEqual(done.code, 0, str(done))
        self.assertIn('marked', done.err)

    def report(self, name='一封信'):
        return {row['name']: row for row in self.bjt('campaign', 'list', '--format', 'json').json()}[name]

    def test_from_first_to_last(self):
        self.good(self.bjt('campaign', 'new', '一封信', '--grid', '3', '--until', '2026-12-22'))
        homes = self.report()['homes']
        self.assertGreater(homes, 300)
        self.assertEqual(self.report()['open'], homes)
        places = [row['place'] for row in self.bjt('campaign', 'show', '一封信', '--format', 'json').json()]
        self.assertEqual(len(places), len(set(places)))
        self.mark('一封信', *places[:3], '--state', 'left')
        self.good(self.bjt('visit', places[3], '--outcome', 'met'))
        self.assertEqual((self.report()['open'], self.report()['left'], self.report()['explained']), (homes - 4, 3, 1))
        shown = {row['place']: row for row in self.bjt('campaign', 'show', '一封信', '--format', 'json').json()}
        self.assertEqual((shown[places[0]]['by'], shown[places[3]]['by'], shown[places[4]]['by']), ('mark', 'visit', None))
        self.good(self.bjt('undo'))
        self.good(self.bjt('undo'))
        self.assertEqual(self.report()['open'], homes)
        self.good(self.bjt('campaign', 'close', '一封信'))
        self.good(self.bjt('campaign', 'remove', '一封信'))
        self.assertEqual(self.bjt('campaign', 'list', '--format', 'json').json(), [])
        self.sound(self.db)

    def test_filter(self):
        self.good(self.bjt('campaign', 'new', '高龄津贴', '--filter', '高'))
        aged = self.report('高龄津贴')['homes']
        self.good(self.bjt('campaign', 'new', '全部'))
        self.assertLess(aged, self.report('全部')['homes'])
        self.assertGreater(aged, 0)
        self.mark('全部', '--filter', '高', '--state', 'waived')
        self.assertEqual(self.report('全部')['waived'], aged)

    def test_routes_to_those_left(self):
        self.good(self.bjt('campaign', 'new', '送码上门', '--filter', '高', '--grid', '3'))
        places = [row['place'] for row in self.bjt('campaign', 'show', '送码上门', '--format', 'json').json()]
        self.mark('送码上门', places[0], '--state', 'delivered')
        done = self.bjt('route', 'plan', '--campaign', '送码上门', '--day', DAY, '--workers', '2', '--rounds', '2000', '--save')
        self.assertEqual(done.code, 0, done.err)
        number = done.out.split()[-1]
        planned = {row['place'] for row in self.bjt('route', 'show', number, '--format', 'json').json()}
        self.assertEqual(planned, set(places[1:]))

    def test_refused(self):
        self.good(self.bjt('campaign', 'new', '一封信', '--grid', '3'))
        self.refused(self.bjt('campaign', 'new', '一封信'), about='already')
        self.refused(self.bjt('campaign', 'new', '两封信', '--until', '2020-01-01'), about='ends before')
        self.refused(self.bjt('campaign', 'new', '两封信', '--grid', '99'), code=2)
        self.refused(self.bjt('campaign', 'new', '两封信', '--filter', '没有这个'))
        self.refused(self.bjt('campaign', 'show', '两封信'), about='no campaign')
        self.refused(self.bjt('campaign', 'show', '一封信', '--state', 'sent'), code=2)
        self.refused(self.bjt('campaign', 'mark', '一封信'), about='which homes', code=2)
        self.refused(self.bjt('campaign', 'frobnicate'), code=2)
        self.refused(self.bjt('route', 'plan', '--campaign', '两封信'), about='no campaign')
        self.assertEqual(len(self.bjt('campaign', 'list', '--format', 'json').json()), 1)

    def test_who_is_a_woman(self):
        name = self.bjt('staff', 'list', '--format', 'json').json()[0]['name']
        for word, told in (('female', 'female'), ('male', 'male'), ('unknown', None)):
            self.good(self.bjt('staff', 'sex', name, word))
            self.assertEqual(self.bjt('staff', 'list', '--format', 'json').json()[0]['sex'], told)
        self.refused(self.bjt('staff', 'sex', name, 'maybe'), code=2)
        self.refused(self.bjt('staff', 'sex', '没有此人', 'female'))
        self.good(self.bjt('undo'))
        self.assertEqual(self.bjt('staff', 'list', '--format', 'json').json()[0]['sex'], 'male')


if __name__ == '__main__':
    unittest.main()
