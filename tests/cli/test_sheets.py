#!/usr/bin/env python3
"""bjt print: every sheet there is, against what it looked like when it was last looked
at: its words, and where on the page there is ink. Set BJT_UPDATE_GOLDENS=1 to keep what
is printed now, and look at the pictures before that.
"""

import json
import os
import re
import shutil
import subprocess
import unittest
from collections import Counter

import cli

GOLDENS = os.path.join(os.environ.get('BJT_SOURCE_ROOT', '.'), 'tests', 'data', 'sheets')
TOOLS = all(map(shutil.which, ('pdftotext', 'pdffonts', 'pdfinfo', 'pdftoppm')))
CELLS = 12     # a side: the page in squares
DPI = 300
TOLERANCE = 14  # of 255, in one square: fonts differ by version

# The words after bjt print, by the name of the golden
SHEETS = {
    'grid-map': ('grid-map', '--grid', '3'),
    'grid-map-a5': ('grid-map', '--grid', '9', '--paper', 'A5'),
    'building': ('building', '嘉和园', '1'),
    'entrance': ('building', '嘉和园', '1', '--entrance', '2', '--mono'),
    'atlas': ('atlas', '--of', 'buildings', '--grid', '3'),
    'walk': ('walk', '--grid', '3'),
    'person': ('person', '山水宜家 2-1-402', '--person', '金道贤'),
    'log': ('log', '--grid', '3'),
    'report': ('report', '--grid', '3'),
    'ledger': ('ledger', '--grid', '3'),
    'booklet': ('booklet', '--grid', '9', '--paper', 'A3'),
    'cards': ('cards', '--grid', '9'),
    'poster': ('poster',),
    'public-poster': ('poster', '--public'),
    'public-map': ('grid-map', '--grid', '3', '--public'),
}


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def read_words(path):
    """Of the first page. Numbers of sheets are drawn anew each time."""
    return Counter(run('pdftotext', '-f', '1', '-l', '1', path, '-').decode().split())


