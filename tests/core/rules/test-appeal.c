/* test-appeal.c: messages of a chat and addresses of orders, read against a small
 * community: 山水宜家 (once 林业局棚改一期) and 嘉和园, three buildings each, two
 * entrances, three levels of two doors. */
#include "rules/bjt-appeal-words.h"
#include "rules/bjt-appeal.h"
#include "rules/bjt-place-guess.h"
#include "rules/bjt-rules.h"

#include <string.h>

#include "bjt-sample-picture.h"

#define TODAY bjt_date_from_ymd (2026, 11, 22)

static BjtPicture *
make_picture (void)
{
  static const char *const labels[] = { "1", "2", "3" };
  BjtPicture *picture = bjt_picture_new (TODAY);

  picture->community.name = "江北社区";
  for (guint c = 0; c < 2; c++)
    {
      BjtPictureCompound compound = { .name = c == 0 ? "山水宜家" : "嘉和园", .old_names = c == 0 ? "林业局棚改一期" : NULL };

      ((guint8 *) &compound.id)[15] = (guint8) (c + 1);
      g_array_append_val (picture->compounds, compound);
    }
  for (guint c = 0; c < 2; c++)
    for (guint b = 0; b < 3; b++)
      {
        guint32 building = bjt_sample_add_building (picture, c, BJT_NO_INDEX, labels[b]);

        for (guint e = 0; e < 2; e++)
          {
            guint32 entrance = bjt_sample_add_entrance (picture, building, labels[e]);

            for (int level = 0; level < 3; level++)
              for (guint stack = 0; stack < 2; stack++)
                bjt_sample_add_door (picture, building, entrance, level, stack);
          }
      }
  bjt_picture_finish (picture);
  return picture;
}

/* Places */

typedef struct
{
  const char *address, *content;
  const char *first;      /* NULL: no guess */
  gboolean    is_certain;
} PlaceCase;

static const PlaceCase places[] = {
  { "山水宜家3号楼2单元201", NULL, "山水宜家 3-2-201", TRUE },
  { "山水宜家3-2-201", NULL, "山水宜家 3-2-201", TRUE },
  { "汪清县大川街道江北社区山水宜家小区三号楼二单元201室", NULL, "山水宜家 3-2-201", TRUE },
  { "林业局棚改一期3栋2单元201", NULL, "山水宜家 3-2-201", TRUE },
  { "山水宜家3号楼2单元", NULL, "山水宜家 3-2", TRUE },
  { "山水宜家3号楼", NULL, "山水宜家 3", TRUE },
  { "山水宜家3号楼", "山水宜家3号楼2单元楼道灯坏了", "山水宜家 3-2", TRUE },
  { "山水宜家", "3号楼楼道灯坏了", "山水宜家 3", TRUE },
  { NULL, "反映山水宜家3号楼2单元楼道灯不亮，无人处理", "山水宜家 3-2", TRUE },
  { "山水宜佳3-2-201", NULL, "山水宜家 3-2-201", FALSE },   /* a slip of the pen, nothing else speaks for it */
  { "山水宜家3号楼201", NULL, "山水宜家 3-1-201", FALSE },  /* two entrances have it */
  { "山水宜家3号楼2单元901", NULL, "山水宜家 3-2", FALSE }, /* not there */
  { "山水宜家3号楼7单元201", NULL, NULL, FALSE },
  { "山水宜家33号楼2单元201", NULL, "山水宜家", FALSE },
  { "山水宜家", NULL, "山水宜家", FALSE },
  { "3号楼2单元201", NULL, "山水宜家 3-2-201", FALSE }, /* of which compound? */
  { "山水宜家3号楼2单元3楼201", NULL, "山水宜家 3-2-201", FALSE }, /* 201 is on the second */
  { "山水宜家3号楼2单元201", "对面1号楼施工", "山水宜家 3-2-201", FALSE },
  { "山水宜家3号楼2单元201", "嘉和园1号楼施工", "山水宜家 3-2-201", FALSE },
  { "山水宜家3号楼2单元201和嘉和园2号楼", NULL, NULL, FALSE },
  { "河东社区山水宜家3号楼2单元201", NULL, "山水宜家 3-2-201", FALSE },
  { "山水宜家街3号楼2单元201", NULL, "山水宜家 3-2-201", FALSE },
  { "新山水宜家3号楼2单元201", NULL, "山水宜家 3-2-201", FALSE },
  { "滨河花园3号楼2单元201", NULL, NULL, FALSE },
  { "人民医院门口", NULL, NULL, FALSE },
  { "", "", NULL, FALSE },
  { NULL, NULL, NULL, FALSE },
};

