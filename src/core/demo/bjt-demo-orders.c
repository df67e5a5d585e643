/* bjt-demo-orders.c: sixty orders as a city might send them: of each kind of
 * sloppiness some, in an order of their own by the seed (domain.md E.2). The same
 * picture, seed and day give the same rows. */
#include "bjt-demo-orders.h"

#include <string.h>

typedef struct
{
  const char *code, *kind, *content;
} Matter;

static const Matter matters[] = {
  { "F1", "城市管理-供热", "家里暖气不热，室内温度只有15度，老人受不了" },
  { "F6", "城市管理-路灯", "楼道灯坏了一个多星期，晚上上楼看不见" },
  { "E1", "环境卫生-楼道", "楼道里堆放杂物，没法走人" },
  { "F3", "公用事业-排水", "下水堵塞，厨房返水" },
  { "F5", "物业管理", "单元门禁损坏，谁都能进" },
  { "E2", "环境卫生-垃圾", "垃圾清运不及时，垃圾桶满了三天" },
  { "S1", "消防安全", "有人从楼上拉线飞线充电" },
  { "M1", "噪声污染", "楼上半夜噪音扰民，睡不着" },
  { "F2", "房屋质量", "下雨屋面漏水，墙都湿了" },
  { "F4", "特种设备", "电梯故障，停了两天没人修" },
};

/* Of each hundred. */
static const guint shares[BJT_DEMO_N_ORDER_FLAWS] = { 22, 10, 8, 8, 9, 9, 5, 5, 6, 2, 3, 5, 8 };

static const char *const flaw_names[BJT_DEMO_N_ORDER_FLAWS] = {
  "clean", "long", "old-name", "typo", "no-unit", "unit-only", "no-compound", "compound-only", "no-such-door", "wrong-door", "neighbour", "outside", "again",
};

static const char *const elsewhere[] = {
  "汪清县大川街道河东社区滨河花园7号楼3单元502", "汪清镇长荣街18号", "新民街道东光社区东光家园2栋1单元301", "朝阳街36号", "天桥岭镇林业局家属楼", "汪清县人民医院门口",
};

static const char *const numerals[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };

typedef struct
{
  const BjtPicture *picture;
  GRand            *rand;
  BjtDate           as_of;
  GPtrArray        *orders;
} Maker;

/* One place */

typedef struct
{
  guint32     door;
  const char *compound, *old_name, *building, *entrance, *label;
  char       *caller, *phone; /* borrowed; NULL: nobody lives there */
} Home;

static guint
pick (Maker *self,
      guint  n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static gboolean
fill_home (const Maker *self,
           guint32      door,
           Home        *home)
{
  const BjtPictureDoor     *d = bjt_picture_get_door (self->picture, door);
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, d->building);
  const BjtPictureCompound *compound;
  guint32                   head = bjt_picture_get_head (self->picture, door);

  if (d->kind != BJT_DOOR_DWELLING || d->entrance == BJT_NO_INDEX || d->is_merged || building->compound == BJT_NO_INDEX || building->label == NULL)
    return FALSE;
  compound = bjt_picture_get_compound (self->picture, building->compound);
  *home = (Home) { door, compound->name, compound->old_names, building->label, bjt_picture_get_entrance (self->picture, d->entrance)->label, d->label, NULL, NULL };
  if (head == BJT_NO_INDEX)
    return TRUE;
  home->caller = (char *) bjt_picture_get_person (self->picture, head)->name;
  home->phone = (char *) bjt_picture_get_person (self->picture, head)->phone;
  return TRUE;
}

static Home
pick_home (Maker   *self,
           gboolean with_old_name,
           gboolean with_phone)
{
  Home home;

  for (guint tries = 0;; tries++)
    if (fill_home (self, pick (self, self->picture->doors->len), &home)
        && (tries > 5000 || ((!with_old_name || home.old_name != NULL) && (!with_phone || home.phone != NULL))))
      return home;
}

/* Addresses */

/* The first character but one becomes one that sounds or looks like it. */
static char *
dup_with_typo (Maker      *self,
               const char *name)
{
  static const char *const wrong[] = { "佳", "园", "兴", "新", "家", "华" };
  const char *at = g_utf8_offset_to_pointer (name, g_utf8_strlen (name, -1) - 1);
  const char *with = wrong[pick (self, G_N_ELEMENTS (wrong))];

  if (g_str_equal (at, with))
    with = "苑";
  return g_strdup_printf ("%.*s%s", (int) (at - name), name, with);
}

