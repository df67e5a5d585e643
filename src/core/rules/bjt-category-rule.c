/* bjt-category-rule.c: definitions of domain.md B.5. An elder is 60 or older
 * (老年人权益保障法); 独居 is an elder with nobody else living in the household;
 * 空巢 is a couple of elders with nobody else. Computed, never ticked. */
#include "bjt-category-rule.h"

#define ELDER_AGE 60
#define OLD_AGE 80

void
bjt_derived_categories_find (BjtDerivedCategories *self,
                             const BjtPicture     *picture)
{
  self->elder_alone = bjt_picture_find_category (picture, "elder_alone");
  self->empty_nest = bjt_picture_find_category (picture, "empty_nest");
  self->aged_80 = bjt_picture_find_category (picture, "aged_80");
}

static void
set_category (BjtPicturePerson *person,
              guint32           category)
{
  if (category != BJT_NO_INDEX)
    person->categories |= (BjtCategorySet) 1 << category;
}

static gboolean
are_spouses (const BjtPictureMember *a,
             const BjtPictureMember *b)
{
  return (a->is_head && b->relation[0] == '1') || (b->is_head && a->relation[0] == '1');
}

void
bjt_category_rule_apply (const BjtDerivedCategories *self,
                         BjtPicture                 *picture,
                         const BjtPictureHousehold  *household)
{
  const BjtPictureMember *residents[2] = { NULL, NULL };
  guint                   n_residents = 0, n_elders = 0;

  for (guint m = household->members.first; m < household->members.first + household->members.n; m++)
    {
      const BjtPictureMember *member = bjt_picture_get_member (picture, m);
      BjtPicturePerson       *person = bjt_picture_get_person (picture, member->person);
      int                     age;

      if (!member->is_resident)
        continue;
      age = bjt_date_get_age (person->born_on, picture->as_of);
      if (age >= OLD_AGE)
        set_category (person, self->aged_80);
      n_elders += age >= ELDER_AGE;
      if (n_residents < 2)
        residents[n_residents] = member;
      n_residents++;
    }
  if (n_elders != n_residents)
    return;
  if (n_residents == 1)
    set_category (bjt_picture_get_person (picture, residents[0]->person), self->elder_alone);
  else if (n_residents == 2 && are_spouses (residents[0], residents[1]))
    for (guint i = 0; i < 2; i++)
      set_category (bjt_picture_get_person (picture, residents[i]->person), self->empty_nest);
}
