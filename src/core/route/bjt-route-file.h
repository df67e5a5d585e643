/* bjt-route-file.h: instances of the field as problems: Solomon and
 * Gehring–Homberger, VRPLIB with windows, prizes or sites, TSPLIB, TSPTW, TOPTW,
 * OPLib. Which it is, the text itself tells.
 *
 * Lengths are whole units by the convention of the format: tenths rounded down,
 * thousandths rounded, the rule of TSPLIB. The depot is not a stop: stop i is
 * the i-th of the others in the file.
 */
#pragma once

#include "bjt-route-problem.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_ROUTE_FILE_SOLOMON,
  BJT_ROUTE_FILE_VRPTW,
  BJT_ROUTE_FILE_PRIZES, /* optional stops with windows */
  BJT_ROUTE_FILE_SITES,  /* not every vehicle may see every stop */
  BJT_ROUTE_FILE_CVRP,
  BJT_ROUTE_FILE_TSP,
  BJT_ROUTE_FILE_TSPTW,
  BJT_ROUTE_FILE_TOPTW,
  BJT_ROUTE_FILE_OP,
} BjtRouteFileKind;

typedef struct
{
  BjtRouteFileKind kind;
  char            *name;       /* NULL: the file says none */
  gint32           scale;      /* units in one unit of the file */
  guint           *numbers;    /* of stops: what the file calls them */
  gint64           given_prize; /* of the depot: counted in any case */
  BjtRouteProblem *problem;
} BjtRouteFile;

/* n_workers: routes of a TOPTW file, which does not say; 0: one. */
BjtRouteFile *bjt_route_file_parse (const char *text, gsize size, guint n_workers, GError **error);
BjtRouteFile *bjt_route_file_read  (const char *path, guint n_workers, GError **error);
void          bjt_route_file_free  (BjtRouteFile *self);

const char *bjt_route_file_kind_get_name (BjtRouteFileKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtRouteFile, bjt_route_file_free)

G_END_DECLS
