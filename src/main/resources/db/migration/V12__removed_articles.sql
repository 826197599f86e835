-- What an operator removed stays removed, though its source still has it. Only what it is known again by is kept, nothing of what it said.
create sequence removed_article_seq increment by 50;
create table removed_article (
    id             bigint primary key,
    publication_id bigint not null references publication on delete cascade,
    source_id      bigint references source on delete cascade,   -- a source that is removed and added again begins anew
    address_key    text not null,
    guid_key       text not null,
    title_key      text not null,                                -- hash
    content_key    text not null,                                -- hash
    published_at   timestamptz,
    removed_at     timestamptz not null
);
create unique index removed_article_address on removed_article (publication_id, address_key);
create index removed_article_guid on removed_article (source_id, guid_key);
create index removed_article_content on removed_article (source_id, content_key);

-- An article with a recording takes as long as that is to be heard or seen.
alter table article add column playing_seconds int not null default 0;
