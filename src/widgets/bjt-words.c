/* bjt-words.c: tables from code to word. The core speaks in codes and never
 * translates; what is shown passes through here. */
#include "bjt-words.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static const char *
look_up (const char *const *words,
         guint              n_words,
         int                code)
{
  return code >= 0 && (guint) code < n_words && words[code] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "word", words[code]) : NULL;
}

const char *
bjt_words_get_class (int household_class)
{
  /* TRANSLATORS: the kinds of household (户 classes) in community grid work */
  static const char *const words[BJT_N_CLASSES] = {
    [BJT_CLASS_UNKNOWN] = NC_ ("word", "Unknown"),
    [BJT_CLASS_RESIDENT] = NC_ ("word", "Resident"),
    [BJT_CLASS_FLOATING] = NC_ ("word", "Floating"),
    [BJT_CLASS_TENANT] = NC_ ("word", "Tenant"),
    [BJT_CLASS_HUKOU_ONLY] = NC_ ("word", "Hukou only"),
    [BJT_CLASS_EMPTY] = NC_ ("word", "Empty"),
  };
  const char *word = look_up (words, G_N_ELEMENTS (words), household_class);

  return word != NULL ? word : look_up (words, G_N_ELEMENTS (words), BJT_CLASS_UNKNOWN);
}

const char *
bjt_words_get_class_rule (int class_rule)
{
  switch ((BjtClassRule) class_rule)
    {
    case BJT_CLASS_RULE_OVERRIDE:
      return _ ("set by hand");
    case BJT_CLASS_RULE_NOBODY_HERE:
      return _ ("registered here, nobody of them lives here");
    case BJT_CLASS_RULE_RENTS:
      return _ ("lives here by lease");
    case BJT_CLASS_RULE_HUKOU_ELSEWHERE:
      return _ ("hukou in another county");
    case BJT_CLASS_RULE_SHORT_STAY:
      return _ ("here for less than half a year");
    case BJT_CLASS_RULE_SETTLED:
      return _ ("lives here, settled");
    case BJT_CLASS_RULE_NO_HOUSEHOLD:
      return _ ("verified: nobody lives or is registered here");
    case BJT_CLASS_RULE_NOT_VERIFIED:
      return _ ("nobody has verified it yet");
    case BJT_CLASS_RULE_NONE:
    default:
      return _ ("nobody has verified it yet");
    }
}

const char *
bjt_words_get_outcome (int outcome)
{
  /* TRANSLATORS: how a visit at the door ended */
  static const char *const words[BJT_N_OUTCOMES] = {
    [BJT_OUTCOME_MET] = NC_ ("word", "Met"),
    [BJT_OUTCOME_PHONED] = NC_ ("word", "Phoned"),
    [BJT_OUTCOME_ABSENT] = NC_ ("word", "Not home"),
    [BJT_OUTCOME_REFUSED] = NC_ ("word", "Refused"),
    [BJT_OUTCOME_NOTE_LEFT] = NC_ ("word", "Note left"),
    [BJT_OUTCOME_NO_ACCESS] = NC_ ("word", "No access"),
    [BJT_OUTCOME_MOVED] = NC_ ("word", "Moved out"),
    [BJT_OUTCOME_DIED] = NC_ ("word", "Died"),
    [BJT_OUTCOME_HEARD] = NC_ ("word", "Heard of"),
  };
  const char *word = look_up (words, G_N_ELEMENTS (words), outcome);

  return word != NULL ? word : look_up (words, G_N_ELEMENTS (words), BJT_OUTCOME_MET);
}

const char *
bjt_words_get_status (int status)
{
  /* TRANSLATORS: the six steps of an issue, from report to closing */
  static const char *const words[BJT_N_ISSUE_STATUSES] = {
    [BJT_ISSUE_REPORTED] = NC_ ("word", "Reported"),
    [BJT_ISSUE_ACCEPTED] = NC_ ("word", "Accepted"),
    [BJT_ISSUE_DISPATCHED] = NC_ ("word", "Dispatched"),
    [BJT_ISSUE_HANDLED] = NC_ ("word", "Handled"),
    [BJT_ISSUE_VERIFIED] = NC_ ("word", "Verified"),
    [BJT_ISSUE_CLOSED] = NC_ ("word", "Closed"),
  };
  const char *word = look_up (words, G_N_ELEMENTS (words), status);

  return word != NULL ? word : "?";
}

const char *
bjt_words_get_sex (int sex)
{
  if (sex == BJT_SEX_MALE)
    return C_ ("sex", "male");
  if (sex == BJT_SEX_FEMALE)
    return C_ ("sex", "female");
  return NULL;
}

typedef struct
{
  int         code;
  const char *word;
} CodeWord;

static const char *
find_word (const CodeWord *rows,
           guint           n_rows,
           int             code)
{
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].code == code)
      return g_dpgettext2 (GETTEXT_PACKAGE, "word", rows[i].word);
  return NULL;
}

