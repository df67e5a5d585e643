"""walk: the matrix of a community (300 entrances, 10,000 nodes) and of a
subdistrict (1,000 entrances, 90,000 nodes)."""

from measure import figures, row

CASES = ((300, 100, 0.3), (1000, 300, 15))


def run():
    rows = []
    for entrances, side, limit in CASES:
        answer = figures('bench-walk', str(entrances), str(side))
        case = f"{answer['entrances']} entrances, {answer['nodes']} nodes, {answer['links']} links"
        rows += [row(case, 'join the ways', 's', answer['network_s']),
                 row(case, 'matrix, one thread', 's', answer['one_cpu_s'], 'limit', limit),
                 row(case, 'matrix', 's', answer['threads_s'], 'limit', limit)]
    return rows
