"""What bench_route reads and checks by itself: instances and plans of the field.

Nothing here is shared with the program: lengths, windows, limits and prizes are
reckoned again from the file."""

import math
import os


def numbers(line):
    return [float(word) for word in line.split()]


class Instance:
    """Place 0 is the depot; names are what the file calls the others."""

    def __init__(self):
        self.scale, self.vehicles, self.capacity, self.longest = 1, 1, None, None
        self.names, self.demand, self.service, self.window, self.prize, self.allowed = {}, {}, {}, {}, {}, None
        self.optional = self.by_prize = False
        self.capacities = None

    def check(self, routes):
        """The value the field compares; ValueError where the plan cannot be walked."""
        seen, cost, prize = set(), 0, self.prize.get(0, 0)
        if len([route for route in routes if route]) > self.vehicles:
            raise ValueError('too many routes')
        for k, route in enumerate(routes):
            places = [self.names[name] for name in route]
            if seen & set(places) or len(set(places)) != len(places):
                raise ValueError('a stop is seen twice')
            seen |= set(places)
            cost += self.walk(k, places)
            prize += sum(self.prize.get(place, 0) for place in places)
        missed = set(self.names.values()) - seen
        if missed and not self.optional:
            raise ValueError(f'{len(missed)} stops are not seen')
        if self.by_prize:
            return prize
        return (cost + sum(self.prize.get(place, 0) for place in missed)) / self.scale

    def walk(self, k, places):
        if not places:
            return 0
        if self.capacity is not None or self.capacities:
            most = self.capacities[k] if self.capacities else self.capacity
            if sum(self.demand.get(place, 0) for place in places) > most:
                raise ValueError('a route carries too much')
        if self.allowed and not set(places) <= self.allowed[k]:
            raise ValueError('a stop is seen by who may not')
        cost, now, at = 0, self.window.get(0, (0, math.inf))[0], 0
        for place in places + [0]:
            cost += self.way(at, place)
            now = max(now + self.service.get(at, 0) + self.way(at, place), self.window.get(place, (0, math.inf))[0])
            if now > self.window.get(place, (0, math.inf))[1]:
                raise ValueError('a window is missed')
            at = place
        if self.longest is not None and self.shortest_duration(places, now) > self.longest:
            raise ValueError('a route takes too long')
        return cost

    def shortest_duration(self, places, back):
        """From the latest leave that is back no later."""
        latest, after = back, 0
        for place in reversed(places):
            latest = min(latest - self.way(place, after) - self.service.get(place, 0), self.window.get(place, (0, math.inf))[1])
            after = place
        return back - (latest - self.way(0, after))


def straight(instance, spots, rounding):
    table = [[rounding(math.hypot(a[0] - b[0], a[1] - b[1]) * instance.scale) for b in spots] for a in spots]
    instance.way = lambda i, j: table[i][j]


def floor(value):
    return math.floor(value + 1e-9)


def nearest(value):
    return math.floor(value + 0.5)


def read_solomon(lines):
    self = Instance()
    self.scale = 10
    at = next(i for i, line in enumerate(lines) if line.strip().startswith('NUMBER'))
    self.vehicles, self.capacity = map(int, lines[at + 1].split())
    rows = [numbers(line) for line in lines[at + 2:] if line.split() and line.split()[0].isdigit()]
    for i, row in enumerate(rows):
        self.demand[i], self.window[i], self.service[i] = row[3], (row[4] * 10, row[5] * 10), row[6] * 10
        if i:
            self.names[int(row[0])] = i
    straight(self, [row[1:3] for row in rows], floor)
    return self


def read_lib(lines):
    keys, sections, rows = {}, {}, None
    for line in lines:
        if ':' in line:
            key, value = line.split(':', 1)
            keys[key.strip()] = value.strip()
        elif line.strip().endswith('_SECTION'):
            rows = sections.setdefault(line.strip(), [])
        elif line.strip() and line.strip() != 'EOF' and rows is not None:
            rows.append(numbers(line))
    return lay_out(keys, sections)


