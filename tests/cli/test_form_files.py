#!/usr/bin/env python3
"""bjt fill: boxes that are ticked, a file for each household, and all that a filler
does not know, kept; LibreOffice opens what comes out."""

import os
import re
import shutil
import subprocess
import unittest
import zipfile

import cli
import forms
import rich_forms

SHEET, TEXT = 'xl/worksheets/sheet1.xml', 'word/document.xml'
PURPOSE = ('--purpose', '民政核查')
LOCKED = os.geteuid() != 0  # root writes everywhere


def plain(xml):
    """What is read, a line for each paragraph or row."""
    return re.sub('<[^>]+>', '', re.sub('</w:p>|</row>|</c>', '\n', xml.replace('<w:tab/>', '\t')))


def split(parts, name):
    return parts[name].decode()


class FormFiles(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()
        self.book = forms.write(self.path('book.xlsx'), rich_forms.book_parts())
        self.text = forms.write(self.path('text.docx'), rich_forms.text_parts())

    def fill(self, form, *words, out=None):
        return cli.run('fill', form, *words, *PURPOSE, '-o', out or self.path('out' + form[-5:]), db=self.db)

    def each(self, form, each, *words, out='many'):
        self.good(self.fill(form, '--each', each, *words, out=self.path(out)))
        return sorted(os.listdir(self.path(out)))

    def refuse(self, done, words):
        self.assertEqual(done.code, 1, done)
        self.assertIn(words, done.err)
        self.assertEqual(done.err.count('\n'), 1, done)

    def households(self, filter_words):
        """Parts of the copy of each household, with its name."""
        return [(name, forms.read(os.path.join(self.path('many'), name))) for name in self.each(self.text, 'household', '--filter', filter_words)]

    # Boxes

    def test_boxes_in_the_rows_of_a_workbook(self):
        n = int(self.good(self.fill(self.book, '--filter', 'aged_80 grid:3')).out.split()[0])
        rows = forms.read(self.path('out.xlsx'))[SHEET].decode().split('<row ')[4:]
        self.assertGreater(n, 5)
        for row in rows[:n]:
            number = re.search(r'>(\d{17}[\dX])<', row).group(1)
            self.assertIn('√男 □女' if int(number[16]) % 2 else '□男 √女', row)
            self.assertRegex(row, '是√ 否□|是□ 否√')
        self.assertNotIn('√', rows[n + 1].replace('在□内打√', ''))
        self.assertIn('□同意 □不同意', forms.read(self.path('out.xlsx'))['xl/sharedStrings.xml'].decode())

    def test_boxes_of_a_text(self):
        for name, parts in self.households('disability grid:3'):
            text = split(parts, TEXT)
            controls = re.findall(r'<w14:checked w14:val="(\d)"/>.*?<w:sdtContent>.*?(?:<w:t>(.)</w:t>|w:char="(\w+)")', text)
            for state, glyph, letter in controls:
                self.assertIn((state, glyph or letter), (('1', '☒'), ('0', '☐'), ('1', 'F0FE')), name)
            self.assertEqual([state for state, _, _ in controls[1:2]], ['1'], name)
            self.assertIn('w:char="F052"/></w:r><w:r><w:t xml:space="preserve">有', text)
            self.assertIn('w:char="F0A3"/></w:r><w:r><w:t xml:space="preserve">无', text)
            self.assertEqual(len(re.findall(r'<w:default w:val="0"/><w:checked w:val="1"/>', text)), 1)
            self.assertIn('□同意 □不同意', plain(text))
            self.assertRegex(plain(text), '☑男 □女|□男 ☑女')

    def test_low_income_in_a_control(self):
        for name, parts in self.households('low_income !disability grid:3'):
            text = split(parts, TEXT)
            states = re.findall(r'<w14:checked w14:val="(\d)"/>', text)
            self.assertEqual(states[:2], ['1', '0'], name)
            self.assertIn('w:char="F0A3"/></w:r><w:r><w:t xml:space="preserve">有', text)

    def test_yes_and_no_as_a_text(self):
        self.good(self.fill(forms.write(self.path('roster.xlsx'), forms.roster_parts()), '--filter', 'aged_80 grid:3', '--map', '备注=category:low_income', out=self.path('r.xlsx')))
        marks = re.findall(r'<c r="L\d+"[^>]*><is><t[^>]*>([^<]*)<', forms.read(self.path('r.xlsx'))[SHEET].decode())
        self.assertTrue(set(marks) <= {'是', '否'} and len(marks) > 5, marks)

    def test_categories_that_are_none(self):
        self.refuse(self.fill(self.book, '--map', '审核=category:released'), 'restricted')
        self.refuse(self.fill(self.book, '--map', '审核=category:tall'), 'no category “tall”')
        self.refuse(self.fill(self.book, '--map', '审核=category:'), 'no item “category:”')

    def test_restricted_categories_tick_nothing(self):
        parts = forms.family_parts()
        parts[TEXT] = parts[TEXT].replace('</w:tbl>', '</w:tbl>' + forms.paragraph('是否刑满释放：□是 □否 人员类别：□刑满释放 □低保'))
        self.good(self.fill(forms.write(self.path('x.docx'), parts), '--door', '山水宜家 3-2-501'))
        self.assertIn('是否刑满释放：□是 □否 人员类别：□刑满释放', plain(split(forms.read(self.path('out.docx')), TEXT)))

    # One file each

    def test_a_file_for_each_household(self):
        names = self.each(self.text, 'household', '--filter', 'low_income grid:3')
        self.assertGreater(len(names), 2)
        heads = set()
        for number, name in enumerate(names, 1):
            self.assertRegex(name, r'^%02d \S+号楼\S*室\.docx$' % number)
            text = plain(split(forms.read(os.path.join(self.path('many'), name)), TEXT))
            address = name[3:-5]
            self.assertIn(address, text)
            heads.add(re.search(r'户主\n(\S+)', text).group(1))
            self.assertGreater(text.count('户主'), 1)
        self.assertGreater(len(heads), 1)
        self.assertEqual(os.stat(self.path('many')).st_mode & 0o077, 0)
        self.assertEqual([name for name in names if not name.endswith('.docx')], [])

    def test_a_file_for_each_person(self):
        count = int(self.good(self.fill(self.book, '--filter', 'aged_80 grid:3')).out.split()[0])
        names = self.each(self.text, 'person', '--filter', 'aged_80 grid:3', '--names', '{grid}-{number}')
        self.assertEqual(len(names), count)
        self.assertEqual(names[0], '第3网格-01.docx')

    def test_a_file_for_each_grid(self):
        names = self.each(self.book, 'grid', '--filter', 'aged_80')
        self.assertIn('第3网格.xlsx', names)
        for name in names:
            parts = forms.read(os.path.join(self.path('many'), name))
            self.assertIn(name[:-5], split(parts, SHEET))

    def test_names_with_persons_only_when_asked(self):
        plain_names = ''.join(self.each(self.text, 'household', '--filter', 'low_income grid:3'))
        named = self.each(self.text, 'household', '--filter', 'low_income grid:3', '--names', '{name}', out='named')
        self.assertFalse(any(name[:-5].split(' (')[0] in plain_names for name in named))
        self.refuse(self.fill(self.text, '--each', 'household', '--names', '{nobody}', out=self.path('x')), '“{nobody}” is no word of a name')
        done = cli.run('fill', self.text, '--each', 'household', '--names', '{name}', '--map', '户主=;住址=;姓名=;与户主关系=;性别=;性别#2=;年龄=;是否党员=;家庭类别=;有无残疾家庭成员=;是否低保家庭=',
                       '-o', self.path('x'), db=self.db)
        self.refuse(done, 'say what for')
        self.assertFalse(os.path.exists(self.path('x')))

    def test_each_is_recorded_once_and_kept(self):
        self.each(self.text, 'household', '--filter', 'low_income grid:3')
        journal = self.good(cli.run('journal', '--limit', '10', '--format', 'json', db=self.db)).json()
        self.assertEqual(len([row for row in journal if row['kind'] == 'export']), 1)

    def test_what_cannot_be(self):
        out = self.path('x')
        self.assertEqual(self.fill(self.text, '--each', 'cat', out=out).code, 2)
        self.refuse(self.fill(self.text, '--each', 'grid', out=out), 'is about one household')
        self.refuse(self.fill(self.text, '--each', 'person', '--rows', 'households', out=out), 'people or members')
        self.refuse(self.fill(self.text, '--each', 'household', '--filter', 'aged_80 grid:3 +child_in_need', out=out), 'nothing matches')
        self.assertFalse(os.path.exists(out))
        with open(out, 'w', encoding='utf-8') as file:
            file.write('in the way')
        self.refuse(self.fill(self.text, '--each', 'household', '--filter', 'low_income grid:3', out=out), out)

    @unittest.skipUnless(LOCKED, 'a folder is closed to nobody')
    def test_a_closed_folder_stops_at_once(self):
        os.mkdir(self.path('closed'), 0o500)
        self.refuse(self.fill(self.text, '--each', 'household', '--filter', 'low_income', out=self.path('closed')), 'closed')
        self.assertEqual(os.listdir(self.path('closed')), [])

    # What is not known is kept

    def assert_kept(self, before, after, changed):
        self.assertEqual(list(before), list(after))
        for name, content in before.items():
            if name not in changed:
                self.assertEqual(after[name], content, name)

    def fill_one_row(self):
        """The workbook with no more rows than stand ready."""
        return forms.read(os.path.join(self.path('ones'), self.each(self.book, 'person', '--filter', 'aged_80 grid:3', out='ones')[0]))

    def test_parts_are_kept_byte_for_byte(self):
        changed = {SHEET, 'xl/workbook.xml', 'xl/styles.xml'}
        self.assert_kept(forms.read(self.book), self.fill_one_row(), changed)
        self.good(self.fill(self.text, '--door', '山水宜家 3-2-501'))
        self.assert_kept(forms.read(self.text), forms.read(self.path('out.docx')), {TEXT, 'word/header1.xml'})

    def test_growing_moves_only_what_points_at_rows(self):
        n = int(self.good(self.fill(self.book, '--filter', 'aged_80')).out.split()[0])
        after = forms.read(self.path('out.xlsx'))
        self.assert_kept(forms.read(self.book), after, {SHEET, 'xl/workbook.xml', 'xl/styles.xml', 'xl/charts/chart1.xml', 'xl/drawings/drawing1.xml'})
        self.assertIn(f'$D$4:$D${3 + n}', split(after, 'xl/charts/chart1.xml'))
        self.assertIn(f'<definedName name="年龄">登记!$D$4:$D${3 + n}<', split(after, 'xl/workbook.xml'))
        self.assertIn('comment="kept">100<', split(after, 'xl/workbook.xml'))
        sheet = split(after, SHEET)
        for kept in ('<odd xmlns="urn:example:odd"/>', '民政办', 'x14ac:dyDescent="0.15"', f'sqref="D4:D{3 + n}"', f'ref="A{5 + n}:F{5 + n}"', 'showGridLines="0"'):
            self.assertTrue(kept in sheet, kept)
        self.assertEqual(len(re.findall(r'ht="24" customHeight="1"', sheet)), n)

    def test_styles_are_kept(self):
        before = dict(re.findall(r'<c r="([A-F][1-7])" s="(\d+)"', rich_forms.book_parts()[SHEET]))
        after = dict(re.findall(r'<c r="([A-F][1-7])" s="(\d+)"', split(self.fill_one_row(), SHEET)))
        self.assertEqual({place: after[place] for place in before}, before)

    # Bad forms

    def test_bad_forms_leave_nothing(self):
        parts = rich_forms.text_parts()
        parts['word/vbaProject.bin'] = b'\xd0\xcf'
        macros = forms.write(self.path('m.docm'), parts)
        with open(self.text, 'rb') as file:
            whole = file.read()
        cut = self.path('cut.docx')
        with open(cut, 'wb') as file:
            file.write(whole[:len(whole) // 2])
        locked = self.path('locked.docx')  # an encrypted file is an old container
        with open(locked, 'wb') as file:
            file.write(b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + b'\0' * 1024)
        for form, words in ((macros, 'macros'), (cut, 'cut.docx'), (locked, 'password')):
            self.refuse(self.fill(form, '--each', 'household', out=self.path('x')), words)
            self.assertFalse(os.path.exists(self.path('x')))
        parts = rich_forms.text_parts()
        parts['word/media/image1.png'] = b'\0' * (200 << 20)
        self.refuse(self.fill(forms.write(self.path('bomb.docx'), parts)), 'refused')

    def test_entries_of_a_zip_with_a_password(self):
        with open(self.text, 'rb') as file:
            data = bytearray(file.read())
        for signature, offset in ((b'PK\x03\x04', 6), (b'PK\x01\x02', 8)):
            at = data.find(signature)
            while at >= 0:
                data[at + offset] |= 1
                at = data.find(signature, at + 4)
        with open(self.path('zip.docx'), 'wb') as file:
            file.write(data)
        self.refuse(self.fill(self.path('zip.docx')), 'zip.docx')

    # LibreOffice

    def convert(self, kind, *files):
        home = 'file://' + self.path('home')
        subprocess.run(['soffice', f'-env:UserInstallation={home}', '--headless', '--convert-to', kind, '--outdir', self.path(kind), *files],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
        return self.path(kind)

    def fill_both(self):
        self.good(self.fill(self.book, '--filter', 'aged_80 grid:3', '--map', '审核='))
        self.good(self.fill(self.text, '--door', '山水宜家 3-2-501'))
        return self.path('out.xlsx'), self.path('out.docx')

    @unittest.skipUnless(shutil.which('soffice') and shutil.which('pdftotext'), 'no LibreOffice here')
    def test_values_are_seen_on_paper(self):
        book, text = self.fill_both()
        os.rename(text, self.path('family.docx'))
        folder = self.convert('pdf', book, self.path('family.docx'))
        for name, seen in (('out.pdf', ('填报单位：江北社区', '第3网格', '√', '民政办')), ('family.pdf', ('江北社区', '家庭情况登记表', '☒', '民政办制'))):
            paper = subprocess.run(['pdftotext', '-layout', os.path.join(folder, name), '-'], check=True, capture_output=True, text=True, timeout=60).stdout
            for words in seen:
                self.assertTrue(words in paper, (name, words))

    @unittest.skipUnless(shutil.which('soffice') and shutil.which('pdftotext'), 'no LibreOffice here')
    def test_saved_again_by_libreoffice(self):
        book, text = self.fill_both()
        with zipfile.ZipFile(os.path.join(self.convert('xlsx', book), 'out.xlsx')) as archive:
            names = archive.namelist()
            strings = plain(archive.read('xl/sharedStrings.xml').decode())
            sheet = archive.read(SHEET).decode()
            self.assertTrue(any('chart' in name for name in names) and any('media' in name for name in names), names)
        for seen in ('江北社区', '第3网格', '√男 □女'):
            self.assertTrue(seen in strings, seen)
        for kept in ('<mergeCell ref="A1:F1"/>', 'conditionalFormatting', 'dataValidation', '<drawing'):
            self.assertTrue(kept in sheet, kept)
        with zipfile.ZipFile(os.path.join(self.convert('docx', text), 'out.docx')) as archive:
            document = archive.read(TEXT).decode()
            self.assertTrue(any('media' in name for name in archive.namelist()))
        self.assertIn('山水宜家', plain(document))
        self.assertTrue('checkbox' in document and '☒' in document)


if __name__ == '__main__':
    unittest.main()
