-- Blocks of a publication's own: those that come again and again, and what each edition took of them. Where its privacy policy is, and its logo.
create sequence standing_block_seq increment by 50;
create table standing_block (
    id             bigint primary key,
    publication_id bigint not null references publication on delete cascade,
    content        jsonb not null,
    from_date      date,
    until_date     date,
    days           jsonb not null default '[]',
    rank           int not null default 0,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    version        int not null default 0
);
create index standing_block_of on standing_block (publication_id, rank, id);
alter table edition add column blocks jsonb not null default '[]';
alter table publication add column privacy_url text;
alter table publication add column logo jsonb;
