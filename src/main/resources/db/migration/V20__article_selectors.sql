-- Where on the pages of a source's articles their text stands, as an operator says it.
alter table source add column article_selectors jsonb not null default '{}';
