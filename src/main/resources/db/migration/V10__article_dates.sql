-- The list of articles is in the order of the dates that they bear.
create index article_date on article (publication_id, coalesce(published_at, first_seen_at), id);
