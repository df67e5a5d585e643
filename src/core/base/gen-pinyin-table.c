/* gen-pinyin-table.c: build-time program that prints bjt-pinyin-table.h. */
#include <stdio.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

static const struct
{
  int first, last;
} blocks[] = {
  { 0x3400, 0x4dbf },   /* extension A */
  { 0x4e00, 0x9fff },   /* the common characters */
  { 0xf900, 0xfaff },   /* compatibility characters */
  { 0x20000, 0x2a6df }, /* extension B … */
  { 0x2a700, 0x2ebef }, /* … to F */
};

#define N_BLOCKS (sizeof blocks / sizeof *blocks)

static int
initial_of (UTransliterator *han_latin,
            UChar32          c)
{
  UChar      text[64];
  int32_t    length = 0;
  int32_t    limit;
  UErrorCode error = U_ZERO_ERROR;

  U16_APPEND_UNSAFE (text, length, c);
  limit = length;
  utrans_transUChars (han_latin, text, &length, 64, 0, &limit, &error);
  return U_SUCCESS (error) && text[0] >= 'a' && text[0] <= 'z' ? text[0] : 0;
}

int
main (void)
{
  UErrorCode       error = U_ZERO_ERROR;
  UChar            id[64];
  UTransliterator *han_latin;
  int              offset = 0;

  u_uastrcpy (id, "Han-Latin; Latin-ASCII; Lower");
  han_latin = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  if (U_FAILURE (error))
    {
      fprintf (stderr, "gen-pinyin-table: %s\n", u_errorName (error));
      return 1;
    }
  printf ("static const struct { gunichar first, last; guint offset; } pinyin_blocks[] = {\n");
  for (unsigned i = 0; i < N_BLOCKS; i++)
    {
      printf ("  { 0x%x, 0x%x, %d },\n", (unsigned) blocks[i].first, (unsigned) blocks[i].last, offset);
      offset += blocks[i].last - blocks[i].first + 1;
    }
  printf ("};\nstatic const char pinyin_initials[] =\n");
  for (unsigned i = 0; i < N_BLOCKS; i++)
    for (int c = blocks[i].first; c <= blocks[i].last; c++)
      {
        int column = (c - blocks[i].first) % 64;
        int letter = initial_of (han_latin, c);

        if (column == 0)
          printf ("  \"");
        if (letter != 0)
          printf ("%c", letter);
        else
          printf ("\\0");
        if (column == 63 || c == blocks[i].last)
          printf ("\"\n");
      }
  printf ("  ;\n");
  utrans_close (han_latin);
  return 0;
}
