-- Whether a body is whole, and summaries by a language model, for those who switch it on.
alter table article
    add column body_cut        boolean not null default false,
    add column summary_state   text not null default 'EXTRACTED',
    add column summary_problem text not null default '',
    add column summary_tries   int not null default 0,
    add column summary_next    timestamptz;                      -- not asked for before; also the lease of the node that asks
create index article_summary_wanted on article (id) where summary_state = 'WANTED';

-- What a model said of a text, so that the same text is never paid for twice.
create table model_answer (
    hash       text primary key,
    answer     text not null,
    created_at timestamptz not null
);
create index model_answer_age on model_answer (created_at);

create table model_budget (
    day   date primary key,
    asked int not null
);
