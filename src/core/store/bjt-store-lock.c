/* bjt-store-lock.c: the lock is a file beside the community's, made with
 * O_EXCL, that says who holds it. One left behind by a program of this machine
 * that is gone is taken over; one of another machine has to be removed by a
 * person. */
#include "bjt-store-lock.h"

#include "base/bjt-clock.h"
#include "bjt-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/vfs.h>
#include <unistd.h>

struct _BjtStoreLock
{
  char *path;
};

/* Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2, AFS, Coda, NCP, Ceph, 9P. */
static const guint32 network_file_systems[] = {
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x564c, 0x00c36400, 0x01021997,
};

/**
 * bjt_store_lock_is_network:
 *
 * Returns: whether @path lies on a network file system; BAIJIATU_NETWORK_DISK
 *   in the environment says so for kinds that can't be told apart
 */
gboolean
bjt_store_lock_is_network (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs    info;

  if (g_getenv ("BAIJIATU_NETWORK_DISK") != NULL)
    return TRUE;
  if (statfs (folder, &info) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (network_file_systems); i++)
    if ((guint32) info.f_type == network_file_systems[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_left_behind (const char *holder)
{
  g_auto (GStrv) words = g_strsplit (holder, " ", 3); /* user@host pid time */
  g_autofree char *here = g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());

  if (g_strv_length (words) < 2 || g_strcmp0 (words[0], here) != 0)
    return FALSE;
  return kill ((pid_t) g_ascii_strtoll (words[1], NULL, 10), 0) != 0 && errno == ESRCH;
}

static gboolean
write_holder (int fd)
{
  gint64           now = g_get_real_time ();
  int              minute = bjt_time_get_local_minute (now);
  g_autofree char *day = bjt_date_dup_string (bjt_time_get_local_date (now));
  g_autofree char *holder = g_strdup_printf ("%s@%s %d %s %02d:%02d", g_get_user_name (), g_get_host_name (), (int) getpid (), day, minute / 60, minute % 60);
  gssize           length = (gssize) strlen (holder);
  gboolean         written = write (fd, holder, (gsize) length) == length;

  return close (fd) == 0 && written;
}

/**
 * bjt_store_lock_acquire:
 * @path: of the community file
 *
 * Returns: (transfer full) (nullable): the lock, or %NULL with an error that
 *   names the holder
 */
BjtStoreLock *
bjt_store_lock_acquire (const char *path,
                        GError    **error)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);

  for (int attempt = 0; attempt < 2; attempt++)
    {
      g_autofree char *holder = NULL;
      int              fd = g_open (lock_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

      if (fd >= 0 && write_holder (fd))
        {
          BjtStoreLock *self = g_new0 (BjtStoreLock, 1);

          self->path = g_steal_pointer (&lock_path);
          return self;
        }
      if (fd >= 0 || errno != EEXIST || !g_file_get_contents (lock_path, &holder, NULL, NULL))
        {
          g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_LOCKED, "%s: the lock file beside it can't be written: %s",
                       path, g_strerror (errno));
          return NULL;
        }
      if (!is_left_behind (holder))
        {
          g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_LOCKED,
                       "%s is on a network disk and in use by %s; close it there, or remove %s if that program is gone",
                       path, holder, lock_path);
          return NULL;
        }
      g_unlink (lock_path);
    }
  g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_LOCKED, "%s is being opened by somebody else; try again", path);
  return NULL;
}

void
bjt_store_lock_release (BjtStoreLock *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}
