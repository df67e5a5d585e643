/* main.c: the program `baijiatu`. */
#include "bjt-application.h"
#include "bjt-environment.h"
#include "workspace/bjt-workspace.h"

/* Beside the start of the toolkit. */
static gpointer
warm_up_worker (gpointer data)
{
  bjt_workspace_warm_up ();
  return NULL;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BjtApplication) application = NULL;

  bjt_environment_prepare ();
  g_thread_unref (g_thread_new ("warm-up", warm_up_worker, NULL));
  application = bjt_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
