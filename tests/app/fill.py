#!/usr/bin/python3
"""A form that was filled last month is filled again, with the clicks counted
(at most 3).

fill.py BAIJIATU BJT BUILD_FOLDER
"""

import os
import subprocess
import sys
import tempfile
import zipfile

from flow import DAY, File, Window, wait_for

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'cli'))
import forms  # noqa: E402  (the fixtures of the terminal tests)


def fill_last_month(bjt, community, form, folder):
    subprocess.run([bjt, '--db', community.path, '--as-of', DAY, 'fill', form, '--filter', 'aged_80', '--purpose', '高龄津贴',
                    '-o', os.path.join(folder, 'last-month.xlsx')], check=True, stdout=subprocess.DEVNULL)


def read_sheet(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read('xl/worksheets/sheet1.xml').decode()


def fill_again(window, out):
    """Main menu, Fill a Form…, Fill: form, purpose, filter and mapping are those of the last time."""
    clicks = 2  # by its key here
    window.find('Zoom in')
    window.key('ctrl+shift+t')
    window.find('266 rows;', begins=True)
    window.press(('Fill', '_Fill Fill'))
    clicks += 1
    wait_for('the filled form', lambda: os.path.exists(out))
    assert clicks <= 3, f'it took {clicks} clicks'


def main(program, bjt, build):
    os.environ.update(GTK_A11Y='atspi', LANGUAGE='en', BJT_LOCALE_DIR=os.path.join(build, 'po'),
                      BJT_IMPORT_HELPER=os.path.join(build, 'src', 'import-helper', 'bjt-import'))
    with tempfile.TemporaryDirectory() as folder:
        os.environ['XDG_DATA_HOME'] = folder
        community = File(bjt, os.path.join(folder, 'sample.bjt'))
        form = forms.write(os.path.join(folder, 'roster.xlsx'), forms.roster_parts())
        out = os.path.join(folder, f'roster {DAY}.xlsx')
        fill_last_month(bjt, community, form, folder)
        window = Window(program, community.path)
        try:
            fill_again(window, out)
            assert read_sheet(out).count('<row ') == read_sheet(os.path.join(folder, 'last-month.xlsx')).count('<row '), 'the filter is that of the last time'
        finally:
            window.close()


if __name__ == '__main__':
    main(*sys.argv[1:4])
