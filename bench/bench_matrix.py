"""matrix: from choosing a building of 400 doors to its first painted matrix."""

import statistics

from measure import figures, row

RUNS = 5


def run():
    answers = [figures('bench-matrix', display=True) for _ in range(RUNS)]
    case = f"{answers[0]['doors']} doors"
    return [row(case, 'first paint', 'ms', statistics.median(a['first_paint_ms'] for a in answers), 'limit', 50),
            row(case, 'paint again', 'ms', statistics.median(a['paint_again_ms'] for a in answers), 'limit', 50),
            row(case, 'filter', 'ms', statistics.median(a['filter_ms'] for a in answers), 'limit', 8)]
