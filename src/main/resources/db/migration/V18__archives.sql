-- Archives are read in this order.
create index edition_archive on edition (publication_id, window_end desc, id desc);
