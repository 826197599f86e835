-- Several editions a day: each has its place in the day, and the calendar waits for one of them.
alter table edition add column slot_turn int not null default 0;
alter table edition add column approval_due timestamptz;
drop index edition_slot;
create unique index edition_slot on edition (publication_id, slot_date, slot_turn);
create index edition_approval on edition (approval_due) where approval_due is not null;
alter table calendar_entry add column next_turn int not null default 0;
alter table publication add column approval jsonb;
