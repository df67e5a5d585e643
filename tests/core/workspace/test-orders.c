/* test-orders.c: orders of the hotline from sloppy files: what is matched, what is
 * left to a person, and what must never happen: a wrong link, a second copy. */
#include "demo/bjt-demo-orders.h"
#include "import/bjt-import-error.h"
#include "import/bjt-zip-writer.h"
#include "rules/bjt-work-indicator.h"
#include "workspace/bjt-workspace-issues.h"
#include "workspace/bjt-workspace-ledger.h"
#include "workspace/bjt-workspace-orders.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY bjt_date_from_ymd (2026, 11, 22)

typedef struct
{
  char         *path;
  BjtClock      clock;
  BjtWorkspace *workspace;
} Fixture;

static char *sample_path; /* made once, copied for each test */

static void
open_on (Fixture *self,
         BjtDate  day)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->workspace);
  bjt_clock_init_as_of (&self->clock, day);
  self->workspace = bjt_workspace_open (self->path, &self->clock, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            length;

  self->path = g_strdup_printf ("%s-copy.bjt", sample_path);
  g_assert_true (g_file_get_contents (sample_path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize) length, NULL));
  open_on (self, TODAY);
}

static void
remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_object (&self->workspace);
  remove_file (self->path);
  g_free (self->path);
}

/* Files */

static BjtOrderFile *
read_bytes (const char *bytes,
            gssize      length,
            GError    **error)
{
  g_autofree char *path = NULL;
  int              fd = g_file_open_tmp ("orders-XXXXXX", &path, NULL);
  BjtOrderFile    *file;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  file = bjt_order_file_read (path, NULL, error);
  g_unlink (path);
  return file;
}

static BjtOrderFile *
import (Fixture    *self,
        const char *text,
        gboolean    dry_run)
{
  g_autoptr (GError) error = NULL;
  BjtOrderFile      *file = read_bytes (text, -1, &error);

  g_assert_no_error (error);
  bjt_workspace_import_orders (self->workspace, file, dry_run, &error);
  g_assert_no_error (error);
  return file;
}

static void
assert_count (const BjtOrderFile *file,
              const char         *name,
              guint               expected)
{
  g_assert_cmpuint (bjt_import_report_get_count (file->report, name), ==, expected);
}

static BjtOrderCase *
get_case (Fixture    *self,
          const char *number)
{
  g_autoptr (GError) error = NULL;
  BjtOrderCase      *found = bjt_workspace_get_order_case (self->workspace, number, &error);

  g_assert_no_error (error);
  return found;
}

static guint
count_queue (Fixture *self)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) queue = bjt_workspace_list_order_queue (self->workspace, &error);

  g_assert_no_error (error);
  return queue->len;
}

/* How well it matches */

typedef struct
{
  guint n, linked, wrong, queued, offered, kinds_right;
} Score;

/* Linked to the very place, or to what it lies in where the address says no more. */
static gboolean
is_right (const BjtHotlineOrder *order,
          const BjtDemoOrder    *truth)
{
  if (!bjt_uuid_is_nil (&order->door_id))
    return bjt_uuid_equal (&order->door_id, &truth->door_id);
  if (!bjt_uuid_is_nil (&order->entrance_id))
    return bjt_uuid_equal (&order->entrance_id, &truth->entrance_id);
  return !bjt_uuid_is_nil (&order->building_id) && bjt_uuid_equal (&order->building_id, &truth->building_id);
}

/* One of the guesses is the truth as finely as it is known. */
static gboolean
is_offered (const BjtPicture   *picture,
            const BjtOrderCase *found,
            const BjtDemoOrder *truth)
{
  for (guint i = 0; i < found->guesses->len; i++)
    {
      BjtOrderPlace place;

      bjt_order_place_init (&place, picture, &g_array_index (found->guesses, BjtPlaceGuess, i));
      if (bjt_uuid_equal (&place.compound_id, &truth->compound_id)
          && (bjt_uuid_is_nil (&truth->building_id) || bjt_uuid_equal (&place.building_id, &truth->building_id))
          && (bjt_uuid_is_nil (&truth->entrance_id) || bjt_uuid_equal (&place.entrance_id, &truth->entrance_id))
          && (bjt_uuid_is_nil (&truth->door_id) || bjt_uuid_equal (&place.door_id, &truth->door_id)))
        return TRUE;
    }
  return FALSE;
}

