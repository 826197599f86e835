-- How a publication's mail is made: whether its pictures travel inside it. An object, so that more can be said of the mail later.
alter table publication add column mail jsonb not null default '{"pictures": "HOSTED"}';
