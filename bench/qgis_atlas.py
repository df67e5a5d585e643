"""qgis_atlas.py FILE.bjt SHEET.pdf text|outlines: the atlas of buildings by QGIS, to stand beside
ours: the same buildings, doors, labels, categories and a legend of what is on the
page. Letters are written as text, as ours are, or as outlines, as QGIS does unless told.
Only the export is timed, with the layers in memory. Prints JSON: {"version", "pages",
"seconds"}; ends with 77 where QGIS is not there."""

import json
import os
import sqlite3
import sys
import time

os.environ.setdefault('QT_QPA_PLATFORM', 'offscreen')
try:
    from qgis import core
    from qgis.PyQt.QtCore import QVariant
    from qgis.PyQt.QtGui import QColor, QFont
except ImportError:
    sys.exit(77)

DOORS = """
  SELECT door.building_id, door.ordinal, coalesce (entrance.ordinal, 0), door.stack, door.label,
         coalesce ((SELECT tenure FROM household WHERE door_id = door.id AND deleted_action IS NULL ORDER BY id LIMIT 1), 0), door.id
    FROM door LEFT JOIN entrance ON entrance.id = door.entrance_id
   WHERE door.deleted_action IS NULL ORDER BY 1, 2, 3, 4"""
CODES = """
  SELECT DISTINCT door_id, code FROM person_category
    JOIN category ON category.id = category_id AND NOT is_restricted
    JOIN membership ON membership.person_id = person_category.person_id AND is_resident AND membership.until_on IS NULL
    JOIN household ON household.id = household_id"""
CELL = (30.0, 20.0) # of a door, in units of the map
GAP = 8.0           # between entrances
APART = 5000.0      # between buildings
FILLS = ['#ffffff', '#fde6cc', '#cfe3fa', '#e8e8e8', '#f5f5d0', '#ffffff']
FORMATS = {'text': core.QgsRenderContext.TextFormatAlwaysText, 'outlines': core.QgsRenderContext.TextFormatAlwaysOutlines}
FONT = 'Noto Sans CJK SC'


def read_doors(path):
    """By building: its doors as (column, storey, label, tenure, codes)."""
    buildings = {}
    file = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    codes = {}
    for door, code in file.execute(CODES):
        codes.setdefault(door, []).append(code)
    for building, storey, entrance, stack, label, tenure, door in file.execute(DOORS):
        buildings.setdefault(building, []).append((entrance, stack, storey, label, tenure, codes.get(door, [])))
    categories = file.execute('SELECT code, name, glyph, colour FROM category WHERE NOT is_restricted ORDER BY position').fetchall()
    file.close()
    return buildings, categories


def layer(kind, name, *fields):
    made = core.QgsVectorLayer(f'{kind}?crs=EPSG:3857', name, 'memory')
    made.dataProvider().addAttributes([core.QgsField(field, QVariant.String) for field in fields])
    made.updateFields()
    return made


def feature(of, shape, *values):
    made = core.QgsFeature(of.fields())
    made.setGeometry(shape)
    made.setAttributes(list(values))
    return made


def box(left, bottom, width, height):
    return core.QgsGeometry.fromRect(core.QgsRectangle(left, bottom, left + width, bottom + height))


def draw_layers(buildings):
    outlines, doors, marks = layer('Polygon', 'buildings', 'name'), layer('Polygon', 'doors', 'label', 'tenure'), layer('Point', 'categories', 'code')
    made = ([], [], [])
    for index, cells in enumerate(buildings.values()):
        columns = sorted({(entrance, stack) for entrance, stack, *_ in cells})
        entrances = sorted({entrance for entrance, _ in columns})
        origin = index * APART
        for entrance, stack, storey, label, tenure, codes in cells:
            x = origin + columns.index((entrance, stack)) * CELL[0] + entrances.index(entrance) * GAP
            y = storey * CELL[1]
            made[1].append(feature(doors, box(x, y, *CELL), label, str(tenure)))
            for place, code in enumerate(codes):
                made[2].append(feature(marks, core.QgsGeometry.fromPointXY(core.QgsPointXY(x + CELL[0] - 5 - 8 * place, y + 5)), code))
        storeys = [cell[2] for cell in cells]
        made[0].append(feature(outlines, box(origin - 4, min(storeys) * CELL[1] - 4, len(columns) * CELL[0] + len(entrances) * GAP + 8,
                                             (max(storeys) - min(storeys) + 1) * CELL[1] + 8), f'{index + 1}'))
    for each, features in zip((outlines, doors, marks), made):
        each.dataProvider().addFeatures(features)
        each.updateExtents()
    return outlines, doors, marks


