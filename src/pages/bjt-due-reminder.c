/* bjt-due-reminder.c: counts like the board of the day's page. A desktop without
 * anything that shows notifications is left alone. */
#include "bjt-due-reminder.h"

#include <glib/gi18n.h>

#include "rules/bjt-morning-board.h"

GNotification *
bjt_due_reminder_new_notification (const BjtPicture *picture)
{
  BjtMorningBoard board;
  GNotification *notification;
  g_autofree char *visits = NULL, *issues = NULL, *body = NULL;

  bjt_morning_board_count (&board, picture, BJT_NO_INDEX);
  if (board.n_left == 0 && board.n_issues_overdue == 0)
    return NULL;
  visits = g_strdup_printf (g_dngettext (NULL, "%u home is to be visited today", "%u homes are to be visited today", board.n_left), board.n_left);
  issues = g_strdup_printf (g_dngettext (NULL, "%u issue is over time", "%u issues are over time", board.n_issues_overdue), board.n_issues_overdue);
  body = g_strdup_printf (g_dngettext (NULL, "%u home overdue", "%u homes overdue", board.n_overdue), board.n_overdue);
  notification = g_notification_new (visits);
  if (board.n_issues_overdue > 0)
    {
      g_autofree char *both = g_strdup_printf ("%s · %s", body, issues);

      g_notification_set_body (notification, both);
    }
  else
    g_notification_set_body (notification, body);
  return notification;
}

typedef struct
{
  GApplication  *application;
  GNotification *notification;
} Telling;

static void
desktop_found_cb (GObject      *connection,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Telling *telling = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (connection), result, NULL);

  if (answer != NULL)
    g_application_send_notification (telling->application, "due", telling->notification);
  g_object_unref (telling->application);
  g_object_unref (telling->notification);
  g_free (telling);
}

static void
send_if_shown (GApplication  *application,
               GNotification *notification)
{
  Telling *telling = g_new (Telling, 1);

  telling->application = g_object_ref (application);
  telling->notification = g_object_ref (notification);
  g_dbus_connection_call (g_application_get_dbus_connection (application), "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "StartServiceByName", g_variant_new ("(su)", "org.freedesktop.Notifications", 0),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, desktop_found_cb, telling);
}

void
bjt_due_reminder_tell (GApplication     *application,
                       GSettings        *settings,
                       const BjtPicture *picture)
{
  g_autofree char *today = bjt_date_dup_string (picture->as_of);
  g_autofree char *told_on = g_settings_get_string (settings, "reminded-on");
  g_autoptr (GNotification) notification = NULL;

  if (!g_settings_get_boolean (settings, "remind-due") || strcmp (told_on, today) == 0
      || g_application_get_dbus_connection (application) == NULL)
    return;
  notification = bjt_due_reminder_new_notification (picture);
  if (notification != NULL)
    send_if_shown (application, notification);
  g_settings_set_string (settings, "reminded-on", today);
}
