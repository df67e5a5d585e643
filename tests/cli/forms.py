"""Forms as a department sends them, made part by part, so that tests know every byte."""

import zipfile
from xml.sax.saxutils import escape

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
UNKNOWN = XML + '<odd xmlns="urn:example:odd"  a = "1"><!-- kept --><b></b></odd>\n'

PLAIN, BOX, TITLE, BOX_TEXT = 0, 1, 2, 3
STYLES = XML + f'''<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/></cellXfs>
</styleSheet>'''

HEADER = ('序号', '姓名', '性别', '身份证号', '出生日期', '楼栋', '单元', '房号', '联系电话', '年龄', '年龄翻倍', '备注')
N_READY = 5


def letter(column):
    return chr(ord('A') + column)


def relations(entries):
    return XML + f'<Relationships xmlns="{PACKAGE}/relationships">' + ''.join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(entries, 1)) + '</Relationships>'


def types(overrides):
    return XML + (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                  '<Default Extension="xml" ContentType="application/xml"/>') + ''.join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides) + '</Types>'


class Strings:
    """The table of shared strings."""

    def __init__(self):
        self.items = []

    def add(self, text):
        self.items.append(text)
        return len(self.items) - 1

    def xml(self):
        return XML + f'<sst xmlns="{MAIN}" count="{len(self.items)}" uniqueCount="{len(self.items)}">' + ''.join(
            f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self.items) + '</sst>'


def text_cell(strings, row, column, text, style):
    return f'<c r="{letter(column)}{row}" s="{style}" t="s"><v>{strings.add(text)}</v></c>'


def empty_cells(row, first, last, style):
    return ''.join(f'<c r="{letter(c)}{row}" s="{style}"/>' for c in range(first, last + 1))


def roster_rows(strings):
    """Title, community and day, header of two rows, rows that stand ready, a total, a signature."""
    yield f'<row r="1" ht="30" customHeight="1">{text_cell(strings, 1, 0, "高龄独居老人登记表", TITLE)}</row>'
    yield f'<row r="2">{text_cell(strings, 2, 0, "填报单位：", PLAIN)}{text_cell(strings, 2, 7, "填报日期：    年  月  日", PLAIN)}</row>'
    upper = ''.join(text_cell(strings, 3, c, '住址' if c == 5 else name, BOX) if c not in (6, 7) else empty_cells(3, c, c, BOX)
                    for c, name in enumerate(HEADER))
    yield f'<row r="3">{upper}</row>'
    lower = ''.join(text_cell(strings, 4, c, name, BOX) if 5 <= c <= 7 else empty_cells(4, c, c, BOX) for c, name in enumerate(HEADER))
    yield f'<row r="4" ht="22" customHeight="1">{lower}</row>'
    for i in range(N_READY):
        row = 5 + i
        formula = (f'<f t="shared" ref="K5:K{4 + N_READY}" si="0">J5*2</f>' if i == 0 else '<f t="shared" si="0"/>') + '<v>0</v>'
        yield (f'<row r="{row}" ht="24" customHeight="1"><c r="A{row}" s="{BOX}"><v>{i + 1}</v></c>{empty_cells(row, 1, 2, BOX)}'
               f'<c r="D{row}" s="{BOX_TEXT}"/>{empty_cells(row, 4, 9, BOX)}<c r="K{row}" s="{BOX}">{formula}</c>{empty_cells(row, 11, 11, BOX)}</row>')
    last = 4 + N_READY
    yield (f'<row r="{last + 1}">{text_cell(strings, last + 1, 0, "合计", BOX)}{empty_cells(last + 1, 1, 9, BOX)}'
           f'<c r="K{last + 1}" s="{BOX}"><f>SUM(K5:K{last})</f><v>0</v></c>{empty_cells(last + 1, 11, 11, BOX)}</row>')
    yield f'<row r="{last + 2}">{text_cell(strings, last + 2, 0, "填表人：", PLAIN)}{text_cell(strings, last + 2, 7, "审核人：", PLAIN)}</row>'


def roster_sheet(strings):
    last = 4 + N_READY
    merges = ['A1:L1', 'F3:H3'] + [f'{letter(c)}3:{letter(c)}4' for c in range(12) if c not in (5, 6, 7)] + [f'A{last + 1}:J{last + 1}', f'A{last + 2}:D{last + 2}', f'H{last + 2}:L{last + 2}']
    rows = ''.join(roster_rows(strings))
    return XML + (f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:L{last + 2}"/>'
                  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
                  '<cols><col min="1" max="1" width="6" customWidth="1"/><col min="4" max="4" width="21" customWidth="1"/><col min="5" max="5" width="12" customWidth="1"/><col min="9" max="9" width="14" customWidth="1"/></cols>'
                  f'<sheetData>{rows}</sheetData><mergeCells count="{len(merges)}">' + ''.join(f'<mergeCell ref="{m}"/>' for m in merges) + '</mergeCells>'
                  f'<conditionalFormatting sqref="J5:J{last}"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>90</formula></cfRule></conditionalFormatting>'
                  f'<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="C5:C{last}"><formula1>"男,女"</formula1></dataValidation></dataValidations>'
                  '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>')


