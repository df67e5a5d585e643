/* bjt-test-service.h: a tile service on a port of this machine, on a thread of
 * its own, that does what the test wants.
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_TEST_PICTURE,
  BJT_TEST_STATUS,     /* with the status below */
  BJT_TEST_WEB_PAGE,   /* status 200 */
  BJT_TEST_TRUNCATED,  /* half a picture */
  BJT_TEST_CUT_OFF,    /* the connection ends before the length it said */
  BJT_TEST_HUGE,
  BJT_TEST_EMPTY,
  BJT_TEST_NEVER,      /* no answer at all */
  BJT_TEST_LOOP,       /* redirects to itself */
  BJT_TEST_REDIRECT,   /* once */
  BJT_TEST_VECTOR,
  BJT_TEST_TEXT,       /* what `text` says, as XML */
} BjtTestAnswer;

typedef struct _BjtTestService BjtTestService;

BjtTestService *bjt_test_service_new (void);
void            bjt_test_service_free (BjtTestService *self);
char           *bjt_test_service_dup_url (BjtTestService *self, const char *path);
void            bjt_test_service_set_answer (BjtTestService *self, BjtTestAnswer answer, guint status);
void            bjt_test_service_set_header (BjtTestService *self, const char *name, const char *value); /* of each answer */
void            bjt_test_service_set_text (BjtTestService *self, const char *text);
guint           bjt_test_service_count (BjtTestService *self);             /* requests so far */
guint           bjt_test_service_count_conditional (BjtTestService *self); /* answered with 304 */
char           *bjt_test_service_dup_last (BjtTestService *self);          /* path and query */
char           *bjt_test_service_dup_agent (BjtTestService *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTestService, bjt_test_service_free)

G_END_DECLS
