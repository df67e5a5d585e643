"""matrix: from choosing a building of 400 doors to its first painted matrix."""

from measure import Workshop, figures, row


def run():
    with Workshop() as shop:
        answer = figures('bench-matrix', shop.stress(4000), display=True)
    case = f"{answer['doors']} doors"
    return [row(case, 'first paint', 'ms', answer['first_paint_ms'], 'limit', 50),
            row(case, 'paint again', 'ms', answer['paint_again_ms'])]
