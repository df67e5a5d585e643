/* bjt-sandbox.c: limits and a system-call filter, set before the file is opened.
 *
 * After this the process can read files and write to the pipe it was given, and
 * little else: no network, no other program, no file made, changed or removed,
 * bounded memory and processor time, no core dump. */
#include "bjt-sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static const int refused_calls[] = {
  SCMP_SYS (socket), SCMP_SYS (socketpair), SCMP_SYS (connect), SCMP_SYS (bind), SCMP_SYS (listen),
  SCMP_SYS (execve), SCMP_SYS (execveat), SCMP_SYS (ptrace), SCMP_SYS (process_vm_readv),
  SCMP_SYS (process_vm_writev), SCMP_SYS (kill), SCMP_SYS (creat), SCMP_SYS (openat2),
  SCMP_SYS (unlink), SCMP_SYS (unlinkat), SCMP_SYS (rename), SCMP_SYS (renameat), SCMP_SYS (renameat2),
  SCMP_SYS (mkdir), SCMP_SYS (mkdirat), SCMP_SYS (rmdir), SCMP_SYS (link), SCMP_SYS (linkat),
  SCMP_SYS (symlink), SCMP_SYS (symlinkat), SCMP_SYS (truncate), SCMP_SYS (chmod), SCMP_SYS (fchmod),
  SCMP_SYS (fchmodat), SCMP_SYS (chown), SCMP_SYS (lchown), SCMP_SYS (fchown), SCMP_SYS (fchownat),
  SCMP_SYS (mount), SCMP_SYS (chroot), SCMP_SYS (keyctl), SCMP_SYS (bpf), SCMP_SYS (userfaultfd),
  SCMP_SYS (io_uring_setup),
};

#ifdef __SANITIZE_ADDRESS__
/* The sanitizer maps terabytes that hold nothing, and looks for leaks with calls
 * that the filter refuses. */
#define LIMITS_MEMORY FALSE

const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "detect_leaks=0";
}
#else
#define LIMITS_MEMORY TRUE
#endif

static void
limit (int    what,
       rlim_t value)
{
  struct rlimit limits = { value, value };

  setrlimit ((__rlimit_resource_t) what, &limits);
}

static gboolean
refuse_writing (scmp_filter_ctx filter)
{
  static const int modes[] = { O_WRONLY, O_RDWR };
  gboolean         ok = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      scmp_datum_t mode = (scmp_datum_t) modes[i];

      ok = ok && seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), SCMP_SYS (open), 1, SCMP_A1 (SCMP_CMP_MASKED_EQ, O_ACCMODE, mode)) == 0;
      ok = ok && seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), SCMP_SYS (openat), 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, O_ACCMODE, mode)) == 0;
    }
  return ok;
}

/**
 * bjt_sandbox_enter:
 * @megabytes: of address space
 * @cpu_seconds: after which the process is ended
 *
 * Cannot be left again.
 *
 * Returns: whether the system-call filter is in force; the limits always are.
 *   Kernels without seccomp exist, so this alone stops nothing.
 */
gboolean
bjt_sandbox_enter (guint megabytes,
                   guint cpu_seconds)
{
  scmp_filter_ctx filter;
  gboolean        ok = TRUE;

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  signal (SIGXFSZ, SIG_IGN);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CPU, cpu_seconds);
  if (LIMITS_MEMORY)
    limit (RLIMIT_AS, (rlim_t) megabytes << 20);
  filter = seccomp_init (SCMP_ACT_ALLOW);
  if (filter == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (refused_calls); i++)
    ok = ok && seccomp_rule_add (filter, SCMP_ACT_ERRNO (EACCES), refused_calls[i], 0) == 0;
  ok = ok && refuse_writing (filter) && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return ok;
}
