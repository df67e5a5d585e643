#!/usr/bin/python3
"""The working day from end to end, with the clicks counted: who is to be seen
today (at most 1), a visit (at most 3), a whole stair where nobody was home (at
most 4), and taking it back.

today.py BAIJIATU BJT BUILD_FOLDER
"""

import os
import sys
import tempfile

from flow import File, Window, do, wait_for, walk

LIST = 'To Do Today'


class Day(Window):
    """Counts the clicks since the last task began."""

    clicks = 0

    def press(self, name, role=('push button', 'button', 'toggle button')):
        self.clicks += 1
        super().press(name, role)

    def begin(self, clicks_at_most, task):
        """A task of the table, done with no more clicks than its best case."""
        self.clicks = 0
        task()
        assert self.clicks <= clicks_at_most, f'{task.__doc__} took {self.clicks} clicks'

    def rows(self):
        """The first names of the list, a few are enough."""
        listed = self.find(LIST, ('list', 'list box'))
        return [listed.get_child_at_index(i).get_name() for i in range(min(listed.get_child_count(), 12))]

    def press_in_list(self, name):
        """The first button of that name in the list."""
        self.clicks += 1
        listed = self.find(LIST, ('list', 'list box'))

        def look():
            for i in range(min(listed.get_child_count(), 12)):
                for node in walk(listed.get_child_at_index(i)):
                    if node.get_name() == name and node.get_role_name() in ('push button', 'button') and do(node, 'click'):
                        return True
            return False
        wait_for(f'“{name}” in the list', look)


def see_who_is_due(window):
    window.begin(1, lambda: window.press('Today'))
    rows = wait_for('the list', lambda: [name for name in window.rows() if name])
    assert 'Building' in rows[0] and rows[1].startswith('Entrance'), rows
    levels = [int(row.split(',')[0].split('-')[-1]) // 100 for row in rows[2:5] if row.count('-') >= 2]
    assert levels == sorted(levels, reverse=True), f'not from the top floor down: {rows}'


def record_visit(window, community):
    visits = community.stats()['visits']
    window.begin(3, lambda: window.press_in_list('Met'))
    community.wait_for('visits', visits + 1)


def record_stair(window, community):
    """Select all of the first stair, one outcome."""
    visits = community.stats()['visits']

    def task():
        window.press_in_list('Select All')
        window.press('Not home')
    window.begin(4, task)
    wait_for('the visits of the stair', lambda: community.stats()['visits'] > visits + 1)
    window.key('ctrl+z')
    community.wait_for('visits', visits)


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'))
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = File(bjt, os.path.join(folder, 'sample.bjt'))
        window = Day(program, community.path)
        try:
            see_who_is_due(window)
            record_visit(window, community)
            record_stair(window, community)
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