static void
score_order (Fixture            *self,
             const BjtDemoOrder *truth,
             Score              *score)
{
  g_autoptr (BjtOrderCase) found = get_case (self, truth->number);
  g_autoptr (BjtIssueKind) kind = NULL;
  g_autoptr (GPtrArray)    kinds = bjt_workspace_list_issue_kinds (self->workspace, NULL);
  Score                    one = { .n = 1 };

  g_assert_nonnull (found->issue);
  g_assert_cmpstr (found->issue->source, ==, "12345");
  one.linked = found->order->match == BJT_ORDER_GUESSED;
  one.wrong = one.linked && !is_right (found->order, truth);
  one.queued = !one.linked;
  one.offered = one.queued && !bjt_uuid_is_nil (&truth->compound_id) && is_offered (bjt_workspace_get_picture (self->workspace), found, truth);
  for (guint i = 0; i < kinds->len; i++)
    if (bjt_uuid_equal (&((BjtIssueKind *) kinds->pdata[i])->id, &found->order->kind_id))
      one.kinds_right = strcmp (((BjtIssueKind *) kinds->pdata[i])->code, truth->kind) == 0;
  for (guint i = 0; i < sizeof (Score) / sizeof (guint); i++)
    ((guint *) score)[i] += ((guint *) &one)[i];
  if (one.wrong)
    g_test_message ("wrong: %s %s", bjt_demo_order_flaw_get_name (truth->flaw), truth->cells);
}

static void
print_score (const char  *name,
             const Score *score)
{
  g_test_message ("%-14s %3u orders: %3u linked, %u wrong, %3u queued (%u of them with the truth among the guesses), %u kinds right",
                  name, score->n, score->linked, score->wrong, score->queued, score->offered, score->kinds_right);
}

static void
test_sample (Fixture      *self,
             gconstpointer data)
{
  Score all = { 0 }, by_flaw[BJT_DEMO_N_ORDER_FLAWS] = { 0 };
  guint placeable = 0;

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (GPtrArray)    truths = bjt_demo_orders_make (bjt_workspace_get_picture (self->workspace), seed, 60, TODAY);
      g_autofree char         *csv = bjt_demo_orders_dup_csv (truths);
      g_autoptr (BjtOrderFile) file = import (self, csv, FALSE);

      g_assert_cmpuint (truths->len, ==, 60);
      assert_count (file, "rows", 60);
      for (guint i = 0; i < truths->len; i++)
        {
          const BjtDemoOrder *truth = truths->pdata[i];

          if (truth->flaw == BJT_DEMO_ORDER_AGAIN)
            continue;
          score_order (self, truth, &by_flaw[truth->flaw]);
          score_order (self, truth, &all);
          placeable += !bjt_uuid_is_nil (&truth->building_id);
        }
      g_assert_true (bjt_workspace_undo (self->workspace, NULL));
    }
  for (guint i = 0; i < BJT_DEMO_ORDER_AGAIN; i++)
    print_score (bjt_demo_order_flaw_get_name (i), &by_flaw[i]);
  print_score ("all", &all);
  g_assert_cmpuint (all.wrong, ==, 0);
  g_assert_cmpuint (all.linked * 100, >=, placeable * 65);
  g_assert_cmpuint (all.kinds_right * 100, >=, all.n * 90);
  g_assert_cmpuint (by_flaw[BJT_DEMO_ORDER_CLEAN].linked, ==, by_flaw[BJT_DEMO_ORDER_CLEAN].n);
  g_assert_cmpuint (by_flaw[BJT_DEMO_ORDER_OLD_NAME].linked, ==, by_flaw[BJT_DEMO_ORDER_OLD_NAME].n);
  g_assert_cmpuint (by_flaw[BJT_DEMO_ORDER_OUTSIDE].linked, ==, 0);
}

/* Importing */

#define HEADER "工单编号,来电时间,诉求内容,地址,来电人,电话,承办单位,办理时限,回访结果\n"
#define LAMP HEADER "A1,2026-11-20 08:30,楼道灯坏了,山水宜家3号楼2单元201,王某,13900000001,江北社区,3个工作日,\n"

