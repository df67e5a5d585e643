#!/usr/bin/python3
"""The ledger of issues from end to end, with the clicks counted: an issue is
dispatched (at most 3), and the resident who raised it is told (at most 2).

issues.py BAIJIATU BJT BUILD_FOLDER
"""

import os
import subprocess
import sys
import tempfile

from flow import DAY, Atspi, File, Window, wait_for

LIST = 'Ledger of Issues'
BUTTONS = ('push button', 'button', 'toggle button')


class Ledger(Window):
    """Counts the clicks since the last task began."""

    clicks = 0

    def press(self, name, role=BUTTONS):
        self.clicks += 1
        super().press(name, role)

    def begin(self, clicks_at_most, task):
        """A task of the table, done with no more clicks than its best case."""
        self.clicks = 0
        task()
        assert self.clicks <= clicks_at_most, f'{task.__doc__} took {self.clicks} clicks'

    def choose(self, state):
        """The first line that tells of the state, with the mouse; its number."""
        self.clicks += 1
        listed = self.find(LIST, ('list', 'list box'))

        def look():
            for i in range(min(listed.get_child_count(), 12)):
                item = listed.get_child_at_index(i)
                name = item.get_name() if item is not None else None
                if name and f', {state}, ' in name:
                    return name.split(',')[0], Atspi.Component.get_extents(item, Atspi.CoordType.WINDOW)
            return None
        number, area = wait_for(f'a line that is {state}', look)
        subprocess.run(['xdotool', 'mousemove', str(area.x + area.width // 3), str(area.y + area.height // 2), 'click', '1'], check=True)
        self.find(number, ('label',), begins=True)
        return number

    def type_and_enter(self, name, text):
        self.type_into(name, text)
        self.key('Return')


class Issues(File):
    def history(self, number):
        done = subprocess.run([self.bjt, '--db', self.path, '--as-of', DAY, '--format', 'json', 'issue', 'history', number],
                              check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout


def dispatch(window, community):
    """Line, button, department."""
    number = None

    def task():
        nonlocal number
        number = window.choose('Reported')
        window.press('Dispatch')
        window.press('城管执法大队')
    window.begin(3, task)
    wait_for('the dispatch', lambda: '城管执法大队' in community.history(number))


def tell_resident(window, community):
    """Line, button; what is typed is no click."""
    number = None

    def task():
        nonlocal number
        number = window.choose('Dispatched')
        window.press('Reply…')
        window.type_and_enter('What the resident was told', '已联系处置，明日到场')
    window.begin(2, task)
    wait_for('the reply', lambda: '明日到场' in community.history(number))


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'))
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = Issues(bjt, os.path.join(folder, 'sample.bjt'))
        window = Ledger(program, community.path)
        try:
            window.press('Issues')
            dispatch(window, community)
            tell_resident(window, community)
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
