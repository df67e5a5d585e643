/* bjt-command-cadence.c: the rules of cadence: who is to be visited how often. */
#include <string.h>

#include "bjt-work-words.h"
#include "workspace/bjt-names.h"
#include "workspace/bjt-workspace-cadence.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *code;
  char         *name, *every, *category, *class, *event, *within, *lasts, *contacts, *from, *to, *source;
  int           tier, age_from, age_to;
} Cadence;

static const char *const contact_words[] = { "met", "phoned", "heard" }; /* by BjtContact */

static void
cadence_clear (Cadence *self)
{
  char **const all[] = { &self->code, &self->name, &self->every, &self->category, &self->class, &self->event,
                         &self->within, &self->lasts, &self->contacts, &self->from, &self->to, &self->source };

  g_clear_object (&self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cadence, cadence_clear)

static char *
dup_contacts (int outcomes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < BJT_N_CONTACTS; i++)
    if (outcomes >> i & 1)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", contact_words[i]);
  return g_strdup (text->str);
}

/* 0: a word is none of them */
static int
read_contacts (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  int outcomes = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int found = -1;

      for (int c = 0; c < BJT_N_CONTACTS; c++)
        if (strcmp (words[i], contact_words[c]) == 0)
          found = c;
      if (found < 0)
        return 0;
      outcomes |= 1 << found;
    }
  return outcomes;
}

static BjtExit
list_rules (Cadence *self)
{
  static const char *const columns[] = { "code", "name", "every", "category", "tier", "class", "age_from", "age_to", "event", "within", "lasts", "contacts", "from", "to", "source", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) rules = bjt_workspace_list_cadence_rules (self->workspace, &error);

  if (rules == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < rules->len; i++)
    {
      const BjtCadenceRule *rule = rules->pdata[i];

      bjt_listing_add_text (listing, rule->code);
      bjt_listing_add_text (listing, rule->name);
      bjt_listing_add_text (listing, rule->every);
      bjt_listing_add_text (listing, rule->category);
      bjt_listing_add_int (listing, rule->tier);
      bjt_listing_add_text (listing, rule->household_class != 0 ? bjt_names_of_class (rule->household_class) : NULL);
      bjt_listing_add_int (listing, rule->age_from);
      bjt_listing_add_int (listing, rule->age_to);
      bjt_listing_add_text (listing, rule->event);
      bjt_listing_add_text (listing, rule->event_within);
      bjt_listing_add_text (listing, rule->event_lasts);
      bjt_listing_take_text (listing, dup_contacts (rule->outcomes));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (rule->valid_from));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (rule->valid_to));
      bjt_listing_add_text (listing, rule->source);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* NULL: not there, or not to be read */
static BjtCadenceRule *
find_rule (Cadence *self)
{
  g_autoptr (GPtrArray) rules = bjt_workspace_list_cadence_rules (self->workspace, NULL);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    if (g_strcmp0 (((BjtCadenceRule *) rules->pdata[i])->code, self->code) == 0)
      return bjt_cadence_rule_copy (rules->pdata[i]);
  return NULL;
}

/* An empty word takes the condition away. */
static void
replace (char      **value,
         const char *with)
{
  if (with == NULL)
    return;
  g_free (*value);
  *value = *with != '\0' ? g_strdup (with) : NULL;
}

static BjtExit
fill (Cadence        *self,
      BjtCadenceRule *rule)
{
  BjtExit exit_code;

  replace (&rule->name, self->name);
  replace (&rule->every, self->every);
  replace (&rule->category, self->category);
  replace (&rule->event, self->event);
  replace (&rule->event_within, self->within);
  replace (&rule->event_lasts, self->lasts);
  replace (&rule->source, self->source);
  rule->tier = self->tier >= 0 ? self->tier : rule->tier;
  rule->age_from = self->age_from >= 0 ? self->age_from : rule->age_from;
  rule->age_to = self->age_to >= 0 ? self->age_to : rule->age_to;
  if (self->class != NULL)
    rule->household_class = *self->class != '\0' ? bjt_names_find_class (self->class) : 0;
  if (self->contacts != NULL)
    rule->outcomes = read_contacts (self->contacts);
  if ((exit_code = bjt_work_words_read_day ("--from", self->from, &rule->valid_from)) != BJT_EXIT_GOOD)
    return exit_code;
  return bjt_work_words_read_day ("--to", self->to, &rule->valid_to);
}

