"""scaling: opening, importing and searching from 1,000 to 100,000 doors. The
exponent says how time grows: 1 is linear, n·log n gives 1.1 over this range."""

import math

from measure import Workshop, figures, median, row, seconds, write_register

SIZES = (1_000, 10_000, 100_000)


def run():
    rows = []
    with Workshop() as shop:
        times = {'open': [], 'import': [], 'search p95': []}
        for doors in SIZES:
            community = shop.stress(doors)
            times['open'].append(median(lambda: seconds(['bjt', '--db', community, 'stats', '--format', 'json'])))
            times['search p95'].append(figures('bench-search', community)['p95_ms'] / 1000)
            times['import'].append(median(lambda: import_seconds(shop, doors)))
    for name, values in times.items():
        rows += [row(f'{doors} doors', name, 'ms', value * 1000) for doors, value in zip(SIZES, values)]
        rows.append(row(f'{SIZES[0]} to {SIZES[-1]} doors', f'{name} exponent', '', growth(values), 'n·log n',
                        growth([size * math.log(size) for size in SIZES])))
    return rows


def growth(values):
    return math.log(values[-1] / values[0]) / math.log(SIZES[-1] / SIZES[0])


def import_seconds(shop, doors):
    register = shop.path('scaling.csv')
    write_register(register, 2 * doors)
    return seconds(['bjt', '--db', shop.empty('scaling.bjt'), 'import', register])
