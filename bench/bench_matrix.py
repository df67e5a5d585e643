"""matrix: from choosing a building of 400 doors to its first painted matrix."""

import json
import subprocess

from measure import Workshop, row


def run():
    with Workshop() as shop:
        answer = json.loads(subprocess.run(
            ['build-aux/with-display', 'build/bench/bench-matrix', shop.stress(4000)],
            check=True, stdout=subprocess.PIPE).stdout)
    case = f"{answer['doors']} doors"
    return [row(case, 'first paint', 'ms', answer['first_paint_ms'], 'limit', 50),
            row(case, 'paint again', 'ms', answer['paint_again_ms'])]
