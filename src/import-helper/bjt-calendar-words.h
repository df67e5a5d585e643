/* bjt-calendar-words.h: what calendars of holidays say in the titles of events.
 */
#pragma once

/* One of them: the weekend day is worked. */
static const char *const bjt_calendar_work_words[] = { "上班", "补班", "调班", "班" };

/* Else one of them: the day is off. */
static const char *const bjt_calendar_off_words[] = { "放假", "假期", "假日", "假", "休" };

/* What is left without these is the name of the holiday: 春节 of 上班(补春节假期). */
static const char bjt_calendar_fillers[] = "第\\d+天\\s*/\\s*共\\d+天|上班|补班|调班|调休|放假|假期|假日|[班补休假()（）\\[\\]【】:：\\s]";
