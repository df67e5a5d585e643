"""search: every keystroke of typical questions over 100,000 people."""

import json
import subprocess

from measure import Workshop, row

DOORS = 54_000  # of the stress profile: about 100,000 people


def run():
    with Workshop() as shop:
        answer = keystrokes(shop.stress(DOORS))
    case = f"{answer['people']} people, {answer['keystrokes']} keystrokes"
    return [
        row(case, 'p50', 'ms', answer['p50_ms']),
        row(case, 'p95', 'ms', answer['p95_ms'], 'limit', 10),
        row(case, 'worst', 'ms', answer['worst_ms']),
        row(case, 'first index', 'ms', answer['index_ms']),
    ]


def keystrokes(community):
    return json.loads(subprocess.run(['build/bench/bench-search', community], check=True,
                                     stdout=subprocess.PIPE).stdout)