/* GB/T 4761: two digits; the first names the kind when the pair is not listed. */
static const CodeWord relations[] = {
  { 1, NC_ ("word", "self") },
  { 2, NC_ ("word", "head") },
  { 10, NC_ ("word", "spouse") },
  { 11, NC_ ("word", "husband") },
  { 12, NC_ ("word", "wife") },
  { 20, NC_ ("word", "son") },
  { 28, NC_ ("word", "son-in-law") },
  { 30, NC_ ("word", "daughter") },
  { 38, NC_ ("word", "daughter-in-law") },
  { 40, NC_ ("word", "grandchild") },
  { 50, NC_ ("word", "parent") },
  { 51, NC_ ("word", "father") },
  { 52, NC_ ("word", "mother") },
  { 53, NC_ ("word", "father-in-law") },
  { 54, NC_ ("word", "mother-in-law") },
  { 60, NC_ ("word", "grandparent") },
  { 70, NC_ ("word", "sibling") },
  { 90, NC_ ("word", "other") },
  { 97, NC_ ("word", "other relative") },
  { 99, NC_ ("word", "not related") },
};

const char *
bjt_words_get_relation (const char *code)
{
  int         number = code != NULL ? atoi (code) : 0;
  const char *word = find_word (relations, G_N_ELEMENTS (relations), number);

  if (word == NULL && number >= 10)
    word = find_word (relations, G_N_ELEMENTS (relations), number / 10 * 10);
  return word;
}

/* GB/T 3304 */
static const char *const peoples[] = {
  [1] = NC_ ("word", "Han"), [2] = NC_ ("word", "Mongol"), [3] = NC_ ("word", "Hui"), [4] = NC_ ("word", "Tibetan"),
  [5] = NC_ ("word", "Uyghur"), [6] = NC_ ("word", "Miao"), [7] = NC_ ("word", "Yi"), [8] = NC_ ("word", "Zhuang"),
  [9] = NC_ ("word", "Buyei"), [10] = NC_ ("word", "Korean"), [11] = NC_ ("word", "Manchu"), [12] = NC_ ("word", "Dong"),
  [13] = NC_ ("word", "Yao"), [14] = NC_ ("word", "Bai"), [15] = NC_ ("word", "Tujia"), [16] = NC_ ("word", "Hani"),
  [17] = NC_ ("word", "Kazakh"), [18] = NC_ ("word", "Dai"), [19] = NC_ ("word", "Li"), [20] = NC_ ("word", "Lisu"),
  [21] = NC_ ("word", "Va"), [22] = NC_ ("word", "She"), [23] = NC_ ("word", "Gaoshan"), [24] = NC_ ("word", "Lahu"),
  [25] = NC_ ("word", "Sui"), [26] = NC_ ("word", "Dongxiang"), [27] = NC_ ("word", "Naxi"), [28] = NC_ ("word", "Jingpo"),
  [29] = NC_ ("word", "Kirgiz"), [30] = NC_ ("word", "Tu"), [31] = NC_ ("word", "Daur"), [32] = NC_ ("word", "Mulao"),
  [33] = NC_ ("word", "Qiang"), [34] = NC_ ("word", "Blang"), [35] = NC_ ("word", "Salar"), [36] = NC_ ("word", "Maonan"),
  [37] = NC_ ("word", "Gelao"), [38] = NC_ ("word", "Xibe"), [39] = NC_ ("word", "Achang"), [40] = NC_ ("word", "Pumi"),
  [41] = NC_ ("word", "Tajik"), [42] = NC_ ("word", "Nu"), [43] = NC_ ("word", "Uzbek"), [44] = NC_ ("word", "Russian"),
  [45] = NC_ ("word", "Evenki"), [46] = NC_ ("word", "Deang"), [47] = NC_ ("word", "Bonan"), [48] = NC_ ("word", "Yugur"),
  [49] = NC_ ("word", "Gin"), [50] = NC_ ("word", "Tatar"), [51] = NC_ ("word", "Derung"), [52] = NC_ ("word", "Oroqen"),
  [53] = NC_ ("word", "Hezhen"), [54] = NC_ ("word", "Monba"), [55] = NC_ ("word", "Lhoba"), [56] = NC_ ("word", "Jino"),
};

const char *
bjt_words_get_ethnic (const char *code)
{
  const char *word;

  if (code == NULL || *code == '\0')
    return NULL;
  word = look_up (peoples, G_N_ELEMENTS (peoples), atoi (code));
  return word != NULL ? word : code;
}

const char *
bjt_words_get_tier (int tier)
{
  switch ((BjtTier) tier)
    {
    case BJT_TIER_GENERAL:
      return C_ ("tier", "general");
    case BJT_TIER_KEY:
      return C_ ("tier", "key");
    case BJT_TIER_HIGH_RISK:
      return C_ ("tier", "high risk");
    case BJT_TIER_NONE:
    default:
      return NULL;
    }
}

