/* bjt-command-staff.c: staff: who works here, who of them is a woman, and the photos that
 * hang on the poster. */
#include "bjt-cli.h"
#include "workspace/bjt-workspace-staff.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  gboolean      is_removed;
  char        **arguments;
  guint         n_arguments;
} Staff;

static void
staff_clear (Staff *self)
{
  g_clear_object (&self->workspace);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Staff, staff_clear)

static const struct
{
  const char *name;
  BjtSex      sex;
} sexes[] = { { "female", BJT_SEX_FEMALE }, { "male", BJT_SEX_MALE }, { "unknown", BJT_SEX_UNKNOWN } };

/* NULL: not known. */
static const char *
get_sex_name (int sex)
{
  for (guint i = 0; i < G_N_ELEMENTS (sexes); i++)
    if (sex != BJT_SEX_UNKNOWN && (int) sexes[i].sex == sex)
      return sexes[i].name;
  return NULL;
}

static BjtExit
run_list (Staff *self)
{
  static const char *const columns[] = { "name", "kind", "phone", "active", "sex", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) all = bjt_workspace_list_staff (self->workspace, &error);

  if (all == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < all->len; i++)
    {
      const BjtStaff *staff = all->pdata[i];

      bjt_listing_add_text (listing, staff->name);
      bjt_listing_add_text (listing, staff->kind);
      bjt_listing_add_text (listing, staff->phone);
      bjt_listing_add_text (listing, staff->is_active ? "yes" : "no");
      bjt_listing_add_text (listing, get_sex_name (staff->sex));
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* The only one of the name; NULL after setting @error. */
static const BjtStaff *
find_staff (const GPtrArray *all,
            const char      *name,
            GError         **error)
{
  const BjtStaff *found = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      if (g_strcmp0 (((const BjtStaff *) all->pdata[i])->name, name) != 0)
        continue;
      if (found != NULL)
        {
          g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, _("there are two of the name %s"), name);
          return NULL;
        }
      found = all->pdata[i];
    }
  if (found == NULL)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("nobody of the staff is called %s"), name);
  return found;
}

static BjtExit
run_photo (Staff *self)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (BjtPhoto)  photo = NULL;
  const BjtStaff       *staff;

  if (self->n_arguments != (self->is_removed ? 1 : 2))
    return bjt_cli_usage (_("use: bjt staff photo NAME FILE, or bjt staff photo NAME --remove"));
  all = bjt_workspace_list_staff (self->workspace, &error);
  staff = all != NULL ? find_staff (all, self->arguments[0], &error) : NULL;
  if (staff == NULL)
    return bjt_cli_refuse (error);
  photo = self->is_removed ? NULL : bjt_photo_open (self->arguments[1], NULL, &error);
  if (error != NULL || !bjt_workspace_set_staff_photo (self->workspace, &staff->id, photo, &error))
    return bjt_cli_refuse (error);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_sex (Staff *self)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) all = self->n_arguments == 2 ? bjt_workspace_list_staff (self->workspace, &error) : NULL;
  const BjtStaff *staff = all != NULL ? find_staff (all, self->arguments[0], &error) : NULL;

  if (self->n_arguments != 2)
    return bjt_cli_usage (_("use: bjt staff sex NAME female|male|unknown"));
  if (staff == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < G_N_ELEMENTS (sexes); i++)
    if (g_strcmp0 (self->arguments[1], sexes[i].name) == 0)
      return bjt_workspace_set_staff_sex (self->workspace, &staff->id, sexes[i].sex, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
  return bjt_cli_usage (_("use: bjt staff sex NAME female|male|unknown"));
}

BjtExit
bjt_command_staff (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Staff *self);
  } parts[] = { { "list", run_list }, { "photo", run_photo }, { "sex", run_sex } };
  g_auto (Staff) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &self.is_removed, N_ ("Take the photo away"), NULL },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("list|photo NAME FILE|sex NAME WORD", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.arguments = argv + 2;
        self.n_arguments = (guint) argc - 2;
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt staff list, bjt staff photo NAME FILE, or bjt staff sex NAME female|male|unknown"));
}
