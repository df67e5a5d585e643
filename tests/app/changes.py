#!/usr/bin/python3
"""What changes at a door, end to end, with the clicks counted: an issue
(2, and 2 more for a photo), a category ticked (3), two doors merged and split again (3),
a new tenant for those who moved out (4), and a message of the chat
group as an issue.

changes.py BAIJIATU BJT BUILD_FOLDER
"""

import os
import subprocess
import sys
import tempfile
import time

from flow import do, find_door, wait_for
from visits import DOOR, Community, Visits

# In the window as it opens at the corner of the screen:
DOOR_401, DOOR_402 = (285, 600), (365, 600)  # of entrance 2
LOW_INCOME = (1240, 411)  # the tick in the menu of marks
MESSAGE = '山水宜家3号楼2单元5楼楼道里堆了很多纸箱，请处理'


class Changes(Visits):
    def drag(self, start, end):
        """Over the matrix: what lies between is selected."""
        self.clicks += 1
        subprocess.run(['xdotool', 'mousemove', *map(str, start), 'mousedown', '1', 'mousemove', *map(str, end), 'mouseup', '1'], check=True)
        time.sleep(0.5)

    def press_item(self, name):
        """An item of the menu that has just opened."""
        self.clicks += 1
        node = self.find(name, ('menu item',))
        wait_for(f'“{name}” to be chosen', lambda: do(node, 'click'))


def raise_issue(window, community):
    """An issue; a photo of it is chosen with two more."""
    issues = community.stats()['issues']

    def task():
        window.press('Issue')
        window.type_into('What is wrong, in a few words', '楼道灯不亮')
        window.press('Report')
    window.begin(2, task)
    community.wait_for('issues', issues + 1)
    assert community.rows('issue', 'list', '--text', '楼道灯不亮')


def get_ticked(community):
    members = community.rows('show', DOOR)['households'][0]['members']
    return {name for member in members for name in member['categories']}


def tick_category(window, community):
    """A category of the one who lives there."""
    before = get_ticked(community)

    def task():
        window.press('Mark')
        time.sleep(1)
        window.click_at(*LOW_INCOME)
    window.begin(3, task)
    wait_for('the category', lambda: get_ticked(community) != before)
    window.key('Escape')


def last_deed(community):
    return community.rows('journal', '--limit', '1')[0]


def merge_doors(window, community):
    """Two doors are one home; and apart again."""
    def task():
        window.drag(DOOR_401, DOOR_402)
        window.press('Doors')
        window.press_item('Merge into One Door')
    window.begin(3, task)
    wait_for('the doors to be one', lambda: last_deed(community)['kind'] == 'merge-doors')
    assert len(community.rows('show', '山水宜家 3-2-401')['households']) == 2
    window.key('ctrl+z')
    wait_for('the doors to be two', lambda: last_deed(community)['undone'])


def change_tenant(window, community):
    """A new tenant for those who moved out."""
    def task():
        window.press('Changes')
        window.press_item('New tenant')
        window.type_into(('Name', 'Name Name'), '新租客')  # from its label and its own
        window.press(('Record', '_Record Record'))
    window.begin(4, task)
    wait_for('the tenant', lambda: len(community.rows('show', DOOR)['households'][0]['members']) == 1)
    journal = community.rows('journal', '--limit', '1')
    assert journal[0]['kind'] == 'record-event', journal
    assert any(row['kind'] == 'new-tenant' for row in community.rows('event', 'list', DOOR))


def report_message(window, community):
    """A message of the chat group; where it is stands in it."""
    issues = community.stats()['issues']
    window.key('ctrl+shift+v')
    window.type_into('Message', MESSAGE)
    window.press(('Report', '_Report Report'))
    community.wait_for('issues', issues + 1)
    newest = max(community.rows('issue', 'list', '--all'), key=lambda row: row['number'])
    assert '山水宜家 3' in newest['place'], newest


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'))
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = Community(bjt, os.path.join(folder, 'sample.bjt'))
        window = Changes(program, community.path)
        try:
            find_door(window)
            tick_category(window, community)
            raise_issue(window, community)
            merge_doors(window, community)
            find_door(window)
            change_tenant(window, community)
            report_message(window, community)
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