static void
test_again (Fixture      *self,
            gconstpointer data)
{
  guint                    undo = bjt_workspace_count_undo (self->workspace);
  gint64                   n = bjt_workspace_count (self->workspace, &bjt_issue_type, NULL);
  gint64                   n_orders = bjt_workspace_count (self->workspace, &bjt_hotline_order_type, NULL);
  g_autofree char         *text = bjt_workspace_dup_sample_orders (self->workspace, 3, 60);
  g_autoptr (BjtOrderFile) dry = import (self, text, TRUE);
  g_autoptr (BjtOrderFile) first = NULL;
  g_autoptr (BjtOrderFile) again = NULL;
  guint                    n_new = bjt_import_report_get_count (dry->report, "new_orders");

  g_assert_cmpint (bjt_workspace_count (self->workspace, &bjt_issue_type, NULL), ==, n);
  g_assert_cmpuint (bjt_workspace_count_undo (self->workspace), ==, undo);
  first = import (self, text, FALSE);
  assert_count (first, "new_orders", n_new);
  g_assert_cmpuint (n_new + bjt_import_report_get_count (first->report, "orders_twice"), ==, 60);
  g_assert_cmpuint (bjt_workspace_count_undo (self->workspace), ==, undo + 1);
  again = import (self, text, FALSE);
  assert_count (again, "new_orders", 0);
  assert_count (again, "already_there", n_new);
  g_assert_cmpuint (bjt_workspace_count_undo (self->workspace), ==, undo + 1);
  g_assert_cmpint (bjt_workspace_count (self->workspace, &bjt_issue_type, NULL), ==, n + n_new);
  g_assert_true (bjt_workspace_undo (self->workspace, NULL));
  g_assert_cmpint (bjt_workspace_count (self->workspace, &bjt_issue_type, NULL), ==, n);
  g_assert_cmpint (bjt_workspace_count (self->workspace, &bjt_hotline_order_type, NULL), ==, n_orders);
}

static void
test_news (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (BjtOrderFile) first = import (self, LAMP, FALSE);
  g_autoptr (BjtOrderFile) then = import (self, HEADER "A1,2026-11-20 08:30,楼道灯坏了,山水宜家3号楼2单元201,王某,13900000001,江北社区,3个工作日,已解决，满意\n", FALSE);
  g_autoptr (BjtOrderCase) found = get_case (self, "A1");

  assert_count (first, "orders_matched", 1);
  assert_count (then, "orders_updated", 1);
  assert_count (then, "new_orders", 0);
  g_assert_true (found->order->is_solved && found->order->is_satisfied);
}

static void
test_values (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (BjtOrderFile) file = import (self, LAMP, FALSE);
  g_autoptr (BjtOrderCase) found = get_case (self, "A1");
  BjtDate                  received = bjt_date_from_ymd (2026, 11, 20);

  g_assert_cmpstr (found->issue->title, ==, "楼道灯坏了");
  g_assert_cmpint (found->issue->reported_at, ==, bjt_time_from_local (received, 8 * 60 + 30));
  g_assert_cmpstr (found->issue->close_limit, ==, "3w");
  g_assert_cmpint (found->issue->due_on, ==, bjt_date_from_ymd (2026, 11, 25));
  g_assert_cmpstr (found->issue->department, ==, "江北社区");
  g_assert_cmpstr (found->issue->caller, ==, "王某");
  g_assert_true (bjt_uuid_is_nil (&found->issue->door_id)); /* a lamp of the stairwell is the entrance's */
  g_assert_false (bjt_uuid_is_nil (&found->issue->entrance_id));
  g_assert_false (bjt_uuid_is_nil (&found->order->door_id));
}

/* Headers of another city, a title above them, days as spreadsheets keep them. */
static void
test_other_headers (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (BjtOrderFile) file = import (self,
                                          "2026年11月热线工单台账,,,,,,\n"
                                          "序号,受理单号,受理日期,问题描述,事发地点,诉求人姓名,联系方式,办结时间,是否解决,满意度\n"
                                          "1,SL-7,46340.5,暖气不热,山水宜家1-1-101,赵某,,2026/11/21 9:00,是,满意\n"
                                          "2,SL-8,2026年11月19日,暖气不热,山水宜家1-1-102,钱某,,,否,\n"
                                          "3,SL-9,明天,暖气不热,山水宜家1-1-103,,,,,\n"
                                          "4,SL-10,2030-01-01,暖气不热,山水宜家1-1-103,,,,,\n", FALSE);
  g_autoptr (BjtOrderCase) settled = NULL;

  assert_count (file, "rows", 4);
  assert_count (file, "new_orders", 2);
  assert_count (file, "rows_refused", 2);
  assert_count (file, "orders_closed", 1);
  settled = get_case (self, "SL-7");
  g_assert_cmpint (settled->issue->status, ==, BJT_ISSUE_CLOSED);
  g_assert_cmpint (settled->issue->closed_on, ==, bjt_date_from_ymd (2026, 11, 21));
  g_assert_cmpint (settled->issue->reported_on, ==, bjt_date_from_ymd (2026, 11, 14));
  g_assert_true (settled->order->is_solved && settled->order->is_satisfied);
}

