/* bjt-environment.c: the program runs installed, moved as a whole, or straight
 * from the build folder: translations and settings are looked for beside the
 * executable first. Who has set no language is taken for a Chinese reader. Days
 * are those of China: the toolkit's calendar marks today by the process's zone.
 * Call once, first thing in main(), before any thread and before GTK. */
#include "bjt-environment.h"

#include <libintl.h>
#include <locale.h>

static char *
dup_program_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : g_strdup (".");
}

/* The first of the folders, relative to the program's, that holds the file. */
static char *
find_folder (const char        *program_folder,
             const char *const *candidates,
             const char        *file)
{
  for (guint i = 0; candidates[i] != NULL; i++)
    {
      g_autofree char *folder = g_canonicalize_filename (candidates[i], program_folder);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

/* What the person asked for, as LANGUAGE wants it: zh_CN for zh_CN.UTF-8. */
static char *
dup_wanted_language (void)
{
  static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value == NULL || *value == '\0')
        continue;
      if (i > 0 && (strcmp (value, "C") == 0 || strcmp (value, "POSIX") == 0 || g_str_has_prefix (value, "C.")))
        break;
      return g_strndup (value, strcspn (value, ".@"));
    }
  return g_strdup ("zh_CN");
}

/* gettext translates nothing in the locale "C", nor in one that is not
 * installed; with LANGUAGE any other will do. */
static void
choose_language (void)
{
  g_autofree char *language = dup_wanted_language ();
  const char *locale;

  g_setenv ("LANGUAGE", language, TRUE);
  locale = setlocale (LC_ALL, "");
  if (locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0)
    {
      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      setlocale (LC_ALL, "");
    }
}

void
bjt_environment_prepare (void)
{
  static const char *const locale_folders[] = { "../share/locale", "../../po", NULL };
  static const char *const schema_folders[] = { "../share/glib-2.0/schemas", "../../data", NULL };
  g_autofree char *program_folder = dup_program_folder ();
  g_autofree char *locales = find_folder (program_folder, locale_folders, "zh_CN/LC_MESSAGES/" GETTEXT_PACKAGE ".mo");
  g_autofree char *schemas = find_folder (program_folder, schema_folders, "gschemas.compiled");

  g_setenv ("TZ", "CST-8", TRUE); /* needs no table of zones */
  choose_language ();
  bindtextdomain (GETTEXT_PACKAGE, locales != NULL ? locales : BJT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (schemas != NULL)
    g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, FALSE);
}
