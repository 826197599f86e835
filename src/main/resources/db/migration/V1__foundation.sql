-- Broadsheet, first schema. Rows are grouped by the room (package) that owns them.

-- platform ---------------------------------------------------------------------------------------------------------------------
create table secret (
    name  text primary key,
    value bytea not null
);

-- web --------------------------------------------------------------------------------------------------------------------------
create table idempotency_key (
    key          text primary key,
    fingerprint  text not null,
    status       int,
    location     text,
    body         text,
    created_at   timestamptz not null default now()
);

-- mail: one-off mails wait here, so that a relay that is down loses none; a row is removed once its mail is sent ------------------
create table one_off_mail (
    id            bigint generated always as identity primary key,
    purpose       text not null,
    recipient     text not null,
    sender        text not null,
    reply_to      text,
    subject       text not null,
    html          text not null,
    body_text     text not null,
    attempts      int not null default 0,
    due_at        timestamptz not null default now(),
    expires_at    timestamptz not null,
    problem       text,
    created_at    timestamptz not null default now()
);
create index one_off_mail_due on one_off_mail (due_at);

-- operator ---------------------------------------------------------------------------------------------------------------------
create table audit_entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text not null,
    action  text not null,
    target  text not null,
    detail  text not null default ''
);

-- publication ------------------------------------------------------------------------------------------------------------------
create sequence publication_seq increment by 50;
create table publication (
    id                  bigint primary key,
    slug                text not null unique,
    name                text not null,
    strapline           text not null default '',
    language            text not null,
    time_zone           text not null,
    sender_name         text not null,
    sender_address      text not null,
    sender_reply_to     text,
    legal_name          text not null,
    postal_address      text not null,
    accent_color        text not null,
    contacts            jsonb not null default '[]',
    sections            jsonb not null default '[]',
    schedule            jsonb not null,
    selection           jsonb not null,
    last_edition_number int not null default 0,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    version             int not null default 0
);

-- source -----------------------------------------------------------------------------------------------------------------------
create sequence source_seq increment by 50;
create table source (
    id              bigint primary key,
    publication_id  bigint not null references publication on delete cascade,
    url             text not null,
    kind            text not null,
    section         text not null default '',
    title           text not null default '',
    site_url        text not null default '',
    language        text not null default '',
    etag            text,
    last_modified   text,
    failures        int not null default 0,
    last_success_at timestamptz,
    last_problem    text not null default '',
    last_problem_at timestamptz,
    next_try_at     timestamptz not null,
    lease_owner     uuid,
    lease_until     timestamptz,
    created_at      timestamptz not null,
    unique (publication_id, url)
);
create index source_due on source (next_try_at);

-- article ----------------------------------------------------------------------------------------------------------------------
create sequence story_seq increment by 50;
create table story (
    id             bigint primary key,
    publication_id bigint not null references publication on delete cascade,
    title_key      text not null,
    created_at     timestamptz not null
);
create index story_title on story (publication_id, title_key);

create table picture (
    hash       text primary key,
    width      int not null,
    height     int not null,
    created_at timestamptz not null
);
create table picture_rendition (
    hash       text not null references picture on delete cascade,
    width      int not null,
    height     int not null,
    media_type text not null,
    bytes      bytea not null,
    primary key (hash, width)
);
alter table picture_rendition alter column bytes set storage external; -- JPEG doesn't compress

create sequence article_seq increment by 50;
create table article (
    id                 bigint primary key,
    publication_id     bigint not null references publication on delete cascade,
    source_id          bigint references source on delete set null,
    source_name        text not null default '',
    story_id           bigint not null references story,
    guid               text not null,
    url                text not null,
    address_key        text not null,
    title              text not null,
    kicker             text not null default '',
    standfirst         text not null default '',
    summary            text not null default '',
    body_html          text not null default '',
    author             text not null default '',
    language           text not null default '',
    section            text not null default '',
    tags               jsonb not null default '[]',
    minutes            int not null default 0,
    published_at       timestamptz,
    updated_at         timestamptz,
    first_seen_at      timestamptz not null,
    available_at       timestamptz not null,
    fingerprint        text not null,
    picture_hash       text references picture,
    picture_alt        text not null default '',
    picture_caption    text not null default '',
    picture_credit     text not null default '',
    picture_candidates jsonb not null default '[]',
    picture_state      text not null default 'NONE',
    picture_problem    text not null default '',
    version            int not null default 0,
    unique (publication_id, address_key)
);
create unique index article_guid on article (source_id, guid);
create index article_available on article (publication_id, available_at);
create index article_story on article (story_id);
create index article_wanting on article (id) where picture_state = 'WANTED';