static void
add_part (BjtZipWriter *zip,
          const char   *name,
          const char   *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_assert_true (bjt_zip_writer_add (zip, name, bytes, NULL));
}

static void
test_workbook (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (BjtZipWriter) zip = bjt_zip_writer_new (0);
  g_autoptr (GError)       error = NULL;
  g_autoptr (GBytes)       bytes = NULL;
  g_autoptr (BjtOrderFile) file = NULL;
  const BjtOrderRow       *row;
  gsize                    length;
  const char              *content;

  add_part (zip, "[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
  add_part (zip, "_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  add_part (zip, "xl/workbook.xml", "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
  add_part (zip, "xl/_rels/workbook.xml.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                               "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
  add_part (zip, "xl/worksheets/sheet1.xml",
            "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>工单编号</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>来电时间</t></is></c>"
            "<c r=\"C1\" t=\"inlineStr\"><is><t>诉求内容</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>地址</t></is></c></row>"
            "<row r=\"2\"><c r=\"A2\"><v>2.0261103000012E+13</v></c><c r=\"B2\"><v>46340.5</v></c>"
            "<c r=\"C2\" t=\"inlineStr\"><is><t>电梯故障</t></is></c><c r=\"D2\" t=\"inlineStr\"><is><t>山水宜家3-2-201</t></is></c></row>"
            "</sheetData></worksheet>");
  bytes = bjt_zip_writer_finish (zip, &error);
  g_assert_no_error (error);
  content = g_bytes_get_data (bytes, &length);
  file = read_bytes (content, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->rows->len, ==, 1);
  row = file->rows->pdata[0];
  g_assert_cmpstr (row->number, ==, "20261103000012");
  g_assert_cmpint (row->received_at, ==, bjt_time_from_local (bjt_date_from_ymd (2026, 11, 14), 12 * 60));
}

static void
test_hostile (Fixture      *self,
              gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gssize      length;
    int         code;
  } files[] = {
    { "", 0, BJT_IMPORT_ERROR_EMPTY },
    { "%PDF-1.4 not a table at all", -1, BJT_IMPORT_ERROR_UNSUPPORTED },
    { "{\"type\":\"FeatureCollection\",\"features\":[]}", -1, BJT_IMPORT_ERROR_UNSUPPORTED },
    { "姓名,性别,年龄\n张,男,3\n", -1, BJT_IMPORT_ERROR_NO_REGISTER },
    { "PK\003\004trunc", -1, -1 },
    { "\320\317\021\340\241\261\032\341\0\0\0\0\0\0\0\0", 16, -1 },
    { "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", -1, -1 },
  };
  g_autofree char         *huge = g_strnfill (300000, 'x');
  g_autofree char         *text = g_strconcat (HEADER "A9,2026-11-20,", huge, ",=cmd|' /C calc'!A0,\xff\xfe,,,\n", NULL);
  g_autoptr (BjtOrderFile) odd = NULL;
  g_autoptr (BjtOrderCase) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bytes (files[i].bytes, files[i].length, &error));
      g_assert_cmpint (error->domain, ==, BJT_IMPORT_ERROR);
      if (files[i].code >= 0)
        g_assert_cmpint (error->code, ==, files[i].code);
    }
  odd = import (self, text, FALSE);
  assert_count (odd, "new_orders", 1);
  found = get_case (self, "A9");
  g_assert_cmpint (found->order->match, ==, BJT_ORDER_UNMATCHED);
  g_assert_cmpuint (strlen (found->order->content), <=, 4000);
  g_assert_true (g_utf8_validate (found->order->caller != NULL ? found->order->caller : "", -1, NULL));
}

/* Deciding */

