-- Feeds that are watched, with what their servers want to hear when they are asked again. Moments are ISO 8601 in UTC.
create table feed (
    address text primary key,
    title text,
    etag text,
    last_modified text,
    due text not null,
    failures integer not null,      -- in a row
    problem text
);

-- Pages that feeds pointed to: a queue while there is a day they are due, a memory afterwards.
create table found_page (
    address text primary key,
    feed text not null,
    title text,
    outlet text,
    published text,
    published_precision text not null,
    due text,                       -- null where it is done with
    failures integer not null,
    outcome text                    -- why it is done with, or why it still waits
);
create index found_page_due on found_page (due);