static BjtExit
save (Cadence        *self,
      BjtCadenceRule *rule)
{
  GError *error = NULL;
  BjtExit exit_code = fill (self, rule);

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  return bjt_workspace_save_cadence_rule (self->workspace, rule, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
add_rule (Cadence *self)
{
  g_autoptr (BjtCadenceRule) rule = find_rule (self);

  if (self->code == NULL || self->name == NULL)
    return bjt_cli_usage (_("use: bjt cadence add CODE --name NAME --every 7d|1m|1y [--category CODE] [--tier N] [--class WORD] [--age-from N] [--event WORD --within 1d]"));
  if (rule != NULL)
    return bjt_cli_usage (_("there is a rule %s already; bjt cadence change changes it"), self->code);
  rule = bjt_cadence_rule_new ();
  rule->code = g_strdup (self->code);
  rule->outcomes = BJT_CONTACTS_MET_OR_PHONED;
  rule->valid_from = rule->valid_to = BJT_DATE_NONE;
  return save (self, rule);
}

static BjtExit
change_rule (Cadence *self)
{
  g_autoptr (BjtCadenceRule) rule = find_rule (self);

  if (rule == NULL)
    return bjt_cli_usage (_("there is no rule %s; bjt cadence list shows them"), self->code != NULL ? self->code : "");
  return save (self, rule);
}

static BjtExit
remove_rule (Cadence *self)
{
  GError *error = NULL;

  return bjt_workspace_remove_cadence_rule (self->workspace, self->code, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_cadence (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Cadence *self);
  } parts[] = { { "list", list_rules }, { "add", add_rule }, { "change", change_rule }, { "remove", remove_rule } };
  g_auto (Cadence) self = { .cli = cli, .tier = -1, .age_from = -1, .age_to = -1 };
  GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &self.name, N_ ("What people call the rule"), N_ ("NAME") },
    { "every", 0, 0, G_OPTION_ARG_STRING, &self.every, N_ ("How often: 7d, 2w, 1m, 1y"), N_ ("TIME") },
    { "category", 0, 0, G_OPTION_ARG_STRING, &self.category, N_ ("Code of a category"), N_ ("CODE") },
    { "tier", 0, 0, G_OPTION_ARG_INT, &self.tier, N_ ("Level of attention: 1 general, 2 key, 3 high risk; 0 any"), N_ ("N") },
    { "class", 0, 0, G_OPTION_ARG_STRING, &self.class, N_ ("Class of household: resident, floating, tenant …"), N_ ("WORD") },
    { "age-from", 0, 0, G_OPTION_ARG_INT, &self.age_from, N_ ("From this age; 0 any"), N_ ("N") },
    { "age-to", 0, 0, G_OPTION_ARG_INT, &self.age_to, N_ ("Up to this age; 0 any"), N_ ("N") },
    { "event", 0, 0, G_OPTION_ARG_STRING, &self.event, N_ ("After this kind of event"), N_ ("WORD") },
    { "within", 0, 0, G_OPTION_ARG_STRING, &self.within, N_ ("First visit after the event within: 1d"), N_ ("TIME") },
    { "lasts", 0, 0, G_OPTION_ARG_STRING, &self.lasts, N_ ("How long the rule holds after the event: 6m"), N_ ("TIME") },
    { "contacts", 0, 0, G_OPTION_ARG_STRING, &self.contacts, N_ ("Which contacts count, with commas: met,phoned,heard"), N_ ("WORDS") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self.from, N_ ("The rule holds from this day"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self.to, N_ ("The rule holds up to this day"), N_ ("DAY") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &self.source, N_ ("The document it comes from"), N_ ("TEXT") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("list|add CODE|change CODE|remove CODE", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (strcmp (argv[1], parts[i].name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.code = argc > 2 ? g_strdup (argv[2]) : NULL;
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt cadence list|add|change|remove …"));
}
