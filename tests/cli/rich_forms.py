"""Forms with all that a filler does not know: pictures, charts, headers, form fields,
custom parts; and with boxes to tick of every kind."""

import struct
import zlib

from forms import BOX, MAIN, OFFICE, STYLES, UNKNOWN, WORD, XML, Strings, empty_cells, paragraph, relations, text_cell, types, word_cell, word_row

DRAW = 'http://schemas.openxmlformats.org/drawingml/2006'
W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
TEXT = 'application/vnd.openxmlformats-officedocument.wordprocessingml'


def picture():
    """A red square of 8 × 8."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = b''.join(b'\0' + b'\xc0\x20\x20' * 8 for _ in range(8))
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 8, 8, 8, 2, 0, 0, 0)) + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')


# A workbook

def anchor(first, last, inner):
    return (f'<xdr:twoCellAnchor><xdr:from><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{first}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>'
            f'<xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{last}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>{inner}<xdr:clientData/></xdr:twoCellAnchor>')


def drawing():
    image = ('<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="seal"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
             '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="600000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>')
    chart = ('<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
             f'<a:graphic><a:graphicData uri="{DRAW}/chart"><c:chart xmlns:c="{DRAW}/chart" r:id="rId2"/></a:graphicData></a:graphic></xdr:graphicFrame>')
    return XML + (f'<xdr:wsDr xmlns:xdr="{DRAW}/spreadsheetDrawing" xmlns:a="{DRAW}/main" xmlns:r="{OFFICE}">{anchor(0, 3, image)}{anchor(9, 20, chart)}</xdr:wsDr>')


def chart():
    return XML + (f'<c:chartSpace xmlns:c="{DRAW}/chart" xmlns:a="{DRAW}/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>'
                  '<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>登记!$D$4:$D$5</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>'
                  '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>'
                  '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>')


def book_sheet(strings):
    """Title, a line with boxes, a header, two rows that stand ready, a total, boxes below."""
    boxes = ('□男 □女', '是□ 否□')
    rows = [f'<row r="1" ht="30" customHeight="1">{text_cell(strings, 1, 0, "老年人补贴申报表（请在□内打√）", 2)}</row>',
            f'<row r="2">{text_cell(strings, 2, 0, "填报单位：", 0)}{text_cell(strings, 2, 3, "网格：", 0)}</row>',
            '<row r="3">' + ''.join(text_cell(strings, 3, c, name, BOX) for c, name in enumerate(('姓名', '性别', '是否低保', '年龄', '身份证号', '住址'))) + '</row>']
    for row in (4, 5):
        rows.append(f'<row r="{row}" ht="24" customHeight="1">{empty_cells(row, 0, 0, BOX)}{text_cell(strings, row, 1, boxes[0], BOX)}{text_cell(strings, row, 2, boxes[1], BOX)}'
                    f'{empty_cells(row, 3, 3, BOX)}<c r="E{row}" s="3"/>{empty_cells(row, 5, 5, BOX)}</row>')
    rows.append(f'<row r="6">{text_cell(strings, 6, 0, "合计年龄", BOX)}{empty_cells(6, 1, 2, BOX)}<c r="D6" s="{BOX}"><f>SUM(D4:D5)</f><v>0</v></c></row>')
    rows.append(f'<row r="7">{text_cell(strings, 7, 0, "审核：□同意 □不同意", 0)}</row>')
    return XML + (f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:F7"/>'
                  '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.15"/>'
                  f'<cols><col min="5" max="5" width="22" customWidth="1"/><col min="6" max="6" width="34" customWidth="1"/></cols><sheetData>{"".join(rows)}</sheetData>'
                  '<mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="A7:F7"/></mergeCells>'
                  '<conditionalFormatting sqref="D4:D5"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>90</formula></cfRule></conditionalFormatting>'
                  '<dataValidations count="1"><dataValidation type="whole" allowBlank="1" sqref="D4:D5"><formula1>0</formula1><formula2>150</formula2></dataValidation></dataValidations>'
                  '<pageMargins left="0.5" right="0.5" top="0.8" bottom="0.8" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/>'
                  '<headerFooter><oddHeader>&amp;C民政办</oddHeader><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter><drawing r:id="rId1"/>'
                  '<extLst><ext uri="{00000000-0000-0000-0000-000000000000}"><odd xmlns="urn:example:odd"/></ext></extLst></worksheet>')


def book_parts():
    strings = Strings()
    sheet = book_sheet(strings)
    names = "<definedNames><definedName name=\"年龄\">登记!$D$4:$D$5</definedName><definedName name=\"标准\" comment=\"kept\">100</definedName></definedNames>"
    return {
        '[Content_Types].xml': types([
            ('/xl/workbook.xml', SHEET + '.sheet.main+xml'), ('/xl/worksheets/sheet1.xml', SHEET + '.worksheet+xml'), ('/xl/styles.xml', SHEET + '.styles+xml'),
            ('/xl/sharedStrings.xml', SHEET + '.sharedStrings+xml'), ('/xl/drawings/drawing1.xml', 'application/vnd.openxmlformats-officedocument.drawing+xml'),
            ('/xl/charts/chart1.xml', 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'), ('/xl/media/image1.png', 'image/png'), ('/xl/odd.bin', 'application/octet-stream')]),
        '_rels/.rels': relations([('officeDocument', 'xl/workbook.xml'), ('customXml', 'customXml/item1.xml')]),
        'xl/workbook.xml': XML + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="登记" sheetId="1" r:id="rId1"/></sheets>{names}</workbook>',
        'xl/_rels/workbook.xml.rels': relations([('worksheet', 'worksheets/sheet1.xml'), ('styles', 'styles.xml'), ('sharedStrings', 'sharedStrings.xml')]),
        'xl/worksheets/sheet1.xml': sheet,
        'xl/worksheets/_rels/sheet1.xml.rels': relations([('drawing', '../drawings/drawing1.xml')]),
        'xl/drawings/drawing1.xml': drawing(),
        'xl/drawings/_rels/drawing1.xml.rels': relations([('image', '../media/image1.png'), ('chart', '../charts/chart1.xml')]),
        'xl/charts/chart1.xml': chart(),
        'xl/media/image1.png': picture(),
        'xl/styles.xml': STYLES,
        'xl/sharedStrings.xml': strings.xml(),
        'customXml/item1.xml': UNKNOWN,
        'xl/odd.bin': bytes(range(256)),
    }


# A text

def control(state, label, checked='2612', font='MS Gothic'):
    """A content control that is a check box, and its words."""
    glyph = '☒' if state else '☐'
    return ('<w:sdt><w:sdtPr><w:id w:val="77"/><w14:checkbox><w14:checked w14:val="%d"/><w14:checkedState w14:val="%s" w14:font="%s"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>%s</w:t></w:r></w:sdtContent></w:sdt>'
            '<w:r><w:t xml:space="preserve">%s </w:t></w:r>') % (state, checked, font, glyph, label)


def symbol(letter, label):
    return f'<w:r><w:sym w:font="Wingdings 2" w:char="{letter}"/></w:r><w:r><w:t xml:space="preserve">{label} </w:t></w:r>'


def field(label):
    """A form field of old that is a check box."""
    return ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="box"/><w:enabled/><w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>'
            '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
            f'<w:r><w:t xml:space="preserve">{label} </w:t></w:r>')


def words(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def image():
    return ('<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="400000" cy="400000"/><wp:docPr id="1" name="seal"/>'
            f'<a:graphic><a:graphicData uri="{DRAW}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="seal"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId4"/>'
            '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="400000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>')


def text_body():
    borders = ''.join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV'))
    grid = '<w:tblGrid>' + '<w:gridCol w:w="1600"/>' * 6 + '</w:tblGrid>'
    wide = '<w:gridSpan w:val="5"/>'
    rows = [
        word_row([word_cell('户主'), word_cell(), word_cell('性别'), word_cell('□男 □女'), word_cell('住址'), word_cell()]),
        word_row([word_cell('家庭类别'), f'<w:tc><w:tcPr>{wide}</w:tcPr><w:p>{control(0, "低保")}{control(1, "残疾")}{control(0, "特困", "00FE", "Wingdings")}</w:p></w:tc>']),
        word_row([word_cell('姓名'), word_cell('与户主关系'), word_cell('性别'), word_cell('年龄'), word_cell('是否党员'), word_cell('备注')]),
        word_row([word_cell(), word_cell(), f'<w:tc><w:tcPr/><w:p>{control(0, "男")}{control(0, "女")}</w:p></w:tc>', word_cell(), word_cell('□是 □否'), word_cell()]),
    ]
    return ('<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>家庭情况登记表</w:t></w:r></w:p>' + paragraph('填报单位：________  填报日期：    年  月  日')
            + f'<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{grid}{"".join(rows)}</w:tbl>'
            + f'<w:p>{words("有无残疾家庭成员：")}{symbol("F0A3", "有")}{symbol("F0A3", "无")}</w:p><w:p>{words("是否低保家庭：")}{field("是")}{field("否")}</w:p>'
            + paragraph('是否同意：□同意 □不同意') + image()
            + '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')


def text_parts():
    spaces = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:w14="{W14}" xmlns:wp="{DRAW}/wordprocessingDrawing" xmlns:a="{DRAW}/main" xmlns:pic="{DRAW}/picture"'
    styles = (f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style></w:styles>')
    return {
        '[Content_Types].xml': types([
            ('/word/document.xml', TEXT + '.document.main+xml'), ('/word/styles.xml', TEXT + '.styles+xml'), ('/word/header1.xml', TEXT + '.header+xml'),
            ('/word/footer1.xml', TEXT + '.footer+xml'), ('/word/media/image1.png', 'image/png'), ('/word/odd.bin', 'application/octet-stream')]),
        '_rels/.rels': relations([('officeDocument', 'word/document.xml'), ('customXml', 'customXml/item1.xml')]),
        'word/document.xml': XML + f'<w:document {spaces}><w:body>{text_body()}</w:body></w:document>',
        'word/_rels/document.xml.rels': relations([('styles', 'styles.xml'), ('header', 'header1.xml'), ('footer', 'footer1.xml'), ('image', 'media/image1.png')]),
        'word/styles.xml': XML + styles,
        'word/header1.xml': XML + f'<w:hdr xmlns:w="{WORD}">{paragraph("填报社区：________")}</w:hdr>',
        'word/footer1.xml': XML + f'<w:ftr xmlns:w="{WORD}">{paragraph("民政办制")}</w:ftr>',
        'word/media/image1.png': picture(),
        'customXml/item1.xml': UNKNOWN,
        'word/odd.bin': bytes(range(256)),
    }
