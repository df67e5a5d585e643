/* test-xml-reader.c: XML that is well-formed is told in order, XML that is built
 * to do harm is refused before it can. */
#include "xml/bjt-xml-reader.h"

#include <string.h>

static gboolean
start_cb (const char             *name,
          const BjtXmlAttributes *attributes,
          gpointer                user_data,
          GError                **error)
{
  GString *log = user_data;

  g_string_append_printf (log, "<%s", name);
  for (guint i = 0; i < attributes->n_items; i++)
    g_string_append_printf (log, " %s=%s", attributes->items[i].name, attributes->items[i].value);
  g_string_append_c (log, '>');
  return TRUE;
}

static gboolean
end_cb (const char *name,
        gpointer    user_data,
        GError    **error)
{
  g_string_append_printf (user_data, "</%s>", name);
  return TRUE;
}

static gboolean
text_cb (const char *text,
         gsize       length,
         gpointer    user_data,
         GError    **error)
{
  g_string_append_len (user_data, text, (gssize) length);
  return TRUE;
}

static const BjtXmlHandler log_handler = { start_cb, end_cb, text_cb };

static char *
read_log (const char         *xml,
          const BjtXmlLimits *limits,
          GError            **error)
{
  GString *log = g_string_new (NULL);

  bjt_xml_read_memory (xml, strlen (xml), limits, &log_handler, log, error);
  return g_string_free (log, FALSE);
}

static void
assert_refused (const char *xml,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *log = read_log (xml, NULL, &error);

  g_assert_error (error, BJT_XML_ERROR, code);
  g_assert_null (strstr (log, "root:"));
}

static void
test_events (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *log = read_log ("<?xml version='1.0'?><!DOCTYPE a SYSTEM 'no-such.dtd'><x:a xmlns:x='u' k='1&lt;2' x:m='&#x4e2d;' n='a&amp;b&amp;#38;c&#38;'>t&amp;u<b/><![CDATA[<c>]]></x:a>", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (log, ==, "<a k=1<2 m=中 n=a&b&#38;c&>t&u<b></b><c></a>");
}

static void
test_entities (void)
{
  assert_refused ("<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>", BJT_XML_ERROR_UNSAFE);
  assert_refused ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", BJT_XML_ERROR_UNSAFE);
  assert_refused ("<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://localhost/x'> %b;]><a/>", BJT_XML_ERROR_UNSAFE);
  assert_refused ("<!DOCTYPE a [<!ENTITY l 'ha'><!ENTITY m '&l;&l;&l;'><!ENTITY n '&m;&m;&m;'>]><a k='&n;'/>", BJT_XML_ERROR_UNSAFE);
  assert_refused ("<a>&unknown;</a>", BJT_XML_ERROR_MALFORMED);
}

static void
test_malformed (void)
{
  static const char *const documents[] = { "", " ", "x", "<a>", "<a></b>", "<a b=1/>", "<a/><b/>", "<a>\x01</a>", "<a>\xff</a>" };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    assert_refused (documents[i], BJT_XML_ERROR_MALFORMED);
}

static void
test_depth (void)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (GError)  error = NULL;
  g_autofree char    *log = NULL;
  BjtXmlLimits        limits = { .max_depth = 3 };

  g_free (read_log ("<a><b><c/></b></a>", &limits, &error));
  g_assert_no_error (error);
  g_free (read_log ("<a><b><c><d/></c></b></a>", &limits, &error));
  g_assert_error (error, BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE);
  g_clear_error (&error);
  for (int i = 0; i < 100000; i++)
    g_string_append (xml, "<a>");
  log = read_log (xml->str, NULL, &error);
  g_assert_error (error, BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE);
}

static void
test_size (void)
{
  g_autoptr (GString) xml = g_string_new ("<a>");
  g_autoptr (GError)  error = NULL;
  BjtXmlLimits        limits = { .max_bytes = 100000 };

  while (xml->len < 200000)
    g_string_append (xml, "<b/>");
  g_string_append (xml, "</a>");
  g_free (read_log (xml->str, &limits, &error));
  g_assert_error (error, BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE);
  g_clear_error (&error);
  g_free (read_log (xml->str, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
stop_cb (const char             *name,
         const BjtXmlAttributes *attributes,
         gpointer                user_data,
         GError                **error)
{
  ++*(guint *) user_data;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "enough");
  return FALSE;
}

static void
test_stop (void)
{
  static const BjtXmlHandler handler = { .start = stop_cb };
  g_autoptr (GError)         error = NULL;
  guint                      n = 0;

  g_assert_false (bjt_xml_read_memory ("<a><b/><c/></a>", 15, NULL, &handler, &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bjt_xml_read_file ("/no/such/file", NULL, &log_handler, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/reader/events", test_events);
  g_test_add_func ("/xml/reader/entities", test_entities);
  g_test_add_func ("/xml/reader/malformed", test_malformed);
  g_test_add_func ("/xml/reader/depth", test_depth);
  g_test_add_func ("/xml/reader/size", test_size);
  g_test_add_func ("/xml/reader/stop", test_stop);
  g_test_add_func ("/xml/reader/no-file", test_no_file);
  return g_test_run ();
}