def read_ink(path):
    """How dark each square of the first page is, 0 to 255."""
    data = run('pdftoppm', '-r', '20', '-gray', '-f', '1', '-l', '1', path)
    width, height, start = parse_pgm(data)
    pixels = data[start:]
    ink = []
    for row in range(CELLS):
        top, bottom = row * height // CELLS, (row + 1) * height // CELLS
        for column in range(CELLS):
            left, right = column * width // CELLS, (column + 1) * width // CELLS
            total = sum(sum(pixels[y * width + left:y * width + right]) for y in range(top, bottom))
            ink.append(255 - total // max((bottom - top) * (right - left), 1))
    return ink


def find_bar(words, scale):
    """Where its numbers stand, in points of the page: left, right, their line; and how many metres it says it is."""
    found = [(*map(float, box), word) for *box, word in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', words)]
    ratio = next(box for box in found if box[4] == f'1:{scale}')
    near = [box for box in found if 0 < box[1] - ratio[1] < 60 and abs(box[0] - ratio[0]) < 200 and re.fullmatch(r'\d+', box[4])]
    zero = next(box for box in near if box[4] == '0')
    full = max((box for box in near if abs(box[1] - zero[1]) < 1), key=lambda box: box[0])
    return (zero[0] + zero[2]) / 2, full[2], (zero[1] + zero[3]) / 2, int(full[4])


def measure_bar(path, left, right, top, bottom):
    """From the middle of its left edge to that of the right, in millimetres: a black field, a white one, a black edge."""
    x, y, width, height = (int(value * DPI / 72) for value in (left, top, right - left, bottom - top))
    data = run('pdftoppm', '-r', str(DPI), '-gray', '-f', '1', '-l', '1', '-x', str(x), '-y', str(y), '-W', str(width), '-H', str(height), path)
    width, height, start = parse_pgm(data)
    lengths = []
    for row in range(height):
        runs = [dark.span() for dark in re.finditer(rb'[\x00-\x80]+', data[start + row * width:start + (row + 1) * width])]
        if len(runs) == 2 and runs[0][1] - runs[0][0] > width / 3:
            edge = runs[1][1] - runs[1][0]
            lengths.append(runs[1][1] - runs[0][0] - edge)
    return sorted(lengths)[len(lengths) // 2] * 25.4 / DPI


def parse_pgm(data):
    head = re.match(rb'P5\s+(\d+)\s+(\d+)\s+255\s', data)
    return int(head[1]), int(head[2]), head.end()


@unittest.skipUnless(TOOLS, 'poppler-utils is not there')
class Sheets(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()

    def print(self, *words, name='sheet.pdf', purpose='检验'):
        path = self.path(name)
        public = '--public' in words
        done = cli.run('print', *words, *(() if public else ('--purpose', purpose)), '-o', path, db=self.db, timeout=120)
        self.assertEqual(done.code, 0, str(done))
        return path

    def check_fonts(self, path, name):
        lines = run('pdffonts', path).decode().splitlines()[2:]
        self.assertTrue(lines, name)
        for line in lines:
            self.assertRegex(line, r' yes yes yes ', f'{name}: a font is not embedded as a subset with its letters: {line}')

    def compare(self, name, path):
        golden = os.path.join(GOLDENS, name + '.json')
        now = {'words': dict(sorted(read_words(path).items())), 'ink': read_ink(path)}
        if os.environ.get('BJT_UPDATE_GOLDENS'):
            os.makedirs(GOLDENS, exist_ok=True)
            with open(golden, 'w', encoding='utf-8') as file:
                json.dump(now, file, ensure_ascii=False, separators=(',', ':'))
                file.write('\n')
            return
        with open(golden, encoding='utf-8') as file:
            kept = json.load(file)
        gone, come = Counter(kept['words']) - Counter(now['words']), Counter(now['words']) - Counter(kept['words'])
        self.assertFalse(gone or come, f'{name}: no longer {dict(gone)}, but {dict(come)}')
        far = [(i // CELLS, i % CELLS, a, b) for i, (a, b) in enumerate(zip(kept['ink'], now['ink'])) if abs(a - b) > TOLERANCE]
        self.assertFalse(far, f'{name}: squares (row, column, ink before, now) {far}')

    def test_every_sheet_is_as_it_was(self):
        for name, words in SHEETS.items():
            with self.subTest(sheet=name):
                path = self.print(*words)
                self.check_fonts(path, name)
                self.compare(name, path)

    def test_a_pdf_tells_its_parts(self):
        """For who hears it: a document of pages, each with its title first; tables of rows of cells."""
        for name, more in {'ledger': {'Table', 'TR', 'TH', 'TD'}, 'log': {'H2', 'P'}, 'walk': {'Table', 'TR', 'TD'}, 'atlas': {'P'}}.items():
            with self.subTest(sheet=name):
                path = self.print(*SHEETS[name])
                done = subprocess.run(['pdfinfo', '-struct', path], check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                parts = [line.split()[0] for line in done.stdout.decode().splitlines()]
                self.assertEqual(done.stderr, b'')
                self.assertEqual(parts[:3], ['Document', 'Sect', 'H1'])
                self.assertEqual(parts.count('Sect'), int(re.search(rb'Pages:\s+(\d+)', run('pdfinfo', path))[1]))
                self.assertLessEqual(more, set(parts))

    def test_paper_is_what_was_asked_for(self):
        for paper, size in {'A5': (148, 210), 'A2': (420, 594), '300x500': (300, 500)}.items():
            info = run('pdfinfo', self.print('ledger', '--grid', '9', '--paper', paper)).decode()
            width, height = (float(number) * 25.4 / 72 for number in re.search(r'Page size:\s+([\d.]+) x ([\d.]+)', info).groups())
            self.assertAlmostEqual(min(width, height), size[0], delta=0.2)
            self.assertAlmostEqual(max(width, height), size[1], delta=0.2)

    def test_rare_names_are_whole(self):
        names = {'501': '王䶮', '502': '李㛃', '401': '张𬭎', '402': '阿卜杜热合曼·麦麦提吐尔逊·艾尼瓦尔', '301': '김영수'}
        db = self.new()
        register = self.path('names.csv', '小区,楼栋,单元,房号,姓名\n' + ''.join(f'山水宜家,1,1,{door},{name}\n' for door, name in names.items()))
        self.assertEqual(cli.run('import', register, db=db).code, 0)
        path = self.path('names.pdf')
        for door, name in names.items():
            self.good(cli.run('print', 'person', f'山水宜家 1-1-{door}', '--names', '--purpose', '检验', '-o', path, db=db))
            self.assertIn(name, run('pdftotext', path, '-').decode())
            self.check_fonts(path, name)
        self.good(cli.run('print', 'building', '山水宜家 1', '--names', '--purpose', '检验', '-o', path, db=db))
        text = run('pdftotext', path, '-').decode()
        for name in ('王䶮', '李㛃', '张𬭎', '阿卜杜热合曼', '김영수'):
            self.assertIn(name, text)

    def test_the_bar_is_as_long_as_it_says(self):
        """On the rendered page, to two in a thousand and a dot."""
        for words, scale in ((('grid-map', '--grid', '9', '--public', '--paper', 'A1', '--scale', '1000'), 1000), (('poster', '--scale', '3000'), 3000)):
            with self.subTest(sheet=words[0]):
                path = self.print(*words)
                left, right, line, metres = find_bar(run('pdftotext', '-bbox', path, '-').decode(), scale)
                length = measure_bar(path, left - 4, right + 4, line, line + 28)
                self.assertAlmostEqual(length, metres * 1000 / scale, delta=0.002 * length + 25.4 / DPI)

    def test_names_stay_upright_on_turned_ground(self):
        path = self.print('grid-map', '--grid', '3', '--turn', '30')
        words = run('pdftotext', '-bbox', path, '-').decode()
        boxes = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">山水宜家<', words)
        self.assertTrue(boxes, 'the compound is named')
        for x1, y1, x2, y2 in (map(float, box) for box in boxes):
            self.assertGreater(x2 - x1, 2.2 * (y2 - y1), 'a name stands aslant')

    def test_titles_and_bookmarks(self):
        info = run('pdfinfo', self.print('atlas', '--of', 'grids')).decode()
        self.assertRegex(info, r'Title:\s+江北社区')
        self.assertNotRegex(info, r'Author:\s+\S*(?:[李王金]某)')

    def test_pictures_of_all_kinds(self):
        for ending, start in {'png': b'\x89PNG', 'svg': b'<?xml'}.items():
            for words in (SHEETS['building'], SHEETS['ledger'], SHEETS['public-map']):
                path = self.print(*words, '--dpi', '40', name='sheet.' + ending)
                with open(path, 'rb') as file:
                    self.assertTrue(file.read().startswith(start))

    def test_empty_scopes_say_so(self):
        empty = self.new()
        for words in (('grid-map', '--grid', '1'), ('poster',), ('atlas', '--of', 'buildings'), ('walk',), ('cards',), ('building', '1')):
            with self.subTest(sheet=words[0]):
                path = self.path('none.pdf')
                self.refused(cli.run('print', *words, '-o', path, db=empty))
                self.assertFalse(os.path.exists(path))

    def test_a_broken_disk_leaves_nothing(self):
        path = os.path.join(self.folder, 'nowhere', 'sheet.pdf')
        self.refused(cli.run('print', 'ledger', '-o', path, db=self.db))
        self.assertEqual(self.rows_of_register(), [])

    def rows_of_register(self):
        return self.good(cli.run('--format', 'json', 'prints', 'list', db=self.db)).json()


if __name__ == '__main__':
    unittest.main()