def roster_parts():
    strings = Strings()
    sheet = roster_sheet(strings)
    last = 4 + N_READY
    second = XML + f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><f>\'登记 表\'!K{last + 1}</f><v>0</v></c><c r="B1"><f>SUM(\'登记 表\'!J5:J{last})</f><v>0</v></c></row></sheetData></worksheet>'
    book = XML + (f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="登记 表" sheetId="1" r:id="rId1"/><sheet name="汇总" sheetId="2" r:id="rId2"/></sheets>'
                  f'<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">\'登记 表\'!$A$1:$L${last + 2}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">\'登记 表\'!$3:$4</definedName></definedNames></workbook>')
    return {
        '[Content_Types].xml': types([
            ('/xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
            ('/xl/worksheets/sheet1.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'),
            ('/xl/worksheets/sheet2.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'),
            ('/xl/styles.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'),
            ('/xl/sharedStrings.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'),
            ('/xl/calcChain.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml')]),
        '_rels/.rels': relations([('officeDocument', 'xl/workbook.xml')]),
        'xl/workbook.xml': book,
        'xl/_rels/workbook.xml.rels': relations([('worksheet', 'worksheets/sheet1.xml'), ('worksheet', 'worksheets/sheet2.xml'), ('styles', 'styles.xml'),
                                                ('sharedStrings', 'sharedStrings.xml'), ('calcChain', 'calcChain.xml')]),
        'xl/worksheets/sheet1.xml': sheet,
        'xl/worksheets/sheet2.xml': second,
        'xl/styles.xml': STYLES,
        'xl/sharedStrings.xml': strings.xml(),
        'xl/calcChain.xml': XML + f'<calcChain xmlns="{MAIN}"><c r="K5" i="1"/></calcChain>',
        'customXml/item1.xml': UNKNOWN,
        'docProps/odd.bin': b'\x00\x01\xff any bytes',
    }


def paragraph(text, properties=''):
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def word_cell(text='', properties=''):
    return f'<w:tc><w:tcPr><w:tcW w:w="1600" w:type="dxa"/>{properties}</w:tcPr>{paragraph(text) if text else "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>"}</w:tc>'


def word_row(cells):
    return '<w:tr><w:trPr><w:trHeight w:val="500"/></w:trPr>' + ''.join(cells) + '</w:tr>'


def family_body():
    """A form of one household: labels beside cells, a mark over several runs, members below."""
    borders = ''.join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV'))
    table = ('<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>' + borders + '</w:tblBorders></w:tblPr><w:tblGrid>'
             + '<w:gridCol w:w="1600"/>' * 6 + '</w:tblGrid>')
    wide = '<w:gridSpan w:val="3"/>'
    rows = [
        word_row([word_cell('姓  名'), word_cell(), word_cell('性别'), word_cell(), word_cell('民族'), word_cell()]),
        word_row([word_cell('身份证号码'), word_cell('', wide), word_cell('联系电话'), word_cell()]),
        word_row([word_cell('家庭住址'), word_cell('', '<w:gridSpan w:val="5"/>')]),
        word_row([word_cell('家庭成员', '<w:vMerge w:val="restart"/>')] + [word_cell(name) for name in ('姓名', '与户主关系', '年龄', '工作单位', '备注')]),
        word_row([word_cell('', '<w:vMerge/>')] + [word_cell() for _ in range(5)]),
        word_row([word_cell('社区意见'), word_cell('', '<w:gridSpan w:val="5"/>')]),
    ]
    mark = '<w:p><w:r><w:t>经核实，</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{{户</w:t></w:r><w:r><w:t>主}}</w:t></w:r><w:r><w:t>一户共{{household_size}}人。民发〔2026〕12号</w:t></w:r></w:p>'
    return (paragraph('困难家庭情况登记表') + paragraph('填报单位：________  填报日期：    年  月  日') + table + ''.join(rows) + '</w:tbl>' + mark
            + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')


def family_parts():
    return {
        '[Content_Types].xml': types([('/word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')]),
        '_rels/.rels': relations([('officeDocument', 'word/document.xml')]),
        'word/document.xml': XML + f'<w:document xmlns:w="{WORD}"><w:body>{family_body()}</w:body></w:document>',
        'customXml/item1.xml': UNKNOWN,
    }


def write(path, parts):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def read(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}