const char *
bjt_words_get_door_kind (int kind)
{
  switch ((BjtDoorKind) kind)
    {
    case BJT_DOOR_SHOP:
      return C_ ("door", "shop");
    case BJT_DOOR_GARAGE:
      return C_ ("door", "garage");
    case BJT_DOOR_BUNGALOW:
      return C_ ("door", "bungalow");
    case BJT_DOOR_OFFICE:
      return C_ ("door", "office");
    case BJT_DOOR_OTHER:
      return C_ ("door", "other room");
    case BJT_DOOR_DWELLING:
    default:
      return NULL;
    }
}

/* 10, A3 and 甲 are labels that want a word behind them; 综合楼 brings its own. */
static gboolean
is_bare_label (const char *label)
{
  return g_utf8_strlen (label, -1) == 1 || g_str_is_ascii (label);
}

char *
bjt_words_dup_building_label (const char *label)
{
  if (label == NULL || *label == '\0')
    return g_strdup (_ ("Building without a number"));
  /* TRANSLATORS: 10号楼 */
  return is_bare_label (label) ? g_strdup_printf (_ ("Building %s"), label) : g_strdup (label);
}

static char *
dup_own_name (const BjtPictureBuilding *building)
{
  return bjt_words_dup_building_label (building->label != NULL ? building->label : building->name);
}

char *
bjt_words_dup_building (const BjtPicture *picture,
                        guint32           building)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (picture, building);
  g_autofree char          *own = dup_own_name (b);

  if (b->compound == BJT_NO_INDEX)
    return g_steal_pointer (&own);
  return g_strdup_printf ("%s %s", bjt_picture_get_compound (picture, b->compound)->name, own);
}

char *
bjt_words_dup_entrance (const BjtPicture *picture,
                        guint32           entrance)
{
  const char *label = bjt_picture_get_entrance (picture, entrance)->label;

  if (label == NULL)
    label = "?";
  /* TRANSLATORS: a stairwell of a building, 2单元 */
  return is_bare_label (label) ? g_strdup_printf (_ ("Entrance %s"), label) : g_strdup (label);
}

char *
bjt_words_dup_cordon (const BjtPicture *picture,
                      guint32           entrance)
{
  const BjtPictureEntrance *e = bjt_picture_get_entrance (picture, entrance);
  g_autofree char          *name = bjt_words_dup_entrance (picture, entrance);
  g_autofree char          *from = bjt_words_dup_day (e->cordon_from, picture->as_of);
  g_autofree char          *until = bjt_words_dup_day (e->cordon_until, picture->as_of);

  if (e->cordon_until == BJT_DATE_NONE)
    /* TRANSLATORS: an entrance, why it is cordoned off, the first day */
    return g_strdup_printf (_ ("%s cordoned off: %s, since %s"), name, e->cordon, from);
  /* TRANSLATORS: an entrance, why it is cordoned off, the first day, the day it opens */
  return g_strdup_printf (_ ("%s cordoned off: %s, %s to %s"), name, e->cordon, from, until);
}

char *
bjt_words_dup_door (const BjtPicture *picture,
                    guint32           door)
{
  const BjtPictureDoor *d = bjt_picture_get_door (picture, door);
  g_autofree char      *building = dup_own_name (bjt_picture_get_building (picture, d->building));
  g_autofree char      *entrance = NULL;
  const char           *label = d->label != NULL ? d->label : "?";

  if (d->entrance == BJT_NO_INDEX)
    return g_strdup_printf ("%s %s", building, label);
  entrance = bjt_words_dup_entrance (picture, d->entrance);
  return g_strdup_printf ("%s %s %s", building, entrance, label);
}

char *
bjt_words_dup_grid (const BjtPicture *picture,
                    guint32           grid)
{
  const BjtPictureGrid *g;

  if (grid == BJT_NO_INDEX)
    return g_strdup (_ ("In no grid"));
  g = bjt_picture_get_grid (picture, grid);
  if (g->name != NULL)
    return g_strdup (g->name);
  /* TRANSLATORS: 第3网格 */
  return g_strdup_printf (_ ("Grid %d"), g->number);
}

char *
bjt_words_dup_day (BjtDate day,
                   BjtDate as_of)
{
  char text[BJT_DATE_STRING_SIZE];
  int  year, month, date, this_year;

  if (day == BJT_DATE_NONE)
    return g_strdup ("—");
  bjt_date_get_ymd (day, &year, &month, &date);
  bjt_date_get_ymd (as_of, &this_year, &month, &date);
  bjt_date_format (day, text);
  return g_strdup (year == this_year ? text + 5 : text);
}

char *
bjt_words_dup_cadence (int days)
{
  switch (days)
    {
    case 7:
      return g_strdup (_ ("once a week"));
    case 14:
      return g_strdup (_ ("once in two weeks"));
    case 30:
    case 31:
      return g_strdup (_ ("once a month"));
    case 60:
    case 61:
      return g_strdup (_ ("once in two months"));
    case 90:
    case 91:
    case 92:
      return g_strdup (_ ("once a quarter"));
    case 182:
    case 183:
      return g_strdup (_ ("twice a year"));
    case 365:
    case 366:
      return g_strdup (_ ("once a year"));
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "once in %d day", "once in %d days", (gulong) MAX (days, 0)), days);
    }
}
