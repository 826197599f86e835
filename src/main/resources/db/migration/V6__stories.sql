-- Each news item once: by what an entry is known again, what was changed later, and which articles tell the same story.
alter table source add column grouping text not null default 'ON';

alter table article
    add column guid_key    text not null default '',          -- the guid without what changes between fetches; not unique: feeds use guids again
    add column content_key text not null default '',          -- hash of headline and text, within its source
    add column text_key    text not null default '',          -- hash of the text as its source had it last, whatever is kept here
    add column completed   boolean not null default false,    -- its text was read from its page
    add column lead        text not null default '',          -- the beginning of its text, plain, as it is compared with others
    add column revisions   int not null default 0;
update article set guid_key = left(guid, 200);
drop index article_guid;
create index article_guid on article (source_id, guid_key);
create index article_content on article (source_id, content_key) where content_key <> '';

-- The earlier state of an article, as far as readers would notice the difference.
create table article_revision (
    article_id bigint not null references article on delete cascade,
    number     int not null,
    at         timestamptz not null,                          -- when it was replaced
    state      text not null,                                 -- hash of all that readers see; a state that comes back is noted once
    earlier    jsonb not null,                                -- what was changed, with the values before
    primary key (article_id, number)
);
create unique index article_revision_state on article_revision (article_id, state);

-- A story that was joined to another one leads there, and what was sent of either counts as sent of both.
drop index story_title;
alter table story drop column title_key, add column joined_id bigint references story on delete cascade;
create index story_joined on story (joined_id) where joined_id is not null;

-- By which articles find those that may tell the same: one row for each band. Kept for some days; no foreign key, since what is gone is not found.
create table story_band (
    publication_id bigint not null,
    band           bigint not null,
    at             timestamptz not null,                      -- of the news
    article_id     bigint not null,
    noted_on       date not null,
    primary key (publication_id, band, at, article_id)
);
create index story_band_noted on story_band using brin (noted_on);
