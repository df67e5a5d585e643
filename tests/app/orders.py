#!/usr/bin/python3
"""Orders of the hotline from end to end, with the clicks counted (F.3-4): a batch
is imported and matched with at most 4, each that is left is decided with one; a
message of a chat becomes an issue with at most 3.

orders.py BAIJIATU BJT BUILD_FOLDER
"""

import json
import os
import subprocess
import sys
import tempfile

from flow import DAY, File, Window, do, wait_for, walk

MESSAGE = '张姐 11:02：3号楼2单元楼道灯坏了好几天了，老人摔了咋办 5楼'


class Desk(Window):
    """Counts the clicks since the last task began."""

    clicks = 0

    def press(self, name, role=('push button', 'button', 'toggle button', 'menu item')):
        self.clicks += 1
        super().press(name, role)

    def press_beginning(self, name):
        self.clicks += 1
        node = self.find(name, ('push button', 'button'), begins=True)
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


def import_batch(window, community, path):
    """Menu, entry, choose, import; the path is typed."""
    before = len(community.run('order', 'list'))

    def task():
        window.clicks += 2  # main menu, 12345 Orders…; by its key here
        window.key('ctrl+shift+o')
        window.press(('Choose a File…', 'Import File…'))
        wait_for('the file dialog', lambda: any(node.get_role_name() in ('file chooser', 'dialog') for node in walk(window.app)))
        subprocess.run(['xdotool', 'type', '--delay', '20', path], check=True)
        window.key('Return')
        window.press('Import')
    window.begin(4, task)
    wait_for('the orders', lambda: len(community.run('order', 'list')) > before + 40)


def decide(window, community):
    """The first guess of the first that has one."""
    queue = community.queue()
    window.begin(1, lambda: window.press_beginning('1 '))
    wait_for('the order to leave the queue', lambda: len(community.queue()) == len(queue) - 1)
    window.key('0')  # no place
    wait_for('the next to leave it too', lambda: len(community.queue()) == len(queue) - 2)
    window.key('Escape')


def paste_message(window, community):
    """The key, a chip, report."""
    issues = community.stats()['issues']

    def task():
        window.clicks += 1
        window.key('ctrl+shift+v')
        window.type_into('Message', MESSAGE)
        window.press(chip_of(window))
        window.press('Report')
    window.begin(3, task)
    community.wait_for('issues', issues + 1)


def chip_of(window):
    """The first chip that ends in the entrance the message names."""
    def look():
        return next((node.get_name() for node in walk(window.app)
                     if node.get_role_name() == 'toggle button' and (node.get_name() or '').endswith(' 3-2')), None)
    return wait_for('a chip', look)


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
            paste_message(window, community)
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
