/* bjt-date-button.c: see the header. Setting by code emits nothing. */
#include "bjt-date-button.h"

#include <glib/gi18n-lib.h>

struct _BjtDateButton
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget   *button;
  GtkCalendar *calendar;

  /* State */
  BjtDate  date;
  BjtDate  today;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (BjtDateButton, bjt_date_button, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
update (BjtDateButton *self)
{
  char                   text[BJT_DATE_STRING_SIZE];
  BjtDate                shown = self->date != BJT_DATE_NONE ? self->date : self->today;
  int                    year, month, day;
  g_autoptr (GDateTime)  time = NULL;

  bjt_date_format (self->date, text);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), self->date != BJT_DATE_NONE ? text : "—");
  bjt_date_get_ymd (shown, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0.0);
  self->is_setting = TRUE;
  if (time != NULL)
    gtk_calendar_select_day (self->calendar, time);
  self->is_setting = FALSE;
}

static void
choose (BjtDateButton *self,
        BjtDate        date)
{
  if (self->date == date)
    return;
  bjt_date_button_set_date (self, date);
  g_signal_emit (self, changed_signal, 0);
}

static void
day_selected_cb (BjtDateButton *self)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (self->calendar);

  if (!self->is_setting)
    choose (self, bjt_date_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time)));
}

static void
clear_cb (BjtDateButton *self)
{
  choose (self, BJT_DATE_NONE);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

BjtDate
bjt_date_button_get_date (BjtDateButton *self)
{
  return self->date;
}

void
bjt_date_button_set_date (BjtDateButton *self,
                          BjtDate        date)
{
  self->date = date;
  update (self);
}

void
bjt_date_button_set_today (BjtDateButton *self,
                           BjtDate        today)
{
  self->today = today;
  update (self);
}

static void
bjt_date_button_dispose (GObject *object)
{
  g_clear_pointer (&BJT_DATE_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_date_button_parent_class)->dispose (object);
}

static void
bjt_date_button_class_init (BjtDateButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_date_button_dispose;
  changed_signal = g_signal_new ("changed", BJT_TYPE_DATE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bjt_date_button_init (BjtDateButton *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clear = gtk_button_new_with_label (_ ("No day"));

  self->date = self->today = BJT_DATE_NONE;
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), clear);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->today = bjt_date_from_ymd (2000, 1, 1);
  update (self);
}
