/* bjt-page.c: a page is made for one workspace and goes with it; opening
 * another file makes new pages. Pages share the focus, never each other. */
#include "bjt-page.h"

#include "bjt-notice.h"

typedef struct
{
  /* Owned */
  BjtWorkspace *workspace;
  BjtFocus     *focus;
} BjtPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BjtPage, bjt_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_FOCUS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
bjt_page_finalize (GObject *object)
{
  BjtPagePrivate *priv = bjt_page_get_instance_private (BJT_PAGE (object));

  g_clear_object (&priv->workspace);
  g_clear_object (&priv->focus);
  G_OBJECT_CLASS (bjt_page_parent_class)->finalize (object);
}

static void
bjt_page_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  BjtPagePrivate *priv = bjt_page_get_instance_private (BJT_PAGE (object));

  switch (id)
    {
    case PROP_WORKSPACE:
      priv->workspace = g_value_dup_object (value);
      break;
    case PROP_FOCUS:
      priv->focus = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bjt_page_class_init (BjtPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = bjt_page_finalize;
  object_class->set_property = bjt_page_set_property;
  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, BJT_TYPE_WORKSPACE, flags);
  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, BJT_TYPE_FOCUS, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bjt_page_init (BjtPage *self)
{
}

BjtWorkspace *
bjt_page_get_workspace (BjtPage *self)
{
  BjtPagePrivate *priv = bjt_page_get_instance_private (self);

  return priv->workspace;
}

BjtFocus *
bjt_page_get_focus (BjtPage *self)
{
  BjtPagePrivate *priv = bjt_page_get_instance_private (self);

  return priv->focus;
}

BjtPicture *
bjt_page_get_picture (BjtPage *self)
{
  return bjt_focus_get_picture (bjt_page_get_focus (self));
}

/* A short line at the foot of the window; with can_undo it offers to undo. */
void
bjt_page_tell (BjtPage    *self,
               const char *text,
               gboolean    can_undo)
{
  bjt_notice_show (GTK_WIDGET (self), text, can_undo);
}

void
bjt_page_tell_error (BjtPage      *self,
                     const GError *error)
{
  bjt_notice_show_error (GTK_WIDGET (self), error);
}

gboolean
bjt_page_tell_outcome (BjtPage       *self,
                       gboolean       is_done,
                       const char    *text,
                       GError *const *error)
{
  if (is_done)
    bjt_page_tell (self, text, TRUE);
  else
    bjt_page_tell_error (self, *error);
  return is_done;
}
