#!/usr/bin/env python3
"""Each check is fed a good and a bad sample: a check that cannot fail is a defect."""

import json
import os
import tempfile
import unittest

import cjk
import clang
import data
import errors
import layers
import packages
import paths
import sizes
import translations
import zones


class Tree(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.root = holder.name

    def write(self, path, text):
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)

    def assert_good(self, check, build=None):
        self.assertEqual(check(self.root, build), [])

    def assert_bad(self, check, words, build=None):
        self.assertIn(words, '\n'.join(check(self.root, build)))


class Layers(Tree):
    def test_downward_include_is_good(self):
        self.write('src/core/geo/a.c', '#include "a.h"\n#include "base/b.h"\n#include <glib.h>\n')
        self.assert_good(layers.check)

    def test_upward_include_is_bad(self):
        self.write('src/core/geo/a.c', '#include "model/b.h"\n')
        self.assert_bad(layers.check, 'geo may not include model')

    def test_face_must_use_the_only_door(self):
        self.write('src/pages/a.c', '#include "store/b.h"\n')
        self.assert_bad(layers.check, 'pages may not include store')

    def test_library_has_one_owner(self):
        self.write('src/core/import/a.c', '#include <libxml/parser.h>\n')
        self.assert_bad(layers.check, '<libxml/parser.h> belongs to xml')

    def test_core_without_gtk(self):
        self.write('src/core/paint/a.h', '#  include <gtk/gtk.h>\n')
        self.assert_bad(layers.check, 'not to paint')

    def test_climbing_is_bad(self):
        self.write('src/map/a.c', '#include "../core/store/b.h"\n')
        self.assert_bad(layers.check, 'climbs out')

    def test_unknown_folder_is_bad(self):
        self.write('src/core/utils/a.c', '\n')
        self.assert_bad(layers.check, 'in no layer')

    def test_comment_is_no_include(self):
        self.write('src/core/geo/a.c', '/*\n#include "model/b.h"\n*/\n')
        self.assert_good(layers.check)


class Chinese(Tree):
    def test_comment_and_data_are_good(self):
        self.write('src/core/geo/a.c', '/* 网格 "网格" */\nchar *a = "grid"; // 楼\n')
        self.write('src/core/import/words.c', 'char *a = "单元";\n')
        self.assert_good(cjk.check)

    def test_literal_is_bad(self):
        self.write('src/core/model/a.c', '\nchar *a = "网格";\n')
        self.assert_bad(cjk.check, 'src/core/model/a.c:2')


class Sizes(Tree):
    def test_small_is_good(self):
        self.write('src/core/geo/a.c', 'int\nf (int a, void (*b) (int, int))\n{\n' + '  a++;\n' * 70 + '}\n')
        self.assert_good(sizes.check)

    def test_long_function_is_bad(self):
        self.write('src/core/geo/a.c', 'int\nf (int a)\n{\n' + '  a++;\n' * 81 + '}\n')
        self.assert_bad(sizes.check, 'f has 84 lines')

    def test_many_parameters_are_bad(self):
        self.write('src/core/geo/a.c', 'int\nf (int a, int b, int c, int d, int e, int g, int h, int i)\n{\n}\n')
        self.assert_bad(sizes.check, '8 parameters')

    def test_long_file_is_bad(self):
        self.write('src/core/geo/a.c', '\n' * 801)
        self.assert_bad(sizes.check, '801 lines')


class Clang(Tree):
    def compile(self, text, header='#pragma once\n'):
        self.write('src/core/geo/a.c', text)
        self.write('src/core/geo/b.h', header)
        self.write('build/compile_commands.json', json.dumps([
            {'directory': self.root, 'file': 'src/core/geo/a.c', 'command': 'cc -Wshadow -O2 -c src/core/geo/a.c'}]))
        return os.path.join(self.root, 'build')

    def test_clean_is_good(self):
        self.assert_good(clang.check, self.compile('int f (int a);\nint\nf (int a)\n{\n  return a;\n}\n'))

    def test_warning_is_bad(self):
        build = self.compile('int f (int a);\nint\nf (int a)\n{\n  { int a = 1; (void) a; }\n  return a;\n}\n')
        self.assert_bad(clang.check, '-Wshadow', build)

    def test_header_that_needs_another_is_bad(self):
        self.assert_bad(clang.check, 'gsize', self.compile('int f;\n', '#pragma once\ngsize f (void);\n'))

    def test_forgotten_source_is_bad(self):
        build = self.compile('int f;\n')
        self.write('src/core/geo/c.c', 'int g;\n')
        self.assert_bad(clang.check, 'src/core/geo/c.c: is not built', build)

    def test_nothing_to_read_is_bad(self):
        self.write('build/compile_commands.json', '[]')
        self.assert_bad(clang.check, 'names no source', os.path.join(self.root, 'build'))