static void
test_places (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      BjtPlaceClues        clues = BJT_PLACE_CLUES_INIT;
      g_autoptr (GArray)   guesses = NULL;
      g_autofree char     *name = NULL;
      const BjtPlaceGuess *first;

      clues.address = places[i].address;
      clues.content = places[i].content;
      guesses = bjt_place_guess_list (picture, &clues, 3);
      first = guesses->len > 0 ? &g_array_index (guesses, BjtPlaceGuess, 0) : NULL;
      name = first != NULL ? bjt_place_guess_dup_name (picture, first) : NULL;
      g_test_message ("%s / %s: %s", places[i].address, places[i].content, name);
      g_assert_cmpint (first != NULL && first->is_certain, ==, places[i].is_certain);
      if (places[i].first != NULL || first == NULL)
        g_assert_cmpstr (name, ==, places[i].first);
    }
}

/* Where one works comes first, but is not certain for that. */
static void
test_here (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  BjtPlaceClues          clues = BJT_PLACE_CLUES_INIT;
  g_autoptr (GArray)     guesses = NULL;
  const BjtPlaceGuess   *first;

  clues.content = "3号楼2单元楼道灯坏了";
  clues.compound = 1;
  guesses = bjt_place_guess_list (picture, &clues, 3);
  g_assert_cmpuint (guesses->len, ==, 2);
  first = &g_array_index (guesses, BjtPlaceGuess, 0);
  g_assert_cmpuint (first->compound, ==, 1);
  g_assert_true ((first->reasons & BJT_PLACE_HERE) != 0);
  g_assert_false (first->is_certain);
}

/* Messages */

typedef struct
{
  const char *message;
  const char *who;
  int         minute; /* -1: not said */
  int         days;   /* before today */
  const char *title, *kind, *note;
} MessageCase;

static const MessageCase messages[] = {
  { "张姐 18:02：3号楼2单元楼道灯坏了好几天了，老人摔了咋办 5楼", "张姐", 1082, 0, "楼道灯坏了好几天了", "F6", "5楼" },
  { "张姐 18:02: 3号楼2单元楼道灯坏了", "张姐", 1082, 0, "楼道灯坏了", "F6", NULL },
  { "张姐 2026/11/20 18:02\n3号楼2单元楼道灯坏了", "张姐", 1082, 2, "楼道灯坏了", "F6", NULL },
  { "3-2-201王姐 昨天 下午6:02\n暖气不热", NULL, -1, 0, NULL, "F1", NULL },
  { "王姐 昨天 下午6:02\n暖气不热", "王姐", 1082, 1, "暖气不热", "F1", NULL },
  { "王姐 11月21日 09:15\n山水宜家1号楼电梯又停了", "王姐", 555, 1, "电梯又停了", "F4", NULL },
  { "王姐：各位好，垃圾桶满了三天没人收", "王姐", -1, 0, NULL, "E2", NULL },
  { "[18:02] 李哥：楼上半夜敲打，睡不着", "李哥", 1082, 0, "楼上半夜敲打", "M1", NULL },
  { "您好，请问独居老人补贴怎么办理？", NULL, -1, 0, "独居老人补贴怎么办理", "L4", NULL },
  { "二楼住户把电动车推进楼道充电，飞线充电太危险", NULL, -1, 0, NULL, "S1", "二楼" },
};

