"""map: frames while panning 100,000 doors and 1,000,000 points, clusters, lasso,
markers, vector tiles."""

import json
import os
import subprocess
import sys
import tempfile
import time

import bench_filter
import bench_tiles
from measure import BUILD, FOLDER, Failed, Workshop, figures, has, row

DOORS = 100_000
POINTS = (100_000, 1_000_000)
CLUSTER_LIMITS = {100_000: 60, 1_000_000: 300}
PEER = 'supercluster@8'


def run():
    rows = []
    for part in (panning, points, clusters, lasso, filtering, markers, tiles):
        began = time.monotonic()
        print(f'bench: map: {part.__name__} …', end='', file=sys.stderr, flush=True)
        rows += part()
        print(f' {time.monotonic() - began:.0f} s', file=sys.stderr, flush=True)
    return rows


def panning():
    with Workshop() as shop:
        answer = figures('bench-map', shop.stress(DOORS), display=True)
    rows = []
    for at in answer['zooms']:
        case = f"{answer['doors']} doors, z{at['zoom']}"
        rows += [row(case, 'frame p50', 'ms', at['frame_p50_ms'], 'limit', 16.7),
                 row(case, 'frame p95', 'ms', at['frame_p95_ms'], 'limit', 33),
                 row(case, 'our share p95', 'ms', at['ours_p95_ms'], 'limit', 4),
                 row(case, 'main thread a frame', 'ms', at['cpu_ms'])]
    return rows


def points():
    answer = figures('bench-points', str(POINTS[-1]), display=True)
    rows = []
    for at in answer['zooms']:
        case = f"{answer['points']} points, z{at['zoom']}"
        # A rate: more is better, so the ratio is ours ÷ the goal.
        rate = row(case, 'frames', '1/s', at['fps'], 'goal', 30)
        rate['ratio'] = round(at['fps'] / 30, 3)
        rows += [row(case, 'frame p50', 'ms', at['frame_p50_ms'], 'limit', 16.7),
                 row(case, 'frame p95', 'ms', at['frame_p95_ms'], 'limit', 33),
                 row(case, 'main thread a frame', 'ms', at['cpu_ms']),
                 rate]
    return rows + [row(f"{answer['points']} points, shown", 'memory', 'bytes/point', answer['rss_bytes_per_point'], 'limit', 64)]


def clusters():
    with tempfile.TemporaryDirectory(prefix='bjt-bench-') as folder:
        peer = install_peer(folder)
        rows = []
        for n in POINTS:
            ours = figures('bench-cluster', str(n))
            case = f'{n} points, z10–z21'
            rows += [row(case, 'cluster', 'ms', ours['build_ms'], 'limit', CLUSTER_LIMITS[n]),
                     row(case, 'memory kept', 'bytes/point', ours['rss_bytes_per_point'], 'limit', 64),
                     row(case, 'ask for a window, worst zoom', 'ms', ours['query_ms'])]
            if peer:
                rows.append(row(case, 'cluster', 'ms', ours['build_ms'], PEER, measure_peer(folder, n)))
        return rows


def install_peer(folder):
    """Whether the peer could be had: it needs node and a package registry."""
    if has('node') and has('npm'):
        done = subprocess.run(['npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, PEER],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if done.returncode == 0:
            return True
    print(f'bench: map: {PEER} is left out: node, npm or the network is not there', file=sys.stderr)
    return False


def measure_peer(folder, n):
    path = os.path.join(folder, f'points-{n}')
    with open(path, 'wb') as file:
        subprocess.run([os.path.join(BUILD, 'bench', 'bench-cluster'), str(n), '--points'], check=True, stdout=file)
    done = subprocess.run(['node', os.path.join(FOLDER, 'supercluster.mjs'), path, folder], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)['build_ms']


def lasso():
    answer = figures('bench-lasso', str(DOORS))
    case = f"{answer['doors']} doors, lasso of 500 points"
    return [row(case, 'round', 'ms', answer['lasso_ms'], 'limit', 10),
            row(case, 'crossing itself all over', 'ms', answer['wild_ms']),
            row(case, 'index', 'ms', answer['index_ms'])]


def filtering():
    return bench_filter.run()


def markers():
    answer = figures('bench-markers', display=True)
    peer = 'ShumateMarkerLayer'
    case = f"{answer['doors']} doors, {answer['markers']} markers there"
    return [row(case, 'add', 'ms', answer['add_ms'], peer, answer['peer_add_ms']),
            row(case, 'add and paint', 'ms', answer['painted_ms']),
            row(case, 'pan a step, main thread', 'ms', answer['pan_cpu_ms'], peer, answer['peer_pan_cpu_ms']),
            row(case, 'pan a step, on the screen', 'ms', answer['pan_frame_ms'], peer, answer['peer_pan_frame_ms'])]


def tiles():
    try:
        return bench_tiles.run()
    except Failed as error:
        print(f' {error}: left out', end='', file=sys.stderr)
        return []
