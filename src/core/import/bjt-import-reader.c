/* bjt-import-reader.c: the program's side of import.
 *
 * Starts the helper process, which parses the file under limits of memory, time
 * and rights (src/import-helper), and hands its drafts on one by one in the
 * caller's thread. Whatever happens to the helper (a crash, an endless loop, a
 * stream of nonsense) ends as one error of BJT_IMPORT_ERROR that names the file;
 * the helper is then killed and waited for. Drafts that were handed on before
 * the error stay with the caller: an import is applied only after a good end. */
#include "bjt-import-reader.h"

#include "bjt-frame.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define BUFFER_SIZE (512 * 1024)
#define PIPE_SIZE (1024 * 1024)
#define POLL_MS 200

struct _BjtImportReader
{
  char                 *path;
  char                 *helper;     /* (nullable) */
  char                 *column_map; /* (nullable) */
  char                 *label_column; /* (nullable) */
  guint                 seconds;
  guint                 megabytes;
  guint                 page;       /* of a drawing; 0: the file is no drawing */
  gboolean              is_calendar;
  gboolean              is_orders;
  gboolean              is_form;
  GBytes               *plan;       /* (nullable): to fill the form by */
  BjtImportProgressFunc progress;
  gpointer              progress_data;
};

typedef struct
{
  /* Borrowed */
  BjtImportReader *reader;
  BjtDraftFunc     func;
  gpointer         user_data;
  GCancellable    *cancellable;

  /* Owned */
  GPid            pid;
  int             fd;
  guint8         *buffer;
  gsize           size;
  BjtFrameDecoder decoder;

  /* State */
  gsize    first, last; /* what of the buffer is not yet decoded */
  gint64   deadline;
  guint64  n_drafts;
  gboolean greeted;
  gboolean ended;
} Run;

/**
 * bjt_import_reader_new:
 * @path: of the file
 */
BjtImportReader *
bjt_import_reader_new (const char *path)
{
  BjtImportReader *self = g_new0 (BjtImportReader, 1);

  self->path = g_strdup (path);
  self->seconds = BJT_IMPORT_DEFAULT_SECONDS;
  self->megabytes = BJT_IMPORT_DEFAULT_MEGABYTES;
  return self;
}

void
bjt_import_reader_free (BjtImportReader *self)
{
  g_clear_pointer (&self->plan, g_bytes_unref);
  g_free (self->path);
  g_free (self->helper);
  g_free (self->column_map);
  g_free (self->label_column);
  g_free (self);
}

/**
 * bjt_import_reader_set_helper:
 * @path: (nullable): of the helper program; NULL to look for it
 */
void
bjt_import_reader_set_helper (BjtImportReader *self,
                              const char      *path)
{
  g_free (self->helper);
  self->helper = g_strdup (path);
}

/**
 * bjt_import_reader_set_column_map:
 * @json: (nullable): what a person says about the columns, see bjt-column-map.h
 */
void
bjt_import_reader_set_column_map (BjtImportReader *self,
                                  const char      *json)
{
  g_free (self->column_map);
  self->column_map = g_strdup (json);
}

/**
 * bjt_import_reader_set_label_column:
 * @column: (nullable): whose text is the label of each feature; NULL: as is
 *   found best
 */
void
bjt_import_reader_set_label_column (BjtImportReader *self,
                                    const char      *column)
{
  g_free (self->label_column);
  self->label_column = g_strdup (column);
}

/**
 * bjt_import_reader_set_drawing:
 * @page: from 1
 *
 * The file is read as a drawing: one draft of a drawing is handed on.
 */
void
bjt_import_reader_set_drawing (BjtImportReader *self,
                               guint            page)
{
  self->page = page;
}

/**
 * bjt_import_reader_set_calendar:
 *
 * The file is read as a calendar of days off and weekends worked.
 */
void
bjt_import_reader_set_calendar (BjtImportReader *self)
{
  self->is_calendar = TRUE;
}