def lay_out(keys, sections):
    self = Instance()
    n = int(keys['DIMENSION'])
    self.by_prize = 'COST_LIMIT' in keys
    self.optional = self.by_prize or 'PRIZE_SECTION' in sections
    timed = 'TIME_WINDOW_SECTION' in sections
    self.scale = 1000 if 'VEHICLES_ALLOWED_CLIENTS_SECTION' in sections else 10 if timed else 1
    self.vehicles = int(keys.get('VEHICLES', 1 if 'DEMAND_SECTION' not in sections else n))
    self.capacity = float(keys['CAPACITY']) if 'CAPACITY' in keys else None
    self.names = {i + 1: i for i in range(1, n)}
    for name, target in (('DEMAND_SECTION', self.demand), ('SERVICE_TIME_SECTION', self.service),
                         ('PRIZE_SECTION', self.prize), ('NODE_SCORE_SECTION', self.prize)):
        for row in sections.get(name, []):
            target[int(row[0]) - 1] = row[1] * (1 if name in ('DEMAND_SECTION', 'NODE_SCORE_SECTION') else self.scale)
    if 'SERVICE_TIME' in keys:
        self.service = {i: float(keys['SERVICE_TIME']) * self.scale for i in range(1, n)}
    for row in sections.get('TIME_WINDOW_SECTION', []):
        self.window[int(row[0]) - 1] = (row[1] * self.scale, row[2] * self.scale)
    if self.by_prize:
        self.window[0] = (0, float(keys['COST_LIMIT']))
    if 'VEHICLES_MAX_DURATION' in keys:
        self.longest = float(keys['VEHICLES_MAX_DURATION']) * self.scale
    if 'CAPACITY_SECTION' in sections:
        self.capacities = [row[1] for row in sections['CAPACITY_SECTION']]
    if 'VEHICLES_ALLOWED_CLIENTS_SECTION' in sections:
        self.allowed = [{int(c) - 1 for c in row[1:]} for row in sections['VEHICLES_ALLOWED_CLIENTS_SECTION']]
    spots = [row[1:3] for row in sections['NODE_COORD_SECTION']]
    kind = keys.get('EDGE_WEIGHT_TYPE')
    if kind == 'GEO':
        self.way = lambda i, j: 0 if i == j else geographic(spots[i], spots[j])
    elif kind == 'ATT':
        self.way = lambda i, j: math.ceil(math.hypot(spots[i][0] - spots[j][0], spots[i][1] - spots[j][1]) / math.sqrt(10) - 1e-9)
    else:
        straight(self, spots, floor if self.scale == 10 else nearest)
    return self


def geographic(a, b):
    def radians(value):
        return 3.141592 * (int(value) + 5 * (value - int(value)) / 3) / 180
    q1 = math.cos(radians(a[1]) - radians(b[1]))
    q2 = math.cos(radians(a[0]) - radians(b[0]))
    q3 = math.cos(radians(a[0]) + radians(b[0]))
    return int(6378.388 * math.acos(0.5 * ((1 + q1) * q2 - (1 - q1) * q3)) + 1)


def read_tsptw(lines):
    self = Instance()
    values = [float(word) for line in lines for word in line.split('#')[0].split()]
    n = int(values[0])
    table = [values[1 + i * n:1 + (i + 1) * n] for i in range(n)]
    windows = values[1 + n * n:]
    self.names = {i: i for i in range(1, n)}
    self.window = {i: (windows[2 * i], windows[2 * i + 1] + 1e-6) for i in range(n)}
    self.way = lambda i, j: table[i][j]
    return self


def read_toptw(lines, vehicles):
    self = Instance()
    rows = [numbers(line) for line in lines[2:] if line.strip()]
    self.scale = 10 if len(lines[2].split()[1].split('.')[1]) < 3 else 100
    self.vehicles, self.optional, self.by_prize = vehicles, True, True
    for i, row in enumerate(rows):
        self.service[i], self.prize[i] = row[3] * self.scale, row[4]
        self.window[i] = (row[-2] * self.scale, row[-1] * self.scale)
        if i:
            self.names[int(row[0])] = i
    straight(self, [row[1:3] for row in rows], floor)
    return self


def read(path, vehicles):
    with open(path, encoding='utf-8', errors='replace') as lines:
        lines = lines.read().splitlines()
    family = os.path.basename(os.path.dirname(path))
    if family.startswith('tsptw'):
        return read_tsptw(lines)
    if family.startswith('toptw'):
        return read_toptw(lines, vehicles)
    return read_solomon(lines) if family == 'vrptw_solomon100' else read_lib(lines)
