"""filter: what follows a change of the filter: matching, counting, painting."""

from measure import Workshop, figures, row

DOORS = (4_000, 11_000, 100_000)  # 11,000 doors are 20,000 people
FRAME = 16.7
ZOOMS = (13, 15, 17, 19)


def run():
    rows = []
    with Workshop() as shop:
        for doors in DOORS:
            answer = figures('bench-filter', shop.stress(doors))
            case = f"{answer['doors']} doors, {answer['persons']} persons"
            rows += [row(case, 'match', 'ms', answer['match_ms'], 'limit', FRAME),
                     row(case, 'count and cluster', 'ms', answer['count_ms'], 'limit', FRAME)]
            rows += [row(case, f"paint z{at['zoom']}", 'ms', at['paint_ms'], 'limit', FRAME)
                     for at in answer['zooms'] if at['zoom'] in ZOOMS]
    return rows