/**
 * bjt_import_reader_set_orders:
 *
 * The file is read as orders of the hotline.
 */
void
bjt_import_reader_set_orders (BjtImportReader *self)
{
  self->is_orders = TRUE;
}

/**
 * bjt_import_reader_set_form:
 * @plan: (nullable): to fill it by; %NULL: what the form holds is asked for
 *
 * The file is a form from above: BJT_DRAFT_PIECE drafts make up the answer.
 */
void
bjt_import_reader_set_form (BjtImportReader *self,
                            GBytes          *plan)
{
  self->is_form = TRUE;
  g_clear_pointer (&self->plan, g_bytes_unref);
  self->plan = plan != NULL ? g_bytes_ref (plan) : NULL;
}

/**
 * bjt_import_reader_set_limits:
 * @seconds: wall clock
 * @megabytes: address space of the helper
 */
void
bjt_import_reader_set_limits (BjtImportReader *self,
                              guint            seconds,
                              guint            megabytes)
{
  self->seconds = seconds;
  self->megabytes = megabytes;
}

/**
 * bjt_import_reader_set_progress:
 * @func: (nullable): is called now and then in the thread of the run
 */
void
bjt_import_reader_set_progress (BjtImportReader      *self,
                                BjtImportProgressFunc func,
                                gpointer              user_data)
{
  self->progress = func;
  self->progress_data = user_data;
}

/**
 * bjt_import_reader_dup_helper_path:
 *
 * The helper is the one that the environment variable BJT_IMPORT_HELPER names,
 * else the one beside the program or in the build tree it runs from, else the
 * installed one.
 */
char *
bjt_import_reader_dup_helper_path (void)
{
  static const char *const places[] = { "bjt-import", "../import-helper/bjt-import", "../../import-helper/bjt-import" };
  const char              *set = g_getenv ("BJT_IMPORT_HELPER");
  g_autofree char         *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char         *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (".");

  if (set != NULL && set[0] != '\0')
    return g_strdup (set);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }
  return g_strdup (BJT_LIBEXEC_DIR "/bjt-import");
}

/* Process */

/* Memory that reads as a file, so that what is personal touches no disk. -1: nothing
 * to hand over, or no room for it. */
static int
open_plan (GBytes *plan)
{
  gsize       size, done = 0;
  const char *data = g_bytes_get_data (plan, &size);
  int         fd = memfd_create ("bjt-plan", MFD_CLOEXEC);

  while (fd >= 0 && done < size)
    {
      gssize n = write (fd, data + done, size - done);

      if (n <= 0)
        {
          close (fd);
          return -1;
        }
      done += (gsize) n;
    }
  if (fd >= 0)
    lseek (fd, 0, SEEK_SET);
  return fd;
}

static gboolean
spawn (Run       *self,
       GPtrArray *arguments,
       GError   **error)
{
  GBytes  *plan = self->reader->plan;
  int      input = plan != NULL ? open_plan (plan) : -1;
  gboolean ok;

  if (plan != NULL && input < 0)
    {
      g_set_error_literal (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "no memory for what is to be filled in");
      return FALSE;
    }
  ok = g_spawn_async_with_pipes_and_fds (NULL, (const char *const *) arguments->pdata, NULL,
                                         G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                                         input, -1, -1, NULL, NULL, 0, &self->pid, NULL, &self->fd, NULL, error);
  if (input >= 0)
    close (input);
  return ok;
}

