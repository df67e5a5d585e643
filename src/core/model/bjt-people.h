/* bjt-people.h: the records of who lives where.
 *
 * Facts only: which 户 class a household is in, who is over 80 or lives alone
 * is derived by the rules for a given day, never stored.
 */
#pragma once

#include "bjt-record.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_TENURE_UNKNOWN,
  BJT_TENURE_OWN,   /* 自有 */
  BJT_TENURE_RENT,  /* 租住 */
  BJT_TENURE_LODGE, /* 寄居 */
} BjtTenure;

/* The four 户 classes, and the two honest others (domain.md B.4). */
typedef enum
{
  BJT_CLASS_UNKNOWN,     /* 未知: not yet verified */
  BJT_CLASS_RESIDENT,    /* 常住户 */
  BJT_CLASS_FLOATING,    /* 流动户 */
  BJT_CLASS_TENANT,      /* 租房户 */
  BJT_CLASS_HUKOU_ONLY,  /* 空挂户 */
  BJT_CLASS_EMPTY,       /* 空置: nobody, no hukou */
  BJT_N_CLASSES,
} BjtHouseholdClass;

/* Why a household is in its class: the rule of B.4 that matched. */
typedef enum
{
  BJT_CLASS_RULE_NONE,
  BJT_CLASS_RULE_OVERRIDE,        /* set by a person, with a reason */
  BJT_CLASS_RULE_NOBODY_HERE,     /* B.4-1: registered here, no member lives here */
  BJT_CLASS_RULE_RENTS,           /* B.4-2: lives here by lease */
  BJT_CLASS_RULE_HUKOU_ELSEWHERE, /* B.4-3: registered in another county */
  BJT_CLASS_RULE_SHORT_STAY,      /* B.4-3: here for less than six months */
  BJT_CLASS_RULE_SETTLED,         /* B.4-4: lives here */
  BJT_CLASS_RULE_NO_HOUSEHOLD,    /* verified: nobody, no hukou */
  BJT_CLASS_RULE_NOT_VERIFIED,    /* nobody has looked yet */
} BjtClassRule;

/* 户: a group living at or registered to a door */
typedef struct
{
  BjtUuid id;
  BjtUuid door_id;
  char   *number;          /* 户号 */
  int     tenure;          /* BjtTenure */
  char   *empty_reason;    /* why a registered household is away (空挂原因) */
  char   *live_address;    /* where it lives instead */
  char   *hukou_code;      /* 6-digit county of its registration, when not ours */
  int     class_override;  /* BjtHouseholdClass; 0 = derive */
  char   *class_reason;    /* required with an override */
  BjtDate since_on;
  BjtDate until_on;        /* moved out: history */
  BjtDate verified_on;
  char   *note;
  /* Kept by triggers, never journalled: */
  BjtDate last_contact_on;
} BjtHousehold;
BJT_DECLARE_RECORD (BjtHousehold, bjt_household)

typedef enum
{
  BJT_SEX_UNKNOWN = 0,
  BJT_SEX_MALE = 1,
  BJT_SEX_FEMALE = 2,
  BJT_SEX_UNSTATED = 9,
} BjtSex; /* GB/T 2261.1 */

/* 人 */
typedef struct
{
  BjtUuid id;
  char   *name;
  char   *initials;   /* pinyin initials, for search */
  int     sex;        /* BjtSex */
  BjtDate born_on;
  char   *id_number;
  char   *phone;
  char   *ethnic;     /* GB/T 3304 code: 01 汉, 10 朝鲜 … */
  char   *hukou_code; /* 6-digit county of registration */
  char   *education;
  char   *employer;
  BjtDate died_on;
  char   *note;
} BjtPerson;
BJT_DECLARE_RECORD (BjtPerson, bjt_person)

/* Who belongs to which household, and how. One person may be registered in one
 * household and live in another: two memberships. */
typedef struct
{
  BjtUuid  id;
  BjtUuid  person_id;
  BjtUuid  household_id;
  char    *relation;      /* GB/T 4761: 02 head, 10 spouse, 20 son, 30 daughter … */
  gboolean is_head;
  gboolean is_registered; /* the hukou is here */
  gboolean is_resident;   /* lives here */
  BjtDate  from_on;
  BjtDate  until_on;
} BjtMembership;
BJT_DECLARE_RECORD (BjtMembership, bjt_membership)

typedef enum
{
  BJT_TIER_NONE,
  BJT_TIER_GENERAL,   /* 一般 */
  BJT_TIER_KEY,       /* 重点 */
  BJT_TIER_HIGH_RISK, /* 高风险 */
} BjtTier;

/* 人群类别: data, not code */
typedef struct
{
  BjtUuid  id;
  char    *code;          /* stable word: elder_alone, disabled … */
  char    *glyph;         /* one character for chips and mono print: 独 */
  char    *name;
  char    *colour;        /* #RRGGBB */
  int      position;
  int      tier;          /* BjtTier */
  int      cadence_days;  /* 0: no visit of its own */
  gboolean is_derived;    /* computed by the rule named `code`, never ticked */
  gboolean is_restricted; /* role-gated, never printed, draws nothing */
  BjtDate  valid_from;
  BjtDate  valid_to;
} BjtCategory;
BJT_DECLARE_RECORD (BjtCategory, bjt_category)

/* A category ticked for a person, with its validity */
typedef struct
{
  BjtUuid id;
  BjtUuid person_id;
  BjtUuid category_id;
  char   *grade;
  char   *evidence;
  BjtDate valid_from;
  BjtDate valid_to;
} BjtPersonCategory;
BJT_DECLARE_RECORD (BjtPersonCategory, bjt_person_category)

G_END_DECLS
