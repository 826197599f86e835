-- What the last reading of a source brought, and what was wrong, for those who look later.
alter table source add column last_reading jsonb;
