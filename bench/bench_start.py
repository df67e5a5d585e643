"""start: from the command to the picture on the screen, against gnome-maps with
its empty window. Both draw with cairo into the same kind of invisible screen,
whose memory is watched from outside, so that neither program helps."""

import json
import mmap
import os
import signal
import statistics
import subprocess
import sys
import time

from measure import Failed, Workshop, has, row, seconds

PEER = 'gnome-maps'
WIDTH, HEIGHT = 1366, 768
STILL = 0.6      # s without a change: the picture is complete
PATIENCE = 30    # s
RUNS = 5


def run():
    if 'BJT_BENCH_BUS' not in os.environ:
        return on_a_bus_of_its_own()
    with Workshop() as shop:
        sample = shop.path('sample.bjt')
        seconds(['bjt', 'demo', sample])
        ours = start_often(shop, ['baijiatu', sample])
        peer = start_often(shop, [PEER]) if has(PEER) else None
    name = peer and PEER
    return [
        row('sample', 'first frame', 'ms', ours['first'], name, peer and peer['first']),
        row('sample', 'complete picture, peer: first frame of its empty window', 'ms', ours['complete'],
            name, peer and peer['first']),
        row('sample', 'processor time to the complete picture', 'ms', ours['processor'], name, peer and peer['processor']),
        row('sample', 'memory (RSS)', 'MB', ours['memory'], name, peer and peer['memory']),
        row('sample', 'memory (RSS) against the limit', 'MB', ours['memory'], 'limit', 150),
    ]


def on_a_bus_of_its_own():
    environment = dict(os.environ, BJT_BENCH_BUS='1', PYTHONPATH=os.path.dirname(__file__))
    program = 'import json, bench_start; print(json.dumps(bench_start.run()))'
    done = subprocess.run(['dbus-run-session', '--', sys.executable, '-B', '-c', program], env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise Failed(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'the bus did not start')
    return json.loads(done.stdout.splitlines()[-1])


def start_often(shop, command):
    start_once(shop, command)  # warms the disk cache for both alike
    results = [start_once(shop, command) for _ in range(RUNS)]
    return {key: statistics.median(result[key] for result in results) for key in results[0]}


def start_once(shop, command):
    screen = Screen(shop)
    try:
        began = time.perf_counter()
        process = subprocess.Popen(command, env=screen.environment(), start_new_session=True,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            first, complete = screen.watch(began, process)
            return {'first': first * 1000, 'complete': complete * 1000, 'memory': resident_megabytes(process.pid),
                    'processor': processor_seconds(process.pid) * 1000}
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    finally:
        screen.close()


def resident_megabytes(pid):
    with open(f'/proc/{pid}/status', encoding='ascii') as file:
        return next(int(line.split()[1]) for line in file if line.startswith('VmRSS:')) / 1024


def processor_seconds(pid):
    """User and system time of all threads: what a busy machine does not change."""
    with open(f'/proc/{pid}/stat', encoding='utf-8') as file:
        fields = file.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def is_drawn(picture):
    """More than the black of a window that has only just been put there."""
    return len(set(picture[::997])) > 8


class Screen:
    """An Xvfb that keeps its picture in a file."""

    def __init__(self, shop):
        folder = shop.path('screen')
        os.makedirs(folder, exist_ok=True)
        told, tell = os.pipe()
        self.server = subprocess.Popen(
            ['Xvfb', '-displayfd', str(tell), '-screen', '0', f'{WIDTH}x{HEIGHT}x24', '-fbdir', folder,
             '-nolisten', 'tcp', '-noreset'], pass_fds=[tell], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(told) as file:
            self.number = file.readline().strip()
        if not self.number:
            raise Failed('Xvfb did not start')
        if has('xdotool'):  # else the pointer rests on the map and a tooltip comes up
            subprocess.run(['xdotool', 'mousemove', str(WIDTH), str(HEIGHT)], env=dict(os.environ, DISPLAY=f':{self.number}'))
        with open(os.path.join(folder, 'Xvfb_screen0'), 'rb') as file:
            self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)

    def environment(self):
        kept = {key: value for key, value in os.environ.items() if key != 'WAYLAND_DISPLAY'}
        return dict(kept, DISPLAY=f':{self.number}', LC_ALL='C.UTF-8', LANGUAGE='zh_CN', GDK_BACKEND='x11',
                    GSK_RENDERER='cairo', GDK_DEBUG='gl-disable',
                    GDK_DISABLE='gl,vulkan', GSETTINGS_BACKEND='memory', GTK_A11Y='none',
                    GIO_USE_VOLUME_MONITOR='unix')

    def watch(self, began, process):
        """When anything was first seen and when it last changed, in seconds."""
        last = self.memory[:]
        first = changed = None
        while time.perf_counter() - began < PATIENCE:
            if process.poll() is not None:
                raise Failed(f'{process.args[0]} ended with {process.returncode} while it was watched')
            now = self.memory[:]
            at = time.perf_counter() - began
            if now != last:
                last, changed = now, at
                if first is None and is_drawn(now):
                    first = at
            elif changed is not None and at - changed > STILL:
                break
            time.sleep(0.004)
        if first is None:
            raise Failed(f'{process.args[0]} drew nothing in {PATIENCE} s')
        return first, changed

    def close(self):
        self.memory.close()
        self.server.terminate()
        self.server.wait()
