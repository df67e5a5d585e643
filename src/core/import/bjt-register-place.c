/* bjt-register-place.c: own columns first; what they leave open, from the text
 * of the address. Done in the helper process, beside the one that writes. */
#include "bjt-register-place.h"

#include "model/bjt-address.h"

static const struct
{
  BjtRegisterField field;
  gsize            part; /* of BjtAddress */
} parts[] = {
  { BJT_REGISTER_COMPOUND, G_STRUCT_OFFSET (BjtAddress, compound) },
  { BJT_REGISTER_BUILDING, G_STRUCT_OFFSET (BjtAddress, building) },
  { BJT_REGISTER_ENTRANCE, G_STRUCT_OFFSET (BjtAddress, entrance) },
  { BJT_REGISTER_LEVEL, G_STRUCT_OFFSET (BjtAddress, level) },
  { BJT_REGISTER_DOOR, G_STRUCT_OFFSET (BjtAddress, door) },
};

static gboolean
is_plain_number (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text))
      return FALSE;
  return TRUE;
}

/* A cell 3号楼 or 二单元 becomes the bare label 3 or 2. */
static void
strip_label (BjtRegisterRow  *self,
             BjtRegisterField field,
             gsize            part)
{
  const char *text = self->draft.fields[field];
  g_autoptr (BjtAddress) address = NULL;
  const char *label;

  if (text == NULL || is_plain_number (text))
    return;
  address = bjt_address_parse (text);
  label = G_STRUCT_MEMBER (char *, address, part);
  if (label != NULL && address->compound == NULL)
    self->draft.fields[field] = g_string_chunk_insert (self->texts, label);
}

/**
 * bjt_register_row_read_place:
 *
 * Fills compound, building, entrance, level and door as far as the row tells
 * them; entrance 0 (shops of property registers) becomes none.
 */
void
bjt_register_row_read_place (BjtRegisterRow *self)
{
  const char **fields = self->draft.fields;

  strip_label (self, BJT_REGISTER_BUILDING, G_STRUCT_OFFSET (BjtAddress, building));
  strip_label (self, BJT_REGISTER_ENTRANCE, G_STRUCT_OFFSET (BjtAddress, entrance));
  if (fields[BJT_REGISTER_ADDRESS] != NULL)
    {
      g_autoptr (BjtAddress) address = bjt_address_parse (fields[BJT_REGISTER_ADDRESS]);

      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          const char *label = G_STRUCT_MEMBER (char *, address, parts[i].part);

          if (fields[parts[i].field] == NULL && label != NULL)
            fields[parts[i].field] = g_string_chunk_insert (self->texts, label);
        }
    }
  if (g_strcmp0 (fields[BJT_REGISTER_ENTRANCE], "0") == 0)
    fields[BJT_REGISTER_ENTRANCE] = NULL;
}
