#!/usr/bin/python3
"""A sheet that was kept as a preset is chosen in the window and printed; the next time
the window is opened it is there, and prints in two clicks; or a file for each grid.

studio.py BAIJIATU BJT BUILD_FOLDER
"""

import json
import os
import subprocess
import sys
import tempfile

from flow import DAY, File, Window, do, wait_for


class Studio(Window):
    def open_page(self):
        self.find('Zoom in')
        self.press('Print')

    def choose_preset(self, name):
        """The list opens with what is chosen; the next one is the preset."""
        row = self.find('Preset')
        box = row.get_component_iface().get_extents(1)
        subprocess.run(['xdotool', 'mousemove', str(box.x + box.width // 3), str(box.y + box.height // 2), 'click', '1'], check=True)
        self.find(name)
        self.key('Down')
        self.key('Return')

    def save(self, path):
        """A path typed over the name that is offered goes anywhere."""
        self.press(('Save as PDF', 'PDF'))
        self.type_into('Name:', path)
        self.key('Return')
        wait_for(path, lambda: os.path.exists(path))
        return subprocess.run(['pdftotext', path, '-'], check=True, stdout=subprocess.PIPE, text=True).stdout


    def press_long(self, name):
        """A button whose name goes on with its text."""
        node = self.find(name, ('push button', 'button'), begins=True)
        wait_for(f'“{name}” to be pressed', lambda: do(node, 'click'))

    def save_each(self, folder):
        """What there will be is told first."""
        self.press_long('A file for each grid, grid worker or building')
        self.find('9 files, the first is “第1网格 ', begins=True)
        self.press_long('Save the Files')
        return wait_for('a file for each grid', lambda: len(names := [name for name in os.listdir(folder) if name.startswith('第')]) == 9 and names)


def list_prints(bjt, community):
    done = subprocess.run([bjt, '--db', community.path, '--as-of', DAY, '--format', 'json', 'prints', 'list'], check=True, stdout=subprocess.PIPE)
    return [(row['sheet'], row['scope'], row['first_copy'], row['purpose']) for row in json.loads(done.stdout)]


def visit(program, path, name, folder):
    window = Studio(program, path)
    try:
        window.open_page()
        if name == 'each':
            window.save_each(folder)
            return
        if name == 'second':
            window.choose_preset('weekly')
        assert '· Issues' in window.save(os.path.join(folder, name + '.pdf'))
    finally:
        window.close()


def main(program, bjt, build):
    # What is chosen is remembered where settings of people are.
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'), GSETTINGS_BACKEND='keyfile')
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, HOME=folder)
        community = File(bjt, os.path.join(folder, 'sample.bjt'))
        subprocess.run([bjt, '--db', community.path, '--as-of', DAY, 'print', 'ledger', '--grid', '2', '--purpose', 'meeting', '--save-preset', 'weekly',
                        '-o', os.path.join(folder, 'first.pdf')], check=True, stdout=subprocess.DEVNULL)
        for name in ('second', 'third'):  # AT-SPI knows one program in each life of Python
            subprocess.run([sys.executable, '-W', 'ignore', __file__, program, community.path, name, folder], check=True)
        assert list_prints(bjt, community) == [('ledger', '第2网格', copy, 'meeting') for copy in (3, 2, 1)], list_prints(bjt, community)
        subprocess.run([sys.executable, '-W', 'ignore', __file__, program, community.path, 'each', folder], check=True)
        each = [(scope, copy) for _, scope, copy, _ in list_prints(bjt, community)][:9]
        assert each == [(f'第{grid}网格', 4 if grid == 2 else 1) for grid in range(9, 0, -1)], each


if __name__ == '__main__':
    (visit if len(sys.argv) == 5 else main)(*sys.argv[1:])
