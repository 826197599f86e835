-- Sizes of the original, so that a rendition's own size is known wherever an article is; when a picture that failed for a passing reason is
-- tried again; and where it was fetched from, so that a picture that comes with every article of a source is recognised.
alter table article
    add column picture_width   int not null default 0,
    add column picture_height  int not null default 0,
    add column picture_url     text not null default '',
    add column picture_tries   int not null default 0,
    add column picture_tried   text,                     -- which candidates were tried so often: others begin anew
    add column picture_next_at timestamptz;              -- in the database's time, also the lease of the node that fetches
update article set picture_width = picture.width, picture_height = picture.height from picture where picture.hash = article.picture_hash;

drop index article_wanting;
create index article_wanting on article (picture_next_at nulls first) where picture_state = 'WANTED';
create index article_seen on article (source_id, first_seen_at);