static char *
dup_written (Maker      *self,
             const char *name,
             const Home *home)
{
  switch (pick (self, 5))
    {
    case 0:
      return g_strdup_printf ("%s%s-%s-%s", name, home->building, home->entrance, home->label);
    case 1:
      return g_strdup_printf ("%s小区%s号楼%s单元%s室", name, home->building, home->entrance, home->label);
    case 2:
      return g_strdup_printf ("%s%s栋%s单元%s", name, home->building, home->entrance, home->label);
    case 3:
      if (strlen (home->building) == 1 && strlen (home->entrance) == 1)
        return g_strdup_printf ("%s%s号楼%s单元%s", name, numerals[*home->building - '0'], numerals[*home->entrance - '0'], home->label);
      G_GNUC_FALLTHROUGH;
    default:
      return g_strdup_printf ("%s %s#%s单元 %s", name, home->building, home->entrance, home->label);
    }
}

static void
tell_truth (const Maker  *self,
            BjtDemoOrder *order,
            const Home   *home,
            guint         depth) /* 1 compound … 4 door */
{
  const BjtPictureDoor     *door = bjt_picture_get_door (self->picture, home->door);
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, door->building);

  order->compound_id = bjt_picture_get_compound (self->picture, building->compound)->id;
  if (depth > 1)
    order->building_id = building->id;
  if (depth > 2)
    order->entrance_id = bjt_picture_get_entrance (self->picture, door->entrance)->id;
  if (depth > 3)
    order->door_id = door->id;
}

/* A door of the same entrance that is not @door. */
static const char *
pick_neighbour (Maker  *self,
                guint32 door)
{
  const BjtRun *doors = &bjt_picture_get_entrance (self->picture, bjt_picture_get_door (self->picture, door)->entrance)->doors;
  guint32       other = doors->first + pick (self, doors->n);

  return bjt_picture_get_door (self->picture, other == door ? (door > doors->first ? door - 1 : door + (doors->n > 1)) : other)->label;
}

static char *
dup_first_name (const char *old_names)
{
  g_auto (GStrv) names = g_strsplit (old_names, "、", -1);

  return g_strdup (names[0]);
}

static char *
make_address (Maker        *self,
              BjtDemoOrder *order,
              const Home   *home,
              char        **lead) /* what the content begins with */
{
  g_autofree char *name = NULL;

  switch (order->flaw)
    {
    case BJT_DEMO_ORDER_LONG:
      name = g_strdup_printf ("汪清县大川街道江北社区%s", home->compound);
      break;
    case BJT_DEMO_ORDER_OLD_NAME:
      name = home->old_name != NULL ? dup_first_name (home->old_name) : g_strdup (home->compound);
      break;
    case BJT_DEMO_ORDER_TYPO:
      name = dup_with_typo (self, home->compound);
      break;
    case BJT_DEMO_ORDER_NO_UNIT:
      return g_strdup_printf ("%s%s号楼%s", home->compound, home->building, home->label);
    case BJT_DEMO_ORDER_UNIT_ONLY:
      *lead = g_strdup_printf ("%s%s号楼%s单元", home->compound, home->building, home->entrance);
      return g_strdup_printf ("%s%s号楼", home->compound, home->building);
    case BJT_DEMO_ORDER_NO_COMPOUND:
      return g_strdup_printf ("%s号楼%s单元%s", home->building, home->entrance, home->label);
    case BJT_DEMO_ORDER_COMPOUND_ONLY:
      return g_strdup_printf ("%s小区", home->compound);
    case BJT_DEMO_ORDER_NO_SUCH_DOOR:
      return g_strdup_printf ("%s%s号楼%s单元%u", home->compound, home->building, home->entrance, 7700 + pick (self, 99));
    case BJT_DEMO_ORDER_WRONG_DOOR:
      return g_strdup_printf ("%s%s号楼%s单元%s", home->compound, home->building, home->entrance, pick_neighbour (self, home->door));
    case BJT_DEMO_ORDER_NEIGHBOUR:
      *lead = g_strdup_printf ("对面%s%d号楼", home->compound, (int) (g_ascii_strtoll (home->building, NULL, 10) % 5) + 1);
      break;
    case BJT_DEMO_ORDER_OUTSIDE:
      return g_strdup (elsewhere[pick (self, G_N_ELEMENTS (elsewhere))]);
    case BJT_DEMO_ORDER_CLEAN:
    case BJT_DEMO_ORDER_AGAIN:
    case BJT_DEMO_N_ORDER_FLAWS:
    default:
      break;
    }
  return dup_written (self, name != NULL ? name : home->compound, home);
}

static guint
get_depth (BjtDemoOrderFlaw flaw)
{
  switch (flaw)
    {
    case BJT_DEMO_ORDER_OUTSIDE:
      return 0;
    case BJT_DEMO_ORDER_COMPOUND_ONLY:
    case BJT_DEMO_ORDER_NEIGHBOUR: /* it is of a building opposite, not of the caller's */
      return 1;
    case BJT_DEMO_ORDER_UNIT_ONLY:
    case BJT_DEMO_ORDER_NO_SUCH_DOOR:
      return 3;
    case BJT_DEMO_ORDER_CLEAN:
    case BJT_DEMO_ORDER_LONG:
    case BJT_DEMO_ORDER_OLD_NAME:
    case BJT_DEMO_ORDER_TYPO:
    case BJT_DEMO_ORDER_NO_UNIT:
    case BJT_DEMO_ORDER_NO_COMPOUND:
    case BJT_DEMO_ORDER_WRONG_DOOR:
    case BJT_DEMO_ORDER_AGAIN:
    case BJT_DEMO_N_ORDER_FLAWS:
    default:
      return 4;
    }
}

