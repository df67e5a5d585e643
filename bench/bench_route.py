"""route: the search for routes on the instances of the field, gap to the best known.

One thread, CPU seconds, a checker of its own (route_instances.py). Of each set,
sorted by name, every second instance, the first among them, is quoted; the
others are those the parameters were tuned on. BJT_BENCH_ROUTE chooses: quick (the
default: one seed, three instances a set), full (three seeds), tune (the others)."""

import json
import os
import statistics
import subprocess
import sys

import route_instances
from measure import BUILD, FOLDER, Failed, figures, row

SHARED = os.environ.get('BJT_SHARED_DATA', os.path.join(os.path.dirname(os.path.dirname(FOLDER)), 'shared', 'data'))
# name, families, fewest and most stops, CPU seconds, goal: mean gap in percent
SETS = [('VRPTW 100', ['vrptw_solomon100'], 0, 100, 2, 0.25),
        ('VRPTW 1000', ['vrptw_gh1000'], 0, 1000, 20, 2.5),
        ('prizes 1000', ['pcvrptw_gh1000'], 0, 1000, 20, 1.5),
        ('TSPTW to 60', ['tsptw_AFG', 'tsptw_Dumas', 'tsptw_GendreauDumasExtended', 'tsptw_SolomonPotvinBengio'], 0, 60, 0.1, 0.03),
        ('TSP to 150', ['tsp'], 0, 150, 0.1, 0.3),
        ('TSP to 500', ['tsp'], 151, 500, 1, 1.5),
        ('TOPTW 100', ['toptw_solomon'], 0, 100, 2, 0.8),
        ('OP to 150', ['op_oplib_gen1', 'op_oplib_gen2', 'op_oplib_gen3'], 0, 150, 1, 1),
        ('sites', ['sdvrptw'], 0, 1000, 5, None),
        ('CVRP', ['cvrp_x'], 0, 1000, 10, None)]
UNITS = {'pcvrptw_gh1000': 10, 'sdvrptw': 1000}  # of the best-known list in one unit of the file
COMPOUNDS = [(60, 1, 1), (150, 3, 2), (300, 6, 5), (600, 12, 10), (1000, 20, 20)]


def instances(families, fewest, most):
    """(path, vehicles, best known) of the sets, in order."""
    folder = os.path.join(SHARED, 'route')
    with open(os.path.join(folder, 'best_known.tsv'), encoding='utf-8') as lines:
        fields = [line.rstrip('\n').split('\t') for line in lines][1:]
    found = []
    for family, file, _, n, _, best, *_ in fields:
        if family in families and fewest <= int(n) <= most:
            name, _, more = file.partition(' m=')
            vehicles = int(more or 1)
            found.append((os.path.join(folder, family, name), vehicles, float(best) / UNITS.get(family, 1)))
    return sorted(found)


def solve(path, vehicles, budget, seed):
    command = [os.path.join(BUILD, 'src', 'cli', 'bjt'), 'route', 'solve', path, '--budget', str(budget), '--seed', str(seed),
               '--workers', str(vehicles), '--format', 'json']
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise Failed(f'{path}: {done.stderr.strip()[-300:]}')
    return json.loads(done.stdout)


def gap(path, vehicles, best, budget, seed):
    instance = route_instances.read(path, vehicles)
    try:
        value = instance.check(solve(path, vehicles, budget, seed)['routes'])
    except ValueError as error:
        raise Failed(f'{os.path.basename(path)}, seed {seed}: {error}')
    return 100 * ((best - value) if instance.by_prize else (value - best)) / best


def measure(name, mode, budget=None):
    """Gaps of the set, by instance and seed."""
    _, families, fewest, most, seconds, _ = next(one for one in SETS if one[0] == name)
    chosen = instances(families, fewest, most)[1 if mode == 'tune' else 0::2]
    if mode == 'quick':
        chosen = chosen[:3]
    found = []
    for path, vehicles, best in chosen:
        for seed in (1, 2, 3) if mode == 'full' else (1,):
            found.append((gap(path, vehicles, best, budget or seconds, seed), os.path.basename(path), vehicles, seed))
            if mode == 'tune':
                print(f'{found[-1][0]:7.2f} {found[-1][1]} {vehicles}', file=sys.stderr)
    return found


def describe(name, found, goal):
    gaps = [one[0] for one in found]
    case = f'{name}: {len(gaps)} runs'
    return [row(case, 'mean gap', '%', statistics.mean(gaps), 'goal', goal), row(case, 'median gap', '%', statistics.median(gaps)),
            row(case, 'largest gap', '%', max(gaps)), row(case, 'exact', 'runs', sum(one < 1e-6 for one in gaps))]


def run():
    rows, mode = [], os.environ.get('BJT_BENCH_ROUTE', 'quick')
    for name, *_, goal in SETS:
        rows += describe(name, measure(name, mode), goal)
    for stops, workers, budget in COMPOUNDS:
        answer = figures('bench-route', str(stops), str(workers), str(budget if mode == 'full' else min(budget, 2)))
        case = f'compound of {stops} stops, {workers} workers'
        rows += [row(case, 'first plan', 'ms', answer['first_ms'], 'goal', 50 if stops <= 60 else 1000),
                 row(case, 'until cancelled', 'ms', answer['cancel_ms'], 'goal', 20),
                 row(case, 'priority seen', 'points', answer['prize']), row(case, 'way', 's', answer['cost']),
                 row(case, 'entrances entered again', '', answer['again'])]
    return rows


if __name__ == '__main__':
    for line in describe(sys.argv[1], measure(sys.argv[1], sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else None), None):
        print(line['case'], line['metric'], line['value'])