static gboolean
start (Run     *self,
       GError **error)
{
  BjtImportReader      *reader = self->reader;
  g_autofree char      *helper = reader->helper != NULL ? g_strdup (reader->helper) : bjt_import_reader_dup_helper_path ();
  g_autofree char      *memory = g_strdup_printf ("--memory=%u", reader->megabytes);
  g_autofree char      *map = g_strconcat ("--columns=", reader->column_map, NULL);
  g_autofree char      *label = g_strconcat ("--label=", reader->label_column, NULL);
  g_autofree char      *page = g_strdup_printf ("--page=%u", reader->page);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError)    problem = NULL;

  g_ptr_array_add (arguments, helper);
  g_ptr_array_add (arguments, memory);
  if (reader->column_map != NULL)
    g_ptr_array_add (arguments, map);
  if (reader->label_column != NULL)
    g_ptr_array_add (arguments, label);
  if (reader->page > 0)
    g_ptr_array_add (arguments, page);
  if (reader->is_calendar)
    g_ptr_array_add (arguments, (char *) "--calendar");
  if (reader->is_orders)
    g_ptr_array_add (arguments, (char *) "--orders");
  if (reader->is_form)
    g_ptr_array_add (arguments, (char *) (reader->plan != NULL ? "--fill" : "--form"));
  g_ptr_array_add (arguments, (char *) "--");
  g_ptr_array_add (arguments, reader->path);
  g_ptr_array_add (arguments, NULL);
  if (!spawn (self, arguments, &problem))
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "%s: the import helper cannot be started: %s",
                   reader->path, problem->message);
      return FALSE;
    }
  fcntl (self->fd, F_SETPIPE_SZ, PIPE_SIZE);
  return TRUE;
}

static void
explain_end (Run     *self,
             int      status,
             GError **error)
{
  const char *path = self->reader->path;

  if (WIFSIGNALED (status) && (WTERMSIG (status) == SIGXCPU || WTERMSIG (status) == SIGKILL))
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "%s: reading took more time or memory than is allowed", path);
  else if (WIFSIGNALED (status) && (WTERMSIG (status) == SIGTRAP || WTERMSIG (status) == SIGABRT))
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "%s: the file is damaged or needs more memory than is allowed", path);
  else if (WIFSIGNALED (status))
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_CRASHED, "%s: the file is damaged: its reader stopped with signal %d", path, WTERMSIG (status));
  else
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_CRASHED, "%s: its reader stopped early with status %d", path, WEXITSTATUS (status));
}

