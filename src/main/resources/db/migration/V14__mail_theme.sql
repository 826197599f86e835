-- How the mails of a publication look: design, fonts, density. Null: as usual.
alter table publication add column theme jsonb;
