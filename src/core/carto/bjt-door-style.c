/* bjt-door-style.c: codes from the state of a door, colours from the palette. */
#include "bjt-door-style.h"

static void
add_tier (BjtCategoryOrder *self,
          const BjtPicture *picture,
          int               tier,
          BjtCategorySet    wanted)
{
  for (guint c = 0; c < MIN (picture->categories->len, BJT_MAX_CATEGORIES); c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, c);
      BjtCategorySet            bit = (BjtCategorySet) 1 << c;

      if (category->is_restricted || category->tier != tier || (wanted & bit) == 0 || (self->drawn & bit) != 0)
        continue;
      self->drawn |= bit;
      self->categories[self->n++] = (guint8) c;
    }
}

void
bjt_category_order_init (BjtCategoryOrder *self,
                         const BjtPicture *picture,
                         const BjtFilter  *filter)
{
  const BjtCategorySet wanted[] = { filter->any | filter->all, ~(BjtCategorySet) 0 };

  self->n = 0;
  self->drawn = 0;
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    for (int tier = BJT_TIER_HIGH_RISK; tier >= BJT_TIER_NONE; tier--)
      add_tier (self, picture, tier, wanted[i]);
}

static guint
get_category (const BjtCategoryOrder *order,
              BjtCategorySet          categories)
{
  for (guint i = 0; (categories & order->drawn) != 0 && i < order->n; i++)
    if ((categories >> order->categories[i] & 1) != 0)
      return order->categories[i];
  return BJT_MAX_CATEGORIES;
}

static guint
get_contact_step (const BjtPictureDoorState *state,
                  BjtDate                    as_of)
{
  static const int limits[] = { 30, 90, 180, 365 };
  int              days;

  if (state->last_contact_on == BJT_DATE_NONE)
    return state->household_class == BJT_CLASS_EMPTY ? BJT_CONTACT_NOBODY : BJT_CONTACT_NEVER;
  days = as_of - state->last_contact_on;
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    if (days <= limits[i])
      return BJT_CONTACT_MONTH + i;
  return BJT_CONTACT_LONGER;
}

static guint
get_issue_load (const BjtPictureDoorState *state)
{
  if (state->open_issues == 0)
    return BJT_ISSUES_NONE;
  if (state->issue_time == BJT_ISSUE_TIME_OVER)
    return BJT_ISSUES_OVERDUE;
  return state->open_issues > 1 ? BJT_ISSUES_MORE : BJT_ISSUES_ONE;
}

guint
bjt_door_style_get_code (BjtDoorStyle            style,
                         const BjtCategoryOrder *order,
                         const BjtPicture       *picture,
                         guint32                 door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);

  switch (style)
    {
    case BJT_DOOR_STYLE_CATEGORY:
      return get_category (order, state->categories);
    case BJT_DOOR_STYLE_ATTENTION:
      return MIN (state->attention, BJT_ATTENTION_URGENT);
    case BJT_DOOR_STYLE_CONTACT:
      return get_contact_step (state, picture->as_of);
    case BJT_DOOR_STYLE_ISSUES:
      return get_issue_load (state);
    case BJT_DOOR_STYLE_CLASS:
    case BJT_N_DOOR_STYLES:
    default:
      return MIN (state->household_class, BJT_N_CLASSES - 1);
    }
}

static guint
copy_codes (guint       *codes,
            const guint *from,
            guint        n)
{
  for (guint i = 0; i < n; i++)
    codes[i] = from[i];
  return n;
}

/**
 * bjt_door_style_list_codes:
 * @codes: (out): in the order in which shares lie beside each other
 *
 * Returns: how many there are
 */
