-- The page of an article is read for its text, where the source itself says too little.
alter table article
    add column page_state    text not null default 'NONE',
    add column page_problem  text not null default '',
    add column page_attempts int not null default 0,
    add column page_due_at   timestamptz;                 -- when to read it (again); while it is being read, when another node may
create index article_page_due on article (page_due_at) where page_state = 'WANTED';