-- edition ----------------------------------------------------------------------------------------------------------------------
-- When each publication is due next; reckoned anew when its schedule changes.
create table calendar_entry (
    publication_id bigint primary key references publication on delete cascade,
    next_date      date not null,
    look_at        timestamptz not null
);
create index calendar_due on calendar_entry (look_at);

create sequence edition_seq increment by 50;
create table edition (
    id             bigint primary key,
    publication_id bigint not null references publication on delete cascade,
    number         int,
    kind           text not null,
    status         text not null,
    reason         text not null default '',
    slot_date      date,
    all_at_once    boolean not null,
    edition_date   date not null,
    subject        text not null default '',
    preheader      text not null default '',
    window_end     timestamptz not null,
    send_at        timestamptz,
    expires_at     timestamptz,
    filled_until   timestamptz,
    started_at     timestamptz,
    finished_at    timestamptz,
    created_at     timestamptz not null,
    version        int not null default 0,
    unique (publication_id, number)
);
create unique index edition_slot on edition (publication_id, slot_date);
create index edition_open on edition (status) where status in ('SCHEDULED', 'SENDING', 'PAUSED');

create table edition_item (
    edition_id     bigint not null references edition on delete cascade,
    position       int not null,
    publication_id bigint not null,
    story_id       bigint not null,
    article_id     bigint not null,
    role           text not null,
    section        text not null,
    frozen         jsonb not null,
    holds          boolean not null,
    primary key (edition_id, position)
);
create unique index edition_item_once on edition_item (publication_id, story_id) where holds; -- promise 3: a story once

-- subscriber -------------------------------------------------------------------------------------------------------------------
create sequence subscriber_seq increment by 50;
create table subscriber (
    id          bigint primary key,
    address     text not null,
    address_key text not null unique,
    name        text not null default '',
    created_at  timestamptz not null
);

create sequence subscription_seq increment by 50;
create table subscription (
    id              bigint primary key,
    subscriber_id   bigint not null references subscriber on delete cascade,
    publication_id  bigint not null references publication on delete cascade,
    status          text not null,
    language        text not null,
    time_zone       text not null,
    sections        jsonb not null default '[]',
    tags            jsonb not null default '[]',
    frequency       text not null default 'EACH',
    hour            int,
    text_only       boolean not null default false,
    paused_until    date,
    confirmed_at    timestamptz,
    ended_at        timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    version         int not null default 0,
    unique (subscriber_id, publication_id)
);
create index subscription_active on subscription (publication_id, id) where status = 'ACTIVE';
create index subscription_list on subscription (publication_id, id);

create table confirmation (
    token_hash      bytea primary key,
    subscription_id bigint not null references subscription on delete cascade,
    expires_at      timestamptz not null,
    created_at      timestamptz not null
);
create index confirmation_subscription on confirmation (subscription_id, created_at);

-- Append-only: who agreed to what, when, how and in which words (E13).
create table consent (
    id              bigint generated always as identity primary key,
    subscription_id bigint not null,
    act             text not null,
    at              timestamptz not null,
    wording         text not null,
    language        text not null,
    how             text not null,
    client_address  text not null default ''
);
create index consent_subscription on consent (subscription_id);
create function consent_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'consent is append-only';
end $$;
create trigger consent_no_update before update on consent for each row execute function consent_is_append_only();

create table suppression (
    id             bigint generated always as identity primary key,
    address_hash   bytea not null,
    publication_id bigint references publication on delete cascade,
    reason         text not null,
    created_at     timestamptz not null
);
create unique index suppression_once on suppression (address_hash, coalesce(publication_id, 0));

-- delivery: the ledger. One row for each edition and each subscription that was due (promise 1). ---------------------------------
create type delivery_state as enum ('queued', 'sending', 'sent', 'deferred', 'failed', 'suppressed', 'expired', 'unknown');
create table delivery (
    edition_id      bigint not null,
    subscription_id bigint not null,
    state           delivery_state not null,
    attempts        smallint not null default 0,
    resent          boolean not null default false,
    due_at          timestamptz,
    owner           uuid,
    lease_until     timestamptz,
    updated_at      timestamptz not null,
    reply           text,
    primary key (edition_id, subscription_id)
) with (fillfactor = 70); -- room for the updates of a row's life on its own page
create index delivery_due on delivery (edition_id, due_at) where state in ('queued', 'deferred', 'unknown');
create index delivery_held on delivery (owner, lease_until) where state = 'sending';
