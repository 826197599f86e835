-- Archives are read in this order, and stories are looked up by every page of theirs.
create index edition_archive on edition (publication_id, window_end desc, id desc);
create index edition_item_of_publication on edition_item (publication_id, story_id);
