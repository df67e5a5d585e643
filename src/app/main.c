/* main.c: the program `baijiatu`. */
#include "bjt-application.h"
#include "bjt-environment.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BjtApplication) application = NULL;

  bjt_environment_prepare ();
  application = bjt_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
