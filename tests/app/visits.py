#!/usr/bin/python3
"""Visits from end to end, with the clicks counted: a visit with a note (3), a
stair of the matrix in one go (4), a walk sheet printed (2) and entered in printed
order with two keys a row, a task ticked (1), the log of the day confirmed (2).

visits.py BAIJIATU BJT BUILD_FOLDER
"""

import json
import os
import subprocess
import sys
import tempfile
import time

from flow import DAY, File, find_door, wait_for, walk
from today import Day

DOOR = '山水宜家 3-2-501'
ENTRANCE_LABEL = (365, 526)  # of entrance 2, in the window as it opens at the corner of the screen


class Community(File):
    def rows(self, *words):
        done = subprocess.run([self.bjt, '--db', self.path, '--as-of', DAY, '--format', 'json', *words],
                              check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(done.stdout)

    def run(self, *words):
        subprocess.run([self.bjt, '--db', self.path, '--as-of', DAY, *words], check=True, stdout=subprocess.DEVNULL)


class Visits(Day):
    def choose(self, index):
        """An item of the menu that has just opened; the first one has the keyboard."""
        self.clicks += 1
        time.sleep(1)
        self.key(*['Down'] * index, 'Return')

    def click_at(self, x, y):
        """The matrix is drawn: its parts are pressed where they stand."""
        self.clicks += 1
        subprocess.run(['xdotool', 'mousemove', str(x), str(y), 'click', '1'], check=True)

    def gone(self, name):
        wait_for(f'“{name}” to go', lambda: not any(node.get_name() == name for node in walk(self.app)))


def record_visit(window, community):
    """A visit with a note."""
    visits = community.stats()['visits']

    def task():
        window.press('Visit')
        window.press('Phoned')
        window.type_into('Note', '血压稳定')
        window.press('Save')
    window.begin(3, task)
    community.wait_for('visits', visits + 1)
    row = community.rows('visit', 'list', DOOR)[0]
    assert (row['outcome'], row['mode'], row['note']) == ('phoned', 'phone', '血压稳定'), row


def keep_draft(window, community):
    """What was typed is there again when the form is opened again."""
    visits = community.stats()['visits']
    window.press('Visit')
    window.type_into('Note', '写了一半')
    window.press('Cancel')
    window.press('Visit')
    window.press('Save')
    community.wait_for('visits', visits + 1)
    assert community.rows('visit', 'list', DOOR)[0]['note'] == '写了一半'


def record_stair(window, community):
    """A stair of the matrix where nobody was home."""
    visits = community.stats()['visits']

    def task():
        window.click_at(*ENTRANCE_LABEL)
        window.press('Record Visit')
        window.choose(2)  # Not home
    window.begin(4, task)
    wait_for('the visits of the stair', lambda: community.stats()['visits'] >= visits + 10)
    outcomes = {row['outcome'] for row in community.rows('visit', 'list', '--limit', '10')}
    assert len(outcomes) == 1, outcomes


def tick_task(window):
    """A task that is due."""
    window.press('Today')
    window.begin(1, lambda: window.press('Done: 取药'))
    window.gone('Done: 取药')


def print_walk(window):
    """A walk sheet."""
    window.begin(2, lambda: window.press('Walk Sheet'))
    window.find('走访表 1122-0-1', begins=True)
    window.key('Escape')
    window.gone('走访表 1122-0-1')


def enter_walk(window, community):
    """Two keys a row."""
    visits = community.stats()['visits']
    window.press('Enter a Sheet')
    window.find('Number of the sheet', ('entry', 'text'))
    for key in ('1', 'Return', '3', 'Return', 'Return', '2', 'Return'):
        window.key(key)
    community.wait_for('visits', visits + 3)
    outcomes = sorted(row['outcome'] for row in community.rows('visit', 'list', '--limit', '3'))
    assert outcomes == ['absent', 'met', 'phoned'], outcomes
    window.key('Escape')
    window.gone('Number of the sheet')


def confirm_log(window, community):
    """The log of the day."""
    def task():
        window.press('Day Log')
        window.press('Confirm')
    window.begin(2, task)
    window.find('Open Again')
    window.key('Escape')
    wait_for('the confirmation', lambda: community.rows('journal', '--limit', '1')[0]['kind'] == 'confirm-day-log')


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'))
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = Community(bjt, os.path.join(folder, 'sample.bjt'))
        community.run('task', 'add', DOOR, '--title', '取药', '--monthly', '15', '--first', '2026-10-20')
        window = Visits(program, community.path)
        try:
            find_door(window)
            record_visit(window, community)
            keep_draft(window, community)
            record_stair(window, community)
            tick_task(window)
            print_walk(window)
            enter_walk(window, community)
            confirm_log(window, community)
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