/* Rows */

static char *
dup_row (Maker        *self,
         BjtDemoOrder *order,
         const Home   *home,
         const Matter *matter)
{
  g_autofree char *lead = NULL;
  g_autofree char *address = make_address (self, order, home, &lead);
  char             day[BJT_DATE_STRING_SIZE];
  gboolean         knows_phone = order->flaw == BJT_DEMO_ORDER_WRONG_DOOR || pick (self, 3) > 0;
  gboolean         is_ours = order->flaw != BJT_DEMO_ORDER_OUTSIDE && order->flaw != BJT_DEMO_ORDER_NEIGHBOUR;

  bjt_date_format (self->as_of - (BjtDate) pick (self, 20), day);
  order->number = g_strdup_printf ("DH%c%c%c%c%s%05u", day[0], day[1], day[2], day[3], "1122", 100 + self->orders->len * 7);
  return g_strdup_printf ("%s,%s %02u:%02u,%s,%s%s，请尽快处理,%s,%s,%s,大川街道,%u个工作日", order->number, day, 7 + pick (self, 12), pick (self, 60),
                          matter->kind, lead != NULL ? lead : "", matter->content, address, is_ours && home->caller != NULL ? home->caller : "市民",
                          is_ours && knows_phone && home->phone != NULL ? home->phone : "", 3 + 2 * pick (self, 2));
}

static void
order_free (gpointer data)
{
  BjtDemoOrder *self = data;

  g_free (self->number);
  g_free (self->cells);
  g_free (self);
}

static void
repeat_row (Maker *self)
{
  const BjtDemoOrder *last = self->orders->pdata[pick (self, self->orders->len)];
  BjtDemoOrder       *order = g_new0 (BjtDemoOrder, 1);

  *order = *last;
  order->flaw = BJT_DEMO_ORDER_AGAIN;
  order->number = g_strdup (last->number);
  order->cells = g_strdup (last->cells);
  g_ptr_array_add (self->orders, order);
}

static void
make_row (Maker           *self,
          BjtDemoOrderFlaw flaw)
{
  BjtDemoOrder *order = g_new0 (BjtDemoOrder, 1);
  Home          home = pick_home (self, flaw == BJT_DEMO_ORDER_OLD_NAME, flaw == BJT_DEMO_ORDER_WRONG_DOOR);
  const Matter *matter = &matters[pick (self, G_N_ELEMENTS (matters))];

  order->flaw = flaw;
  order->kind = matter->code;
  order->cells = dup_row (self, order, &home, matter);
  if (get_depth (flaw) > 0)
    tell_truth (self, order, &home, get_depth (flaw));
  g_ptr_array_add (self->orders, order);
}

/**
 * bjt_demo_orders_make:
 * @n: how many
 *
 * Returns: (transfer full) (element-type BjtDemoOrder): empty where nobody lives
 */
GPtrArray *
bjt_demo_orders_make (const BjtPicture *picture,
                      guint32           seed,
                      guint             n,
                      BjtDate           as_of)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Maker             self = { picture, rand, as_of, g_ptr_array_new_with_free_func (order_free) };
  Home              home;
  gboolean          any = FALSE;

  for (guint32 d = 0; d < picture->doors->len && !any; d++)
    any = fill_home (&self, d, &home);
  for (guint i = 0; i < n && any; i++)
    {
      guint at = pick (&self, 100), flaw = 0;

      for (; at >= shares[flaw]; flaw++)
        at -= shares[flaw];
      if (flaw == BJT_DEMO_ORDER_AGAIN && self.orders->len > 0)
        repeat_row (&self);
      else
        make_row (&self, flaw == BJT_DEMO_ORDER_AGAIN ? BJT_DEMO_ORDER_CLEAN : flaw);
    }
  return self.orders;
}

char *
bjt_demo_orders_dup_csv (const GPtrArray *orders)
{
  GString *out = g_string_new ("\xef\xbb\xbf工单编号,来电时间,诉求类别,诉求内容,事发地址,来电人,联系电话,承办单位,办理时限\r\n");

  for (guint i = 0; i < orders->len; i++)
    g_string_append_printf (out, "%s\r\n", ((BjtDemoOrder *) orders->pdata[i])->cells);
  return g_string_free (out, FALSE);
}

const char *
bjt_demo_order_flaw_get_name (BjtDemoOrderFlaw flaw)
{
  return flaw_names[flaw];
}
