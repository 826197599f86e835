-- The pictures that stand in the text of an article, copied where its rights allow it: one row for each address.
create table body_picture (
    id         bigint generated always as identity primary key,
    article_id bigint not null references article on delete cascade,
    place      int not null,                      -- in the text, from 0
    url        text not null,                     -- as it stands in the text
    state      text not null default 'WANTED',    -- READY, FAILED, or LEAD: it is the article's own picture, which stands above the text
    hash       text references picture,
    problem    text not null default '',
    tries      int not null default 0,
    next_at    timestamptz                        -- in the database's time, also the lease of the node that fetches
);
create unique index body_picture_once on body_picture (article_id, md5(url));
create index body_picture_due on body_picture (next_at nulls first, id) where state = 'WANTED';
create index body_picture_address on body_picture (md5(url));
create index body_picture_hash on body_picture (hash) where hash is not null;

-- Which text was looked through for pictures: another one is looked through anew.
alter table article add column body_pictured text;
alter table article add column body_unpictured boolean not null
    generated always as (position('<img' in body_html) > 0 and body_pictured is distinct from md5(body_html)) stored;
create index article_unpictured on article (source_id, id) where body_unpictured;

-- What a picture is known again by, and since when nobody has used it: such a picture goes.
alter table picture
    add column sketch       bytea,
    add column unused_since timestamptz;
create index article_picture on article (picture_hash) where picture_hash is not null;
create index edition_item_picture on edition_item ((frozen ->> 'pictureHash'));
