/* before-main.c: what GLib sets up before main() is no leak of ours: it leaves its
 * first table of quarks behind when the table grows. Under the address sanitizer
 * allocations of that time are not looked at; all later ones are. */
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

static void
begin (void)
{
  __lsan_disable ();
}

/* Called before the constructors of shared libraries; those of the program come after them. */
__attribute__ ((section (".preinit_array"), used)) static void (*const before_libraries) (void) = begin;

__attribute__ ((constructor)) static void
after_libraries (void)
{
  __lsan_enable ();
}
#endif
