#!/usr/bin/env python3
"""bjt fill: forms from above, filled in place; hostile forms are refused."""

import os
import re
import shutil
import subprocess
import unittest
import zipfile

import cli
import forms

DOOR = '山水宜家 3-2-501'
LAST = 4 + forms.N_READY  # of the rows that stand ready


def cell(sheet, place):
    found = re.search(rf'<c r="{place}"[^>]*?(?:/>|>.*?</c>)', sheet)
    return found.group(0) if found else ''


def text(sheet, place):
    return ''.join(re.findall(r'<t[^>]*>([^<]*)</t>', cell(sheet, place)))


class Forms(cli.Case):
    def setUp(self):
        super().setUp()
        self.db = self.copy()
        self.roster = forms.write(self.path('roster.xlsx'), forms.roster_parts())
        self.family = forms.write(self.path('family.docx'), forms.family_parts())
        self.out = self.path('out.xlsx')

    def fill(self, form, *words, purpose='高龄津贴', out=None):
        return cli.run('fill', form, *words, *(['--purpose', purpose] if purpose else []), '-o', out or self.out, db=self.db)

    def fields(self, form, *words):
        rows = self.good(cli.run('fill', form, '--fields', *words, '--format', 'json')).json()
        return {row['field']: row for row in rows}

    def refuse(self, done, words):
        self.assertEqual(done.code, 1, done)
        self.assertIn(words, done.err)
        self.assertEqual(done.err.count('\n'), 1, done)
        self.assertFalse(os.path.exists(self.out))

    def people(self, words):
        """How many rows a list of them has."""
        return int(self.good(self.fill(self.roster, '--filter', words)).out.split()[0])

    # Fields

    def test_fields_are_found_and_guessed(self):
        fields = self.fields(self.roster)
        self.assertEqual([(name, fields[name]['item']) for name in ('序号', '姓名', '身份证号', '楼栋', '房号', '填报单位', '填报日期')],
                         [('序号', 'row_number'), ('姓名', 'name'), ('身份证号', 'id_number'), ('楼栋', 'building'), ('房号', 'door'),
                          ('填报单位', 'community'), ('填报日期', 'today')])
        self.assertEqual(fields['姓名']['ready_rows'], forms.N_READY)
        self.assertIsNone(fields['备注']['item'])
        family = self.fields(self.family)
        self.assertEqual(family['姓名#2']['kind'], 'cell')
        self.assertEqual(family['户主']['item'], 'head_name')
        self.assertEqual(family['与户主关系']['ready_rows'], 1)
        self.assertNotIn('2026', family)

    # Growing

    def test_rows_grow_and_all_follows(self):
        before = forms.read(self.roster)
        n = self.people('aged_80')
        self.assertGreater(n, 20)
        parts = forms.read(self.out)
        sheet = parts['xl/worksheets/sheet1.xml'].decode()
        last, grown = 4 + n, n - forms.N_READY
        self.assertIn(f'SUM(K5:K{last})', sheet)
        self.assertEqual(cell(sheet, f'K{last}').count('<v>'), 0)
        self.assertIn(f'<f>J{last}*2</f>', cell(sheet, f'K{last}'))
        self.assertIn(f'ref="A{last + 1}:J{last + 1}"', sheet)
        self.assertIn('ref="A3:A4"', sheet)
        self.assertIn(f'sqref="J5:J{last}"', sheet)
        self.assertIn(f'sqref="C5:C{last}"', sheet)
        self.assertIn(f'<dimension ref="A1:L{last + 2}"/>', sheet)
        self.assertEqual(sheet.count('ht="24"'), forms.N_READY + grown)
        self.assertEqual(re.findall(r'<row r="(\d+)"', sheet), [str(i) for i in range(1, last + 3)])
        book = parts['xl/workbook.xml'].decode()
        self.assertIn(f'$A$1:$L${last + 2}', book)
        self.assertIn('$3:$4', book)
        self.assertIn('fullCalcOnLoad="1"', book)
        second = parts['xl/worksheets/sheet2.xml'].decode()
        self.assertIn(f"'登记 表'!K{last + 1}", second)
        self.assertIn(f"SUM('登记 表'!J5:J{last})", second)
        for name in ('customXml/item1.xml', 'docProps/odd.bin', 'xl/sharedStrings.xml', '_rels/.rels'):
            self.assertEqual(parts[name], before[name], name)
        self.assertNotIn('xl/calcChain.xml', parts)
        self.assertNotIn(b'calcChain', parts['[Content_Types].xml'] + parts['xl/_rels/workbook.xml.rels'])

    def test_kinds_of_values(self):
        self.people('aged_80')
        parts = forms.read(self.out)
        sheet, styles = parts['xl/worksheets/sheet1.xml'].decode(), parts['xl/styles.xml'].decode()
        self.assertRegex(text(sheet, 'D5'), r'^\d{17}[\dX]$')
        self.assertRegex(text(sheet, 'I5'), r'^\d{11}$')
        self.assertRegex(cell(sheet, 'E5'), r'^<c r="E5" s="\d+"><v>\d{5}</v></c>$')
        self.assertRegex(cell(sheet, 'J5'), r'<v>\d+</v>')
        formats = re.findall(r'<xf numFmtId="(\d+)"', styles[styles.index('<cellXfs'):])
        phone = int(re.search(r' s="(\d+)"', cell(sheet, 'I5')).group(1))
        day = int(re.search(r' s="(\d+)"', cell(sheet, 'E5')).group(1))
        self.assertEqual(formats[phone], '49')
        self.assertGreaterEqual(int(formats[day]), 164)
        self.assertEqual(text(sheet, 'A2'), '填报单位：江北社区')
        self.assertEqual(text(sheet, 'H2'), '填报日期：2026年11月22日')

    def test_fewer_rows_than_ready(self):
        done = self.good(self.fill(self.roster, '--door', DOOR))
        n = int(done.out.split()[0])
        self.assertLess(n, forms.N_READY)
        sheet = forms.read(self.out)['xl/worksheets/sheet1.xml'].decode()
        self.assertIn(f'SUM(K5:K{LAST})', sheet)
        self.assertEqual(text(sheet, f'B{5 + n}'), '')

    def test_household_in_a_document(self):
        out = self.path('out.docx')
        n = int(self.good(self.fill(self.family, '--door', DOOR, out=out)).out.split()[0])
        parts = forms.read(out)
        self.assertEqual(parts['customXml/item1.xml'], forms.UNKNOWN.encode())
        document = parts['word/document.xml'].decode()
        rows = document.split('<w:tr>')
        self.assertEqual(len(rows) - 1, 6 + n - 1)
        plain = re.sub('<[^>]+>', '', document)
        head = re.sub('<[^>]+>', '', re.search(r'姓  名.*?性别', document).group(0))[4:-2]
        self.assertTrue(head)
        self.assertIn(f'经核实，{head}一户共{n}人。民发〔2026〕12号', plain)
        self.assertIn('填报日期：2026年11月22日', plain)
        self.assertIn('山水宜家3号楼2单元501室', plain)

    def test_marks_in_a_row(self):
        strings = forms.Strings()
        row = ''.join(forms.text_cell(strings, 2, c, mark, forms.BOX) for c, mark in enumerate(('{{序号}}', '{{姓名}}', '{{年龄}}', '{{没有}}')))
        head = ''.join(forms.text_cell(strings, 1, c, name, forms.BOX) for c, name in enumerate(('甲', '乙', '丙', '丁')))
        parts = forms.roster_parts()
        parts['xl/worksheets/sheet1.xml'] = (forms.XML + f'<worksheet xmlns="{forms.MAIN}"><sheetData><row r="1">{head}</row><row r="2">{row}</row>'
                                             f'<row r="3">{forms.text_cell(strings, 3, 0, "{{填报单位}}共{{count}}人", 0)}</row></sheetData></worksheet>')
        parts['xl/sharedStrings.xml'] = strings.xml()
        n = int(self.good(self.fill(forms.write(self.path('marks.xlsx'), parts), '--filter', 'aged_80')).out.split()[0])
        sheet = forms.read(self.out)['xl/worksheets/sheet1.xml'].decode()
        self.assertNotIn('{{', sheet)
        self.assertEqual(text(sheet, f'A{n + 2}'), f'江北社区共{n}人')
        self.assertTrue(text(sheet, f'B{n + 1}'))
        self.assertEqual(text(sheet, 'D2'), '')

    def test_visits_and_issues(self):
        for rows, names in (('visits', ('走访日期', '走访结果', '走访人')), ('issues', ('事件编号', '办理状态', '受理日期'))):
            strings = forms.Strings()
            head = ''.join(forms.text_cell(strings, 1, c, name, forms.BOX) for c, name in enumerate(names))
            parts = forms.roster_parts()
            parts['xl/worksheets/sheet1.xml'] = (forms.XML + f'<worksheet xmlns="{forms.MAIN}"><sheetData><row r="1">{head}</row>'
                                                 f'<row r="2">{forms.empty_cells(2, 0, 2, forms.BOX)}</row></sheetData></worksheet>')
            parts['xl/sharedStrings.xml'] = strings.xml()
            done = self.good(self.fill(forms.write(self.path(rows + '.xlsx'), parts), '--filter', 'grid:3', purpose=None))
            self.assertGreater(int(done.out.split()[0]), 1)

    # Mapping

    def test_mapping_is_kept_for_next_month(self):
        self.good(self.fill(self.roster, '--map', '备注=categories;单元=', '--filter', 'aged_80'))
        parts = forms.roster_parts()
        parts['xl/sharedStrings.xml'] = parts['xl/sharedStrings.xml'].replace('高龄独居老人登记表', '高龄独居老人登记表（12月）')
        later = forms.write(self.path('later.xlsx'), parts)
        rows = self.good(cli.run('fill', later, '--fields', '--format', 'json', db=self.db)).json()
        items = {row['field']: row['item'] for row in rows}
        self.assertEqual(items['备注'], 'categories')
        self.assertIsNone(items['单元'])
        self.good(cli.run('undo', db=self.db))
        rows = self.good(cli.run('fill', later, '--fields', '--format', 'json', db=self.db)).json()
        self.assertIsNone({row['field']: row['item'] for row in rows}['备注'])

    def test_wrong_mappings(self):
        self.refuse(self.fill(self.roster, '--map', '籍贯=name'), 'no field “籍贯”')
        self.refuse(self.fill(self.roster, '--map', '备注=shoe_size'), 'no item “shoe_size”')
        self.refuse(self.fill(self.roster, '--rows', 'cats'), 'cats')

    # What goes out

    def test_personal_data_on_purpose_and_recorded(self):
        self.refuse(self.fill(self.roster, '--filter', 'aged_80', purpose=None), 'say what for')
        self.people('aged_80')
        journal = self.good(cli.run('journal', '--limit', '3', '--format', 'json', db=self.db)).json()
        self.assertTrue(any(row['kind'] == 'export' and row['subject'] == 'form: 高龄津贴' for row in journal), journal)
        self.assertEqual(os.stat(self.out).st_mode & 0o077, 0)

    def test_restricted_categories_stay(self):
        self.refuse(self.fill(self.roster, '--filter', 'released'), 'restricted')
        self.good(self.fill(self.roster, '--map', '备注=categories', '--rows', 'members'))
        sheet = forms.read(self.out)['xl/worksheets/sheet1.xml'].decode()
        self.assertTrue('80岁以上' in sheet)
        self.assertFalse('刑满释放' in sheet)

    def test_nothing_to_write(self):
        self.refuse(self.fill(self.roster, '--filter', 'aged_80 grid:3 +child_in_need'), 'nothing matches')
        self.refuse(self.fill(self.family, '--filter', 'aged_80'), '“户主” is about one household')
        parts = forms.family_parts()
        parts['word/document.xml'] = forms.XML + f'<w:document xmlns:w="{forms.WORD}"><w:body>{forms.paragraph("通知")}</w:body></w:document>'
        self.refuse(self.fill(forms.write(self.path('bare.docx'), parts)), 'no field')

    # Hostile forms

    def test_macros_are_refused(self):
        parts = forms.roster_parts()
        parts['xl/vbaProject.bin'] = b'\xd0\xcf'
        self.refuse(self.fill(forms.write(self.path('a.xlsx'), parts)), 'macros')
        parts = forms.roster_parts()
        parts['[Content_Types].xml'] = parts['[Content_Types].xml'].replace('spreadsheetml.sheet.main', 'sheet.macroEnabled.main')
        self.refuse(self.fill(forms.write(self.path('b.xlsm'), parts)), 'macros')

    def test_broken_files(self):
        with open(self.roster, 'rb') as file:
            whole = file.read()
        for name, content in (('cut', whole[:len(whole) // 3]), ('empty', b''), ('text', b'name,sex\n'), ('old', b'\xd0\xcf\x11\xe0' + b'\0' * 600)):
            path = self.path(name + '.xlsx')
            with open(path, 'wb') as file:
                file.write(content)
            self.refuse(self.fill(path), name + '.xlsx')
        self.refuse(self.fill(self.path('missing.xlsx')), 'missing.xlsx')

    def test_bombs_and_entities(self):
        parts = forms.roster_parts()
        parts['xl/media/bomb.bin'] = b'\0' * (80 << 20)
        self.refuse(self.fill(forms.write(self.path('bomb.xlsx'), parts)), 'refused')
        parts = forms.roster_parts()
        parts['xl/worksheets/sheet1.xml'] = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + parts['xl/worksheets/sheet1.xml'].split('\n', 1)[1].replace('<sheetData>', '<sheetData>&e;')
        self.refuse(self.fill(forms.write(self.path('entity.xlsx'), parts)), 'entities')
        parts = forms.roster_parts()
        parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml'].replace('ref="A1:L1"', 'ref="A1:XFD1048576"')
        self.refuse(self.fill(forms.write(self.path('wide.xlsx'), parts)), 'merges more cells')

    # Another program opens it

    @unittest.skipUnless(shutil.which('soffice'), 'no LibreOffice here')
    def test_round_trip_through_libreoffice(self):
        n = self.people('aged_80')
        home = 'file://' + self.path('home')
        subprocess.run(['soffice', f'-env:UserInstallation={home}', '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1',
                        '--outdir', self.folder, self.out], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        found = [name for name in os.listdir(self.folder) if name.endswith('.csv')]
        with open(os.path.join(self.folder, found[0]), encoding='utf-8') as file:
            rows = [line.rstrip('\n').split(',') for line in file]
        self.assertEqual(len(rows), n + 6)
        self.assertRegex(rows[4][3], r'^\d{17}[\dX]$')
        self.assertRegex(rows[4][4], r'^19\d\d-\d\d-\d\d$')
        self.assertEqual(int(rows[n + 4][10]), sum(int(row[9]) * 2 for row in rows[4:n + 4] if row[9]))
        subprocess.run(['soffice', f'-env:UserInstallation={home}', '--headless', '--convert-to', 'xlsx', '--outdir', self.path('again'), self.out],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        with zipfile.ZipFile(os.path.join(self.path('again'), 'out.xlsx')) as archive:
            self.assertIn('xl/workbook.xml', archive.namelist())


if __name__ == '__main__':
    unittest.main()