static void
test_messages (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      const MessageCase *c = &messages[i];
      g_auto (BjtAppeal) appeal = { 0 };

      bjt_appeal_init_from_message (&appeal, picture, c->message, TODAY);
      g_test_message ("%s: %s %s %s", c->message, appeal.who, appeal.title, appeal.place_note);
      g_assert_cmpstr (appeal.kind_code, ==, c->kind);
      if (c->title != NULL)
        {
          g_assert_cmpstr (appeal.title, ==, c->title);
          g_assert_cmpstr (appeal.who, ==, c->who);
          g_assert_cmpint (appeal.minute, ==, c->minute);
          g_assert_cmpint (TODAY - appeal.day, ==, c->days);
        }
      g_assert_nonnull (appeal.title);
      g_assert_cmpstr (appeal.place_note, ==, c->note);
    }
}

static void
test_urgent (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  g_auto (BjtAppeal)     appeal = { 0 };

  bjt_appeal_init_from_message (&appeal, picture, messages[0].message, TODAY);
  g_assert_cmpstr (appeal.urgent, ==, "摔了 老人");
}

static void
test_odd_messages (void)
{
  static const char *const odd[] = { NULL, "", " \n\n ", "好的", "：", "18:02", "\xff\xfe\x80", "[[[[", "谢谢", "张姐 99:99：" };
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autofree char       *huge = g_strnfill (200000, '3');

  for (guint i = 0; i <= G_N_ELEMENTS (odd); i++)
    {
      g_auto (BjtAppeal) appeal = { 0 };

      bjt_appeal_init_from_message (&appeal, picture, i < G_N_ELEMENTS (odd) ? odd[i] : huge, TODAY);
      g_assert_true (g_utf8_validate (appeal.body, -1, NULL));
      g_assert_cmpuint (strlen (appeal.body), <=, BJT_APPEAL_MAX_BYTES * 3);
    }
}

/* Words */

static void
test_words (void)
{
  const BjtAppealWords *words = bjt_appeal_words_get_default ();
  g_autoptr (GError)    error = NULL;

  g_assert_cmpstr (bjt_appeal_words_guess_kind (words, "电梯噪音扰民"), ==, "M3");
  g_assert_cmpstr (bjt_appeal_words_guess_kind (words, "楼上漏水漏到楼下"), ==, "M2");
  g_assert_cmpstr (bjt_appeal_words_guess_kind (words, "装修垃圾堆在门口"), ==, "E7");
  g_assert_cmpstr (bjt_appeal_words_guess_kind (words, "楼道脏乱，没人打扫"), ==, "E");
  g_assert_null (bjt_appeal_words_guess_kind (words, "今天天气真好"));
  g_assert_cmpint (bjt_appeal_words_get_share (words, "F6"), ==, BJT_APPEAL_OF_ENTRANCE);
  g_assert_cmpint (bjt_appeal_words_get_share (words, "E3"), ==, BJT_APPEAL_OF_BUILDING);
  g_assert_cmpint (bjt_appeal_words_get_share (words, "F1"), ==, BJT_APPEAL_OF_DOOR);
  g_assert_cmpint (bjt_appeal_words_get_share (words, NULL), ==, BJT_APPEAL_OF_DOOR);
  g_assert_null (bjt_appeal_words_new_from_text ("kind F1 a\nnonsense b\n", &error));
  g_assert_error (error, BJT_APPEAL_WORDS_ERROR, 0);
}

/* Every code of the table is one of the catalogue. */
static void
test_codes (void)
{
  g_autoptr (GPtrArray) kinds = bjt_rules_list_default_issue_kinds ();
  const BjtAppealWords *words = bjt_appeal_words_get_default ();

  for (guint i = 0; i < kinds->len; i++)
    {
      const BjtIssueKind *kind = kinds->pdata[i];

      if (kind->code[1] != '\0')
        g_assert_nonnull (bjt_appeal_words_guess_kind (words, kind->name));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/appeal/places", test_places);
  g_test_add_func ("/appeal/here", test_here);
  g_test_add_func ("/appeal/messages", test_messages);
  g_test_add_func ("/appeal/urgent", test_urgent);
  g_test_add_func ("/appeal/odd-messages", test_odd_messages);
  g_test_add_func ("/appeal/words", test_words);
  g_test_add_func ("/appeal/codes", test_codes);
  return g_test_run ();
}
