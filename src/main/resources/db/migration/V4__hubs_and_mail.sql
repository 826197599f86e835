-- Hubs that tell of news (WebSub). A row outlives its source: the hub has to be told that nobody listens any more.
create sequence hub_subscription_seq increment by 50;
create table hub_subscription (
    id            bigint primary key,
    source_id     bigint references source on delete set null,
    hub           text not null,
    topic         text not null,
    token         text not null unique,             -- of the callback
    secret        bytea not null,                   -- encrypted
    state         text not null,
    asked_at      timestamptz,                      -- a request whose answer the hub has not verified
    live_since    timestamptz,
    lease_until   timestamptz,                      -- as the hub granted it
    last_push_at  timestamptz,
    missed_at     timestamptz,                      -- when reading found what a push should have brought
    failures      int not null default 0,
    problem       text not null default '',
    next_try_at   timestamptz,                      -- null: nothing is to be asked
    claimed_until timestamptz,                      -- in database time, by the node that asks
    created_at    timestamptz not null
);
create unique index hub_subscription_source on hub_subscription (source_id) where source_id is not null;
create index hub_subscription_due on hub_subscription (next_try_at);

-- The mailbox that newsletters arrive in is read by one node at a time.
create table mailbox_lease (
    name          text primary key,
    claimed_until timestamptz not null
);
-- Mails find their source by its address, whatever publication it belongs to.
create index source_mail_address on source (url) where kind = 'MAIL';
