#!/usr/bin/python3
"""Visit routes from end to end: those due in grid 3 are planned for two, a visit is
moved by hand and taken back, the plan is saved and closed out; then those left of a
campaign are to be visited.

planner.py BAIJIATU BJT BUILD_FOLDER
"""

import json
import os
import re
import subprocess
import sys
import tempfile

from flow import DAY, Atspi, File, Window, do, wait_for, walk

STOP = re.compile(r'(\d+): (.+), (Worker \d), ')


class Planner(Window):
    timeline = None

    def stops(self):
        """(worker, number) → (door, node), as the timeline has them."""
        found = {}
        for node in walk(self.timeline):
            match = STOP.match(node.get_name() or '')
            if match and node.get_role_name() in ('push button', 'button'):
                found[match[3], int(match[1])] = match[2], node
        return found

    def door(self, worker, number):
        return self.stops().get((worker, number), (None, None))[0]


class Community(File):
    def read(self, *words):
        done = subprocess.run([self.bjt, '--db', self.path, '--as-of', DAY, '--format', 'json', *words], check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(done.stdout)


def choose_grid(window):
    """The grid of the window: the plan begins with those due there."""
    drop_down = window.find('Grid', ('combo box',))
    wait_for('the list of grids', lambda: any(do(node, 'click') for node in walk(drop_down)))
    window.find('第3网格')
    window.key('Down', 'Down', 'Down', 'Return')


def plan(window, n_due):
    choose_grid(window)
    window.press('Routes')
    window.find(f'New plan · {n_due} homes · 2 workers · {DAY[5:]}')
    window.press('Plan Routes')
    window.timeline = window.find('Who Goes When')
    window.find('Save Plan')
    wait_for('routes of both', lambda: window.door('Worker 1', 3) and window.door('Worker 2', 1))
    return window.stops()


def move_and_undo(window, stops):
    door, node = stops['Worker 1', 3]
    wait_for('the visit to be chosen', lambda: do(node, 'click'))
    wait_for('the keyboard', lambda: node.get_state_set().contains(Atspi.StateType.FOCUSED))
    window.key('alt+Right')
    wait_for('the visit one place later', lambda: window.door('Worker 1', 4) == door)
    window.find('Replan Around It')
    window.press('Undo the Change of the Plan')
    wait_for('the visit where it was', lambda: window.door('Worker 1', 3) == door)
    assert {key: value[0] for key, value in window.stops().items()} == {key: value[0] for key, value in stops.items()}


def save(window, community):
    window.press('Save Plan')
    number = wait_for('the saved plan', lambda: community.read('route', 'list'))[0]['number']
    window.find(f'Plan {number}')
    return number


def close_out(window, community, number, stops):
    window.press('Close Out…')
    window.press('1 Met')
    window.find(f'1 of {len(stops)} entered')
    window.press('Close Out')
    wait_for('the plan closed', lambda: community.read('route', 'list')[0]['closed'] == 'yes')
    shown = community.read('route', 'show', number)
    outcomes = [stop for stop in shown if stop['outcome']]
    assert len(outcomes) == 1 and outcomes[0]['place'].endswith(stops['Worker 1', 1][0]), outcomes
    assert all(stop['outcome'] or stop['reason'] for stop in shown), 'a stop has neither outcome nor reason'
    window.find(f'Plan {number} · closed out')


def campaign(window, community):
    """One of grid 3, which the window shows: who is left of it is the next plan."""
    window.key('ctrl+shift+a')
    window.type_into('Name, such as a letter to every home', 'letter')
    window.press('Create')
    homes = wait_for('the campaign', lambda: community.read('campaign', 'list'))[0]['homes']
    first = community.read('campaign', 'show', 'letter')[0]['place']
    subprocess.run([community.bjt, '--db', community.path, '--as-of', DAY, 'campaign', 'mark', 'letter', first], check=True, stderr=subprocess.DEVNULL)
    window.find(f'1 of {homes} reached', part=True)
    window.press('Plan the Rest: letter')
    window.find(f'{homes - 1} homes · 2 workers · {DAY[5:]}')


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'))
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = Community(bjt, os.path.join(folder, 'sample.bjt'))
        window = Planner(program, community.path)
        try:
            stops = plan(window, len(community.read('due', '--grid', '3')))
            move_and_undo(window, stops)
            number = save(window, community)
            close_out(window, community, number, stops)
            campaign(window, community)
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