/* The helper has nothing to save, so it is never asked twice. */
static void
finish (Run      *self,
        gboolean  kill_it,
        GError  **error)
{
  int status = 0;

  close (self->fd);
  if (kill_it)
    kill (self->pid, SIGKILL);
  while (waitpid (self->pid, &status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (self->pid);
  if (error != NULL)
    explain_end (self, status, error);
}

/* Frames */

static gboolean
fail_protocol (Run     *self,
               GError **error)
{
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_PROTOCOL, "%s: the import helper does not fit this program", self->reader->path);
  return FALSE;
}

static gboolean
take_frame (Run            *self,
            const BjtFrame *frame,
            GError        **error)
{
  if (!self->greeted)
    {
      self->greeted = frame->kind == BJT_FRAME_HELLO && frame->version == BJT_FRAME_VERSION;
      return self->greeted || fail_protocol (self, error);
    }
  switch (frame->kind)
    {
    case BJT_FRAME_PROGRESS:
      if (self->reader->progress != NULL)
        self->reader->progress (frame->progress.done, frame->progress.total, self->reader->progress_data);
      return TRUE;
    case BJT_FRAME_ERROR:
      g_set_error (error, BJT_IMPORT_ERROR, frame->error.code, "%s: %s", self->reader->path, frame->error.message);
      return FALSE;
    case BJT_FRAME_END:
      self->ended = TRUE;
      return frame->n_drafts == self->n_drafts || fail_protocol (self, error);
    case BJT_FRAME_FORMAT:
    case BJT_FRAME_SHEET:
    case BJT_FRAME_ROW:
    case BJT_FRAME_FEATURE:
    case BJT_FRAME_NOTICE:
    case BJT_FRAME_DRAWING:
    case BJT_FRAME_WORK_STRETCH:
    case BJT_FRAME_ORDER:
    case BJT_FRAME_PIECE:
      self->n_drafts++;
      return self->func (&frame->draft, self->user_data, error);
    case BJT_FRAME_HELLO:
    default:
      return fail_protocol (self, error);
    }
}

static gboolean
decode_frames (Run     *self,
               GError **error)
{
  while (!self->ended)
    {
      BjtFrame frame;
      gsize    size;
      gboolean ok;

      if (!bjt_frame_peek_size (self->buffer + self->first, self->last - self->first, &size, error))
        return FALSE;
      if (size == 0 || size > self->last - self->first)
        return TRUE;
      if (!bjt_frame_decode (&self->decoder, self->buffer + self->first, size, &frame, error))
        return FALSE;
      ok = take_frame (self, &frame, error);
      bjt_frame_clear (&frame);
      if (!ok)
        return FALSE;
      self->first += size;
    }
  return TRUE;
}

/* Room for the rest of the frame at hand: it is at most BJT_FRAME_MAX_SIZE. */
static void
make_room (Run *self)
{
  gsize needed = 0;

  if (self->first > 0)
    {
      memmove (self->buffer, self->buffer + self->first, self->last - self->first);
      self->last -= self->first;
      self->first = 0;
    }
  if (!bjt_frame_peek_size (self->buffer, self->last, &needed, NULL))
    return;
  if (MAX (needed, BUFFER_SIZE) > self->size)
    {
      self->size = MAX (needed, BUFFER_SIZE);
      self->buffer = g_realloc (self->buffer, self->size);
    }
}

/* Returns whether the pipe has something to say, waiting for it. */
static gboolean
wait_for_bytes (Run     *self,
                GError **error)
{
  GPollFD  fds[2] = { { self->fd, G_IO_IN | G_IO_HUP | G_IO_ERR, 0 } };
  gboolean watched = g_cancellable_make_pollfd (self->cancellable, &fds[1]);
  gboolean ready = FALSE;

  while (!ready)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        break;
      if (g_get_monotonic_time () > self->deadline)
        {
          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_LIMIT, "%s: reading took more than %u seconds",
                       self->reader->path, self->reader->seconds);
          break;
        }
      g_poll (fds, watched ? 2 : 1, POLL_MS);
      ready = fds[0].revents != 0;
    }
  if (watched)
    g_cancellable_release_fd (self->cancellable);
  return ready;
}

static gboolean
read_frames (Run     *self,
             GError **error)
{
  while (!self->ended)
    {
      gssize n;

      make_room (self);
      if (!wait_for_bytes (self, error))
        return FALSE;
      n = read (self->fd, self->buffer + self->last, self->size - self->last);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      self->last += (gsize) n;
      if (!decode_frames (self, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_import_reader_run:
 * @func: gets each draft in this thread; FALSE with its error set ends the run
 * @cancellable: (nullable)
 *
 * Blocks until the file is read. Does not need a main loop.
 *
 * Returns: TRUE when all of the file was read; else an error of
 *   BJT_IMPORT_ERROR, of @func, or G_IO_ERROR_CANCELLED
 */
gboolean
bjt_import_reader_run (BjtImportReader *self,
                       BjtDraftFunc     func,
                       gpointer         user_data,
                       GCancellable    *cancellable,
                       GError         **error)
{
  Run                run = { .reader = self, .func = func, .user_data = user_data, .cancellable = cancellable };
  g_autoptr (GError) problem = NULL;
  gboolean           ok;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !start (&run, error))
    return FALSE;
  run.deadline = g_get_monotonic_time () + (gint64) self->seconds * G_USEC_PER_SEC;
  bjt_frame_decoder_init (&run.decoder);
  ok = read_frames (&run, &problem);
  finish (&run, !ok && problem != NULL, !ok && problem == NULL ? &problem : NULL);
  bjt_frame_decoder_clear (&run.decoder);
  g_free (run.buffer);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&problem));
  return ok;
}
