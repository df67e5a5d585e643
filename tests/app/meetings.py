#!/usr/bin/python3
"""A meeting about issues from end to end, with the clicks counted: agenda from
issues, decisions into tasks (at most 5).

meetings.py BAIJIATU BJT BUILD_FOLDER
"""

import json
import os
import subprocess
import sys
import tempfile

from flow import DAY, File, Window, wait_for

DECISIONS = ('物业三日内清理', '网格员复查')


class Community(File):
    def run(self, *words):
        done = subprocess.run([self.bjt, '--db', self.path, '--as-of', DAY, '--format', 'json', *words],
                              check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(done.stdout)

    def get_decided(self):
        return [row['decision'] for row in self.run('meeting', 'tasks')]


def chair(window, community):
    """Main menu, Meetings…, Plan; what is typed is no click."""
    clicks = 2  # by its key here
    n_proposed = len(community.run('meeting', 'propose'))
    assert n_proposed > 2
    window.find('Zoom in')
    window.key('ctrl+shift+e')
    window.press('Plan This Meeting')
    clicks += 1
    wait_for('the agenda', lambda: not community.run('meeting', 'propose'))
    for decision in DECISIONS:
        window.type_into('What was decided', decision)
        window.press('Note Decision')
        clicks += 1
        wait_for(f'the decision {decision}', lambda: decision in community.get_decided())
    assert clicks <= 5, f'it took {clicks} clicks'


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'))
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = Community(bjt, os.path.join(folder, 'sample.bjt'))
        window = Window(program, community.path)
        try:
            chair(window, community)
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
