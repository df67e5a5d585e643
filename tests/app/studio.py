#!/usr/bin/env python3
"""Every sheet from the window: chosen, seen, kept as a preset, printed again by two
clicks, also after the window was closed.
Usage: studio.py PROGRAM BJT BUILD
"""
import os
import subprocess
import sys
import tempfile

from flow import DAY, wait_for
from today import Community, Window


class Studio(Window):
    def choose(self, row, label):
        """One of a row: two clicks."""
        self.press(row)
        self.press(label)


def text_of(path):
    wait_for(path, lambda: os.path.exists(path))
    return subprocess.run(['pdftotext', path, '-'], check=True, stdout=subprocess.PIPE, text=True).stdout


def save(window, path):
    window.press(('Save as PDF', 'PDF'))
    window.type_into('Name:', path)
    window.key('Return')
    return text_of(path)


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'))
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = Community(bjt, os.path.join(folder, 'sample.bjt'))
        subprocess.run([bjt, '--db', community.path, '--as-of', DAY, 'print', 'ledger', '--grid', '2', '--purpose', 'meeting', '--save-preset', 'weekly',
                        '-o', os.path.join(folder, 'first.pdf')], check=True, stdout=subprocess.DEVNULL)
        window = Studio(program, community.path)
        try:
            window.key('ctrl+p')
            window.choose('Preset', 'weekly')
            assert 'Ledger' in save(window, os.path.join(folder, 'again.pdf'))
            jobs = community.rows('prints', 'list')
            assert [(job['sheet'], job['first_copy'], job['purpose']) for job in jobs] == [('ledger', 2, 'meeting'), ('ledger', 1, 'meeting')], jobs
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