static void
test_place (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (BjtOrderFile) file = import (self, HEADER "B1,2026-11-20,暖气不热,3号楼2单元201,,,,,\nB2,2026-11-20,暖气不热,朝阳街36号,,,,,\nB3,2026-11-20,都不满意,,,,,,\n", FALSE);
  g_autoptr (BjtOrderCase) lost = get_case (self, "B1");
  g_autoptr (BjtOrderCase) outside = get_case (self, "B2");
  g_autoptr (BjtOrderCase) nowhere = get_case (self, "B3");
  g_autoptr (BjtOrderCase) after = NULL;
  g_autoptr (GError)       error = NULL;
  BjtOrderPlace            place;

  assert_count (file, "orders_queued", 3);
  g_assert_cmpuint (count_queue (self), ==, 3);
  g_assert_cmpuint (lost->guesses->len, ==, BJT_ORDER_GUESSES);
  bjt_order_place_init (&place, bjt_workspace_get_picture (self->workspace), &g_array_index (lost->guesses, BjtPlaceGuess, 1));
  g_assert_true (bjt_workspace_place_order (self->workspace, &lost->order->id, &place, &error));
  after = get_case (self, "B1");
  g_assert_cmpint (after->order->match, ==, BJT_ORDER_MATCHED);
  g_assert_true (bjt_uuid_equal (&after->issue->door_id, &place.door_id));
  g_assert_true (bjt_workspace_return_order (self->workspace, &outside->order->id, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (bjt_workspace_place_order (self->workspace, &nowhere->order->id, &BJT_ORDER_PLACE_NONE, &error));
  g_assert_cmpuint (count_queue (self), ==, 0);
  g_clear_pointer (&after, bjt_order_case_free);
  after = get_case (self, "B2");
  g_assert_cmpstr (after->issue->state, ==, "refused");
  for (guint i = 0; i < 3; i++)
    g_assert_true (bjt_workspace_undo (self->workspace, &error));
  g_assert_cmpuint (count_queue (self), ==, 3);
}

static void
test_gone (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (BjtOrderFile) file = import (self, HEADER "C1,2026-11-20,暖气不热,3号楼2单元201,,,,,\n", FALSE);
  g_autoptr (BjtOrderCase) lost = get_case (self, "C1");
  g_autoptr (GError)       error = NULL;
  BjtOrderPlace            place = BJT_ORDER_PLACE_NONE;

  bjt_uuid_init_random (&place.door_id, 1);
  g_assert_false (bjt_workspace_place_order (self->workspace, &lost->order->id, &place, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_queue (self), ==, 1);
}

/* Two flats of a stairwell tell of the same lamp. */
static void
test_repeats (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (BjtOrderFile) first = import (self, LAMP, FALSE);
  g_autoptr (BjtOrderFile) then = import (self, HEADER
                                          "A2,2026-11-21,楼道灯坏了没人管,山水宜家3号楼2单元302,李某,13900000002,,,\n"
                                          "A3,2026-11-21,楼道灯还是不亮,山水宜家3号楼2单元201,王某,13900000001,,,\n"
                                          "A4,2026-11-21,楼道灯坏,山水宜家3号楼1单元201,,,,,\n", FALSE);
  g_autoptr (BjtOrderCase) another = get_case (self, "A2");
  g_autoptr (BjtOrderCase) same = get_case (self, "A3");
  g_autoptr (BjtOrderCase) after = NULL;
  g_autoptr (GError)       error = NULL;
  const BjtIssue          *lamp;

  assert_count (then, "orders_matched", 3);
  assert_count (then, "order_repeats", 2);
  g_assert_cmpuint (count_queue (self), ==, 2);
  g_assert_cmpuint (another->repeats->len, ==, 1);
  lamp = another->repeats->pdata[0];
  g_assert_true (bjt_workspace_merge_order (self->workspace, &another->order->id, &lamp->id, &error));
  g_assert_true (bjt_workspace_keep_order_apart (self->workspace, &same->order->id, "又坏了", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_queue (self), ==, 0);
  after = get_case (self, "A2");
  g_assert_cmpstr (after->issue->state, ==, "merged");
  g_assert_true (bjt_uuid_equal (&after->issue->merged_into_id, &lamp->id));
  g_assert_true (bjt_uuid_is_nil (&after->order->duplicate_of_id)); /* somebody else complained too: that counts */
  g_assert_true (bjt_workspace_undo (self->workspace, &error));
  g_assert_true (bjt_workspace_merge_order (self->workspace, &same->order->id, &lamp->id, &error));
  g_clear_pointer (&after, bjt_order_case_free);
  after = get_case (self, "A3");
  g_assert_false (bjt_uuid_is_nil (&after->order->duplicate_of_id)); /* the same person again: that does not */
}

/* Indicators */

static double
measure (Fixture    *self,
         const char *code,
         BjtDate     from_on,
         BjtDate     to_on)
{
  g_autoptr (GError)       error = NULL;
  BjtLedger               *ledger = bjt_workspace_get_ledger (self->workspace, &error);
  BjtWorkQuery             query;
  g_autoptr (BjtWorkTable) table = NULL;

  g_assert_no_error (error);
  bjt_work_query_init (&query, ledger, bjt_workspace_get_picture (self->workspace));
  query.from_on = from_on;
  query.to_on = to_on;
  table = bjt_work_indicator_count (bjt_work_indicator_find (code), &query);
  return table->total.value;
}

static void
append_orders (GString    *text,
               const char *prefix,
               BjtDate     day,
               guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *on = bjt_date_dup_string (day + (BjtDate) (i % 28));

      g_string_append_printf (text, "%s%u,%s,家里暖气不热,山水宜家%u-%u-%u01,,,,,\n", prefix, i, on, i % 10 + 1, i % 3 + 1, i % 5 + 1);
    }
}

/* S3, 2021-07: -29 %, and 205 settled before anybody called 12345. */
static void
test_forestalled (Fixture      *self,
                  gconstpointer data)
{
  BjtDate            july = bjt_date_from_ymd (2021, 7, 1), end = july + 30;
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtOrderFile) file = NULL;
  BjtUuid            heating = BJT_UUID_NIL;
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (BjtPicture) picture = NULL;
  guint              n = 0;

  open_on (self, end);
  picture = bjt_picture_ref (bjt_workspace_get_picture (self->workspace));
  kinds = bjt_workspace_list_issue_kinds (self->workspace, &error);
  for (guint i = 0; i < kinds->len; i++)
    if (strcmp (((BjtIssueKind *) kinds->pdata[i])->code, "F1") == 0)
      heating = ((BjtIssueKind *) kinds->pdata[i])->id;
  append_orders (text, "X", bjt_date_from_ymd (2020, 7, 1), 100);
  append_orders (text, "Y", july, 61);
  for (guint32 d = 0; d < picture->doors->len && n < 215; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      g_autoptr (BjtIssue)  issue = bjt_issue_new ();
      g_autofree char      *name = bjt_picture_dup_door_name (picture, d);

      if (door->entrance == BJT_NO_INDEX || g_str_has_prefix (name, "山水宜家"))
        continue;
      if (n < 10) /* of these 12345 was called too, before they were settled */
        g_string_append_printf (text, "Z%u,2021-07-20,暖气不热,%s,,,,,\n", n, name);
      n++;
      issue->title = g_strdup ("暖气不热");
      issue->kind_id = heating;
      issue->source = g_strdup ("巡查");
      issue->door_id = door->id;
      issue->reported_on = july + 5;
      g_assert_true (bjt_workspace_report_issue (self->workspace, issue, &error));
      g_assert_true (bjt_workspace_advance_issue (self->workspace, &issue->id, BJT_ISSUE_CLOSED, NULL, &error));
    }
  g_assert_no_error (error);
  file = import (self, text->str, FALSE);
  assert_count (file, "orders_matched", 171);
  g_assert_cmpfloat_with_epsilon (measure (self, "hotline", july, end), 71, 1e-9);
  g_assert_cmpfloat_with_epsilon (measure (self, "hotline_change", july, end), -0.29, 1e-9);
  g_assert_cmpfloat_with_epsilon (measure (self, "forestalled", july, end), 205, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/orders/sample", test_sample },       { "/orders/again-changes-nothing", test_again }, { "/orders/news", test_news },
    { "/orders/values", test_values },       { "/orders/other-headers", test_other_headers }, { "/orders/workbook", test_workbook },
    { "/orders/hostile", test_hostile },     { "/orders/place", test_place },                 { "/orders/place-gone", test_gone },
    { "/orders/repeats", test_repeats },     { "/orders/forestalled-205", test_forestalled },
  };
  const BjtSampleOptions options = { .profile = "jiangbei", .seed = 2017, .n_visits = 100, .n_issues = 10 };
  g_autofree char       *folder = g_dir_make_tmp ("orders-XXXXXX", NULL);
  g_autoptr (GError)     error = NULL;
  BjtClock               clock;
  int                    status;

  g_test_init (&argc, &argv, NULL);
  bjt_clock_init_as_of (&clock, TODAY);
  sample_path = g_build_filename (folder, "sample.bjt", NULL);
  bjt_workspace_create_sample (sample_path, &options, &clock, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  status = g_test_run ();
  remove_file (sample_path);
  g_rmdir (folder);
  g_free (sample_path);
  return status;
}
