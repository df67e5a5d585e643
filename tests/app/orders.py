#!/usr/bin/python3
"""Orders of the hotline from end to end, with the clicks counted (F.3-4): a batch
is imported and matched with at most 4, each that is left is decided with one.

orders.py BAIJIATU BJT BUILD_FOLDER
"""

import json
import os
import subprocess
import sys
import tempfile
import time

from flow import DAY, Atspi, File, Window, do, wait_for, walk


class Desk(Window):
    """Counts the clicks since the last task began."""

    clicks = 0

    def press(self, name, role=('push button', 'button', 'toggle button', 'radio button')):
        self.clicks += 1
        node = self.find(name, role, begins=True)
        wait_for(f'“{name}” to be pressed', lambda: do(node, 'click'))

    def begin(self, clicks_at_most, task):
        """A task of the table, done with no more clicks than its best case."""
        self.clicks = 0
        task()
        assert self.clicks <= clicks_at_most, f'{task.__name__} took {self.clicks} clicks'


class Orders(File):
    def run(self, *arguments):
        done = subprocess.run([self.bjt, '--db', self.path, '--as-of', DAY, '--format', 'json', *arguments],
                              check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(done.stdout) if done.stdout.strip().startswith('[') else done.stdout

    def queue(self):
        return self.run('order', 'queue')


def type_path(window, path):
    """Into the file dialog: a slash opens its field once it has the keyboard."""
    dialog = wait_for('the file dialog', lambda: window.app.get_child_count() > 2 and window.app.get_child_at_index(window.app.get_child_count() - 1))

    def look():
        field = next((node for node in walk(dialog) if node.get_role_name() in ('entry', 'text')
                      and node.get_state_set().contains(Atspi.StateType.FOCUSED)), None)
        if field is None:
            window.key('slash')
            time.sleep(0.5)
        return field
    field = wait_for('its field', look)
    wait_for('the path', lambda: Atspi.EditableText.set_text_contents(field, path))
    time.sleep(0.5)  # it looks the folder up
    window.key('Return')


def import_batch(window, community, path):
    """Menu, entry, choose, import; the path is typed."""
    before = len(community.run('order', 'list'))
    window.find('Zoom in')

    def task():
        window.clicks += 2  # main menu, 12345 Orders…; by its key here
        window.key('ctrl+shift+o')
        window.press(('_Choose a File…', 'Choose a File…'))
        type_path(window, path)
        window.find('New orders', ('label',))  # the report
        window.press('Im_port')
    window.begin(4, task)
    wait_for('the orders', lambda: len(community.run('order', 'list')) > before + 40)


def decide(window, community):
    """The first guess of the first that has one."""
    queue = community.queue()
    window.begin(1, lambda: window.press('1 '))
    wait_for('the order to leave the queue', lambda: len(community.queue()) == len(queue) - 1)
    window.begin(1, lambda: window.press('_No Place'))
    wait_for('the next to leave it too', lambda: len(community.queue()) == len(queue) - 2)


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'), GTK_USE_PORTAL='0')
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = Orders(bjt, os.path.join(folder, 'sample.bjt'))
        batch = os.path.join(folder, 'orders.csv')
        community.run('order', 'sample', batch)
        window = Desk(program, community.path)
        try:
            import_batch(window, community, batch)
            decide(window, community)
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
