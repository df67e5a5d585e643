#!/usr/bin/python3
"""The figures from end to end, with the clicks counted: what is missing to one
of the four meters, on the map (at most 3), the same homes selected (at most 3),
handed out as walk sheets (at most 3),
and the report of the year as it will be printed (at most 3 with the button that
prints).

figures.py BAIJIATU BJT BUILD_FOLDER
"""

import json
import os
import subprocess
import sys
import tempfile

from flow import File, Window, do, wait_for, walk

BUTTONS = ('push button', 'button', 'toggle button')


class Figures(Window):
    clicks = 0

    def press(self, name, role=BUTTONS):
        self.clicks += 1
        super().press(name, role)

    def press_figure(self, name):
        """The button whose name begins so: its number follows."""
        self.clicks += 1

        def look():
            for node in walk(self.app):
                if (node.get_name() or '').startswith(name) and node.get_role_name() in BUTTONS:
                    return do(node, 'click')
            return False
        wait_for(f'the figure “{name}”', look)

    def listed(self):
        listed = self.find('Behind the Figure', ('list', 'list box'))
        return listed.get_child_count()


class Community(File):
    def last_deed(self):
        done = subprocess.run([self.bjt, '--db', self.path, '--format', 'json', 'journal', '--limit', '1'], check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(done.stdout)[0]['kind']


def gap_on_map(window):
    window.clicks = 0
    window.press('Figures')
    window.press_figure('Vulnerable people cared for')
    wait_for('what is missing', lambda: window.listed() > 1)
    window.press('Show on Map')
    window.find(('Map', 'Clear Filter'), None)
    assert window.clicks <= 3, f'the gap took {window.clicks} clicks'


def take_up_gap(window):
    """The same homes selected: visits are recorded, or they are exported, from there."""
    window.clicks = 0
    window.press('Figures')
    window.press_figure('Residents known')
    window.press('Select These Homes on the Map')
    assert window.clicks <= 3, f'taking it up took {window.clicks} clicks'


def hand_out_gap(window, community):
    """A walk sheet of the homes for each grid."""
    window.clicks = 0
    window.press('Figures')
    window.press_figure('Residents known')
    window.press('Walk Sheets')
    wait_for('the walk sheets', lambda: community.last_deed() == 'keep-walk')
    assert window.clicks <= 3, f'handing it out took {window.clicks} clicks'
    window.find('走访表', begins=True)
    window.key('Escape')


def year_report(window):
    window.clicks = 0
    window.press('Figures')
    window.press('Print Report')
    window.find('Report')
    assert window.clicks <= 2, f'the report took {window.clicks} clicks'


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'))
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = Community(bjt, os.path.join(folder, 'sample.bjt'))
        window = Figures(program, community.path)
        try:
            gap_on_map(window)
            take_up_gap(window)
            hand_out_gap(window, community)
            year_report(window)
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
