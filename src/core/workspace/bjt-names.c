/* bjt-names.c: one table a kind of value, in the order of its enum. */
#include "bjt-names.h"

static const char *const classes[] = { "unknown", "resident", "floating", "tenant", "hukou_only", "empty" };
static const char *const hits[] = { "door", "person", "building", "compound" };
static const char *const matches[] = { "address", "name", "initials", "phone", "id_number" };
static const char *const outcomes[] = { "met", "phoned", "absent", "refused", "note_left", "no_access", "moved", "died", "heard" };
static const char *const modes[] = { "home", "outside", "phone", "video", "neighbour", "relative", "third" };
static const char *const statuses[] = { "reported", "accepted", "dispatched", "handled", "verified", "closed" };
static const char *const attentions[] = { "none", "watch", "urgent" };
static const char *const class_rules[] = {
  "none", "override", "nobody_here", "rents", "hukou_elsewhere", "short_stay", "settled", "no_household", "not_verified",
};

#define DEFINE_NAMES(name, table)                                        \
  const char *bjt_names_of_##name (int value)                            \
  {                                                                      \
    return value >= 0 && value < (int) G_N_ELEMENTS (table) ? table[value] : "?"; \
  }

DEFINE_NAMES (class, classes)
DEFINE_NAMES (hit, hits)
DEFINE_NAMES (match, matches)
DEFINE_NAMES (outcome, outcomes)
DEFINE_NAMES (visit_mode, modes)
DEFINE_NAMES (status, statuses)
DEFINE_NAMES (attention, attentions)
DEFINE_NAMES (class_rule, class_rules)

static int
find (const char *const *names,
      guint              n_names,
      const char        *name)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (int) i;
  return -1;
}

int
bjt_names_find_class (const char *name)
{
  int known = find (classes, G_N_ELEMENTS (classes), name);

  if (g_strcmp0 (name, "derive") == 0)
    return 0;
  return known > 0 ? known : -1;
}

int
bjt_names_find_outcome (const char *name)
{
  return find (outcomes, G_N_ELEMENTS (outcomes), name);
}

int
bjt_names_find_visit_mode (const char *name)
{
  return find (modes, G_N_ELEMENTS (modes), name);
}

int
bjt_names_find_status (const char *name)
{
  return find (statuses, G_N_ELEMENTS (statuses), name);
}
