"""plan: bringing in, painting and asking a drawing of 10,000 entities."""

import os
import subprocess

from measure import BUILD, Workshop, figures, has, median, row, seconds

N = 10000
SIDE = 100


def write_svg(path):
    shapes = []
    for i in range(N):
        x, y = i % SIDE * 10, i // SIDE * 10
        shapes.append([f'<rect id="r{i}" x="{x}" y="{y}" width="8" height="7" fill="#eee" stroke="#333" stroke-width=".3"/>',
                       f'<path id="p{i}" d="M{x} {y}h8v7h-4a3 3 0 0 1-3-3z" fill="none" stroke="#933" stroke-width=".4"/>',
                       f'<polyline points="{x},{y} {x + 8},{y + 3} {x + 3},{y + 8}" fill="none" stroke="#339"/>',
                       f'<circle cx="{x + 4}" cy="{y + 4}" r="3" fill="#cde" stroke="#000" stroke-width=".2"/>'][i % 4])
    with open(path, 'w') as out:
        out.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">' + ''.join(shapes) + '</svg>')


def write_dxf(path):
    pairs = [(0, 'SECTION'), (2, 'ENTITIES')]
    for i in range(N):
        x, y = i % SIDE * 10, i // SIDE * 10
        pairs += [(0, 'LINE'), (8, f'L{i % 7}'), (10, x), (20, y), (11, x + 8), (21, y + 5)]
    pairs += [(0, 'ENDSEC'), (0, 'EOF')]
    with open(path, 'w') as out:
        out.write(''.join(f'{code}\n{value}\n' for code, value in pairs))


def photo_memory(path):
    """Megabytes the program holds at most, its helper included."""
    helper = os.path.join(BUILD, 'src', 'import-helper', 'bjt-import')
    script = ('import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);'
              'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)')
    done = subprocess.run(['python3', '-c', script, helper, '--page=1', path], check=True, text=True, stdout=subprocess.PIPE)
    return int(done.stdout) / 1024


def run():
    rows = []
    os.environ['BJT_IMPORT_HELPER'] = os.path.join(BUILD, 'src', 'import-helper', 'bjt-import')
    with Workshop() as shop:
        svg, dxf = shop.path('plan.svg'), shop.path('plan.dxf')
        write_svg(svg)
        write_dxf(dxf)
        for path, peer in ((svg, ['rsvg-convert', '-w', '900', '-o', svg + '.png', svg]), (dxf, ['ogrinfo', '-ro', '-al', dxf])):
            answer = figures('bench-plan', path)
            case = f"{answer['items']} items of {os.path.basename(path)}"
            theirs = median(lambda: seconds(peer)) * 1000 if has(peer[0]) else None
            rows += [row(case, 'bring in', 'ms', answer['import_ms'], peer[0], theirs),
                     row(case, 'frame, 95 of 100', 'ms', answer['frame_ms'], 'goal', 33),
                     row(case, 'find an outline', 'ms', answer['outline_ms'], 'goal', 1),
                     row(case, 'snap', 'ms', answer['snap_ms'], 'goal', 1),
                     row(case, 'snap among 10,000 rooms over it', 'ms', answer['plan_snap_ms'], 'goal', 1),
                     row(case, 'trace a room', 'ms', answer['trace_ms'], 'goal', 300)]
        community = shop.path('community.bjt')
        subprocess.run([os.path.join(BUILD, 'src', 'cli', 'bjt'), 'demo', community], check=True, stdout=subprocess.DEVNULL)
        floor = figures('bench-floor', community)
        case = f"{floor['households']} households, {floor['plans']} plans"
        rows += [row(case, 'an edit, until the new picture', 'ms', floor['edit_ms'], 'goal', 50),
                 row('plan of 10000 elements', 'painting', 'ms', floor['frame_ms'], None, None)]
        canvas = figures('bench-canvas', community, display=True)
        rows += [row(f"canvas of {canvas['elements']} elements", 'frame while panning, half', 'ms', canvas['frame_p50_ms'], 'goal', 16.7),
                 row(f"canvas of {canvas['elements']} elements", 'frame while panning, 95 of 100', 'ms', canvas['frame_p95_ms'], 'goal', 33),
                 row(f"canvas of {canvas['elements']} elements", 'find what is under the pointer', 'ms', canvas['hit_ms'], 'goal', 1)]
        if has('convert'):
            photo = shop.path('photo.jpg')
            subprocess.run(['convert', '-size', '1000x1000', 'plasma:', '-resize', '12000x8400!', photo], check=True)
            rows.append(row('photo of 100 megapixels', 'memory', 'MB', photo_memory(photo), 'goal', 400))
    return rows
