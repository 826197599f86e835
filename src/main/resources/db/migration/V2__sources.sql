-- What an operator decides for each source, and how it behaves.
alter table source
    add column priority         int not null default 0,
    add column rules            jsonb not null default '[]',
    add column rights           jsonb not null default '{"text": "LINK", "pictures": "COPY"}',
    add column pages            text not null default 'AUTO',
    add column selectors        jsonb,
    add column access           bytea,                        -- encrypted: user, password, header fields
    add column found_kind       text,                         -- what AUTO found, and where
    add column found_url        text not null default '',
    add column subtitle         text not null default '',
    add column pace             jsonb,                        -- what the feed itself asks for
    add column interval_seconds int not null default 0,       -- between two readings, as it turned out
    add column newest_at        timestamptz,                  -- date of its latest entry
    add column body_hash        bytea,
    add column entries          int not null default 0,       -- in the document that has this hash
    add column moved_to         text not null default '',
    add column moved_since      timestamptz,
    add column moved_times      int not null default 0;
