"""What the benchmarks share: runs, medians, rows, the register they import."""

import json
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time


FOLDER = os.path.dirname(os.path.realpath(__file__))
BUILD = os.path.abspath(os.environ.get('BJT_BENCH_BUILD', os.path.join(os.path.dirname(FOLDER), 'build')))


class Failed(Exception):
    """A benchmark that could not be run; the text says why."""


def median(function, runs=3):
    """Median of what function() returns, over some runs."""
    return statistics.median(function() for _ in range(runs))


def seconds(command, **keywords):
    """Wall time of a command that must succeed."""
    began = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **keywords)
    taken = time.perf_counter() - began
    if done.returncode != 0:
        raise Failed(f"{' '.join(command)}: {done.stdout.strip()[-500:]}")
    return taken


def row(case, metric, unit, value, peer=None, peer_value=None):
    """One line of the answer. ratio = peer ÷ ours: more is better."""
    ratio = round(peer_value / value, 3) if peer_value is not None and value else None
    return {'case': case, 'metric': metric, 'unit': unit, 'value': rounded(value),
            'peer': peer, 'peer_value': rounded(peer_value), 'ratio': ratio}


def rounded(value):
    return value if value is None else float(f'{value:.4g}')


def has(program):
    return shutil.which(program) is not None


def figures(program, *arguments, display=False):
    """What one of our C benchmarks answers."""
    command = [os.path.join(BUILD, 'bench', program), *arguments]
    if display:
        command.insert(0, os.path.join(os.path.dirname(FOLDER), 'build-aux', 'with-display'))
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


class Workshop:
    """A folder for one benchmark, gone when it ends."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='bjt-bench-')
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def fresh(self, name):
        """A path where nothing is, whatever the last run left."""
        for ending in ('', '-wal', '-shm', '-journal', '.lock'):
            if os.path.exists(self.path(name) + ending):
                os.remove(self.path(name) + ending)
        return self.path(name)

    def empty(self, name):
        """A community with nothing in it."""
        path = self.fresh(name)
        seconds(['bjt', 'new', path, '--name', 'bench'])
        return path

    def stress(self, doors):
        """A sample community of so many doors."""
        path = self.fresh(f'stress-{doors}.bjt')
        seconds(['bjt', 'demo', path, '--profile', 'stress', '--doors', str(doors)])
        return path


SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文玉兰'
CHECK_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_number(number):
    """A well-formed identity number, another for each number; even numbers are men."""
    year, day = 1935 + number % 80, number // 80 % 336
    order = (number // 26880 * 2 + (number + 1) % 2) % 1000
    body = f'110105{year}{day // 28 + 1:02}{day % 28 + 1:02}{order:03}'
    return body + '10X98765432'[sum(int(digit) * weight for digit, weight in zip(body, CHECK_WEIGHTS)) % 11]


def write_register(path, rows):
    """A register as a property office keeps it: one person a row, two a door,
    24 doors an entrance, the address in one column. The same every time."""
    chance = random.Random(rows)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('序号,地址,姓名,与户主关系,性别,身份证号,联系电话,民族,居住类型,备注\n')
        for number in range(rows):
            door, member = divmod(number, 2)
            building, place = divmod(door, 96)
            entrance, place = divmod(place, 24)
            level, stack = divmod(place, 2)
            compound, building = divmod(building, 40)
            name = chance.choice(SURNAMES) + ''.join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
            file.write(f'{number + 1},和平小区{compound + 1}期{building + 1}号楼{entrance + 1}单元{level + 1}{stack + 1:02}室,'
                       f'{name},{("户主", "配偶")[member]},{("男", "女")[member]},{identity_number(number)},'
                       f'138{number:08},汉族,{("常住", "租住")[door % 7 == 0]},\n')
