/* bjt-building-pattern.h: how a building is made up, in a few words.
 *
 * What a person says of a building ("six levels, three entrances, two doors a
 * level, no 4th floor") and its text form: words key=value in any order, those
 * that say nothing special left out:
 *
 *   levels=18          the number of the topmost level
 *   below=1            levels under the ground
 *   semi=yes           the first of them is a 半地下
 *   skip=4,13:12A      numbers that are left out, or called otherwise
 *   entrances=3        how many, or their labels: 1,2,甲 ; 0: none
 *   doors=2            doors a level; 2;3 for each entrance in turn (the last goes
 *                      on); 2,1:4,5..6:1 with other numbers on some levels
 *   numbering=101      101, 0101, 1-101, through (on through all entrances),
 *                      sides (东户, 西户), serial (1, 2, 3)
 *   direction=ew       door columns count from the east; we: from the west
 *   duplex=5           doors of these levels take the next level too
 *   shops=8            in place of the dwellings of the ground level
 *   garages=6          on the first level below, or the ground level
 *   kind=dwelling      dwelling, shop, garage, bungalow, office, other
 *
 * Levels are named by their labels.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_NUMBERING_LEVEL,    /* 101 */
  BJT_NUMBERING_PADDED,   /* 0101 */
  BJT_NUMBERING_ENTRANCE, /* 1-101 */
  BJT_NUMBERING_THROUGH,  /* 101, and on through all entrances of the level */
  BJT_NUMBERING_SIDES,    /* 西户, 东户 */
  BJT_NUMBERING_SERIAL,   /* 1, 2, 3 over the whole building */
  BJT_N_NUMBERINGS,
} BjtNumbering;

typedef struct
{
  int      levels;
  int      below;
  gboolean is_semi;
  char    *skip;      /* texts as above; NULL: nothing special */
  char    *entrances;
  char    *doors;
  int      numbering; /* BjtNumbering */
  gboolean is_reversed;
  char    *duplex;
  int      shops;
  int      garages;
  int      kind;      /* BjtDoorKind */
} BjtBuildingPattern;

#define BJT_PATTERN_ERROR (bjt_pattern_error_quark ())
GQuark bjt_pattern_error_quark (void);

typedef enum
{
  BJT_PATTERN_ERROR_INVALID, /* a word or value that is not understood */
  BJT_PATTERN_ERROR_OTHERS,  /* what it is about: shops, garages, the semi-basement … */
  BJT_PATTERN_ERROR_LEVELS,
  BJT_PATTERN_ERROR_ENTRANCES,
  BJT_PATTERN_ERROR_DOORS,
  BJT_PATTERN_ERROR_NUMBERING,
  BJT_PATTERN_ERROR_DUPLEX,
} BjtPatternError;

BjtBuildingPattern *bjt_building_pattern_new (void); /* six levels, three entrances, two doors */
BjtBuildingPattern *bjt_building_pattern_new_from_text (const char *text, GError **error);
BjtBuildingPattern *bjt_building_pattern_new_from_building (const BjtPicture *picture, guint32 building);
BjtBuildingPattern *bjt_building_pattern_copy (const BjtBuildingPattern *self);
void                bjt_building_pattern_free (BjtBuildingPattern *self);
gboolean            bjt_building_pattern_read (BjtBuildingPattern *self, const char *text, GError **error); /* what it says; the rest stays */
char               *bjt_building_pattern_to_text (const BjtBuildingPattern *self);
const char         *bjt_numbering_get_name (int numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtBuildingPattern, bjt_building_pattern_free)

G_END_DECLS
