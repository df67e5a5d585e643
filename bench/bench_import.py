"""import: a register with addresses, checks and journal, against ogr2ogr that
loads the same file unchecked. Both in one run, one after the other."""

from measure import Workshop, has, median, row, seconds, write_register

PEER = 'ogr2ogr'


def run():
    rows = []
    with Workshop() as shop:
        for count, runs in ((1_000, 5), (10_000, 3), (100_000, 3)):
            register = shop.path(f'register-{count}.csv')
            write_register(register, count)
            ours = median(lambda: ours_seconds(shop, register), runs)
            peer = median(lambda: peer_seconds(shop, register), runs) if has(PEER) else None
            rows.append(row(f'{count} rows', 'time', 's', ours, peer and PEER, peer))
            rows.append(row(f'{count} rows', 'time a row', 'µs', ours / count * 1e6))
    return rows


def ours_seconds(shop, register):
    return seconds(['bjt', '--db', shop.empty('import.bjt'), 'import', register])


def peer_seconds(shop, register):
    return seconds([PEER, '-f', 'SQLite', '-dsco', 'SPATIALITE=YES', shop.fresh('peer.sqlite'), register])
