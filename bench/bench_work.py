"""work: the ledger of a subdistrict (60,000 persons, 250,000 visits, 20,000
issues with 120,000 events) and of a tenth of it: reading, keeping up, filtering,
the report of a year; and how each grows."""

from measure import Workshop, figures, row, seconds

FULL = {'doors': 32_500, 'visits': 250_000, 'issues': 20_000}
STEPS = (('load_ms', 'read the ledger', None), ('visit_ms', 'after a visit', 5), ('issue_ms', 'after an issue', 5),
         ('open_ms', 'filter: open, by clock', 50), ('place_ms', 'filter: all, by place', 50), ('text_ms', 'filter: text', 50),
         ('tabs_ms', 'count the tabs', 50), ('year_ms', 'report of a year', 1000))


def run():
    with Workshop() as shop:
        tenth, whole = (figures('bench-work', community(shop, part)) for part in (10, 1))
    rows = []
    for answer in (tenth, whole):
        case = f"{answer['persons']} persons, {answer['visits']} visits, {answer['issues']} issues"
        rows += [row(case, name, 'ms', answer[key], *(('limit', limit) if limit else ())) for key, name, limit in STEPS]
    return rows + [row('1× to 10×', f'{name}, times', '', whole[key] / tenth[key], 'limit', 12) for key, name, _ in STEPS]


def community(shop, part):
    path = shop.fresh(f'work-{part}.bjt')
    sizes = [word for name, n in FULL.items() for word in (f'--{name}', str(n // part))]
    seconds(['bjt', '--as-of', '2026-11-22', 'demo', path, '--profile', 'stress', *sizes])
    return path
