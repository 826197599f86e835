-- How often in a row there was nothing to read any more where AUTO had found something.
alter table source
    add column lost int not null default 0;
