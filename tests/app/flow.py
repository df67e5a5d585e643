#!/usr/bin/python3
"""The main job from end to end, by hand as it were: open the sample, find a
door, record a visit, report an issue, undo it, print the grid map.

The window is driven through its accessibility tree and the keyboard; what it
did is read back with the command line. Needs a display and a message bus.

flow.py BAIJIATU BJT BUILD_FOLDER
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

SKIP = 77
PATIENCE = 30.0  # seconds for one step
DAY = '2026-11-22'

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as problem:
    print(f'no AT-SPI for Python here: {problem}')
    sys.exit(SKIP)

if shutil.which('xdotool') is None:
    print('no xdotool here')
    sys.exit(SKIP)


def wait_for(what, look):
    """Calls look until it answers something; the tree changes under us."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            found = look()
            if found:
                return found
        except GLib.Error:
            pass
        time.sleep(0.1)
    raise AssertionError(f'waited {PATIENCE:.0f} s in vain for {what}')


def walk(node):
    """All below the node; the hundreds of cells of a list are left out."""
    if node is None:
        return
    yield node
    if node.get_role_name() == 'table row':
        return
    for i in range(node.get_child_count()):
        yield from walk(node.get_child_at_index(i))


def do(node, action):
    for i in range(Atspi.Action.get_n_actions(node)):
        if Atspi.Action.get_action_name(node, i) == action:
            return Atspi.Action.do_action(node, i)
    return False


class Window:
    """The program under test, as a person with a screen reader meets it."""

    def __init__(self, program, community):
        self.process = subprocess.Popen([program, '--as-of', DAY, community])
        Atspi.init()
        self.app = wait_for('the program', self._find_app)

    def _find_app(self):
        assert self.process.poll() is None, 'the program ended at once'
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.process.pid and app.get_child_count() > 0:
                return app
        return None

    def find(self, name, role=None, begins=False, part=False):
        """By name, or by any of several: newer GTK names a button by its text first."""
        names = (name,) if isinstance(name, str) else name

        def is_named(text):
            return text in names or begins and text.startswith(names) or part and any(name in text for name in names)

        def look():
            for node in walk(self.app):
                text = node.get_name() or ''
                if is_named(text) and (role is None or node.get_role_name() in role):
                    return node
            return None
        return wait_for(f'“{name}”', look)

    def press(self, name, role=('push button', 'button', 'toggle button')):  # as older and newer GTK call it
        node = self.find(name, role)
        wait_for(f'“{name}” to be pressed', lambda: do(node, 'click'))

    def type_into(self, name, text):
        node = self.find(name, ('entry', 'text'))
        wait_for(f'“{name}” to take text', lambda: Atspi.EditableText.set_text_contents(node, text))

    def wait_until_left(self, name):
        """The field is gone, or another one has the keyboard."""
        def is_left():
            return not any(node.get_name() == name and node.get_state_set().contains(Atspi.StateType.FOCUSED)
                           for node in walk(self.app))
        wait_for(f'the keyboard to leave “{name}”', is_left)

    def key(self, *names):
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *names], check=True)

    def close(self):
        self.process.terminate()
        self.process.wait(10)


class File:
    """The community as the command line sees it."""

    def __init__(self, bjt, path):
        self.bjt, self.path = bjt, path
        subprocess.run([bjt, '--as-of', DAY, 'demo', path], check=True, stdout=subprocess.DEVNULL)

    def stats(self):
        done = subprocess.run([self.bjt, '--db', self.path, '--as-of', DAY, '--format', 'json', 'stats'],
                              check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(done.stdout)

    def wait_for(self, figure, value):
        wait_for(f'{figure} to be {value}', lambda: self.stats()[figure] == value)


def find_door(window):
    window.key('ctrl+k')
    window.type_into('Search', '山水宜家 3-2-501')
    window.find('山水宜家 3-2-501', ('list item',), begins=True)
    window.key('Return')
    window.find('Building 3 Entrance 2 501', ('label',))


def record_visit(window, community):
    """Three clicks: visit, how it ended, save."""
    visits = community.stats()['visits']
    window.press('Visit')
    window.press('Phoned')
    window.press('Save')
    community.wait_for('visits', visits + 1)


def report_and_undo(window, community):
    issues = community.stats()['issues']
    window.press('Issue')
    window.type_into('What is wrong, in a few words', '楼道灯不亮')
    window.press('Report')
    community.wait_for('issues', issues + 1)
    window.wait_until_left('What is wrong, in a few words')  # it would undo its own typing
    window.key('ctrl+z')
    community.wait_for('issues', issues)


def print_sheet(window, folder):
    """The file dialog offers a name; a path typed over it goes anywhere."""
    path = os.path.join(folder, 'sheet.pdf')
    window.key('ctrl+p')
    window.press(('Save as PDF', 'PDF'))
    window.type_into('Name:', path)
    window.key('Return')
    wait_for('the PDF', lambda: os.path.exists(path))
    text = subprocess.run(['pdftotext', path, '-'], check=True, stdout=subprocess.PIPE, text=True).stdout
    assert '第1网格' in text or 'Grid 1' in text, text[:400]


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'))
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = File(bjt, os.path.join(folder, 'sample.bjt'))
        window = Window(program, community.path)
        try:
            find_door(window)
            record_visit(window, community)
            report_and_undo(window, community)
            print_sheet(window, folder)
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
