"""search: every keystroke of typical questions over 100,000 people."""

from measure import Workshop, figures, row

DOORS = 54_000  # of the stress profile: about 100,000 people


def run():
    with Workshop() as shop:
        answer = figures('bench-search', shop.stress(DOORS))
    case = f"{answer['people']} people, {answer['keystrokes']} keystrokes"
    return [
        row(case, 'p50', 'ms', answer['p50_ms']),
        row(case, 'p95', 'ms', answer['p95_ms'], 'limit', 10),
        row(case, 'worst', 'ms', answer['worst_ms']),
        row(case, 'first index', 'ms', answer['index_ms']),
    ]
