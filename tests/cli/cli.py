"""What the tests of the terminal face share: running bjt, a sample to work on."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import unittest

BJT = os.environ['BJT']
AS_OF = '2026-11-22'
SIGNALLED = 'ended by signal'


class Run:
    """One run of bjt: its exit code and what it said."""

    def __init__(self, words, done):
        self.words = words
        self.code = done.returncode
        self.out = done.stdout.decode('utf-8')
        self.err = done.stderr.decode('utf-8')

    def json(self):
        return json.loads(self.out)

    def __str__(self):
        return f'bjt {" ".join(map(str, self.words))}: exit {self.code}\nout: {self.out[:800]}\nerr: {self.err[:800]}'


def run(*words, db=None, as_of=AS_OF, stdin=b'', timeout=60):
    command = [BJT] + (['--db', db] if db else []) + (['--as-of', as_of] if as_of else []) + list(words)
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='C')
    environment.pop('BJT_DB', None)
    done = subprocess.run(command, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=timeout, env=environment, check=False)
    return Run(words, done)


def digest(path):
    with open(path, 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()


class Case(unittest.TestCase):
    """A folder of its own, and for those that want it a copy of the sample."""

    sample = None

    @classmethod
    def setUpClass(cls):
        cls.shelf = tempfile.mkdtemp(prefix='bjt-e2e-')
        cls.addClassCleanup(shutil.rmtree, cls.shelf)

    def setUp(self):
        self.folder = tempfile.mkdtemp(dir=self.shelf)

    def path(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, 'wb') as file:
                file.write(content if isinstance(content, bytes) else content.encode('utf-8'))
        return path

    @classmethod
    def master(cls):
        """江北, made once a class."""
        path = os.path.join(cls.shelf, 'master.bjt')
        if not os.path.exists(path):
            done = run('demo', path)
            assert done.code == 0, done
        return path

    def copy(self, name='a.bjt'):
        return shutil.copy(self.master(), self.path(name))

    def new(self, name='n.bjt'):
        path = self.path(name)
        self.good(run('new', path, '--name', '江北社区'))
        return path

    def good(self, done):
        self.assertEqual(done.code, 0, str(done))
        self.assertEqual(done.err, '', str(done))
        return done

    def refused(self, done, code=1, about=None):
        """One clear line on stderr, nothing on stdout."""
        self.assertEqual(done.code, code, str(done))
        lines = done.err.splitlines()
        self.assertEqual(len(lines), 1, str(done))
        self.assertTrue(lines[0].startswith('bjt: '), str(done))
        self.assertLess(len(lines[0]), 600, str(done))
        self.assertEqual(done.out, '', str(done))
        if about is not None:
            self.assertIn(about, done.err, str(done))
        return done

    def sound(self, path):
        self.good(run('check', path))
