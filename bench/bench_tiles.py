"""tiles: unpacking and painting the vector tiles of a city, on one core."""

import os

from measure import FOLDER, Failed, figures, row

PACK = '03_tiles/mbtiles/bangkok_z12_vector.mbtiles'


def run():
    root = os.path.dirname(FOLDER)
    pack = os.path.join(os.environ.get('BJT_SHARED_DATA', os.path.join(root, '..', 'shared', 'data')), PACK)
    if not os.path.exists(pack):
        raise Failed(f'{PACK} is not in the shared data')
    answer = figures('bench-tiles', pack)
    case = f"{answer['tiles']} tiles of 256 px"
    # A rate: more is better, so the ratio is ours ÷ the goal.
    rate = row(case, 'unpack and paint', 'tiles/s', answer['tiles_per_second'], 'goal', 60)
    rate['ratio'] = round(answer['tiles_per_second'] / 60, 3)
    return [rate,
            row(case, 'unpack', 'ms/tile', answer['decode_ms']),
            row(case, 'paint', 'ms/tile', answer['paint_ms']),
            row('1400 × 900 px', 'paint again', 'ms', answer['window_ms'])]