guint
bjt_door_style_list_codes (BjtDoorStyle            style,
                           const BjtCategoryOrder *order,
                           guint                   codes[BJT_MAX_STYLE_CODES])
{
  static const guint classes[] = {
    BJT_CLASS_RESIDENT, BJT_CLASS_UNKNOWN, BJT_CLASS_FLOATING, BJT_CLASS_TENANT, BJT_CLASS_EMPTY, BJT_CLASS_HUKOU_ONLY,
  };
  static const guint attentions[] = { BJT_ATTENTION_NONE, BJT_ATTENTION_WATCH, BJT_ATTENTION_URGENT };
  static const guint contacts[] = {
    BJT_CONTACT_NOBODY, BJT_CONTACT_MONTH, BJT_CONTACT_QUARTER, BJT_CONTACT_HALF, BJT_CONTACT_YEAR, BJT_CONTACT_LONGER, BJT_CONTACT_NEVER,
  };
  static const guint issues[] = { BJT_ISSUES_NONE, BJT_ISSUES_ONE, BJT_ISSUES_MORE, BJT_ISSUES_OVERDUE };

  switch (style)
    {
    case BJT_DOOR_STYLE_CATEGORY:
      codes[0] = BJT_MAX_CATEGORIES;
      for (guint i = 0; i < order->n; i++)
        codes[i + 1] = order->categories[i];
      return order->n + 1;
    case BJT_DOOR_STYLE_ATTENTION:
      return copy_codes (codes, attentions, G_N_ELEMENTS (attentions));
    case BJT_DOOR_STYLE_CONTACT:
      return copy_codes (codes, contacts, G_N_ELEMENTS (contacts));
    case BJT_DOOR_STYLE_ISSUES:
      return copy_codes (codes, issues, G_N_ELEMENTS (issues));
    case BJT_DOOR_STYLE_CLASS:
    case BJT_N_DOOR_STYLES:
    default:
      return copy_codes (codes, classes, G_N_ELEMENTS (classes));
    }
}

/* Without colour patterns take turns. */
static void
get_category_fill (guint             code,
                   const BjtPalette *palette,
                   const BjtPicture *picture,
                   BjtClassStyle    *fill)
{
  if (code >= picture->categories->len)
    *fill = (BjtClassStyle) { palette->building, 0, BJT_HATCH_NONE };
  else if (palette->is_mono)
    *fill = (BjtClassStyle) { 0xFFFFFF, 0x606060, BJT_HATCH_DIAGONAL + code % 5 };
  else
    *fill = (BjtClassStyle) { bjt_palette_mix (bjt_picture_get_category (picture, code)->colour, palette->building, 0.55), 0, BJT_HATCH_NONE };
}

/**
 * bjt_door_style_get_fill:
 * @fill: (out): quiet enough for text to stand on it
 */
void
bjt_door_style_get_fill (BjtDoorStyle      style,
                         guint             code,
                         const BjtPalette *palette,
                         const BjtPicture *picture,
                         BjtClassStyle    *fill)
{
  switch (style)
    {
    case BJT_DOOR_STYLE_CATEGORY:
      get_category_fill (code, palette, picture, fill);
      break;
    case BJT_DOOR_STYLE_ATTENTION:
      *fill = (BjtClassStyle) { palette->building, 0, BJT_HATCH_NONE };
      if (code != BJT_ATTENTION_NONE)
        fill->fill = bjt_palette_mix (palette->attention[MIN (code, 2)], palette->building, 0.45);
      break;
    case BJT_DOOR_STYLE_CONTACT:
      *fill = palette->contacts[MIN (code, BJT_N_CONTACT_STEPS - 1)];
      break;
    case BJT_DOOR_STYLE_ISSUES:
      *fill = palette->issue_loads[MIN (code, BJT_N_ISSUE_LOADS - 1)];
      break;
    case BJT_DOOR_STYLE_CLASS:
    case BJT_N_DOOR_STYLES:
    default:
      *fill = palette->classes[MIN (code, BJT_N_CLASSES - 1)];
      break;
    }
}

guint32
bjt_door_style_get_mark (BjtDoorStyle      style,
                         guint             code,
                         const BjtPalette *palette,
                         const BjtPicture *picture)
{
  BjtClassStyle fill;

  if (style == BJT_DOOR_STYLE_CLASS)
    return palette->class_marks[MIN (code, BJT_N_CLASSES - 1)];
  if (style == BJT_DOOR_STYLE_CATEGORY && code < picture->categories->len)
    return palette->is_mono ? 0x202020 + 0x181818 * (code % 8) : bjt_picture_get_category (picture, code)->colour;
  if (style == BJT_DOOR_STYLE_ATTENTION && code != BJT_ATTENTION_NONE)
    return palette->attention[MIN (code, 2)];
  bjt_door_style_get_fill (style, code, palette, picture, &fill);
  if (style == BJT_DOOR_STYLE_CONTACT && code == BJT_CONTACT_NEVER)
    return fill.ink;
  return code == 0 || code == BJT_MAX_CATEGORIES ? palette->class_marks[BJT_CLASS_UNKNOWN] : fill.fill;
}
