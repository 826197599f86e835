-- What editors do: drafts that several may change, a linter's verdict with each edition, corrections, and stories that were withdrawn.
alter table edition
    add column revision    int not null default 0,             -- how often what readers get of it was changed; copies are rendered anew for each
    add column changed_at  timestamptz,                        -- when that last happened after it was sent
    add column lint        jsonb,                              -- what the linter counted; null until it has looked
    add column lint_waived boolean not null default false;     -- an operator sends it whatever the linter says
create index edition_unlinted on edition (id) where lint is null and status in ('DRAFT', 'SCHEDULED');
alter table edition_item
    add column pinned      boolean not null default false,     -- keeps its place when the rest is chosen again
    add column withdrawn   boolean not null default false,     -- readers see it no more
    add column corrections jsonb not null default '[]';
create index edition_item_story on edition_item (story_id);
alter table story
    add column withdrawn_at     timestamptz,
    add column withdrawn_reason text not null default '',
    add column corrections      jsonb not null default '[]';
create index story_withdrawn on story (id) where withdrawn_at is not null;

-- Pictures of withdrawn stories that were removed: each node takes them out of its file cache. Kept for some days.
create table withdrawn_picture (
    id   bigint generated always as identity primary key,
    hash text not null,
    at   timestamptz not null default now()
);
create index withdrawn_picture_at on withdrawn_picture (at);
