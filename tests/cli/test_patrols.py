#!/usr/bin/env python3
"""bjt patrol, task and service: the two patrols of a day, what is done for people."""

import unittest

import cli

DOOR = '山水宜家 3-2-501'


class Patrols(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def bjt(self, *words):
        return cli.run(*words, db=self.db)

    def slots(self, grid, day):
        return self.bjt('patrol', 'slots', '--grid', str(grid), '--on', day, '--format', 'json').json()[0]

    def test_slots(self):
        day = '2026-11-21'
        before = self.slots(3, day)
        self.assertEqual((before['morning'], before['afternoon']), ('open', 'open'))
        key = self.good(self.bjt('patrol', 'add', '--grid', '3', '--on', day, '--from', '08:30', '--to', '09:10')).out.strip()
        self.assertEqual(self.slots(3, day)['morning'], 'done')
        self.refused(self.bjt('patrol', 'add', '--grid', '3', '--on', day, '--slot', 'morning'), about='recorded already')
        self.refused(self.bjt('patrol', 'add', '--grid', '3', '--on', '2026-11-23', '--slot', 'morning'), about='future')
        self.refused(self.bjt('patrol', 'add', '--grid', '99', '--slot', 'morning'), about='no grid 99')
        self.refused(self.bjt('patrol', 'add', '--grid', '3', '--on', day, '--slot', 'afternoon', '--from', '15:00', '--to', '14:00'), about='before it begins')
        number = self.good(self.bjt('issue', 'report', DOOR, '--title', '楼道堆物', '--shared')).out.strip()
        self.good(self.bjt('patrol', 'found', key, number))
        self.refused(self.bjt('patrol', 'found', key, number), about='tells already')
        row = self.bjt('patrol', 'list', '--grid', '3', '--from', day, '--format', 'json').json()[0]
        self.assertEqual((row['slot'], row['from'], row['to'], row['issues']), ('morning', '08:30', '09:10', number))
        self.refused(self.bjt('patrol', 'remove', key), about='stays with them')
        for _ in range(3):
            self.good(self.bjt('undo'))
        self.assertEqual(self.slots(3, day), before)
        self.sound(self.db)

    def test_begin_and_end(self):
        self.good(self.bjt('patrol', 'begin', '--grid', '2'))
        self.assertIn('under_way', self.slots(2, cli.AS_OF).values())
        self.refused(self.bjt('patrol', 'begin', '--grid', '2'))
        self.good(self.bjt('patrol', 'end', '--grid', '2', '--note', '正常'))
        self.assertNotIn('under_way', self.slots(2, cli.AS_OF).values())
        self.refused(self.bjt('patrol', 'end', '--grid', '2'), about='under way')

    def find_task(self, key, *options):
        return next((row for row in self.bjt('task', 'list', *options, '--format', 'json').json() if row['key'] == key), None)

    def test_tasks(self):
        key = self.good(self.bjt('task', 'add', DOOR, '--title', '取药', '--monthly', '15', '--first', '2026-10-01')).out.strip()
        row = self.find_task(key, '--due')
        self.assertEqual((row['key'], row['due_on'], row['n_due'], row['door']), (key, '2026-10-15', 2, DOOR))
        self.good(self.bjt('task', 'done', key, '--note', '已送到'))
        self.assertIsNone(self.find_task(key, '--due'))
        self.assertEqual(self.find_task(key)['due_on'], '2026-12-15')
        service = self.bjt('service', 'list', DOOR, '--format', 'json').json()[0]
        self.assertEqual((service['kind'], service['count'], service['task']), ('取药', 1, key))
        self.good(self.bjt('task', 'end', key))
        self.refused(self.bjt('task', 'done', key), about='over')
        self.refused(self.bjt('task', 'add', DOOR, '--title', 'x', '--rule', 'FREQ=HOURLY'))
        self.refused(self.bjt('task', 'done', 'ffff0000'), about='has the key')
        self.good(self.bjt('service', 'add', DOOR, '--kind', '养老认证', '--count', '2'))
        self.refused(self.bjt('service', 'add', DOOR, '--kind', '养老认证', '--on', '2027-01-01'), about='future')
        self.assertEqual(len(self.bjt('service', 'list', '--from', cli.AS_OF, '--format', 'json').json()), 2)
        self.sound(self.db)

    def test_log(self):
        self.good(self.bjt('patrol', 'add', '--grid', '3', '--slot', 'morning', '--from', '08:30', '--to', '09:05', '--note', '消防通道畅通'))
        self.good(self.bjt('visit', DOOR, '--note', '核对电话'))
        self.good(self.bjt('service', 'add', DOOR, '--kind', '养老认证', '--count', '2'))
        self.good(self.bjt('issue', 'report', DOOR, '--title', '楼道堆物', '--shared'))
        text = self.good(self.bjt('log', '--grid', '3', '--note', '下午联系物业', '--confirm')).out
        for words in ('第3网格', '已确认', '08:30–09:05', '消防通道畅通', '走访 1 户，共 1 次：见面 1', '核对电话', '养老认证 2 次', '山水宜家 3-2  楼道堆物', '下午联系物业'):
            self.assertIn(words, text)
        self.assertNotIn('核对电话', self.good(self.bjt('log', '--grid', '4')).out)
        self.assertNotIn('核对电话', self.good(self.bjt('log', '--grid', '3', '--on', '2026-11-21')).out)
        self.refused(self.bjt('log', '--grid', '3', '--note', 'x'), about='confirmed')
        self.refused(self.bjt('log', '--grid', '3', '--confirm'), about='confirmed already')
        self.refused(self.bjt('log', '--on', '2026-12-01', '--note', 'x'), about='a day to come')
        self.good(self.bjt('log', '--grid', '3', '--reopen', '--note', '改'))
        path = self.path('log.pdf')
        self.good(self.bjt('print', 'log', '--grid', '3', '-o', path))
        with open(path, 'rb') as file:
            self.assertEqual(file.read(5), b'%PDF-')
        self.sound(self.db)


if __name__ == '__main__':
    unittest.main()
