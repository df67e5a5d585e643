#!/usr/bin/env python3
"""bjt route: who goes where on foot; saved, changed by hand, closed out, printed."""

import json
import os
import subprocess
import unittest

import cli

DAY = '2026-11-23'


def minutes(clock):
    hour, minute, second = clock.split(':')
    return int(hour) * 60 + int(minute) + int(second) / 60


SHORT = ('--rounds', '1000')  # what is tested is not how good a plan is


class Routes(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def bjt(self, *words):
        return cli.run(*words, db=self.db)

    def told(self, done):
        """It went well; what there is to know stands on stderr."""
        self.assertEqual(done.code, 0, str(done))
        self.assertTrue(all(line.startswith('bjt: ') for line in done.err.splitlines()), str(done))
        return done

    def plan(self, *words, day=DAY):
        path = self.path('plan.json')
        done = self.told(self.bjt('route', 'plan', '--grid', '3', '--day', day, *SHORT, *words, '-o', path))
        with open(path, encoding='utf-8') as file:
            return json.load(file), done

    def visits(self, route):
        return [line for line in route['lines'] if line['kind'] == 'visit']

    def test_matrix(self):
        row = self.bjt('route', 'matrix', '--format', 'json').json()[0]
        self.assertEqual((row['straight'], row['not_on_map'], row['unreachable']), (0, 0, 0))
        self.assertGreater(row['nodes'], 1000)
        self.assertEqual(row['by_ways'], row['entrances'] * (row['entrances'] - 1))
        rows = self.bjt('route', 'matrix', '--grid', '3', '--whole', '--format', 'json').json()
        self.assertEqual(len(rows), len(rows[0]) - 1)
        self.refused(self.bjt('route', 'matrix', '--grid', '99'), code=2)

    def test_due_list_of_a_grid(self):
        """Today's due list of grid 3 for two workers: entrance by
        entrance, the same again for the same seed."""
        plan, _ = self.plan('--due', '--workers', '2', '--seed', '1')
        again, _ = self.plan('--due', '--workers', '2', '--seed', '1')
        self.assertEqual(plan, again)
        due = self.bjt('due', '--grid', '3', '--on', DAY, '--format', 'json').json()
        places = [line['place'] for route in plan['routes'] for line in self.visits(route)]
        self.assertEqual(len(places), len(set(places)))
        self.assertEqual(sorted(places + [line['place'] for line in plan['missed']]), sorted(row['place'] for row in due))
        self.assertGreater(len(places), 0.9 * len(due))
        for route in plan['routes']:
            self.check_route(route)

    def check_route(self, route):
        visits = self.visits(route)
        self.assertLessEqual(minutes('09:00:00'), minutes(route['leave']))
        self.assertLessEqual(minutes(route['back']), minutes('17:00:00'))
        self.assertEqual([line['kind'] for line in route['lines']].count('lunch'), 1)
        for before, line in zip(visits, visits[1:]):
            self.assertGreaterEqual(minutes(line['begin']), minutes(before['end']))
        houses = {line['place'].rsplit('-', 1)[0] for line in visits}
        self.assertLessEqual(route['entrances'], len(houses) + 3)  # hardly any entered twice
        up = sum(int(b['place'].rsplit('-', 1)[1][0]) > int(a['place'].rsplit('-', 1)[1][0])
                 for a, b in zip(visits, visits[1:]) if a['place'].rsplit('-', 1)[0] == b['place'].rsplit('-', 1)[0])
        self.assertLessEqual(up, len(visits) / 5)  # from the top down but for those who are in at hours

    def test_two_people_and_women(self):
        plan, done = self.plan('--due', '--workers', '1')
        self.assertIn('needs-two', {line['reason'] for line in plan['missed']})
        self.assertIn('women who live alone', done.err)
        plan, done = self.plan('--due', '--workers', '1', '--women', '0')
        self.assertIn('needs-woman', {line['reason'] for line in plan['missed']})
        self.assertNotIn('women who live alone', done.err)
        plan, _ = self.plan('--due', '--workers', '3', '--pair', '--women', '3')
        self.assertEqual(plan['missed'], [])

    def test_refused(self):
        self.refused(self.bjt('route', 'plan'), code=2)
        self.refused(self.bjt('route', 'plan', '--due', '--grid', '99'), code=2)
        self.refused(self.bjt('route', 'plan', '--due', '--day', 'soon'), code=2)
        self.refused(self.bjt('route', 'plan', '--due', '--shift', '17:00-09:00'), code=2)
        self.refused(self.bjt('route', 'plan', '--due', '--staff', 'nobody'), code=2)
        self.refused(self.bjt('route', 'plan', '--category', 'none'), code=2)
        self.refused(self.bjt('route', 'plan', '--due', '--names', '-o', self.path('a.pdf')), code=2)
        self.refused(self.bjt('route', 'plan', '--due', '--grid', '3', '--day', '2001-01-01'), about='nobody is to be visited')
        self.refused(self.bjt('route', 'plan', '--due', '--grid', '3', '--workers', '100000'), about='too many workers')
        self.refused(self.bjt('route', 'plan', '--due', '--grid', '3', '--days', '99'), about='31 days')
        self.refused(self.bjt('route', 'show', 'R0101-1-1'), about='no plan of the number')
        self.refused(self.bjt('route'), code=2)

    def test_shift_shorter_than_a_visit(self):
        plan, done = self.plan('--due', '--shift', '09:00-09:05')
        self.assertIn('shorter than one visit', done.err)
        self.assertEqual(self.visits(plan['routes'][0]), [])
        self.assertGreater(len(plan['missed']), 20)

    def test_shut_gates(self):
        """Grid 3 lies behind two gates; with both shut nobody gets in from outside."""
        row = self.bjt('route', 'gates', '--format', 'json').json()
        self.assertGreater(len(row), 10)
        for gate in row:
            self.good(self.bjt('route', 'gates', gate['gate'], '18:00-22:00'))
        plan, done = self.plan('--due')
        self.assertIn('gates shut', done.err)
        self.assertEqual(self.visits(plan['routes'][0]), [])
        self.assertIn('unreachable', {line['reason'] for line in plan['missed']})
        plan, _ = self.plan('--due', '--shift', '18:30-20:30')
        self.assertGreater(len(self.visits(plan['routes'][0])), 3)
        self.refused(self.bjt('route', 'gates', row[0]['gate'], 'now and then'), about="can't be read")
        self.good(self.bjt('route', 'gates', row[0]['gate'], '-'))

    def test_hours_of_an_imported_map(self):
        """A gate with hours, one nobody may pass, a motorway, a footpath."""
        osm = self.path('yard.osm', """<osm version="0.6">
          <node id="1" lat="43.3210" lon="129.7500"/><node id="2" lat="43.3210" lon="129.7510">
            <tag k="barrier" v="gate"/><tag k="opening_hours" v="06:00-22:00"/></node>
          <node id="3" lat="43.3210" lon="129.7520"><tag k="barrier" v="lift_gate"/><tag k="access" v="no"/></node>
          <node id="4" lat="43.3220" lon="129.7500"/><node id="5" lat="43.3220" lon="129.7520"/>
          <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/></way>
          <way id="2"><nd ref="4"/><nd ref="5"/><tag k="highway" v="motorway"/></way>
          <way id="3"><nd ref="1"/><nd ref="5"/><tag k="highway" v="path"/><tag k="foot" v="no"/></way>
        </osm>""")
        self.db = self.new()
        self.assertEqual(self.bjt('import', osm).code, 0)
        hours = sorted((row['hours'], row['on_a_way']) for row in self.bjt('route', 'gates', '--format', 'json').json())
        self.assertEqual(hours, [('06:00-22:00', 'yes'), ('off', 'yes')])
        row = self.bjt('route', 'matrix', '--format', 'json').json()[0]
        self.assertEqual((row['nodes'], row['links'], row['gates']), (3, 2, 2))

    def test_rules(self):
        shipped = self.good(self.bjt('route', 'rules')).out
        self.assertIn('stairs_up        18', shipped)
        self.refused(self.bjt('route', 'rules', self.path('wrong.txt', 'stairs_up fast\n')), about='line 1 of the rules of visits')
        self.good(self.bjt('route', 'rules', self.path('own.txt', 'visit_general 5\nlunch 12:00 13:00 0\n')))
        self.assertEqual(self.good(self.bjt('route', 'rules')).out, 'visit_general 5\nlunch 12:00 13:00 0\n')
        plan, _ = self.plan('--due', '--workers', '1')
        self.assertNotIn('lunch', {line['kind'] for line in plan['routes'][0]['lines']})
        self.assertGreater(len(self.visits(plan['routes'][0])), 40)

    def save(self):
        done = self.told(self.bjt('route', 'plan', '--due', '--grid', '3', '--day', cli.AS_OF, '--workers', '2', *SHORT, '--save', '--format', 'json'))
        return done.out.strip().splitlines()[-1]

    def stops(self, number, worker=None):
        rows = self.bjt('route', 'show', number, '--format', 'json').json()
        return [row for row in rows if row['worker'] and (worker is None or row['worker'] == worker)]

    def test_few_homes_are_proven(self):
        """One morning, a few homes: every order is looked at; with a break, or two workers, nothing is said."""
        doors = [word for row in self.bjt('due', '--grid', '3', '--format', 'json').json()[:5] for word in ('--door', row['place'])]
        plan, _ = self.plan(*doors, '--no-lunch')
        self.assertTrue(plan['proven'])
        plan, _ = self.plan(*doors, '--no-lunch', '--workers', '2')
        self.assertFalse(plan['proven'])

    def test_save_and_change(self):
        number = self.save()
        self.assertRegex(number, r'^R1122-3-\d$')
        first = self.stops(number)
        self.assertEqual(self.bjt('route', 'list', '--format', 'json').json()[0]['number'], number)
        last = self.stops(number, '1')[-1]['place']
        done = self.told(self.bjt('route', 'drop', number, last))
        self.assertRegex(done.err, r'-\d+ s of way')
        self.assertEqual(len(self.stops(number)), len(first) - 1)
        self.told(self.bjt('route', 'insert', number, last))
        self.assertEqual(len(self.stops(number)), len(first))
        self.told(self.bjt('route', 'pin', number, self.stops(number, '2')[0]['place'], '--kind', 'shift'))
        pinned = self.stops(number, '2')[0]['place']
        self.told(self.bjt('route', 'pin', number, pinned, '--kind', 'last'))
        self.assertEqual(self.stops(number, '2')[-1]['place'], pinned)
        self.told(self.bjt('route', 'replan', number))
        self.assertEqual(self.stops(number, '2')[-1]['place'], pinned)
        self.refused(self.bjt('route', 'move', number, last, '--worker', '9'), about='no such shift')
        self.refused(self.bjt('route', 'pin', number, last, '--kind', 'glue'), about='first, last or locked')
        self.good(self.bjt('undo'))
        self.good(self.bjt('route', 'remove', number))
        self.refused(self.bjt('route', 'show', number))
        self.sound(self.db)

    def test_close_out(self):
        number = self.save()
        stops = self.stops(number, '1')
        met, absent, rest = stops[0]['place'], stops[1]['place'], stops[2]['place']
        due = {row['place'] for row in self.bjt('due', '--grid', '3', '--format', 'json').json()}
        self.good(self.bjt('route', 'note', number, f'{met}=met', '--note', '一切都好'))
        self.refused(self.bjt('route', 'note', number, f'{met}=met'), about='its outcome already')
        self.refused(self.bjt('route', 'note', number, f'{absent}=well'))
        self.good(self.bjt('route', 'close', number, f'{absent}=absent'))
        now = {row['place'] for row in self.bjt('due', '--grid', '3', '--format', 'json').json()}
        self.assertEqual(due - now, {met})
        rows = {row['place']: row for row in self.stops(number)}
        self.assertEqual((rows[met]['outcome'], rows[absent]['outcome'], rows[rest]['outcome']), ('met', 'absent', None))
        self.assertEqual(rows[rest]['reason'], 'not done')
        self.refused(self.bjt('route', 'close', number), about='closed already')
        self.refused(self.bjt('route', 'drop', number, rest), about='plan anew')
        self.assertIn('一切都好', self.bjt('show', met).out)
        self.good(self.bjt('undo'))
        self.good(self.bjt('undo'))
        self.assertEqual({row['place'] for row in self.bjt('due', '--grid', '3', '--format', 'json').json()}, due)
        self.sound(self.db)

    def test_midday(self):
        number = self.save()
        done = [row['place'] for row in self.stops(number, '1')[:4]]
        self.good(self.bjt('route', 'note', number, *[f'{place}=met' for place in done]))
        self.told(self.bjt('route', 'replan', number, '--now', '13:00'))
        rows = self.stops(number)
        self.assertEqual([row['place'] for row in rows if row['outcome']], done)
        for row in rows:
            self.assertTrue(row['outcome'] or row['begin'] >= '13:00', row)

    def test_papers(self):
        path = self.path('walk.pdf')
        done = self.told(self.bjt('route', 'plan', '--due', '--grid', '3', '--day', DAY, '--workers', '2', *SHORT, '-o', path))
        numbers = done.out.split()
        self.assertEqual(len(numbers), 2)
        text = subprocess.run(['pdftotext', '-layout', path, '-'], stdout=subprocess.PIPE, check=True).stdout.decode('utf-8')
        for number in numbers:
            self.assertIn(f'走访表 {number}', text)
        self.assertIn('走访路线图', text)
        self.assertIn('午休', text)
        self.assertNotIn('矫', text)
        self.good(self.bjt('print', 'walk', numbers[0], '-o', self.path('again.pdf')))
        self.told(self.bjt('route', 'plan', '--due', '--grid', '3', '--mono', '-l', 'en', *SHORT, '-o', self.path('walk.png')))
        self.assertGreater(os.path.getsize(self.path('walk.png')), 10000)

    def test_community_without_a_map(self):
        self.db = self.new()
        self.refused(self.bjt('route', 'plan', '--due'), about='nobody is to be visited')
        self.told(self.bjt('route', 'matrix'))


if __name__ == '__main__':
    unittest.main()