class Packages(Tree):
    def build(self, control):
        self.write('debian/control', control)
        self.write('build/meson-info/intro-dependencies.json', json.dumps([{'name': 'glib-2.0'}, {'name': 'threads'}]))
        return os.path.join(self.root, 'build')

    def test_listed_is_good(self):
        self.assert_good(packages.check, self.build('Build-Depends:\n meson,\n libglib2.0-dev (>= 2.74) <!nocheck>\n'))

    def test_unlisted_is_bad(self):
        self.assert_bad(packages.check, 'glib-2.0 comes from', self.build('Build-Depends: meson\n'))


class Paths(Tree):
    def test_system_path_is_good(self):
        self.write('src/a.c', '"/usr/share/fonts" "tests/work/b" "${HOME}/home/x"\n')
        self.assert_good(paths.check)

    def test_machine_path_is_bad(self):
        self.write('README.md', '\nsee /home/someone/project\n')
        self.assert_bad(paths.check, 'README.md:2')

    def test_registry_is_bad(self):
        self.write('run', 'https://pypi.org/simple\n')
        self.assert_bad(paths.check, 'pypi.org')


class Data(Tree):
    def test_good(self):
        self.write('data/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n')
        self.assert_good(data.check)

    def test_broken_markup_is_bad(self):
        self.write('src/widgets/a.ui', '<interface><object></interface>\n')
        self.assert_bad(data.check, 'src/widgets/a.ui: xmllint')

    def test_desktop_file_without_name_is_bad(self):
        self.write('data/a.desktop', '[Desktop Entry]\nType=Application\nExec=true\n')
        self.assert_bad(data.check, 'desktop-file-validate')

    def test_empty_metainfo_is_bad(self):
        self.write('data/a.metainfo.xml', '<component type="desktop-application"><id>x</id></component>\n')
        self.assert_bad(data.check, 'appstreamcli')

    def test_schema_without_default_is_bad(self):
        self.write('data/a.gschema.xml', '<schemalist><schema id="a" path="/a/"><key name="b" type="i"/></schema></schemalist>\n')
        self.assert_bad(data.check, 'gschema')


class Translations(Tree):
    PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: zh_CN\\n"\n\n'

    def build(self, potfiles, po):
        self.write('src/app/a.c', 'char *a = _("Visit");\n')
        self.write('po/POTFILES.in', potfiles)
        self.write('po/LINGUAS', 'zh_CN\n')
        self.write('po/zh_CN.po', self.PO + po)

    def test_complete_is_good(self):
        self.build('src/app/a.c\n', 'msgid "Visit"\nmsgstr "走访"\n')
        self.assert_good(translations.check)

    def test_unlisted_file_is_bad(self):
        self.build('# none\n', '')
        self.assert_bad(translations.check, 'not listed')

    def test_vanished_file_is_bad(self):
        self.build('src/app/a.c\nsrc/app/b.c\n', '')
        self.assert_bad(translations.check, 'src/app/b.c is listed')

    def test_missing_sentence_is_bad(self):
        self.build('src/app/a.c\n', 'msgid "Issue"\nmsgstr "问题"\n')
        self.assert_bad(translations.check, 'msgcmp')

    def test_broken_file_is_bad(self):
        self.build('src/app/a.c\n', 'msgid "Visit"\nmsgstr "走访\n')
        self.assert_bad(translations.check, 'msgfmt')


class Zones(Tree):
    def test_own_clock_is_good(self):
        self.write('src/core/store/a.c', 'day = bjt_time_get_local_date (now);\n/* not localtime (now) */\n')
        self.assert_good(zones.check)

    def test_zone_of_the_machine_is_bad(self):
        self.write('src/core/store/a.c', 'int a;\nnow = g_date_time_new_now_local ();\n')
        self.assert_bad(zones.check, 'a.c:2: g_date_time_new_now_local asks')

    def test_errors_read_once_they_are_set(self):
        self.write('src/a.c', 'if (!save (&error))\n  tell (error);\ntell (save (&error), "x", &error);\n')
        self.assert_good(errors.check)

    def test_error_read_before_it_is_set_is_bad(self):
        self.write('src/a.c', 'int a;\ntell (save (door, &error), _("Saved"),\n      error);\n')
        self.assert_bad(errors.check, 'a.c:2: error may be read before')


if __name__ == '__main__':
    unittest.main()