def style(outlines, doors, marks, categories):
    outlines.setRenderer(core.QgsSingleSymbolRenderer(core.QgsFillSymbol.createSimple({'color': '#fafafa', 'outline_color': '#555555', 'outline_width': '0.4'})))
    fills = [core.QgsRendererCategory(str(value), core.QgsFillSymbol.createSimple({'color': colour, 'outline_color': '#777777', 'outline_width': '0.2'}), f'tenure {value}')
             for value, colour in enumerate(FILLS)]
    doors.setRenderer(core.QgsCategorizedSymbolRenderer('tenure', fills))
    glyphs = []
    for code, name, glyph, colour in categories:
        symbol = core.QgsMarkerSymbol.createSimple({'name': 'square', 'size': '4', 'color': colour or '#888888', 'outline_style': 'no'})
        symbol.appendSymbolLayer(core.QgsFontMarkerSymbolLayer(FONT, glyph or '?', 3, QColor('white')))
        glyphs.append(core.QgsRendererCategory(code, symbol, name or code))
    marks.setRenderer(core.QgsCategorizedSymbolRenderer('code', glyphs))
    settings, text = core.QgsPalLayerSettings(), core.QgsTextFormat()
    text.setFont(QFont(FONT))
    text.setSize(8)
    settings.setFormat(text)
    settings.fieldName = 'label'
    settings.placement = core.QgsPalLayerSettings.OverPoint
    settings.displayAll = True
    doors.setLabeling(core.QgsVectorLayerSimpleLabeling(settings))
    doors.setLabelsEnabled(True)


def place(layout, item, left, top, width, height):
    layout.addLayoutItem(item)
    item.attemptMove(core.QgsLayoutPoint(left, top))
    item.attemptResize(core.QgsLayoutSize(width, height))
    return item


def write(layout, text, size, left, top):
    label = core.QgsLayoutItemLabel(layout)
    label.setText(text)
    label.setFont(QFont(FONT, size))
    place(layout, label, left, top, 150, 10)


def lay_out(project, outlines, doors, marks):
    layout = core.QgsPrintLayout(project)
    layout.initializeDefaults() # A4, lying
    plan = core.QgsLayoutItemMap(layout)
    plan.setLayers([marks, doors, outlines])
    place(layout, plan, 10, 25, 190, 170)
    plan.setExtent(core.QgsRectangle(0, 0, 190, 170)) # any of this shape: the atlas sets it
    plan.setAtlasDriven(True)
    plan.setAtlasScalingMode(core.QgsLayoutItemMap.Auto)
    legend = core.QgsLayoutItemLegend(layout)
    legend.setLinkedMap(plan)
    legend.setLegendFilterByMapEnabled(True)
    place(layout, legend, 210, 25, 75, 150)
    write(layout, 'building [% "name" %]', 18, 10, 10)
    write(layout, 'page [% @atlas_featurenumber %] of [% @atlas_totalfeatures %]', 8, 210, 198)
    atlas = layout.atlas()
    atlas.setCoverageLayer(outlines)
    atlas.setEnabled(True)
    return layout


def main():
    path, sheet, letters = sys.argv[1:]
    application = core.QgsApplication([], False)
    application.initQgis()
    project = core.QgsProject.instance()
    buildings, categories = read_doors(path)
    layers = draw_layers(buildings)
    style(*layers, categories)
    project.setCrs(layers[0].crs())
    project.addMapLayers(layers)
    layout = lay_out(project, *layers)
    settings = core.QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = FORMATS[letters]
    began = time.perf_counter()
    result, problem = core.QgsLayoutExporter.exportToPdf(layout.atlas(), sheet, settings)
    taken = time.perf_counter() - began
    if result != core.QgsLayoutExporter.Success:
        raise SystemExit(problem)
    print(json.dumps({'version': core.Qgis.QGIS_VERSION.split('-')[0], 'pages': layout.atlas().count(), 'seconds': taken}))
    sys.stdout.flush()
    os._exit(0) # QGIS takes long to leave, and is not timed


main()
